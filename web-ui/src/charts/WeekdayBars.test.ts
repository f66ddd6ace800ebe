import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { decimal } from '../domain/decimal';
import type { WeekdaySpending } from './chartTypes';
import { attributes, money } from './testData';
import WeekdayBars from './WeekdayBars.vue';

const weekdays: WeekdaySpending[] = [
  { weekday: 7, name: 'Sunday', total: decimal('40.00'), average: decimal('10.00'), count: 3, days: 4 },
  { weekday: 1, name: 'Monday', total: decimal('100.00'), average: decimal('20.00'), count: 1, days: 5 },
];

function bars() {
  return mount(WeekdayBars, { props: { weekdays, money, label: 'Weekdays', chosen: [1] }, attachTo: document.body });
}

test('each weekday has its average as a bar, and its total in its name', () => {
  const chart = bars();
  const marks = chart.findAll('[data-weekday]');
  expect(attributes(marks, 'data-weekday')).toEqual(['7', '1']);
  expect(attributes(marks, 'data-value')).toEqual(['40.00', '100.00']);
  expect(attributes(marks, 'data-average')).toEqual(['10.00', '20.00']);
  expect(attributes(marks, 'aria-label')).toEqual(['Sunday: €10.00 on average, €40.00 in all, 3 transactions', 'Monday: €20.00 on average, €100.00 in all, 1 transaction']);
  expect(attributes(chart.findAll('.bar'), 'width')).toEqual(['50%', '100%']);
});

test('weekdays tell which was chosen, by a click or a key', async () => {
  const chart = bars();
  expect(attributes(chart.findAll('[data-weekday]'), 'aria-pressed')).toEqual(['false', 'true']);
  await chart.get('[data-weekday="1"]').trigger('click');
  chart.get<HTMLElement>('[data-weekday="7"]').element.focus();
  await chart.get('[data-weekday="7"]').trigger('keydown', { key: 'Enter' });
  expect(chart.emitted('choose')).toEqual([[1], [7]]);
});
