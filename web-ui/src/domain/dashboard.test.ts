import { describe, expect, test } from 'vitest';
import type { components } from '../api/schema/analytics';
import { beforePoints, calendarRange, changeAgainst, courses, merchantShares, monthStacks, rangeOf, shares, weekdayBars } from './dashboard';
import { decimal } from './decimal';

type Dashboard = components['schemas']['Dashboard'];

const answer: Dashboard = {
  currency: 'EUR', excluded_transaction_count: 0, first_date: '2026-01-05', last_date: '2026-02-10',
  total_spent: decimal('100.00'), average_transaction: decimal('25.00'), average_month: decimal('82.26'), transaction_count: 4, largest: null,
  categories: [
    { category: 'Travel', color: '#c2185b', total: decimal('110.00'), transaction_count: 3 },
    { category: 'Returns', color: '#1565c0', total: decimal('-10.00'), transaction_count: 1 },
  ],
  merchants: [{ merchant: 'Bahn, DB', total: decimal('25.00'), transaction_count: 1 }],
  granularity: 'month',
  points: [
    { period_start: '2026-01-01', start_date: '2026-01-05', end_date: '2026-01-31', total: decimal('60.00'), transaction_count: 3, largest: decimal('50.00') },
    { period_start: '2026-02-01', start_date: '2026-02-01', end_date: '2026-02-10', total: decimal('0.00'), transaction_count: 0, largest: null },
  ],
  months: [
    { month: '2026-01-01', start_date: '2026-01-05', end_date: '2026-01-31', total: decimal('60.00'), categories: [{ category: 'Travel', total: decimal('60.00') }] },
    { month: '2026-02-01', start_date: '2026-02-01', end_date: '2026-02-10', total: decimal('0.00'), categories: [] },
  ],
  weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday, total: decimal(`${weekday}.00`), transaction_count: weekday, day_count: 5, average_day: decimal('0.20'),
  })),
  days: [],
  before: {
    start_date: '2025-11-29', end_date: '2026-01-04', total_spent: decimal('0.00'), average_transaction: decimal('0.00'), average_month: decimal('0.00'),
    transaction_count: 0, largest: null, categories: [], points: [{ start_date: '2025-11-29', end_date: '2025-12-25', total: decimal('0.00') }],
  },
};

describe('an answer about the dashboard', () => {
  test('has each category as a part of the whole, in its own colour', () => {
    expect(shares(answer)).toEqual([
      { category: 'Travel', total: '110.00', share: 1.1, color: '#c2185b' },
      { category: 'Returns', total: '-10.00', share: -0.1, color: '#1565c0' },
    ]);
    expect(merchantShares(answer)).toMatchObject([{ category: 'Bahn, DB', total: '25.00', share: 0.25 }]);
  });

  test('has months whose parts are coloured as their categories', () => {
    expect(monthStacks(answer, 'en')).toEqual([
      { month: '2026-01-01', from: '2026-01-05', to: '2026-01-31', name: 'January 2026', total: '60.00', parts: [{ category: 'Travel', total: '60.00', color: '#c2185b' }] },
      { month: '2026-02-01', from: '2026-02-01', to: '2026-02-10', name: 'February 2026', total: '0.00', parts: [] },
    ]);
  });

  test('has the days of the week in the reader’s order', () => {
    expect(weekdayBars(answer, 7, 'en').map(({ name }) => name)).toEqual(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']);
    expect(weekdayBars(answer, 1, 'en')[0]).toEqual({ weekday: 1, name: 'Monday', total: '1.00', average: '0.20', count: 1, days: 5 });
  });

  test('has the stretches of the range before, named by their days', () => {
    expect(beforePoints(answer, 'en')).toMatchObject([{ from: '2025-11-29', to: '2025-12-25', total: '0.00' }]);
    expect(beforePoints({ ...answer, before: null }, 'en')).toBeNull();
  });

  test('has courses that are as long as its periods', () => {
    const course = courses(answer);
    expect(course).toMatchObject({ total: [60, 0], average: [20, 0], count: [3, 0], largest: [50, 0], month: [60, 0] });
    expect([...course.categories]).toEqual([['Travel', [60, 0]], ['Returns', [0, 0]]]);
  });

  test('is about the days asked for, or from the first counted day to the last', () => {
    expect(rangeOf({ from: null, to: null }, answer)).toEqual({ from: '2026-01-05', to: '2026-02-10' });
    expect(rangeOf({ from: '2026-01-01', to: '2026-01-31' }, answer)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(rangeOf({ from: null, to: null }, { ...answer, first_date: null, last_date: null })).toBeNull();
    expect(rangeOf({ from: '2026-03-01', to: null }, answer)).toBeNull();
  });
});

test('a calendar shows at most the last 53 weeks of a range', () => {
  expect(calendarRange({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  expect(calendarRange({ from: '2020-01-01', to: '2026-01-06' })).toEqual({ from: '2025-01-01', to: '2026-01-06' });
});

test('a figure is compared only with one above zero', () => {
  expect(changeAgainst(decimal('15.00'), decimal('10.00'))).toEqual({ share: 0.5, direction: 'more' });
  expect(changeAgainst(decimal('5.00'), decimal('10.00'))).toEqual({ share: -0.5, direction: 'less' });
  expect(changeAgainst(decimal('10'), decimal('10.00'))).toEqual({ share: 0, direction: 'same' });
  expect(changeAgainst(decimal('10.00'), decimal('0.00'))).toBeNull();
  expect(changeAgainst(decimal('10.00'), null)).toBeNull();
});
