/** A calendar day as the API writes it: YYYY-MM-DD. Such texts sort and compare as the days do. */
export type IsoDate = string;

/** Both ends inclusive; an absent end is open. */
export interface DateRange {
  from: IsoDate | null;
  to: IsoDate | null;
}

export const granularities = ['day', 'week', 'month'] as const;
export type Granularity = (typeof granularities)[number];

export const presets = ['all', 'this-month', 'last-month', 'last-30-days', 'last-90-days', 'year-to-date', 'last-year'] as const;
export type Preset = (typeof presets)[number];

/** The days that can be filtered by. */
export const earliest = '1970-01-01';
export const latest = '9999-12-31';
const millisecondsPerDay = 86_400_000;

// Days are counted in UTC, where each has 24 hours; only "today" depends on where the reader is.
function toUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function fromUtc(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

export function today(now: Date = new Date()): IsoDate {
  return fromUtc(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

/** The day that a text names, or null: half-typed years and days that do not exist are none. */
export function parseDate(text: unknown): IsoDate | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text < earliest) return null;
  const date = toUtc(text);
  return !Number.isNaN(date.getTime()) && fromUtc(date) === text ? text : null;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * millisecondsPerDay));
}

function monthStart(date: IsoDate, months = 0): IsoDate {
  const day = toUtc(date);
  return fromUtc(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)));
}

function yearStart(date: IsoDate, years = 0): IsoDate {
  return `${toUtc(date).getUTCFullYear() + years}-01-01`;
}

/** Days in a range, both ends counted. */
export function daysIn(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / millisecondsPerDay) + 1;
}

export function presetRange(preset: Preset, now: IsoDate): DateRange {
  switch (preset) {
    case 'all':
      return { from: null, to: null };
    case 'this-month':
      return { from: monthStart(now), to: now };
    case 'last-month':
      return { from: monthStart(now, -1), to: addDays(monthStart(now), -1) };
    case 'last-30-days':
      return { from: addDays(now, -29), to: now };
    case 'last-90-days':
      return { from: addDays(now, -89), to: now };
    case 'year-to-date':
      return { from: yearStart(now), to: now };
    case 'last-year':
      return { from: yearStart(now, -1), to: addDays(yearStart(now), -1) };
  }
}

/** The preset that a range is today, if any. */
export function presetOf(range: DateRange, now: IsoDate): Preset | null {
  return (
    presets.find((preset) => {
      const { from, to } = presetRange(preset, now);
      return from === range.from && to === range.to;
    }) ?? null
  );
}

/**
 * As many days just before a range, to compare it with; null where the range has no beginning or has not begun. Of a range
 * that still runs only the days until now count, so that like is compared with like.
 */
export function rangeBefore({ from, to }: DateRange, now: IsoDate): { from: IsoDate; to: IsoDate } | null {
  const end = to === null || to > now ? now : to;
  if (from === null || from > end) return null;
  return { from: addDays(from, -daysIn(from, end)), to: addDays(from, -1) };
}

/** Days for up to two months, weeks for up to nine, then months; an open range is long. */
export function granularityFor(range: DateRange): Granularity {
  if (!range.from || !range.to) return 'month';
  const days = daysIn(range.from, range.to);
  if (days <= 62) return 'day';
  return days <= 275 ? 'week' : 'month';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found;
}

export function formatDate(date: IsoDate, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(toUtc(date));
}

/** "1 – 30 Nov 2026": parts that both ends share are written once. */
export function formatRange(from: IsoDate, to: IsoDate, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(toUtc(from), toUtc(to));
}

/** The full name of a period: a day with its weekday, a week's first and last day on whichever day it begins, a month with its year. */
export function formatPeriod(start: IsoDate, granularity: Granularity, locale: string): string {
  switch (granularity) {
    case 'day':
      return format(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(toUtc(start));
    case 'week':
      return formatRange(start, addDays(start, 6), locale);
    case 'month':
      return format(locale, { month: 'long', year: 'numeric' }).format(toUtc(start));
  }
}

/** A period's name on an axis: short, with the year where it is new. */
export function formatTick(start: IsoDate, previous: IsoDate | null, granularity: Granularity, locale: string): string {
  const newYear = previous?.slice(0, 4) !== start.slice(0, 4);
  return format(locale, {
    ...(granularity !== 'month' && { day: 'numeric' }),
    month: 'short',
    ...(newYear && { year: 'numeric' }),
  }).format(toUtc(start));
}

/** Whether the filter cuts the period, or it still runs, so that it cannot be compared with a whole one. */
export function isPartial(start: IsoDate, firstDay: IsoDate, lastDay: IsoDate, granularity: Granularity): boolean {
  if (granularity === 'day') return false;
  const end = granularity === 'week' ? addDays(start, 6) : addDays(monthStart(start, 1), -1);
  return firstDay !== start || lastDay !== end;
}
