import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeTransfer } from '../../api/FakeTransfer';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import ImportPage from './ImportPage.vue';

const mapping = {
  encoding: 'UTF-8', delimiter: ',', quote: '"', skip_lines: 0, header: true, date_order: 'MDY', decimal_separator: '.', inverted: false,
  columns: {
    date_column: 0, amount_column: 2, debit_column: null, credit_column: null, type_column: null, currency_column: null, payee_column: 1,
    description_columns: [3], category_column: null, account_column: null, reference_column: null, balance_column: null,
  },
};
const row = {
  row: 1, line: 2, outcome: 'new', transaction_date: '2026-01-02', amount: 12.5, currency: 'EUR', kind: 'spending', category: 'Groceries',
  category_source: 'known', merchant: 'Aldi', description: 'ALDI 42', equals_id: null, field: null, reason: null, excerpt: null,
};
const duplicate = { ...row, row: 17, line: 18, outcome: 'duplicate', equals_id: 431 };
const rejected = { ...row, row: 9, line: 10, outcome: 'rejected', field: 'amount', reason: 'must be a number', excerpt: '2026-01-09,Aldi,x' };
const dateOrder = { option: 'date_order', choices: ['MDY', 'DMY'], why: '03/04/2026 in line 2 fits both.' };
const separator = { option: 'decimal_separator', choices: ['.', ','], why: '1.000 fits both.' };
const account = { id: 0, name: 'My account', identifier: null, currency: 'EUR', created: true, rows: 4, opening: null, closing: null, reconciled: null };
const preview = {
  id: 0, file_name: 'june.csv', format: 'csv', created_at: null, undone_at: null, rows: 120, new_rows: 100, duplicate_rows: 15, rejected_rows: 5,
  accounts: [account], remarks: [], mapping, columns: ['Date', 'Payee', 'Amount', 'Text'].map((name) => ({ name, examples: ['x'] })),
  questions: [] as (typeof dateOrder)[], sample: [row], duplicates: [duplicate], rejected: [rejected],
};
const report = { ...preview, id: 12, created_at: '2026-11-23T12:00:00Z', sample: [], columns: [] };

let history: unknown[];
const deleted: string[] = [];

async function serve(input: string, init?: RequestInit): Promise<Response> {
  if (init?.method === 'DELETE') {
    deleted.push(input);
    history = [{ ...report, undone_at: '2026-11-23T13:00:00Z' }];
    return Response.json({ removed: 100 });
  }
  if (input.endsWith('/undo')) return Response.json({ transactions: 100, edited: 3 });
  return Response.json(history);
}

beforeEach(async () => {
  FakeTransfer.install();
  vi.stubGlobal('fetch', serve);
  history = [];
  deleted.length = 0;
  session.begin();
  await router.push('/import');
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function open() {
  const page = mount(ImportPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
  const at = (testId: string) => page.get(`[data-testid="${testId}"]`);
  return {
    page,
    at,
    has: (testId: string) => page.find(`[data-testid="${testId}"]`).exists(),
    value: (testId: string) => Number(at(testId).attributes('data-value')),
    isReady: () => at('import-confirm').attributes('disabled') === undefined,
    async choose(...names: string[]) {
      const input = at('import-file').element as HTMLInputElement;
      Object.defineProperty(input, 'files', { configurable: true, value: names.map((name) => new File(['x'], name)) });
      await at('import-file').trigger('change');
    },
    async answer(status: number, body: unknown) {
      FakeTransfer.latest().answer(status, body);
      await flushPromises();
    },
    async click(testId: string) {
      await at(testId).trigger('click');
      await flushPromises();
    },
  };
}

test('a file is looked at, confirmed and reported', async () => {
  const { page, at, has, value, choose, answer, click } = await open();
  await choose('june.csv');
  expect(FakeTransfer.latest().path).toBe('/api/v1/imports/preview');
  expect(page.find('.skeleton').exists()).toBe(true);
  await answer(200, preview);
  expect([value('import-new'), value('import-duplicates'), value('import-rejected')]).toEqual([100, 15, 5]);
  expect(at('import-sample').text()).toContain('Groceries known merchant');
  expect(at('import-duplicate').text()).toContain('equals your transaction 431');
  expect(at('import-rejected-row').text()).toContain('Line 10: amount must be a number');
  expect(at('import-confirm').text()).toBe('Import 100 transactions');

  await click('import-confirm');
  expect(FakeTransfer.latest()).toMatchObject({ path: '/api/v1/imports', headers: { 'Idempotency-Key': expect.stringMatching(/^[0-9a-f]{32}$/) as string } });
  history = [report];
  await answer(201, report);
  expect(at('import-report').text()).toContain('100 transactions are imported');
  expect(value('import-new') + value('import-duplicates') + value('import-rejected')).toBe(report.rows);
  expect(at('imports-list').findAll('li')).toHaveLength(1);
  expect(has('import-drop')).toBe(true);
});

test('a retry of an import has the same key, another import another one', async () => {
  const { at, choose, answer, click, page } = await open();
  const keys = () => FakeTransfer.all.filter(({ path }) => path === '/api/v1/imports').map(({ headers }) => headers['Idempotency-Key']);
  await choose('june.csv');
  await answer(200, preview);
  await click('import-confirm');
  FakeTransfer.latest().onerror?.();
  await flushPromises();
  expect(at('import-failure').text()).toContain('could not be reached');
  await page.get('[data-testid=import-failure] button').trigger('click');
  await answer(503, { title: 'Unavailable', status: 503 });
  await page.get('#keep-17').setValue(true);
  await click('import-confirm');
  expect(keys()[1]).toBe(keys()[0]);
  expect(keys()[2]).not.toBe(keys()[0]);
});

describe('questions', () => {
  test('of a file without columns go back as they were asked', async () => {
    const { page, has, isReady, choose, answer, click } = await open();
    await choose('june.qif');
    await answer(200, { ...preview, format: 'qif', mapping: null, columns: [], questions: [dateOrder] });
    expect(isReady()).toBe(false);
    expect(has('import-mapping')).toBe(false);
    await page.get('[name=date_order][value=DMY]').trigger('change');
    await answer(200, { ...preview, format: 'qif', mapping: null, columns: [] });
    await click('import-confirm');
    expect(FakeTransfer.latest().options()).toEqual({ date_order: 'DMY' });
  });

  test('hold the import until all are answered, even one that the server no longer asks', async () => {
    const { page, isReady, choose, answer, at } = await open();
    await choose('june.csv');
    await answer(200, { ...preview, questions: [dateOrder, separator] });
    expect(isReady()).toBe(false);
    expect(at('import-question-date_order').text()).toContain('03/04/2026 in line 2');
    await page.get('[name=decimal_separator][value=","]').trigger('change');
    expect(FakeTransfer.latest().options()).toEqual({ mapping: { ...mapping, decimal_separator: ',' } });
    await answer(200, preview);
    expect(isReady()).toBe(false);
    await page.get('[name=date_order][value=DMY]').trigger('change');
    expect(FakeTransfer.latest().options()).toEqual({ date_order: 'DMY', mapping: { ...mapping, decimal_separator: ',', date_order: 'DMY' } });
    await answer(200, preview);
    expect(isReady()).toBe(true);
  });
});

describe('decisions', () => {
  test('that come while a file is read anew call the older reading off', async () => {
    const { page, at, value, choose, answer, isReady } = await open();
    await choose('june.csv');
    await answer(200, preview);
    await at('import-account').setValue('Savings');
    const older = FakeTransfer.latest();
    await page.get('#mapping-inverted').setValue(true);
    expect(older.isAborted).toBe(true);
    expect(FakeTransfer.latest().options()).toEqual({ account: 'Savings', mapping: { ...mapping, inverted: true } });
    older.answer(200, { ...preview, new_rows: 1 });
    await answer(200, { ...preview, new_rows: 99 });
    expect(value('import-new')).toBe(99);
    expect(isReady()).toBe(true);
  });

  test('about columns wait until there is an amount', async () => {
    const { page, choose, answer, isReady } = await open();
    await choose('june.csv');
    await answer(200, preview);
    const before = FakeTransfer.all.length;
    await page.get('#mapping-debit_column').setValue('2');
    expect(FakeTransfer.all).toHaveLength(before);
    expect(isReady()).toBe(false);
    expect(page.text()).toContain('Choose the column of the amount');
    await page.get('#mapping-credit_column').setValue('3');
    expect(FakeTransfer.latest().options()).toMatchObject({ mapping: { columns: { amount_column: null, debit_column: 2, credit_column: 3 } } });
  });

  test('about rows are stored, and counted', async () => {
    const { page, at, value, choose, answer, click, isReady } = await open();
    await choose('june.csv');
    await answer(200, preview);
    await page.get('#keep-17').setValue(true);
    expect([value('import-new'), value('import-duplicates')]).toEqual([101, 14]);
    expect(at('import-confirm').text()).toBe('Import 101 transactions');
    await page.get('#on-rejected-stop').trigger('change');
    expect(isReady()).toBe(false);
    await page.get('#on-rejected-skip').trigger('change');
    await click('import-confirm');
    expect(FakeTransfer.latest().options()).toEqual({ keep_duplicates: [17] });
  });
});

test('a file that names its account is not asked for one', async () => {
  const { has, choose, answer } = await open();
  await choose('june.ofx');
  await answer(200, { ...preview, format: 'ofx', mapping: null, columns: [], accounts: [{ ...account, identifier: 'NL91ABNA0417164300' }] });
  expect(has('import-account')).toBe(false);
});

test('what can’t be read is said in the server’s words, and left', async () => {
  const { at, has, choose, answer, click } = await open();
  await choose('photo.csv');
  await answer(422, { title: 'Unreadable', status: 422, detail: 'The file has no rows with a date.' });
  expect(at('import-failure').text()).toContain('The file has no rows with a date.');
  await click('import-leave');
  expect(has('import-failure')).toBe(false);
  expect(has('import-drop')).toBe(true);
});

test('several files are taken one after the other, each with a key of its own', async () => {
  const { at, page, choose, answer, click } = await open();
  await choose('june.csv', 'july.csv');
  expect(page.text()).toContain('1 more file waits');
  await answer(200, preview);
  await click('import-confirm');
  const key = FakeTransfer.latest().headers['Idempotency-Key'];
  await answer(201, report);
  await click('import-next');
  expect((FakeTransfer.latest().form.get('file') as File).name).toBe('july.csv');
  await answer(200, { ...preview, file_name: 'july.csv' });
  expect(at('import-preview').text()).toContain('july.csv');
  await click('import-confirm');
  expect(FakeTransfer.latest().headers['Idempotency-Key']).not.toBe(key);
});

test('an import is undone once it is clear what that removes', async () => {
  history = [report];
  const { at, has, click } = await open();
  await click('import-undo');
  expect(at('undo-effect').text()).toContain('100 transactions go.');
  expect(at('undo-effect').text()).toContain('3 of them have been changed');
  expect(deleted).toEqual([]);
  await click('undo-confirm');
  expect(deleted).toEqual(['/api/v1/imports/12']);
  expect(has('undo-dialog')).toBe(false);
  expect(has('import-undo')).toBe(false);
  expect(at('import-undone').text()).toBe('undone');
  expect(document.activeElement?.id).toBe('history-title');
});
