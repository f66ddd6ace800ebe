import { type Decimal, toNumber } from './decimal';
import type { IsoDate } from './periods';

/** What one category had of a month. */
export interface MonthPart {
  category: string;
  color: string;
  total: Decimal;
}

/** What was spent in one month, category by category. */
export interface MonthSpending {
  /** The first day of the month. */
  month: IsoDate;
  /** The first and the last of its days that are counted. */
  from: IsoDate;
  to: IsoDate;
  name: string;
  total: Decimal;
  parts: readonly MonthPart[];
}

/** A part between two heights; from the one that is nearer to zero. */
export interface StackedPart extends MonthPart {
  start: number;
  end: number;
}

export interface Stack {
  month: MonthSpending;
  /** From the lowest to the highest. */
  parts: StackedPart[];
}

/** The categories of all months, largest first. */
export function categoriesOf(months: readonly MonthSpending[]): Omit<MonthPart, 'total'>[] {
  const sizes = new Map<string, { color: string; size: number }>();
  for (const { category, color, total } of months.flatMap(({ parts }) => parts)) {
    // For the order only: this sum is never shown.
    sizes.set(category, { color, size: (sizes.get(category)?.size ?? 0) + toNumber(total) });
  }
  return [...sizes].sort(([, one], [, other]) => other.size - one.size).map(([category, { color }]) => ({ category, color }));
}

/** Each month's parts one upon the other, in the same order in all of them; what came back hangs below zero. */
export function stacksOf(months: readonly MonthSpending[], order: readonly { category: string }[]): Stack[] {
  const ranks = new Map(order.map(({ category }, rank) => [category, rank]));
  const rankOf = (part: MonthPart) => ranks.get(part.category) ?? order.length;
  return months.map((month) => {
    let [up, down] = [0, 0];
    const parts = [...month.parts].sort((one, other) => rankOf(one) - rankOf(other)).map((part) => {
      const value = toNumber(part.total);
      const start = value < 0 ? down : up;
      const end = start + value;
      if (value < 0) down = end;
      else up = end;
      return { ...part, start, end };
    });
    return { month, parts: [...parts.filter(({ end, start }) => end < start).reverse(), ...parts.filter(({ end, start }) => end >= start)] };
  });
}
