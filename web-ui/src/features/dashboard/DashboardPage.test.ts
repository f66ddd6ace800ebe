import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import DashboardPage from './DashboardPage.vue';

const requests: string[] = [];

/** Answers each path; what it says depends on the filters, so that what does not follow them is seen. */
function answer(url: URL): Response {
  const filtered = url.searchParams.has('categories');
  switch (url.pathname) {
    case '/api/v1/users/me':
      return Response.json({ id: 1, username: 'john.doe@example.com', full_name: 'John Doe' });
    case '/api/v1/categories':
      return Response.json(['Dining', 'Travel'].map((name, index) => ({ id: index + 1, name, parent_id: null, color: '#2e7d32' })));
    case '/api/v1/transactions/metrics':
      return Response.json({
        total_spent: filtered ? 25.25 : 100.75, average_transaction: 25.25, currency: 'EUR',
        spending_by_category: filtered ? { Travel: 25.25 } : { Dining: 75.5, Travel: 25.25 },
        top_categories: [], transaction_count: 3, first_date: '2026-01-01', last_date: '2026-01-31', excluded_transaction_count: 0,
      });
    case '/api/v1/transactions/merchants':
      return Response.json({ currency: 'EUR', merchants: [{ merchant: 'Lufthansa', total: 25.25, transaction_count: 1 }] });
    case '/api/v1/transactions/time-series':
      return Response.json({
        granularity: url.searchParams.get('granularity'), currency: 'EUR',
        points: [{ period_start: '2026-01-01', start_date: '2026-01-01', end_date: '2026-01-31', total: filtered ? 25.25 : 100.75, transaction_count: 3 }],
      });
    default:
      return new Response(
        JSON.stringify([{ id: 1, user_id: 1, amount: -5.5, currency: 'EUR', kind: 'spending', category: 'Travel', merchant: 'Lufthansa', description: null, transaction_date: '2026-01-31' }]),
        { headers: { 'X-Total-Count': filtered ? '60' : '120' } },
      );
  }
}

beforeEach(async () => {
  requests.length = 0;
  vi.stubGlobal('fetch', async (input: string) => {
    requests.push(input);
    return answer(new URL(input, 'http://localhost'));
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
  session.begin('token');
  await router.push('/');
});

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function dashboard() {
  const page = mount(DashboardPage, { global: { plugins: [router] } });
  await flushPromises();
  return { page, at: (testId: string) => page.get(`[data-testid="${testId}"]`) };
}

test('shows what the API says, under the user’s first name', async () => {
  const { at } = await dashboard();
  expect(at('welcome').text()).toBe('Welcome, John');
  expect(at('metric-total').attributes('data-value')).toBe('100.75');
  expect(at('chart-categories').findAll('[data-category]')).toHaveLength(2);
  expect(at('chart-donut').findAll('[data-category]')).toHaveLength(2);
  expect(at('chart-time').get('[data-period]').attributes('data-value')).toBe('100.75');
  expect(at('transactions-count').text()).toBe('120');
  expect(at('transactions-table').get('.tag').text()).toBe('Refund');
});

test('every element follows a filter, and the address holds it', async () => {
  const { at } = await dashboard();
  requests.length = 0;
  await at('filter-category-Travel').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ categories: 'Travel' });
  expect(at('metric-total').attributes('data-value')).toBe('25.25');
  expect(at('chart-categories').findAll('[data-category]')).toHaveLength(1);
  expect(at('chart-donut').findAll('[data-category]')).toHaveLength(1);
  expect(at('chart-time').get('[data-period]').attributes('data-value')).toBe('25.25');
  expect(at('transactions-count').text()).toBe('60');
  expect(requests.every((request) => request.includes('categories=Travel'))).toBe(true);
  expect(requests).toHaveLength(4);
});

test('the address sets the filters', async () => {
  await router.push('/?from=2026-01-01&to=2026-01-31&categories=Travel');
  const { at } = await dashboard();
  expect((at('filter-start').element as HTMLInputElement).value).toBe('2026-01-01');
  expect(at('filter-category-Travel').attributes('aria-pressed')).toBe('true');
  expect(requests).toContain('/api/v1/transactions/time-series?start_date=2026-01-01&end_date=2026-01-31&categories=Travel&granularity=day');
});

test('more transactions are loaded on demand', async () => {
  const { at } = await dashboard();
  await at('transactions-more').trigger('click');
  await flushPromises();
  expect(requests.at(-1)).toBe('/api/v1/transactions?skip=50&limit=50');
  expect(at('transactions-table').findAll('tbody tr')).toHaveLength(2);
});

test('who has nothing yet is led to the import, but not who filters too much away', async () => {
  vi.stubGlobal('fetch', async (input: string) => {
    const url = new URL(input, 'http://localhost');
    if (url.pathname.endsWith('/time-series')) return Response.json({ granularity: 'month', currency: null, points: [] });
    return answer(url);
  });
  const { page, at } = await dashboard();
  expect(at('dashboard-import').attributes('href')).toBe('/import');
  await at('filter-category-Travel').trigger('click');
  await flushPromises();
  expect(page.find('[data-testid="dashboard-import"]').exists()).toBe(false);
});

test('signing out ends the session and forgets what was loaded', async () => {
  const { at } = await dashboard();
  await at('sign-out').trigger('click');
  expect(session.token.value).toBeNull();
  expect(queryClient.getQueryCache().getAll().every((query) => query.state.data === undefined)).toBe(true);
});

test('a click on a bar filters everything, and a second one takes that back', async () => {
  const { at } = await dashboard();
  await at('chart-categories').get('[data-category=Travel]').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ categories: 'Travel' });
  expect(at('metric-total').attributes('data-value')).toBe('25.25');
  await at('chart-donut').get('[data-category=Travel]').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({});
});

test('a period of the line becomes the range of days', async () => {
  await router.push('/?granularity=month');
  const { at } = await dashboard();
  await at('chart-time').get('[data-period]').trigger('keydown', { key: 'Enter' });
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ from: '2026-01-01', to: '2026-01-31' });
});

test('every figure leads to the transactions behind it', async () => {
  await router.push('/?from=2026-01-01');
  const { page, at } = await dashboard();
  expect(at('drill-total').attributes('href')).toBe('/transactions?from=2026-01-01&kind=spending');
  await at('chart-time').get('[aria-pressed=false].button--icon').trigger('click');
  expect(at('chart-time').get('tbody a').attributes('href')).toBe('/transactions?from=2026-01-01&to=2026-01-31&kind=spending');
  await at('how-counted').trigger('click');
  expect(page.get('[data-testid=how-dialog]').text()).toContain('refunds');
});

test('a range is compared with as many days before it', async () => {
  await router.push('/?from=2026-01-11&to=2026-01-20');
  const { at } = await dashboard();
  expect(requests).toContain('/api/v1/transactions/metrics?start_date=2026-01-01&end_date=2026-01-10');
  expect(at('metric-change').text()).toMatch(/^As much as Jan 1.*10, 2026$/);
});

test('all time is compared with nothing', async () => {
  const { page } = await dashboard();
  expect(page.find('[data-testid=metric-change]').exists()).toBe(false);
});

test('a merchant filters everything, is seen as a filter and leads to its transactions', async () => {
  const { at } = await dashboard();
  await at('chart-merchants').get('[data-category=Lufthansa]').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.fullPath).toBe('/?merchant=Lufthansa');
  expect(requests).toContain('/api/v1/transactions/metrics?merchant=Lufthansa');
  await at('chart-merchants').get('button[aria-pressed=false].button--icon').trigger('click');
  expect(at('chart-merchants').get('tbody a').attributes('href')).toBe('/transactions?merchant=Lufthansa&kind=spending');
  await at('chip-merchant-Lufthansa').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({});
});
