import type { components } from '../api/schema/analytics';
import type { Decimal } from './decimal';
import { isSameName } from './filters';

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

export function colorOf(name: string, categories: readonly Category[]): string {
  return categories.find((category) => isSameName(category.name, name))?.color ?? unknownColor;
}
