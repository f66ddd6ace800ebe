import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import TransactionsPage from './TransactionsPage.vue';

const categories = ['Dining', 'Travel'].map((name, index) => ({ id: index + 1, name, parent_id: null, color: '#2e7d32' }));
const base = {
  user_id: 1, currency: 'EUR', kind: 'spending', account: 'Everyday', category_source: 'none', rule_id: null, learnt_from: null, import_id: 7,
  split_of: null, version: 3,
};
const ferry = { ...base, id: 11, amount: 25.5, category: 'Dining', merchant: 'Ferry', description: 'FERRY 12', transaction_date: '2026-01-31' };
const cafe = {
  ...base, id: 12, amount: -4.2, category: 'Dining', merchant: null, description: 'Café', transaction_date: '2026-01-30', category_source: 'learnt', learnt_from: 3,
};

type Answer = (body: unknown) => Response | Promise<Response>;
let answers: Record<string, Answer>;
let asked: { request: string; body: unknown; match: string | null }[];

function list(rows: unknown[], total = rows.length): Answer {
  return () => new Response(JSON.stringify(rows), { headers: { 'X-Total-Count': String(total) } });
}

function problem(status: number, detail: string, errors: unknown[] = []): Answer {
  return () => Response.json({ title: 'x', status, detail, errors }, { status });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked = [];
  answers = {
    'GET /api/v1/categories': () => Response.json(categories),
    'GET /api/v1/accounts': () => Response.json([{ id: 4, name: 'Everyday', identifier: null, currency: 'EUR', transactions: 2, last_date: null }]),
    'GET /api/v1/rules': () => Response.json([]),
    'GET /api/v1/imports': () => Response.json([]),
    'GET /api/v1/transactions/metrics': () =>
      Response.json({ total_spent: 21.3, currency: 'EUR', excluded_transaction_count: 2, spending_by_category: {}, top_categories: [], transaction_count: 2 }),
    'GET /api/v1/transactions': list([ferry, cafe]),
  };
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname, search } = new URL(address, 'http://localhost');
    const method = init.method ?? 'GET';
    const body = init.body === undefined ? null : (JSON.parse(String(init.body)) as unknown);
    asked.push({ request: `${method} ${pathname}${search}`, body, match: new Headers(init.headers).get('If-Match') });
    return answers[`${method} ${pathname}`]?.(body) ?? new Response(null, { status: method === 'GET' ? 404 : 204 });
  });
  vi.stubGlobal('ResizeObserver', class {
    observe() {}
    unobserve() {}
    disconnect() {}
  });
  session.begin();
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sent = (request: string) => asked.filter((one) => one.request === request);
const lists = () => asked.filter(({ request }) => request.startsWith('GET /api/v1/transactions?')).map(({ request }) => new URLSearchParams(request.split('?')[1]));

async function settle() {
  await flushPromises();
  await vi.advanceTimersByTimeAsync(300);
  await flushPromises();
}

async function open(address = '/transactions') {
  await router.push(address);
  const page = mount(TransactionsPage, { global: { plugins: [router] }, attachTo: document.body });
  await settle();
  const at = (testId: string, within = '') => page.get(`${within} [data-testid="${testId}"]`);
  return {
    page,
    at,
    has: (testId: string) => page.find(`[data-testid="${testId}"]`).exists(),
    texts: (testId: string) => page.findAll(`[data-testid="${testId}"]`).map((one) => one.text()),
    async click(testId: string, within = '') {
      await at(testId, within).trigger('click');
      await settle();
    },
    async fill(testId: string, value: unknown) {
      await at(testId).setValue(value);
      await settle();
    },
    async submit(testId: string) {
      await at(testId, 'dialog').element.closest('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('the list', () => {
  test('says what each is, in which category and why', async () => {
    const { texts, at } = await open();
    expect(texts('row-open')).toEqual(['Ferry', 'Café']);
    expect(texts('row-why')).toEqual(['not recognised', 'learnt from 3 like it']);
    expect(at('row-amount', '[data-id="12"]').text()).toContain('Refund');
    expect(at('transactions-count').text()).toBe('2 transactions');
  });

  test('says what has been spent in all of it, and what is not in that sum', async () => {
    const { at } = await open('/transactions?kind=spending');
    expect(at('transactions-spent').attributes('data-value')).toBe('21.3');
    expect(at('transactions-spent').text()).toContain('2 transactions in other currencies');
    expect(asked.some(({ request }) => request === 'GET /api/v1/transactions/metrics?kind=spending')).toBe(true);
  });

  test('asks for what the address says', async () => {
    await open('/transactions?q=fer&kind=spending&account=4&min=5&import=7&categories=Dining&sort=amount');
    expect(Object.fromEntries(lists()[0] ?? [])).toEqual({
      q: 'fer', kind: 'spending', accounts: '4', min_amount: '5', import_id: '7', categories: 'Dining', sort: 'amount', skip: '0', limit: '50',
    });
  });

  test('follows what is typed once typing pauses', async () => {
    const { at } = await open();
    asked = [];
    await at('search').setValue('caf');
    await flushPromises();
    expect(lists()).toEqual([]);
    await settle();
    expect(lists().at(-1)?.get('q')).toBe('caf');
    expect(router.currentRoute.value.query).toEqual({ q: 'caf' });
  });

  test('is sorted by a click on a column', async () => {
    const { click, at } = await open();
    await click('sort-amount');
    expect(lists().at(-1)?.get('sort')).toBe('-amount');
    expect(at('sort-amount').element.closest('th')?.getAttribute('aria-sort')).toBe('descending');
  });

  test('does not ask with amounts that make no sense, and says so', async () => {
    const { fill, page } = await open();
    asked = [];
    await fill('filter-min', 'ten');
    expect(page.get('#amounts-wrong').text()).toContain('12.50');
    expect(lists()).toEqual([]);
    await fill('filter-min', '10');
    expect(lists().at(-1)?.get('min_amount')).toBe('10');
  });

  test('of which nothing is left says how to find more', async () => {
    answers['GET /api/v1/transactions'] = list([]);
    const { at } = await open('/transactions?q=nothing');
    expect(at('transactions-empty').text()).toContain('take a filter away');
  });

  test('that can’t be loaded offers to try again', async () => {
    answers['GET /api/v1/transactions'] = problem(400, 'No.');
    const { page } = await open();
    expect(page.text()).toContain('No.');
  });

  test('goes from row to row by the arrow keys', async () => {
    const { at } = await open();
    (at('row-open', '[data-id="11"]').element as HTMLElement).focus();
    await at('row-open', '[data-id="11"]').trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement).toBe(at('row-open', '[data-id="12"]').element);
  });
});

describe('a category', () => {
  test('is changed where it stands, and changed back', async () => {
    answers['PATCH /api/v1/transactions/11'] = (body) =>
      Response.json({ ...ferry, ...(body as object), category_source: 'hand', version: 4 });
    const { click, fill, at } = await open();
    await click('row-category', '[data-id="11"]');
    await fill('row-category-choice', 'Travel');
    expect(sent('PATCH /api/v1/transactions/11')).toMatchObject([{ body: { category: 'Travel' }, match: '"3"' }]);
    expect(at('notice').text()).toContain('Ferry is in Travel now.');
    await click('notice-action');
    expect(sent('PATCH /api/v1/transactions/11').at(-1)).toMatchObject({ body: { category: 'Dining' }, match: '"4"' });
  });

  test('is shown at once, and the former one again if the server refuses', async () => {
    let refuse: (answer: Response) => void = () => undefined;
    answers['PATCH /api/v1/transactions/11'] = () => new Promise<Response>((resolve) => (refuse = resolve));
    const { click, fill, at } = await open();
    await click('row-category', '[data-id="11"]');
    await fill('row-category-choice', 'Travel');
    expect(at('row-category', '[data-id="11"]').text()).toContain('Travel');
    refuse(Response.json({ title: 'x', status: 503 }, { status: 503 }));
    await flushPromises();
    expect(at('row-category', '[data-id="11"]').text()).toContain('Dining');
  });

  test('that was changed elsewhere meanwhile is not overwritten', async () => {
    answers['PATCH /api/v1/transactions/11'] = problem(412, 'Changed.');
    const { click, fill, at } = await open();
    await click('row-category', '[data-id="11"]');
    asked = [];
    await fill('row-category-choice', 'Travel');
    expect(at('notice').text()).toContain('changed elsewhere');
    expect(lists().length).toBeGreaterThan(0);
  });
});

describe('a transaction', () => {
  test('is added with the sign that its kind has', async () => {
    answers['POST /api/v1/transactions'] = () => Response.json({ ...ferry, id: 13 }, { status: 201 });
    const { click, fill, submit, has, at } = await open();
    await click('transaction-add');
    await fill('tx-movement', 'refund');
    await fill('tx-amount', '12,50');
    await fill('tx-category', 'Travel');
    await fill('tx-merchant', 'Ferry');
    await submit('tx-save');
    expect(sent('POST /api/v1/transactions')[0]?.body).toMatchObject({
      amount: '-12.50', kind: 'spending', currency: 'EUR', category: 'Travel', merchant: 'Ferry', description: null, account: null,
    });
    expect(has('transaction-dialog')).toBe(false);
    expect(at('notice').text()).toContain('added');
  });

  test('without an amount is not sent', async () => {
    const { click, submit, page } = await open();
    await click('transaction-add');
    await submit('tx-save');
    expect(sent('POST /api/v1/transactions')).toEqual([]);
    expect(page.get('#tx-amount-error').text()).toContain('12.50');
  });

  test('that the server refuses keeps what was typed and says what is wrong', async () => {
    answers['PUT /api/v1/transactions/11'] = problem(400, 'x', [{ field: 'currency', message: 'must be three letters' }]);
    const { click, fill, submit, page, at } = await open();
    await click('row-open', '[data-id="11"]');
    await fill('tx-currency', 'E');
    await submit('tx-save');
    expect(page.get('#tx-currency-error').text()).toBe('This must be three letters.');
    expect((at('tx-merchant').element as HTMLInputElement).value).toBe('Ferry');
  });

  test('is deleted, and brought back', async () => {
    answers['POST /api/v1/transactions/11/restore'] = () => Response.json(ferry);
    const { click } = await open();
    await click('row-open', '[data-id="11"]');
    await click('tx-delete');
    expect(sent('DELETE /api/v1/transactions/11')).toMatchObject([{ match: '"3"' }]);
    await click('notice-action');
    expect(sent('POST /api/v1/transactions/11/restore')).toHaveLength(1);
  });

  test('is split: the first part is what the others leave', async () => {
    const { click, fill, submit, at } = await open();
    await click('row-open', '[data-id="11"]');
    await click('tx-split');
    await fill('split-amount-1', '30');
    expect(at('split-rest').text()).toContain('more than the whole');
    await submit('split-submit');
    expect(sent('POST /api/v1/transactions/11/split')).toEqual([]);
    await fill('split-amount-1', '5.25');
    await fill('split-category-1', 'Travel');
    await submit('split-submit');
    expect(sent('POST /api/v1/transactions/11/split')).toMatchObject([
      { match: '"3"', body: { parts: [{ amount: '20.25', category: 'Dining' }, { amount: '5.25', category: 'Travel' }] } },
    ]);
  });

  test('that is a part is joined by the id of the whole', async () => {
    answers['GET /api/v1/transactions'] = list([{ ...ferry, split_of: 9 }]);
    const { click, has } = await open();
    await click('row-open', '[data-id="11"]');
    expect(has('tx-split')).toBe(false);
    await click('tx-join');
    expect(sent('DELETE /api/v1/transactions/9/split')).toHaveLength(1);
  });
});

describe('many', () => {
  test('are changed at once, and each back to what it was', async () => {
    answers['GET /api/v1/transactions'] = list([ferry, { ...cafe, category: 'Travel' }]);
    answers['POST /api/v1/transactions/bulk'] = () => Response.json({ changed: 2 });
    const { click, fill, has, at } = await open();
    await click('check-all');
    expect(at('bulk-count').attributes('data-value')).toBe('2');
    await fill('bulk-category', 'Travel');
    await click('bulk-apply');
    expect(sent('POST /api/v1/transactions/bulk')[0]?.body).toEqual({ ids: [11, 12], category: 'Travel' });
    expect(has('bulk-bar')).toBe(false);
    await click('notice-action');
    expect(sent('POST /api/v1/transactions/bulk').slice(1).map(({ body }) => body)).toEqual([
      { ids: [11], category: 'Dining' }, { ids: [12], category: 'Travel' },
    ]);
  });

  test('that are not on the page are selected too', async () => {
    answers['GET /api/v1/transactions'] = list([ferry, cafe], 2);
    const { click, at } = await open();
    await click('row-check', '[data-id="11"]');
    expect(at('bulk-count').attributes('data-value')).toBe('1');
    await click('bulk-all');
    expect(lists().at(-1)?.get('limit')).toBe('1000');
    expect(at('bulk-count').attributes('data-value')).toBe('2');
    await click('bulk-clear');
    expect(sent('POST /api/v1/transactions/bulk')).toEqual([]);
  });
});

test('what is listed is exported as it is filtered', async () => {
  answers['GET /api/v1/transactions/export'] = () => new Response('a,b');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  const { click, submit, at } = await open('/transactions?q=fer');
  await click('transactions-export');
  await at('export-jsonl').setValue(true);
  await submit('export-submit');
  expect(asked.at(-1)?.request).toBe('GET /api/v1/transactions/export?q=fer&format=jsonl');
});
