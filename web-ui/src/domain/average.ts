import type { Granularity } from './periods';

/** How many periods a moving average looks back over: a week of days, a month of weeks, a quarter of months. */
export const averageSpan: Record<Granularity, number> = { day: 7, week: 4, month: 3 };

/**
 * The mean of each value and those before it, as heights of a line and never as a figure: null where there are too few,
 * or where one of them is null because it cannot be compared with the others.
 */
export function movingAverage(values: readonly (number | null)[], span: number): (number | null)[] {
  return values.map((_, index) => (index + 1 < span ? null : meanOf(values.slice(index + 1 - span, index + 1))));
}

/** The same course in at most so many values, each the mean of its neighbours: what a small drawing can show. */
export function thinned(values: readonly number[], most: number): number[] {
  const size = Math.ceil(values.length / most);
  if (size <= 1) return [...values];
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => meanOf(values.slice(index * size, (index + 1) * size)) ?? 0);
}

function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length > 0 ? sum / values.length : null;
}
