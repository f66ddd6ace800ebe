import { expect, test } from 'vitest';
import { firstWeekday, weekdayName, weekdayOf, weekdaysFrom } from './week';

test.each([
  ['de-DE', 1], ['de', 1], ['en-GB', 1], ['en-US', 7], ['en', 7], ['pt-BR', 7], ['ar-EG', 6], ['dv-MV', 5], ['de-AT-u-nu-latn', 1],
  ['und-001', 1], ['en-XX', 1],
])('the week of %s begins on day %i', (locale, first) => {
  expect(firstWeekday(locale)).toBe(first);
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
