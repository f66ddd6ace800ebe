import { expect, test } from 'vitest';
import { decimal } from './decimal';
import { categoriesOf, type MonthSpending, stacksOf } from './stack';

function month(start: string, parts: Record<string, string>): MonthSpending {
  const listed = Object.entries(parts).map(([category, total]) => ({ category, color: '#2e7d32', total: decimal(total) }));
  return { month: start, from: start, to: start, name: start, total: decimal('0.00'), parts: listed };
}

const months = [month('2026-09-01', { Dining: '10.00', Travel: '30.00', Returns: '-5.00' }), month('2026-10-01', { Rent: '90.00', Dining: '40.00' })];

test('categories are in the order of their size over all months', () => {
  expect(categoriesOf(months).map(({ category }) => category)).toEqual(['Rent', 'Dining', 'Travel', 'Returns']);
});

test('parts stand upon each other in that order, and what came back hangs below zero', () => {
  const [september, october] = stacksOf(months, categoriesOf(months));
  expect(september?.parts.map(({ category, start, end }) => [category, start, end])).toEqual([['Returns', 0, -5], ['Dining', 0, 10], ['Travel', 10, 40]]);
  expect(october?.parts.map(({ category, start, end }) => [category, start, end])).toEqual([['Rent', 0, 90], ['Dining', 90, 130]]);
});

test('a month without spending has no parts', () => {
  expect(stacksOf([month('2026-11-01', {})], [])).toMatchObject([{ parts: [] }]);
});
