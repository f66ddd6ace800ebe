import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import ImportPage from './ImportPage.vue';

const fetchMock = vi.fn<typeof fetch>();
let preview: Record<string, unknown>;
let imports: Record<string, unknown>[];

const row = {
  row: 1, line: 2, outcome: 'new', transaction_date: '2026-01-20', amount: 12.34, currency: 'EUR', kind: 'spending',
  category: 'Groceries', category_source: 'known', merchant: 'Lidl', description: null, equals_id: null, field: null, reason: null, excerpt: null,
};

beforeEach(async () => {
  imports = [];
  preview = {
    id: 0, file_name: 'june.csv', format: 'csv', created_at: null, undone_at: null, rows: 3, new_rows: 1, duplicate_rows: 1, rejected_rows: 1,
    accounts: [{ id: 0, name: 'My account', identifier: null, currency: 'EUR', created: true, rows: 2, opening: null, closing: null, reconciled: null }],
    remarks: [], mapping: null, columns: [], questions: [], sample: [row], duplicates: [],
    rejected: [{ ...row, row: 3, line: 4, outcome: 'rejected', field: 'date', reason: 'must be a date' }],
  };
  fetchMock.mockImplementation((address, init) => Promise.resolve(answer(String(address), init?.method ?? 'GET')));
  vi.stubGlobal('fetch', fetchMock);
  session.begin('token');
  queryClient.clear();
  await router.push('/import');
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
  session.end('signed-out');
});

function answer(address: string, method: string): Response {
  if (address.endsWith('/preview')) return Response.json(preview);
  if (address.endsWith('/undo')) return Response.json({ transactions: 1, edited: 0 });
  if (method === 'DELETE') {
    imports = imports.map((one) => ({ ...one, undone_at: '2026-06-02T10:00:00Z' }));
    return Response.json({ removed: 1 });
  }
  if (method === 'POST') {
    imports = [{ ...preview, id: 7, created_at: '2026-06-01T10:00:00Z' }];
    return Response.json(imports[0], { status: 201 });
  }
  return Response.json(imports);
}

async function choose() {
  const page = mount(ImportPage, { global: { plugins: [router] }, attachTo: document.body });
  const input = page.get('[data-testid=import-file]');
  Object.defineProperty(input.element, 'files', { value: [new File(['Date,Amount\n'], 'june.csv')], configurable: true });
  await input.trigger('change');
  await flushPromises();
  return page;
}

function posts(path: string) {
  return fetchMock.mock.calls.filter(([address, init]) => address === path && init?.method === 'POST').map(([, init]) => init);
}

test('shows what is in the file before anything is stored', async () => {
  const page = await choose();
  expect(page.get('[data-testid=import-new]').attributes('data-value')).toBe('1');
  expect(page.get('[data-testid=import-rejected]').attributes('data-value')).toBe('1');
  expect(page.get('[data-testid=import-sample]').text()).toContain('known merchant');
  expect(page.text()).toContain('date must be a date');
  expect(posts('/api/v1/imports')).toHaveLength(0);
});

test('imports with a key, says how many, and lists the file', async () => {
  const page = await choose();
  await page.get('[data-testid=import-confirm]').trigger('click');
  await flushPromises();
  const headers = posts('/api/v1/imports')[0]?.headers as Record<string, string>;
  expect(headers['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/);
  expect(page.get('[data-testid=import-report]').text()).toContain('1 transaction is imported');
  expect(page.get('[data-testid=imports-list]').text()).toContain('june.csv');
});

test('asks what the file leaves open, and sends the answer', async () => {
  preview.questions = [{ option: 'date_order', choices: ['MDY', 'DMY'], why: '03/04/2026 fits both' }];
  const page = await choose();
  expect(page.get('[data-testid=import-confirm]').attributes('disabled')).toBeDefined();
  preview.questions = [];
  await page.get('input[value=DMY]').setValue();
  await flushPromises();
  await page.get('[data-testid=import-confirm]').trigger('click');
  await flushPromises();
  const form = posts('/api/v1/imports')[0]?.body as FormData;
  expect(form.get('options')).toBe('{"date_order":"DMY"}');
});

test('says why a file can’t be imported', async () => {
  fetchMock.mockImplementation((address, init) =>
    Promise.resolve(
      init?.method === 'POST'
        ? Response.json({ title: 'x', status: 422, detail: 'The file is a picture.' }, { status: 422 })
        : answer(String(address), 'GET'),
    ),
  );
  expect((await choose()).get('[data-testid=import-failure]').text()).toContain('The file is a picture.');
});

test('undoes after saying what goes', async () => {
  const page = await choose();
  await page.get('[data-testid=import-confirm]').trigger('click');
  await flushPromises();
  await page.get('[data-testid=import-undo]').trigger('click');
  await flushPromises();
  expect(page.get('[data-testid=undo-effect]').text()).toContain('1 transaction goes');
  await page.get('[data-testid=undo-confirm]').trigger('click');
  await flushPromises();
  expect(page.get('[data-testid=imports-list]').text()).toContain('undone');
});
