import type { components } from '../api/schema/analytics';
import type { Decimal } from './decimal';
import { isSameName } from './filters';
import { shareOf } from './money';

type SpendingMetrics = components['schemas']['SpendingMetrics'];
type TopMerchants = components['schemas']['TopMerchants'];
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
const merchantColor = '#00897b';

/** All categories that were spent in, largest first as the API sorted them. */
export function categoryShares(metrics: SpendingMetrics, categories: readonly Category[]): CategoryShare[] {
  return Object.entries(metrics.spending_by_category).map(([category, total]) => ({
    category,
    total,
    share: shareOf(total, metrics.total_spent),
    color: colorOf(category, categories),
  }));
}

/** Merchants as parts of what was spent; they have no colours of their own. */
export function merchantShares(top: TopMerchants, whole: Decimal): CategoryShare[] {
  return top.merchants.map(({ merchant, total }) => ({ category: merchant, total, share: shareOf(total, whole), color: merchantColor }));
}

export function colorOf(name: string, categories: readonly Category[]): string {
  return categories.find((category) => isSameName(category.name, name))?.color ?? unknownColor;
}
