import { mount } from '@vue/test-utils';
import { describe, expect, test } from 'vitest';
import { type Filters, noFilters } from '../../domain/filters';
import { presetRange, today } from '../../domain/periods';
import FilterBar from './FilterBar.vue';

const categories = ['Dining', 'Travel'].map((name, index) => ({ id: index + 1, name, parent_id: null, color: '#2e7d32' }));

function bar(filters: Partial<Filters> = {}, clearable = false) {
  const wrapper = mount(FilterBar, { props: { filters: { ...noFilters, ...filters }, categories, failed: false, clearable } });
  return { wrapper, at: (testId: string) => wrapper.get(`[data-testid="${testId}"]`), changes: () => wrapper.emitted('change') ?? [] };
}

describe('categories', () => {
  test('are added one by one and show that they are chosen', async () => {
    const { at, changes } = bar({ categories: ['dining'] });
    expect(at('filter-category-Dining').attributes('aria-pressed')).toBe('true');
    expect(at('filter-category-Travel').attributes('aria-pressed')).toBe('false');
    await at('filter-category-Travel').trigger('click');
    await at('filter-category-Dining').trigger('click');
    expect(changes()).toEqual([[{ categories: ['dining', 'Travel'] }], [{ categories: [] }]]);
  });

  test('that the user does not have can still be taken away', async () => {
    const { at, changes } = bar({ categories: ['Ghost'] });
    await at('filter-category-Ghost').trigger('click');
    expect(changes()).toEqual([[{ categories: [] }]]);
  });
});

describe('dates', () => {
  test('become filters once they are whole', async () => {
    const { at, changes } = bar();
    await at('filter-start').setValue('2026-01-01');
    expect(changes().at(-1)).toEqual([{ from: '2026-01-01', to: null }]);
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
    expect(changes()).toEqual([[{ from: '2026-02-10', to: '2026-02-20' }]]);
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
  expect(changes()).toEqual([[{ ...lastYear }]]);
  expect(bar(lastYear).at('filter-preset-last-year').attributes('aria-pressed')).toBe('true');
});

test('clearing is told, and is off where there is nothing to clear', async () => {
  const { at, wrapper } = bar({ categories: ['Dining'] }, true);
  await at('filters-clear').trigger('click');
  expect(wrapper.emitted('clear')).toHaveLength(1);
  expect(bar().at('filters-clear').attributes('disabled')).toBeDefined();
});

test('what is folded is told and shown when it is asked for', async () => {
  const { at, wrapper } = bar({}, true);
  expect(wrapper.find('[data-testid="filters-fold"]').exists()).toBe(false);
  await wrapper.setProps({ foldable: true });
  expect(at('filters-fold').attributes('aria-expanded')).toBe('false');
  expect(wrapper.classes()).toContain('folded');
  await at('filters-fold').trigger('click');
  expect(wrapper.classes()).not.toContain('folded');
});

test('merchants that filter are seen, and each is taken away', async () => {
  const { at, changes } = bar({ merchants: ['Ferry', 'Café'] });
  expect(at('chip-merchant-Ferry').text()).toBe('Ferry');
  await at('chip-merchant-Ferry').trigger('click');
  expect(changes()).toEqual([[{ merchants: ['Café'] }]]);
});
