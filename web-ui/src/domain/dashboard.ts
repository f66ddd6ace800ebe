import type { components } from '../api/schema/analytics';
import type { CategoryShare } from './breakdown';
import { type Decimal, toNumber } from './decimal';
import type { Filters } from './filters';
import { changeOf, shareOf } from './money';
import { addDays, formatPeriod, formatRange, type IsoDate } from './periods';
import type { BeforePoint } from './series';
import { type Weekday, weekdayName, weekdaysFrom } from './week';

type Dashboard = components['schemas']['Dashboard'];

const merchantColor = '#00897b';

/** The categories as parts of the whole, largest first as the API sorted them. */
export function shares({ categories, total_spent: whole }: Dashboard): CategoryShare[] {
  return categories.map(({ category, total, color }) => ({ category, total, share: shareOf(total, whole), color }));
}

/** The largest merchants as parts of the whole; they have no colours of their own. */
export function merchantShares({ merchants, total_spent: whole }: Dashboard): CategoryShare[] {
  return merchants.map(({ merchant, total }) => ({ category: merchant, total, share: shareOf(total, whole), color: merchantColor }));
}

/** The days that an answer is about: those asked for, or else from the first counted one to the last. */
export function rangeOf({ from, to }: Pick<Filters, 'from' | 'to'>, { first_date, last_date }: Dashboard): { from: IsoDate; to: IsoDate } | null {
  const [first, last] = [from ?? first_date, to ?? last_date];
  return first && last && first <= last ? { from: first, to: last } : null;
}

export function beforePoints({ before }: Dashboard, locale: string): BeforePoint[] | null {
  return before && before.points.map(({ start_date: from, end_date: to, total }) => ({ from, to, total, name: formatRange(from, to, locale) }));
}

/** A month with what each category had of it. */
export interface MonthStack {
  month: IsoDate;
  from: IsoDate;
  to: IsoDate;
  name: string;
  total: Decimal;
  parts: { category: string; color: string; total: Decimal }[];
}

export function monthStacks({ months, categories }: Dashboard, locale: string): MonthStack[] {
  const colors = new Map(categories.map(({ category, color }) => [category, color]));
  return months.map(({ month, start_date: from, end_date: to, total, categories: parts }) => ({
    month,
    from,
    to,
    name: formatPeriod(month, 'month', locale),
    total,
    parts: parts.map((part) => ({ ...part, color: colors.get(part.category) ?? merchantColor })),
  }));
}

/** What is usual on a day of the week. */
export interface WeekdayBar {
  weekday: Weekday;
  name: string;
  total: Decimal;
  average: Decimal;
  count: number;
  days: number;
}

/** The days of the week in the reader's order. */
export function weekdayBars({ weekdays }: Dashboard, firstWeekday: Weekday, locale: string): WeekdayBar[] {
  const byWeekday = new Map(weekdays.map((entry) => [entry.weekday, entry]));
  return weekdaysFrom(firstWeekday).flatMap((weekday) => {
    const entry = byWeekday.get(weekday);
    if (!entry) return [];
    const { total, average_day: average, transaction_count: count, day_count: days } = entry;
    return [{ weekday, name: weekdayName(weekday, locale), total, average, count, days }];
  });
}

const longestCalendar = 371;

/** The days of a calendar heat map: at most the last 53 weeks of the range. */
export function calendarRange(range: { from: IsoDate; to: IsoDate }): { from: IsoDate; to: IsoDate } {
  const earliest = addDays(range.to, 1 - longestCalendar);
  return { from: range.from > earliest ? range.from : earliest, to: range.to };
}

/** How a figure has changed against the period before: by what share, and whether it is more or less or just the same. */
export interface Change {
  share: number;
  direction: 'more' | 'less' | 'same';
}

/** Null where there is nothing to compare with. */
export function changeAgainst(now: Decimal, before: Decimal | null | undefined): Change | null {
  const share = before == null ? null : changeOf(now, before);
  return share === null ? null : { share, direction: share > 0 ? 'more' : share < 0 ? 'less' : 'same' };
}

/** The courses of the figures over the range, for drawing only. */
export function courses({ points, months, categories }: Dashboard) {
  return {
    total: points.map(({ total }) => toNumber(total)),
    average: points.map(({ total, transaction_count: count }) => (count === 0 ? 0 : toNumber(total) / count)),
    count: points.map(({ transaction_count: count }) => count),
    largest: points.map(({ largest }) => (largest === null ? 0 : toNumber(largest))),
    month: months.map(({ total }) => toNumber(total)),
    categories: new Map(
      categories.map(({ category }) => [
        category,
        months.map((month) => toNumber(month.categories.find((part) => part.category === category)?.total ?? ('0' as Decimal))),
      ]),
    ),
  };
}
