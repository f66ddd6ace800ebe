import type { Decimal } from './decimal';
import { addDays, type IsoDate } from './periods';
import { type Weekday, weekdayOf } from './week';

/** What was spent on one day. */
export interface DaySpending {
  date: IsoDate;
  total: Decimal;
  count: number;
}

/** A day of the calendar, a column for each week and a row for each weekday; null where nothing was spent. */
export interface CalendarDay {
  date: IsoDate;
  spending: DaySpending | null;
  column: number;
  row: number;
}

export function calendarDays(days: readonly DaySpending[], from: IsoDate, to: IsoDate, firstWeekday: Weekday): CalendarDay[] {
  const spent = new Map(days.map((day) => [day.date, day]));
  const offset = (weekdayOf(from) - firstWeekday + 7) % 7;
  const calendar: CalendarDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const place = offset + calendar.length;
    calendar.push({ date, spending: spent.get(date) ?? null, column: Math.floor(place / 7), row: place % 7 });
  }
  return calendar;
}

export const heatSteps = 5;
const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The round amounts at which a day's colour changes, rising: about as many days lie between any two of them, so that one
 * day with the rent does not make all others look alike. Fewer than four where amounts hardly differ.
 */
export function heatLimits(values: readonly number[]): number[] {
  const spent = values.filter((value) => value > 0).sort((one, other) => one - other);
  const highest = spent.at(-1) ?? 0;
  const limits = Array.from({ length: heatSteps - 1 }, (_, index) => rounded(spent[Math.floor(((index + 1) * spent.length) / heatSteps)] ?? 0));
  return [...new Set(limits)].filter((limit) => limit < highest);
}

function rounded(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const nearest = roundSteps.reduce((best, step) => (Math.abs(step * power - value) < Math.abs(best * power - value) ? step : best));
  return Math.round(nearest * power);
}

/** How strong a day's colour is, from 1 to 5; 0 where nothing was spent, and less where more came back than was spent. */
export function heatStep(value: number, limits: readonly number[]): number {
  if (value <= 0) return Math.sign(value);
  return stepAfter(limits.filter((limit) => value > limit).length, limits);
}

/** The step above so many of the limits: where they are few, the steps are further apart. */
export function stepAfter(passed: number, limits: readonly number[]): number {
  return limits.length === 0 ? heatSteps - 2 : Math.round(1 + (passed * (heatSteps - 1)) / limits.length);
}
