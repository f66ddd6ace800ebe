import { afterEach, expect, test, vi } from 'vitest';
import { firstWeekday, usualFirstWeekday, weekdayName, weekdayOf, weekdaysFrom } from './week';

afterEach(() => vi.restoreAllMocks());

test.each([
  ['de-DE', 1], ['de', 1], ['en-GB', 1], ['en-US', 7], ['en', 7], ['pt-BR', 7], ['ar-EG', 6], ['dv-MV', 5], ['de-AT-u-nu-latn', 1],
])('the week of %s begins on day %i', (locale, first) => {
  expect(firstWeekday(locale)).toBe(first);
});

test('a browser that does not tell gets the usual day of the region', () => {
  const names = ['getWeekInfo', 'weekInfo'].filter((name) => name in Intl.Locale.prototype);
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(Intl.Locale.prototype, name) ?? {}] as const);
  for (const name of names) Object.defineProperty(Intl.Locale.prototype, name, { configurable: true, value: undefined });
  try {
    expect(['de', 'en-US', 'en-GB', 'ar-EG', 'und-001'].map(firstWeekday)).toEqual([1, 7, 1, 6, 1]);
  } finally {
    for (const [name, descriptor] of before) Object.defineProperty(Intl.Locale.prototype, name, descriptor);
  }
});

test('a region that nothing is known of begins on Monday', () => {
  expect(usualFirstWeekday('XX')).toBe(1);
  expect(usualFirstWeekday(undefined)).toBe(1);
});

test('the days come in the order of the week', () => {
  expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(weekdaysFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  expect(weekdaysFrom(6)).toEqual([6, 7, 1, 2, 3, 4, 5]);
});

test('the days have the names of the language', () => {
  expect(weekdaysFrom(1).map((day) => weekdayName(day, 'de', 'short'))).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
  expect(weekdayName(7, 'en')).toBe('Sunday');
});

test('a calendar day has its weekday, wherever the reader is', () => {
  expect(weekdayOf('2026-11-25')).toBe(3);
  expect(weekdayOf('2026-11-29')).toBe(7);
  expect(weekdayOf('2026-11-30')).toBe(1);
});
