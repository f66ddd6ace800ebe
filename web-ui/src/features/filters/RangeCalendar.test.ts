import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import RangeCalendar from './RangeCalendar.vue';

let isWide: boolean;

beforeEach(() => {
  isWide = true;
  vi.stubGlobal('matchMedia', () => ({ matches: isWide }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function calendar(range: { from: string | null; to: string | null } = { from: '2026-01-10', to: '2026-02-20' }) {
  const wrapper = mount(RangeCalendar, { props: { range, anchor: document.body }, attachTo: document.body });
  const day = (date: string) => wrapper.get(`[data-value="${date}"]:not([data-outside-view])`);
  return { wrapper, day, months: () => wrapper.findAll('.names span').map((name) => name.text()), chosen: () => wrapper.emitted('choose') };
}

test('shows the chosen range, its last month last, with the focus in it', () => {
  const { months, day, wrapper } = calendar();
  expect(months()).toEqual(['January 2026', 'February 2026']);
  expect(day('2026-02-20').attributes('aria-pressed')).toBe('true');
  expect(day('2026-02-21').attributes('aria-pressed')).toBeUndefined();
  expect(document.activeElement?.getAttribute('data-value')).toMatch(/^2026-0[12]/);
  expect(wrapper.findAll('.weekday').map((name) => name.text()).slice(0, 2)).toEqual(['Sun', 'Mon']);
});

test('shows one month where there is no room for two', () => {
  isWide = false;
  expect(calendar().months()).toEqual(['February 2026']);
});

describe('a range', () => {
  test('is chosen by its first and its last day', async () => {
    const { day, chosen, wrapper } = calendar({ from: null, to: '2026-02-20' });
    await day('2026-01-05').trigger('click');
    expect(wrapper.get('[role=status]').text()).toBe('From Jan 5, 2026: choose the last day.');
    expect(chosen()).toBeUndefined();
    await day('2026-02-03').trigger('click');
    expect(chosen()).toEqual([[{ from: '2026-01-05', to: '2026-02-03' }]]);
  });

  test('may be chosen from its end', async () => {
    const { day, chosen } = calendar();
    await day('2026-02-03').trigger('click');
    await day('2026-01-05').trigger('click');
    expect(chosen()).toEqual([[{ from: '2026-01-05', to: '2026-02-03' }]]);
  });

  test('is chosen by keys', async () => {
    const { chosen, day } = calendar({ from: null, to: '2026-02-20' });
    await day('2026-01-20').trigger('keydown', { key: 'Enter', code: 'Enter' });
    await day('2026-01-20').trigger('keydown', { key: 'ArrowDown', code: 'ArrowDown' });
    await flushPromises();
    expect(document.activeElement?.getAttribute('data-value')).toBe('2026-01-27');
    await day('2026-01-27').trigger('keydown', { key: 'Enter', code: 'Enter' });
    expect(chosen()).toEqual([[{ from: '2026-01-20', to: '2026-01-27' }]]);
  });
});

test('goes by months and by years, not beyond the days that can be filtered by', async () => {
  isWide = false;
  const { wrapper, months } = calendar({ from: '1970-02-01', to: '1970-02-20' });
  const click = (name: string) => wrapper.get(`[data-testid=calendar-${name}]`).trigger('click');
  await click('later-year');
  expect(months()).toEqual(['February 1971']);
  await click('earlier-year');
  await click('earlier');
  expect(months()).toEqual(['January 1970']);
  expect(wrapper.get('[data-testid=calendar-earlier]').attributes('disabled')).toBeDefined();
});

test('is closed by its button and by a click beside it', async () => {
  const { wrapper } = calendar();
  await wrapper.get('[data-testid=calendar-close]').trigger('click');
  expect(wrapper.emitted('close')).toHaveLength(1);
  await wrapper.get('[role=status]').trigger('click');
  expect(wrapper.emitted('close')).toHaveLength(1);
});
