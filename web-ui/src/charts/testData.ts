import type { CategoryShare } from '../domain/breakdown';
import { decimal, type Decimal } from '../domain/decimal';
import type { SeriesPoint } from '../domain/series';

/** What the tests of charts draw. */
export const money = (value: Decimal) => `€${value}`;

export const shares: CategoryShare[] = [
  { category: 'Travel', total: decimal('75.10'), share: 0.751, color: '#c2185b' },
  { category: 'Dining', total: decimal('30.00'), share: 0.3, color: '#2e7d32' },
  { category: 'Returns', total: decimal('-5.10'), share: -0.051, color: '#1565c0' },
];

export const points: SeriesPoint[] = [
  { period: '2026-09-01', from: '2026-09-01', to: '2026-09-30', total: decimal('10.50'), count: 1, name: 'September 2026', partial: false },
  { period: '2026-10-01', from: '2026-10-01', to: '2026-10-31', total: decimal('0.00'), count: 0, name: 'October 2026', partial: false },
  { period: '2026-11-01', from: '2026-11-01', to: '2026-11-23', total: decimal('40.00'), count: 3, name: '1 – 23 Nov 2026', partial: true },
];

interface Mark {
  attributes: (name: string) => string | undefined;
}

export const attributes = (marks: readonly Mark[], name: string) => marks.map((mark) => mark.attributes(name));
