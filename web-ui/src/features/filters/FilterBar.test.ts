import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { decimal } from '../../domain/decimal';
import { type Filters, noFilters } from '../../domain/filters';
import { presetRange, today } from '../../domain/periods';
import FilterBar from './FilterBar.vue';

const categories = ['Dining', 'Travel'].map((name, index) => ({ id: index + 1, name, parent_id: null, color: '#2e7d32' }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async () => Response.json([{ id: 4, name: 'Everyday', currency: 'EUR' }]));
});

afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function bar(filters: Partial<Filters> = {}, props: { clearable?: boolean; open?: boolean } = {}) {
  const wrapper = mount(FilterBar<Filters>, {
    props: { filters: { ...noFilters, ...filters }, categories, failed: false, clearable: false, ...props }, attachTo: document.body,
  });
  return {
    wrapper,
    at: (testId: string) => wrapper.get(`[data-testid="${testId}"]`),
    has: (testId: string) => wrapper.find(`[data-testid="${testId}"]`).exists(),
    changes: () => (wrapper.emitted('change') ?? []).map(([changes]) => changes),
    focus: () => document.activeElement?.getAttribute('data-testid'),
  };
}

describe('categories', () => {
  test('are added one by one and show that they are chosen', async () => {
    const { at, changes } = bar({ categories: ['dining'] });
    expect(at('filter-category-Dining').attributes('aria-pressed')).toBe('true');
    expect(at('filter-category-Travel').attributes('aria-pressed')).toBe('false');
    await at('filter-category-Travel').trigger('click');
    await at('filter-category-Dining').trigger('click');
    expect(changes()).toEqual([{ categories: ['dining', 'Travel'] }, { categories: [] }]);
  });

  test('that the user does not have can still be taken away', async () => {
    const { at, changes } = bar({ categories: ['Ghost'] });
    await at('filter-category-Ghost').trigger('click');
    expect(changes()).toEqual([{ categories: [] }]);
  });
});

describe('dates', () => {
  test('become filters once they are whole', async () => {
    const { at, changes } = bar();
    await at('filter-start').setValue('2026-01-01');
    expect(changes().at(-1)).toEqual({ from: '2026-01-01', to: null });
  });

  test('whose year is half typed are not filters yet', async () => {
    const { at, changes } = bar();
    await at('filter-start').setValue('0202-01-01');
    expect(changes()).toEqual([]);
  });

  test('in the wrong order are said to be, and wait', async () => {
    const { wrapper, at, changes } = bar({ from: '2026-01-01', to: '2026-01-31' });
    await at('filter-start').setValue('2026-02-10');
    expect(wrapper.find('[role=alert]').exists()).toBe(true);
    expect(changes()).toEqual([]);
    await at('filter-end').setValue('2026-02-20');
    expect(wrapper.find('[role=alert]').exists()).toBe(false);
    expect(changes()).toEqual([{ from: '2026-02-10', to: '2026-02-20' }]);
  });

  test('follow the address', async () => {
    const { wrapper, at } = bar({ from: '2026-01-01' });
    await wrapper.setProps({ filters: { ...noFilters, from: '2025-05-05' } });
    expect((at('filter-start').element as HTMLInputElement).value).toBe('2025-05-05');
  });
});

test('a preset sets both dates, and is shown as chosen', async () => {
  const lastYear = presetRange('last-year', today());
  const { at, changes } = bar();
  await at('filter-preset-last-year').trigger('click');
  expect(changes()).toEqual([lastYear]);
  expect(bar(lastYear).at('filter-preset-last-year').attributes('aria-pressed')).toBe('true');
});

test('a preset that is chosen is taken back by another click', async () => {
  const { at, changes } = bar(presetRange('last-year', today()));
  await at('filter-preset-last-year').trigger('click');
  expect(changes()).toEqual([{ from: null, to: null }]);
});

test('a day that is half typed stays when another filter changes', async () => {
  const { wrapper, at } = bar({ from: '2026-01-01', to: '2026-01-31' });
  await at('filter-start').setValue('2026-02-10');
  await wrapper.setProps({ filters: { ...noFilters, from: '2026-01-01', to: '2026-01-31', text: 'a' } });
  expect((at('filter-start').element as HTMLInputElement).value).toBe('2026-02-10');
});

test('clearing is told, is off where there is nothing to clear, and keeps the focus on the bar', async () => {
  const { at, wrapper, focus } = bar({ categories: ['Dining'] }, { clearable: true });
  await at('filters-clear').trigger('click');
  expect(wrapper.emitted('clear')).toHaveLength(1);
  expect(focus()).toBe('filters-fold');
  expect(bar().at('filters-clear').attributes('disabled')).toBeDefined();
});

describe('the search', () => {
  test('waits until typing pauses, and is one step to go back to', async () => {
    const { wrapper, at } = bar();
    await at('search').setValue('ca');
    await at('search').setValue('caf');
    expect(wrapper.emitted('change')).toBeUndefined();
    vi.advanceTimersByTime(150);
    expect(wrapper.emitted('change')).toEqual([[{ text: 'caf' }, { replace: false }]]);
    await wrapper.setProps({ filters: { ...noFilters, text: 'caf' } });
    await at('search').setValue('cafe ');
    vi.advanceTimersByTime(150);
    expect(wrapper.emitted('change')?.at(-1)).toEqual([{ text: 'cafe' }, { replace: true }]);
  });

  test('is at once what Enter says', async () => {
    const { at, changes } = bar();
    await at('search').setValue('caf');
    await at('search').trigger('keydown', { key: 'Enter' });
    expect(changes()).toEqual([{ text: 'caf' }]);
  });

  test('is reached by a slash, and emptied by its button', async () => {
    const { at, changes, focus } = bar({ text: 'caf' });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(focus()).toBe('search');
    await at('search-clear').trigger('click');
    expect(changes()).toEqual([{ text: '' }]);
  });
});

describe('what is needed now and then', () => {
  test('is there when it is asked for, or to begin with on a page that wants it', async () => {
    const { at, has, wrapper } = bar();
    expect(has('filter-account')).toBe(false);
    expect(at('filters-fold').attributes('aria-expanded')).toBe('false');
    await at('filters-fold').trigger('click');
    expect(has('filter-account')).toBe(true);
    expect(wrapper.classes()).not.toContain('folded');
    expect(bar({}, { open: true }).has('filter-account')).toBe(true);
  });

  test('is the account, the amount, days of the week and refunds', async () => {
    const { at, changes, wrapper } = bar({ weekdays: [2] }, { open: true });
    await flushPromises();
    await at('filter-account').setValue('4');
    await at('filter-min').setValue('10,50');
    await at('filter-weekday-1').trigger('click');
    await at('filter-weekday-2').trigger('click');
    await at('filter-basis').trigger('click');
    expect(changes()).toEqual([{ accountId: 4 }, { min: '10.50', max: null }, { weekdays: [1, 2] }, { weekdays: [] }, { basis: 'gross' }]);
    await wrapper.setProps({ filters: { ...noFilters, basis: 'gross' } });
    await at('filter-basis').trigger('click');
    expect(changes().at(-1)).toEqual({ basis: 'net' });
  });

  test.each([['ten', '12.50'], ['30', 'more than the second']])('an amount of %s is said to be wrong, and waits', async (typed, said) => {
    const { at, changes, wrapper } = bar({ max: decimal('20') }, { open: true });
    await at('filter-min').setValue(typed);
    expect(wrapper.get('#amounts-wrong').text()).toContain(said);
    expect(changes()).toEqual([]);
  });
});

describe('what is active', () => {
  const filters: Partial<Filters> = {
    from: '2026-01-01', to: '2026-01-15', merchants: ['Ferry', 'Café'], weekdays: [1, 6], text: 'tea', min: decimal('5'), max: decimal('9.90'), accountId: 4,
    basis: 'gross',
  };

  test('is seen as chips', async () => {
    const { at } = bar(filters);
    await flushPromises();
    expect(at('active-filters').findAll('button').map((chip) => chip.text())).toEqual([
      expect.stringMatching(/^Jan 1\W+15, 2026$/), '“tea”', 'Ferry', 'Café', 'Monday', 'Saturday', '5 – 9.90', 'Everyday', 'Refunds left out',
    ]);
  });

  test('is not said twice where a preset or nothing is chosen', () => {
    expect(bar(presetRange('last-year', today())).has('active-filters')).toBe(false);
    expect(bar().has('active-filters')).toBe(false);
  });

  test.each([
    [{ from: '2026-01-01' }, 'From Jan 1, 2026'], [{ to: '2026-01-01' }, 'Until Jan 1, 2026'], [{ from: '2026-01-01', to: '2026-01-01' }, 'Jan 1, 2026'],
    [{ min: decimal('5') }, 'From 5'], [{ max: decimal('5') }, 'Up to 5'],
  ])('has one open end: %o', (some, text) => {
    expect(bar(some).at('active-filters').text()).toBe(text);
  });

  test.each([
    ['range', { from: null, to: null }], ['text', { text: '' }], ['merchant-Ferry', { merchants: ['Café'] }], ['weekday-6', { weekdays: [1] }],
    ['amount', { min: null, max: null }], ['account', { accountId: null }], ['basis', { basis: 'net' }],
  ])('is taken away by its chip: %s', async (id, without) => {
    const { at, changes, wrapper } = bar(filters);
    await at(`chip-${id}`).trigger('click');
    expect(changes()).toEqual([without]);
    expect(wrapper.get('p[role=status]').text()).toContain('is no filter any more');
  });

  test.each(['Delete', 'Backspace'])('is taken away by %s, which leaves the focus on the next chip', async (key) => {
    const { wrapper, at, changes, focus } = bar({ merchants: ['Ferry', 'Café'] });
    wrapper.setProps({ filters: { ...noFilters, merchants: ['Café'] } });
    await at('chip-merchant-Ferry').trigger('keydown', { key });
    await flushPromises();
    expect(changes()).toEqual([{ merchants: ['Café'] }]);
    expect(focus()).toBe('chip-merchant-Café');
  });

  test('leaves the focus on the bar when it was the last', async () => {
    const { wrapper, at, focus } = bar({ basis: 'gross' });
    void at('chip-basis').trigger('click');
    await wrapper.setProps({ filters: noFilters });
    await flushPromises();
    expect(focus()).toBe('filters-fold');
  });

  test('says which categories are chosen where those are folded away', async () => {
    const { at, changes } = bar({ categories: ['Travel'] });
    expect(at('chip-category-Travel').element.closest('ul')?.classList).toContain('only-folded');
    await at('chip-category-Travel').trigger('click');
    expect(changes()).toEqual([{ categories: [] }]);
  });
});
