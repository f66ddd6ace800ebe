import { expect, test } from 'vitest';
import { categoryShares } from './breakdown';
import { decimal } from './decimal';

test('a breakdown keeps the order and the exact totals of the answer', () => {
  const shares = categoryShares(
    {
      total_spent: decimal('100.00'),
      average_transaction: decimal('50.00'),
      spending_by_category: { Travel: decimal('75.10'), Dining: decimal('24.90') },
      transaction_count: 2,
      currency: 'EUR',
      top_categories: [],
      first_date: '2026-01-01',
      last_date: '2026-01-02',
      excluded_transaction_count: 0,
    },
    [{ id: 1, name: 'Travel', parent_id: null, color: '#123456' }],
  );
  expect(shares.map(({ category, total, color }) => [category, total, color])).toEqual([
    ['Travel', '75.10', '#123456'],
    ['Dining', '24.90', '#78909c'],
  ]);
  expect(shares[0]?.share).toBeCloseTo(0.751);
});
