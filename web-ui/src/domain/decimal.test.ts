import { expect, test } from 'vitest';
import { decimal, isNegative, toNumber } from './decimal';

test('a decimal keeps its digits and can be drawn', () => {
  expect(decimal('1234.50')).toBe('1234.50');
  expect(toNumber(decimal('1234.50'))).toBe(1234.5);
});

test('only amounts below zero are negative', () => {
  expect(isNegative(decimal('-0.01'))).toBe(true);
  expect(isNegative(decimal('0.00'))).toBe(false);
  expect(isNegative(decimal('-0.00'))).toBe(false);
});
