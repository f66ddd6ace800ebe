import { describe, expect, test } from 'vitest';
import { decimal } from './decimal';
import { calendarDays, heatLimits, heatStep } from './heat';

describe('the calendar', () => {
  const days = [{ date: '2026-11-02', total: decimal('5.00'), count: 1 }];

  test('has a column for each week and a row for each weekday', () => {
    const calendar = calendarDays(days, '2026-11-01', '2026-11-09', 1);
    expect(calendar.map(({ date, column, row }) => `${date.slice(8)}:${column},${row}`)).toEqual([
      '01:0,6', '02:1,0', '03:1,1', '04:1,2', '05:1,3', '06:1,4', '07:1,5', '08:1,6', '09:2,0',
    ]);
    expect(calendar.filter(({ spending }) => spending)).toEqual([{ date: '2026-11-02', spending: days[0], column: 1, row: 0 }]);
  });

  test('begins its weeks where the reader’s begin', () => {
    expect(calendarDays([], '2026-11-01', '2026-11-01', 7)[0]).toMatchObject({ column: 0, row: 0 });
    expect(calendarDays([], '2026-11-01', '2026-11-01', 6)[0]).toMatchObject({ column: 0, row: 1 });
  });

  test('holds a year in 53 weeks at most', () => {
    const calendar = calendarDays([], '2025-11-24', '2026-11-29', 1);
    expect(calendar).toHaveLength(371);
    expect(calendar.at(-1)).toMatchObject({ column: 52, row: 6 });
  });
});

describe('the limits of colours', () => {
  test('are round and have about as many days between them', () => {
    expect(heatLimits(Array.from({ length: 100 }, (_, index) => index + 1))).toEqual([20, 40, 60, 80]);
  });

  test('are not moved by one day with the rent', () => {
    expect(heatLimits([3, 8, 11, 19, 26, 33, 41, 52, 60, 1200])).toEqual([10, 25, 40, 60]);
  });

  test('are fewer where amounts hardly differ', () => {
    expect(heatLimits([10, 10, 10, 10, 12])).toEqual([10]);
    expect(heatLimits([10, 10])).toEqual([]);
    expect(heatLimits([])).toEqual([]);
  });

  test('leave out what came back', () => {
    expect(heatLimits([-50, -20, 0, 10, 10, 12])).toEqual([10]);
  });
});

test.each([
  [0, [10, 25, 50, 100], 0], [-5, [10, 25, 50, 100], -1], [10, [10, 25, 50, 100], 1], [10.01, [10, 25, 50, 100], 2], [101, [10, 25, 50, 100], 5],
  [7, [], 3], [7, [5], 5], [5, [5], 1], [7, [5, 10], 3],
])('%d with limits at %o has the colour %d', (value, limits, step) => {
  expect(heatStep(value, limits)).toBe(step);
});
