import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import CategoriesPage from './CategoriesPage.vue';

const travel = { id: 1, name: 'Travel', parent_id: null, color: '#6a1b9a' };
const trains = { id: 2, name: 'Trains', parent_id: 1, color: '#1565c0' };
const rest = { id: 3, name: 'Uncategorised', parent_id: null, color: '#757575' };
const usages = [
  { id: 1, transactions: 12, rules: 1, starter: 'travel' },
  { id: 2, transactions: 0, rules: 0, starter: null },
  { id: 3, transactions: 3, rules: 0, starter: 'uncategorised' },
];
const rule = {
  id: 7, position: 1, field: 'merchant', comparison: 'contains', pattern: 'spotify', min_amount: null, max_amount: null, account_id: null,
  category: 'Travel', merchant: null, kind: null,
};
const second = { ...rule, id: 8, position: 2, pattern: 'Ferry', min_amount: 5, account_id: 4, category: null, merchant: 'Ferry', kind: 'transfer' };
const effect = {
  id: 90, transaction_date: '2026-03-14', merchant: 'SPOTIFY', description: 'x', amount: 9.99, currency: 'EUR', category_before: 'Uncategorised',
  category_after: 'Travel', kind_before: 'spending', kind_after: 'spending', merchant_before: 'SPOTIFY', merchant_after: 'SPOTIFY',
};

let answers: Record<string, () => Response>;
let asked: { request: string; body: unknown }[];

function problem(status: number, detail: string, errors: unknown[] = []) {
  return () => Response.json({ title: 'x', status, detail, errors }, { status });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked = [];
  answers = {
    'GET /api/v1/categories': () => Response.json([trains, travel, rest]),
    'GET /api/v1/categories/usage': () => Response.json(usages),
    'GET /api/v1/rules': () => Response.json([rule, second]),
    'GET /api/v1/accounts': () => Response.json([{ id: 4, name: 'Everyday', identifier: null, currency: 'EUR', transactions: 1, last_date: null }]),
    'POST /api/v1/rules/preview': () => Response.json({ matching: 3, changing: 2, sample: [effect] }),
  };
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const request = `${init?.method ?? 'GET'} ${address}`;
    asked.push({ request, body: init?.body === undefined ? null : JSON.parse(String(init.body)) });
    return answers[request]?.() ?? new Response(null, { status: request.startsWith('GET') ? 404 : 204 });
  });
  session.begin();
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sent = (request: string) => asked.filter((one) => one.request === request).map(({ body }) => body);

async function settle() {
  await flushPromises();
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
}

async function open(address = '/categories') {
  await router.push(address);
  const page = mount(CategoriesPage, { global: { plugins: [router] }, attachTo: document.body });
  await settle();
  const at = (testId: string, within = '') => page.get(`${within} [data-testid="${testId}"]`);
  return {
    page,
    at,
    has: (testId: string) => page.find(`[data-testid="${testId}"]`).exists(),
    texts: (testId: string) => page.findAll(`[data-testid="${testId}"]`).map((one) => one.text().replace(/\s+/g, ' ')),
    async click(testId: string, within = '') {
      await at(testId, within).trigger('click');
      await settle();
    },
    async fill(selector: string, value: unknown) {
      await page.get(selector).setValue(value);
      await settle();
    },
    async submit(within: string) {
      await page.get(`${within}`).trigger('submit');
      await settle();
    },
  };
}

describe('categories', () => {
  test('stand below what they are part of, with how much is in them', async () => {
    const { texts, page } = await open();
    expect(texts('category-row')).toEqual(['Travel12 transactions · 1 rule', 'Trains0 transactions', 'Uncategorised3 transactions']);
    expect(page.get('.parts').text()).toContain('Trains');
  });

  test('offer to try again where they cannot be loaded, and say where there are none', async () => {
    answers['GET /api/v1/categories'] = () => new Response('', { status: 400 });
    const { page } = await open();
    answers['GET /api/v1/categories'] = () => Response.json([]);
    await page.get('[role=alert] button').trigger('click');
    await settle();
    expect(page.text()).toContain('No categories yet');
  });

  test('are changed where they stand, and the focus comes back', async () => {
    const { click, fill, submit, has } = await open();
    await click('category-rename', '[data-name=Trains]');
    expect(document.activeElement?.id).toBe('category-2-name');
    await fill('#category-2-name', 'Rail');
    await fill('#category-2-parent', '0');
    await fill('input[value="#d32f2f"]', true);
    await submit('[data-testid=category-form]');
    expect(sent('PATCH /api/v1/categories/2')).toEqual([{ name: 'Rail', color: '#d32f2f', parent_id: 0 }]);
    expect(has('category-form')).toBe(false);
    expect(document.activeElement?.getAttribute('data-testid')).toBe('category-rename');
  });

  test('with parts of their own become part of none', async () => {
    const { click, page } = await open();
    await click('category-rename', '[data-name=Travel]');
    expect(page.find('#category-1-parent').exists()).toBe(false);
  });

  test('are added, and a name that is taken is refused at its field', async () => {
    answers['POST /api/v1/categories'] = problem(409, 'You have a category of this name already.');
    const { click, fill, submit, page, has } = await open();
    await click('category-add');
    await fill('#category-new-name', 'Travel');
    await submit('[data-testid=category-form]');
    expect(page.get('#category-new-name-error').text()).toContain('already');
    answers['POST /api/v1/categories'] = () => Response.json(trains, { status: 201 });
    await fill('#category-new-parent', '3');
    await submit('[data-testid=category-form]');
    expect(sent('POST /api/v1/categories').at(-1)).toEqual({ name: 'Travel', parent_id: 3 });
    expect(has('category-form')).toBe(false);
  });

  test('in use are deleted once it is said where to', async () => {
    const { click, at, fill, submit, has } = await open();
    await click('category-delete', '[data-name=Travel]');
    expect(at('category-effect').text()).toContain('12 transactions and 1 rule will be in Uncategorised.');
    expect(at('category-effect').text()).toContain('1 category below it will move up.');
    await fill('#category-target', '2');
    expect(at('category-confirm').text()).toBe('Move 12 transactions and delete it');
    await submit('dialog form');
    expect(sent('DELETE /api/v1/categories/1?move_to=2')).toHaveLength(1);
    expect(has('category-dialog')).toBe(false);
    expect(at('notice').text()).toContain('Travel is deleted.');
  });

  test('that are not used are just deleted', async () => {
    const { click, has, submit } = await open();
    await click('category-delete', '[data-name=Trains]');
    expect(has('category-target')).toBe(false);
    await submit('dialog form');
    expect(sent('DELETE /api/v1/categories/2')).toHaveLength(1);
  });

  test('stay where the server refuses', async () => {
    answers['DELETE /api/v1/categories/2'] = problem(409, 'An import of yours is running.');
    const { click, submit, page } = await open();
    await click('category-delete', '[data-name=Trains]');
    await submit('dialog form');
    expect(page.get('dialog [role=alert]').text()).toContain('import');
  });

  test('are merged after showing what moves', async () => {
    answers['POST /api/v1/categories/1/merge'] = () => Response.json({ transactions: 12, rules: 1 });
    const { click, at, fill, submit } = await open();
    await click('category-merge', '[data-name=Travel]');
    expect(at('category-confirm').attributes('disabled')).toBeDefined();
    await fill('#category-target', '3');
    expect(at('category-effect').text()).toContain('12 transactions and 1 rule will be in Uncategorised.');
    await submit('dialog form');
    expect(sent('POST /api/v1/categories/1/merge')).toEqual([{ into: 3 }]);
  });
});

describe('rules', () => {
  test('are told in words, in their order', async () => {
    const { texts, page } = await open('/categories?tab=rules');
    expect(texts('rule-row')).toEqual([
      'merchant contains “spotify”→ Travel',
      'merchant contains “Ferry”, amount from 5, in Everyday→ merchant becomes “Ferry”, counts as a transfer',
    ]);
    expect(page.get('[data-testid=tab-rules]').attributes('aria-current')).toBe('page');
    expect(page.get('[data-testid=tab-categories]').attributes('aria-current')).toBeUndefined();
  });

  test('are invited where there are none', async () => {
    answers['GET /api/v1/rules'] = () => Response.json([]);
    const { page } = await open('/categories?tab=rules');
    expect(page.text()).toContain('No rules yet');
  });

  test('move by button and by key, and the focus stays', async () => {
    answers['PUT /api/v1/rules/order'] = () => {
      answers['GET /api/v1/rules'] = () => Response.json([second, rule]);
      return Response.json([second, rule]);
    };
    const { page, click } = await open('/categories?tab=rules');
    await click('rule-up', '[data-id="7"]');
    expect(sent('PUT /api/v1/rules/order')).toEqual([]);
    await page.get('[data-id="8"] [data-testid=rule-down]').trigger('keydown', { key: 'ArrowUp' });
    await settle();
    expect(sent('PUT /api/v1/rules/order')).toEqual([{ ids: [8, 7] }]);
    expect(document.activeElement?.closest('[data-testid=rule-row]')?.getAttribute('data-id')).toBe('8');
    expect(page.get('[role=status]').text()).toContain('Now 1 of 2.');
  });

  test('say before they are saved what they would change', async () => {
    const { click, fill, at, texts, has } = await open('/categories?tab=rules');
    await click('rule-add');
    expect(document.activeElement?.id).toBe('rule-pattern');
    expect(has('rule-apply')).toBe(false);
    await fill('#rule-pattern', 'spotify');
    expect(sent('POST /api/v1/rules/preview')).toEqual([]);
    await fill('#rule-category', 'Travel');
    expect(sent('POST /api/v1/rules/preview')).toEqual([
      { field: 'any', comparison: 'contains', pattern: 'spotify', min_amount: null, max_amount: null, account_id: null, category: 'Travel', merchant: null, kind: null },
    ]);
    expect(at('rule-preview').text()).toBe('3 transactions match, 2 would change.');
    expect(texts('rule-sample')).toEqual(['SPOTIFY Mar 14, 2026 · €9.99Uncategorised → Travel']);
    expect(at('rule-apply').text()).toBe('Save and change 2 transactions');
  });

  test('are saved and applied', async () => {
    answers['POST /api/v1/rules'] = () => Response.json(rule, { status: 201 });
    answers['POST /api/v1/rules/7/apply'] = () => Response.json({ changed: 2 });
    const { click, at, has } = await open('/categories?tab=rules&pattern=spotify&category=Travel');
    expect((at('rule-pattern').element as HTMLInputElement).value).toBe('spotify');
    await click('rule-apply');
    expect(sent('POST /api/v1/rules')).toHaveLength(1);
    expect(sent('POST /api/v1/rules/7/apply')).toHaveLength(1);
    expect(has('rule-dialog')).toBe(false);
    expect(at('notice').text()).toContain('2 transactions have changed');
    expect(router.currentRoute.value.fullPath).toBe('/categories?tab=rules');
  });

  test('are saved even where applying them fails', async () => {
    answers['POST /api/v1/rules'] = () => Response.json(rule, { status: 201 });
    answers['POST /api/v1/rules/7/apply'] = () => new Response('', { status: 503 });
    const { click, at } = await open('/categories?pattern=spotify&category=Travel');
    await click('rule-apply');
    expect(at('notice').text()).toContain('saved, but was not applied');
  });

  test('are changed as a whole', async () => {
    answers['PUT /api/v1/rules/8'] = () => Response.json(second);
    const { click, fill, submit } = await open('/categories?tab=rules');
    await click('rule-edit', '[data-id="8"]');
    await fill('#rule-max', '12,50');
    await submit('dialog form');
    expect(sent('PUT /api/v1/rules/8')).toEqual([
      { field: 'merchant', comparison: 'contains', pattern: 'Ferry', min_amount: '5', max_amount: '12.50', account_id: 4, category: null, merchant: 'Ferry', kind: 'transfer' },
    ]);
  });

  test('that lack something are not sent, and the field says so', async () => {
    const { click, submit, page } = await open('/categories?tab=rules');
    await click('rule-add');
    await submit('dialog form');
    expect(page.get('#rule-pattern-error').text()).toContain('Enter the text');
    expect(page.get('#rule-category-error').text()).toContain('Choose a category');
    expect(sent('POST /api/v1/rules')).toEqual([]);
  });

  test('with a pattern that is none are told so while it is written', async () => {
    answers['POST /api/v1/rules/preview'] = problem(400, 'y', [{ field: 'pattern', message: 'must be a regular expression: missing )' }]);
    const { page, has } = await open('/categories?pattern=a(b&category=Travel');
    expect(page.get('#rule-pattern-error').text()).toBe('This must be a regular expression: missing ).');
    expect(has('rule-apply')).toBe(false);
  });

  test('are deleted, and brought back to their place', async () => {
    const { click, at } = await open('/categories?tab=rules');
    answers['GET /api/v1/rules'] = () => Response.json([second]);
    await click('rule-delete', '[data-id="7"]');
    expect(sent('DELETE /api/v1/rules/7')).toHaveLength(1);
    answers['POST /api/v1/rules'] = () => Response.json({ ...rule, id: 9 }, { status: 201 });
    await click('notice-action');
    expect(sent('POST /api/v1/rules')).toMatchObject([{ pattern: 'spotify', category: 'Travel' }]);
    expect(sent('PUT /api/v1/rules/order')).toEqual([{ ids: [9, 8] }]);
    expect(at('notice').text()).toContain('back');
  });
});
