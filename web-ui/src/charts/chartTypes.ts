import type { RouteLocationRaw } from 'vue-router';
import type { Decimal } from '../domain/decimal';
import type { Weekday } from '../domain/week';

/** A row of "show as table": the chart's own figures in words, and where it leads, to the transactions behind it. */
export interface TableRow {
  cells: readonly string[];
  link: RouteLocationRaw | null;
}

/** What a chart's tooltip says, and where in the plot it points, in pixels. */
export interface Tip {
  x: number;
  y: number;
  title: string;
  value: string;
  /** A line each. */
  more: readonly string[];
}

/** How far a card's data have come. */
export type CardStatus = 'loading' | 'error' | 'empty' | 'ready';

export type FormatMoney = (value: Decimal) => string;

/** What was spent on all days of the range that are this day of the week. */
export interface WeekdaySpending {
  weekday: Weekday;
  name: string;
  total: Decimal;
  /** Of all such days in the range, those without spending too. */
  average: Decimal;
  /** Transactions. */
  count: number;
  days: number;
}
