import { describe, expect, test } from 'vitest';
import { addDays, daysIn, formatPeriod, formatRange, formatTick, granularityFor, isPartial, parseDate, presetOf, presetRange, rangeBefore, today } from './periods';

describe('parseDate', () => {
  test('reads a day', () => {
    expect(parseDate('2026-02-28')).toBe('2026-02-28');
    expect(parseDate('2024-02-29')).toBe('2024-02-29');
  });

  test.each(['2025-13-01', '2026-02-30', '2025-02-29', '0202-01-01', '2026-1-1', '', 'x', null, undefined, ['2026-01-01']])(
    'is null for %s',
    (text) => expect(parseDate(text)).toBeNull(),
  );
});

test('today is the day where the reader is', () => {
  expect(today(new Date(2026, 10, 3, 23, 59))).toBe('2026-11-03');
  expect(today(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
});

test('days are counted across months, leap years and both ends', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysIn('2026-11-01', '2026-11-30')).toBe(30);
  expect(daysIn('2026-11-23', '2026-11-23')).toBe(1);
});

describe('presets', () => {
  const now = '2026-01-31';

  test.each([
    ['this-month', '2026-01-01', '2026-01-31'],
    ['last-month', '2025-12-01', '2025-12-31'],
    ['last-30-days', '2026-01-02', '2026-01-31'],
    ['last-90-days', '2025-11-03', '2026-01-31'],
    ['year-to-date', '2026-01-01', '2026-01-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
  ] as const)('%s is %s to %s', (preset, from, to) => {
    expect(presetRange(preset, now)).toEqual({ from, to });
  });

  test('are recognised by their dates', () => {
    expect(presetOf({ from: null, to: null }, now)).toBe('all');
    expect(presetOf({ from: '2025-01-01', to: '2025-12-31' }, now)).toBe('last-year');
    expect(presetOf({ from: '2025-01-01', to: null }, now)).toBeNull();
  });
});

test('granularity grows with the range', () => {
  expect(granularityFor({ from: '2026-11-01', to: '2026-11-30' })).toBe('day');
  expect(granularityFor({ from: '2026-08-01', to: '2026-11-30' })).toBe('week');
  expect(granularityFor({ from: '2025-01-01', to: '2025-12-31' })).toBe('month');
  expect(granularityFor({ from: '2026-11-01', to: null })).toBe('month');
});

test('periods have names', () => {
  expect(formatPeriod('2026-11-01', 'month', 'en-GB')).toBe('November 2026');
  expect(formatPeriod('2026-11-23', 'day', 'en-GB')).toBe('Mon, 23 Nov 2026');
  expect(formatPeriod('2026-11-23', 'week', 'en-GB')).toBe(formatRange('2026-11-23', '2026-11-29', 'en-GB'));
});

test('ticks name the year where it is new', () => {
  expect(formatTick('2026-01-01', null, 'month', 'en-GB')).toBe('Jan 2026');
  expect(formatTick('2026-02-01', '2026-01-01', 'month', 'en-GB')).toBe('Feb');
  expect(formatTick('2027-01-01', '2026-12-01', 'month', 'en-GB')).toBe('Jan 2027');
  expect(formatTick('2026-11-23', '2026-11-16', 'week', 'en-GB')).toBe('23 Nov');
  expect(formatTick('2026-01-04', '2025-12-28', 'day', 'en-GB')).toBe('4 Jan 2026');
});

test('a period is partial if its first or last day is cut off', () => {
  expect(isPartial('2026-11-01', '2026-11-01', '2026-11-30', 'month')).toBe(false);
  expect(isPartial('2026-11-01', '2026-11-01', '2026-11-23', 'month')).toBe(true);
  expect(isPartial('2026-11-23', '2026-11-24', '2026-11-29', 'week')).toBe(true);
  expect(isPartial('2026-11-23', '2026-11-23', '2026-11-23', 'day')).toBe(false);
  // A week that begins on Sunday.
  expect(isPartial('2026-11-22', '2026-11-22', '2026-11-28', 'week')).toBe(false);
  expect(isPartial('2026-11-22', '2026-11-22', '2026-11-27', 'week')).toBe(true);
});

test.each([
  ['a range that is over', '2026-10-01', '2026-10-31', '2026-08-31', '2026-09-30'],
  ['one that still runs, as far as it has come', '2026-11-01', '2026-11-30', '2026-10-09', '2026-10-31'],
  ['one without an end', '2026-11-22', null, '2026-11-20', '2026-11-21'],
])('what comes before %s is as long', (_what, from, to, before, until) => {
  expect(rangeBefore({ from, to }, '2026-11-23')).toEqual({ from: before, to: until });
});

test('nothing comes before what has no beginning, or has not begun', () => {
  expect(rangeBefore({ from: null, to: '2026-11-01' }, '2026-11-23')).toBeNull();
  expect(rangeBefore({ from: '2026-12-01', to: null }, '2026-11-23')).toBeNull();
});
