import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import DashboardPage from './DashboardPage.vue';

const requests: string[] = [];

/** What the API says depends on the filters, so that what does not follow them is seen. */
function dashboardOf(parameters: URLSearchParams) {
  const filtered = parameters.has('categories');
  const total = filtered ? 25.25 : 100.75;
  return {
    currency: 'EUR', excluded_transaction_count: 0, first_date: '2026-01-01', last_date: '2026-01-31',
    total_spent: total, average_transaction: 25.25, average_month: 99.5, transaction_count: filtered ? 1 : 3,
    largest: { id: 7, transaction_date: '2026-01-30', merchant: 'Lufthansa', description: null, category: 'Travel', amount: 25.25 },
    categories: [
      ...(filtered ? [] : [{ category: 'Dining', color: '#2e7d32', total: 75.5, transaction_count: 2 }]),
      { category: 'Travel', color: '#c2185b', total: 25.25, transaction_count: 1 },
    ],
    merchants: [{ merchant: 'Lufthansa', total: 25.25, transaction_count: 1 }],
    granularity: parameters.get('granularity'),
    points: [{ period_start: '2026-01-01', start_date: '2026-01-01', end_date: '2026-01-31', total, transaction_count: 3, largest: 25.25 }],
    months: [{ month: '2026-01-01', start_date: '2026-01-01', end_date: '2026-01-31', total, categories: [{ category: 'Travel', total: 25.25 }] }],
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, total: 7, transaction_count: 1, day_count: 4, average_day: 1.75 })),
    days: [{ date: '2026-01-30', total: 25.25, transaction_count: 1 }],
    before: parameters.has('before_start_date')
      ? {
          start_date: parameters.get('before_start_date'), end_date: parameters.get('before_end_date'), total_spent: 50.375, average_transaction: 25.25,
          average_month: 99.5, transaction_count: 3, largest: 25.25, categories: [{ category: 'Travel', total: 50.5 }],
          points: [{ start_date: parameters.get('before_start_date'), end_date: parameters.get('before_end_date'), total: 50.375 }],
        }
      : null,
  };
}

function answer(url: URL): Response {
  switch (url.pathname) {
    case '/api/v1/users/me':
      return Response.json({ id: 1, username: 'john.doe@example.com', full_name: 'John Doe' });
    case '/api/v1/categories':
      return Response.json(['Dining', 'Travel'].map((name, index) => ({ id: index + 1, name, parent_id: null, color: '#2e7d32' })));
    case '/api/v1/dashboard':
      return Response.json(dashboardOf(url.searchParams));
    case '/api/v1/transactions':
      return new Response(
        JSON.stringify([{
          id: 1, user_id: 1, amount: -5.5, currency: 'EUR', kind: 'spending', category: 'Travel', merchant: 'Lufthansa', description: null,
          transaction_date: '2026-01-31', account: null, category_source: 'hand', rule_id: null, learnt_from: null, import_id: null, split_of: null, version: 1,
        }]),
        { headers: { 'X-Total-Count': url.searchParams.has('categories') ? '60' : '120' } },
      );
    default:
      return Response.json([]);
  }
}

beforeEach(async () => {
  requests.length = 0;
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('requestAnimationFrame', (work: FrameRequestCallback) => void work(0));
  vi.stubGlobal('fetch', async (input: string) => {
    requests.push(input);
    return answer(new URL(input, 'http://localhost'));
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
  session.begin();
  await router.push('/');
  await flushPromises();
  queryClient.clear();
  requests.length = 0;
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function dashboard() {
  const page = mount(DashboardPage, { global: { plugins: [router] } });
  await vi.waitFor(() => {
    page.get('[data-testid=chart-donut] [data-category]');
    page.get('[data-testid=chart-merchants] [data-category]');
    page.get('[data-testid=transactions-count]');
  }, { timeout: 10_000 });
  await flushPromises();
  return { page, at: (testId: string) => page.get(`[data-testid="${testId}"]`) };
}

const asked = () => requests.filter((request) => request.startsWith('/api/v1/dashboard')).map((request) => new URL(request, 'http://localhost').searchParams);

test('shows what the API says, under the user’s first name', async () => {
  const { at } = await dashboard();
  expect(at('welcome').text()).toBe('Welcome, John');
  expect(at('metric-total').attributes('data-value')).toBe('100.75');
  expect(at('metric-month').attributes('data-value')).toBe('99.5');
  expect(at('metric-count').attributes('data-value')).toBe('3');
  expect(at('metric-largest').text()).toContain('Lufthansa');
  expect(at('chart-categories').findAll('[data-category]')).toHaveLength(2);
  expect(at('chart-donut').findAll('[data-category]')).toHaveLength(2);
  expect(at('chart-time').get('[data-period]').attributes('data-value')).toBe('100.75');
  expect(at('chart-weekdays').findAll('[data-weekday]')).toHaveLength(7);
  expect(at('chart-months').get('[data-category=Travel]').attributes('data-value')).toBe('25.25');
  expect(at('chart-calendar').get('[data-day="2026-01-30"]').attributes('data-value')).toBe('25.25');
  expect(at('transactions-count').text()).toBe('120');
});

test('asks once for all of it', async () => {
  await dashboard();
  expect(asked()).toHaveLength(1);
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
  expect(requests).toHaveLength(2);
});

test('the address sets the filters', async () => {
  await router.push('/?from=2026-01-01&to=2026-01-31&categories=Travel&basis=gross');
  const { at } = await dashboard();
  expect((at('filter-start').element as HTMLInputElement).value).toBe('2026-01-01');
  expect(at('filter-category-Travel').attributes('aria-pressed')).toBe('true');
  expect(Object.fromEntries(asked().at(-1) ?? [])).toMatchObject({
    start_date: '2026-01-01', end_date: '2026-01-31', categories: 'Travel', basis: 'gross', granularity: 'day',
  });
});

test('who has nothing yet is led to the import, but not who filters too much away', async () => {
  vi.stubGlobal('fetch', async (input: string) => {
    const url = new URL(input, 'http://localhost');
    if (url.pathname !== '/api/v1/dashboard') return answer(url);
    return Response.json({
      ...dashboardOf(url.searchParams), total_spent: 0, transaction_count: 0, currency: null, first_date: null, last_date: null,
      largest: null, categories: [], merchants: [], points: [], months: [], days: [],
    });
  });
  const page = mount(DashboardPage, { global: { plugins: [router] } });
  await vi.waitFor(() => page.get('[data-testid="dashboard-import"]'));
  expect(page.get('[data-testid="dashboard-import"]').attributes('href')).toBe('/import');
  await page.get('[data-testid="filter-category-Travel"]').trigger('click');
  await flushPromises();
  expect(page.find('[data-testid="dashboard-import"]').exists()).toBe(false);
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

test.each([
  ['chart-merchants', '[data-category=Lufthansa]', { merchant: ['Lufthansa'] }],
  ['chart-weekdays', '[data-weekday="3"]', { weekdays: '3' }],
  ['chart-calendar', '[data-day="2026-01-30"]', { from: '2026-01-30', to: '2026-01-30' }],
  ['chart-months', '[data-category=Travel]', { from: '2026-01-01', to: '2026-01-31', categories: 'Travel' }],
])('a mark of %s filters everything', async (chart, mark, query) => {
  const { at } = await dashboard();
  await at(chart).get(mark).trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual(query);
});

test('a merchant and a day are taken back by a second click', async () => {
  const { at } = await dashboard();
  for (const [chart, mark] of [['chart-merchants', '[data-category=Lufthansa]'], ['chart-calendar', '[data-day="2026-01-30"]']] as const) {
    await at(chart).get(mark).trigger('click');
    await flushPromises();
    await at(chart).get(mark).trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({});
  }
});

test('every figure leads to the transactions behind it', async () => {
  await router.push('/?from=2026-01-01');
  const { at } = await dashboard();
  for (const figure of ['total', 'month', 'average', 'count']) {
    expect(at(`drill-${figure}`).attributes('href')).toBe('/transactions?from=2026-01-01&kind=spending');
  }
  expect(at('drill-largest').attributes('href')).toBe(
    '/transactions?from=2026-01-30&to=2026-01-30&categories=Travel&merchant=Lufthansa&min=25.25&max=25.25&kind=spending',
  );
  await at('chart-time').get('[aria-pressed=false].button--icon').trigger('click');
  expect(at('chart-time').get('tbody a').attributes('href')).toBe('/transactions?from=2026-01-01&to=2026-01-31&kind=spending');
});

test('says how it is counted, and counts gross on demand', async () => {
  const { page, at } = await dashboard();
  await at('how-counted').trigger('click');
  await vi.waitFor(() => page.get('[data-testid=how-dialog]'));
  await at('basis-gross').trigger('change');
  await flushPromises();
  expect(router.currentRoute.value.query).toEqual({ basis: 'gross' });
  expect(asked().at(-1)?.get('basis')).toBe('gross');
});

test('a range is compared with as many days before it', async () => {
  await router.push('/?from=2026-01-11&to=2026-01-20');
  const { at } = await dashboard();
  expect(Object.fromEntries(asked().at(-1) ?? [])).toMatchObject({ before_start_date: '2026-01-01', before_end_date: '2026-01-10' });
  expect(at('change-total').attributes('title')).toMatch(/^↑ 100% more than €50\.375, Jan 1.*10, 2026$/);
  expect(at('metric-top-categories').text()).toContain('↓ 50%');
});

test('all time is compared with nothing', async () => {
  const { page } = await dashboard();
  expect(page.find('[data-testid=change-total]').exists()).toBe(false);
});

test('a change of the filters is measured until it is painted', async () => {
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work));
  const measure = vi.spyOn(performance, 'measure').mockImplementation(() => undefined as never);
  const { at } = await dashboard();
  expect(measure).not.toHaveBeenCalled();
  await at('filter-category-Travel').trigger('click');
  await vi.waitFor(() => expect(measure).toHaveBeenCalledTimes(1));
  expect(measure).toHaveBeenCalledWith('filter', expect.objectContaining({ start: expect.any(Number), end: expect.any(Number) }));
});
