import { expect, test } from 'vitest';
import { decimal, decimalOf, isNegative, largestBy, negated, restOf, toNumber, withoutSign } from './decimal';

test('a decimal keeps its digits and can be drawn', () => {
  expect(decimal('1234.50')).toBe('1234.50');
  expect(toNumber(decimal('1234.50'))).toBe(1234.5);
});

test('the largest is the first of the largest, if there is any', () => {
  const amounts = ['-3', '10.00', '9.99', '10'].map((text, place) => ({ amount: decimal(text), place }));
  expect(largestBy(amounts, ({ amount }) => amount)?.place).toBe(1);
  expect(largestBy(amounts.slice(0, 1), ({ amount }) => amount)?.place).toBe(0);
  expect(largestBy([], () => decimal('1'))).toBeUndefined();
});

test('only amounts below zero are negative', () => {
  expect(isNegative(decimal('-0.01'))).toBe(true);
  expect(isNegative(decimal('0.00'))).toBe(false);
  expect(isNegative(decimal('-0.00'))).toBe(false);
});

test.each([
  ['12.50', '12.50'], [' 1 ', '1'], ['3,5', '3.5'], ['', null], ['-1', null], ['1e3', null], ['1.23456', null], [undefined, null],
])('%j is typed for the amount %j', (text, expected) => {
  expect(decimalOf(text)).toBe(expected);
});

test.each([
  ['10.00', ['3.99', '1'], '5.01'], ['0.3', ['0.1', '0.2'], '0.0'], ['5', ['7.5'], '-2.5'], ['9007199254740993.01', ['0.01'], '9007199254740993.00'], ['7', [], '7'],
])('%s without %j leaves %s', (whole, parts, rest) => {
  expect(restOf(decimal(whole), parts.map(decimal))).toBe(rest);
});

test('the sign turns, and goes', () => {
  expect(negated(decimal('1.50'))).toBe('-1.50');
  expect(negated(decimal('-1.50'))).toBe('1.50');
  expect(withoutSign(decimal('-1.50'))).toBe('1.50');
});
