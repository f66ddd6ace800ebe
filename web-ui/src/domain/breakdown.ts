import type { components } from '../api/schema/analytics';
import type { Decimal } from './decimal';
import { isSameName } from './filters';
import { shareOf } from './money';

type SpendingMetrics = components['schemas']['SpendingMetrics'];
type Category = components['schemas']['Category'];

/** One category's part of the spending, ready to be drawn. */
export interface CategoryShare {
  category: string;
  total: Decimal;
  /** Of the whole spending; null where that is not above zero. */
  share: number | null;
  color: string;
}

const unknownColor = '#78909c';

/** All categories that were spent in, largest first as the API sorted them. */
export function categoryShares(metrics: SpendingMetrics, categories: readonly Category[]): CategoryShare[] {
  return Object.entries(metrics.spending_by_category).map(([category, total]) => ({
    category,
    total,
    share: shareOf(total, metrics.total_spent),
    color: colorOf(category, categories),
  }));
}

export function colorOf(name: string, categories: readonly Category[]): string {
  return categories.find((category) => isSameName(category.name, name))?.color ?? unknownColor;
}
