import { describe, expect, test } from 'vitest';
import { decimal } from './decimal';
import { apiParameters, type Filters, filtersFromQuery, isFiltered, noFilters, queryFromFilters, toggleCategory, toggleMerchant, toggleWeekday } from './filters';

const all: Filters = {
  from: '2026-01-01', to: '2026-01-31', categories: ['Groceries', 'Dining'], merchants: ['Café Rosa', 'Brand, Inc.'], text: 'lunch', min: decimal('5'),
  max: decimal('99.90'), accountId: 4, weekdays: [1, 7], basis: 'gross',
};

describe('the address', () => {
  test('holds the filters and gives them back', () => {
    expect(queryFromFilters(all)).toEqual({
      from: '2026-01-01', to: '2026-01-31', categories: 'Groceries,Dining', merchant: ['Café Rosa', 'Brand, Inc.'], q: 'lunch', min: '5', max: '99.90',
      account: '4', weekdays: '1,7', basis: 'gross',
    });
    expect(filtersFromQuery(queryFromFilters(all))).toEqual(all);
  });

  test('is empty without filters', () => {
    expect(queryFromFilters(noFilters)).toEqual({});
    expect(filtersFromQuery({ basis: 'net' })).toEqual(noFilters);
  });

  test.each([
    { from: '2025-13-01' }, { to: ['x'] }, { categories: ' ,,' }, { merchant: '' }, { merchant: ['', null] }, { merchant: null }, { q: ['a', 'b'] }, { min: 'ten' },
    { max: '-5' }, { account: '0' }, { account: '1e3' }, { weekdays: '0,8,x,1.5' }, { weekdays: ['1'] }, { basis: 'half' },
  ])('may hold nonsense, which is left out: %o', (wrong) => {
    expect(filtersFromQuery(wrong)).toEqual(noFilters);
  });

  test('names each thing once, and days of the week in their order', () => {
    expect(filtersFromQuery({ categories: 'A ,B,A', merchant: ['X', 'X', 'Y'], weekdays: '7,1,7' })).toMatchObject({
      categories: ['A', 'B'], merchants: ['X', 'Y'], weekdays: [1, 7],
    });
  });

  test('may have the ends of a range in the wrong order', () => {
    expect(filtersFromQuery({ from: '2026-02-01', to: '2026-01-01', min: '20', max: '3' })).toMatchObject({
      from: '2026-01-01', to: '2026-02-01', min: '3', max: '20',
    });
  });

  test('names one merchant as the router gives it: alone, its comma being a letter', () => {
    expect(filtersFromQuery({ merchant: 'Brand, Inc.' }).merchants).toEqual(['Brand, Inc.']);
  });
});

test('the API gets the same', () => {
  expect(apiParameters(all)).toEqual({
    start_date: '2026-01-01', end_date: '2026-01-31', categories: 'Groceries,Dining', merchant: ['Café Rosa', 'Brand, Inc.'], q: 'lunch', min_amount: '5',
    max_amount: '99.90', accounts: '4', weekdays: '1,7', basis: 'gross',
  });
  expect(apiParameters(noFilters)).toEqual({});
});

test('spaces alone leave nothing out', () => {
  expect(isFiltered({ ...noFilters, text: ' ' })).toBe(false);
  expect(isFiltered({ ...noFilters, categories: ['A'] })).toBe(true);
  expect(isFiltered({ ...noFilters, basis: 'gross' })).toBe(true);
});

test('a category is switched on and off, in any case', () => {
  expect(toggleCategory(['A'], 'B')).toEqual(['A', 'B']);
  expect(toggleCategory(['A', 'B'], 'a')).toEqual(['B']);
});

test('a merchant is switched on and off, letter by letter', () => {
  expect(toggleMerchant(['A'], 'a')).toEqual(['A', 'a']);
  expect(toggleMerchant(['A', 'a'], 'a')).toEqual(['A']);
});

test('a day of the week is switched on and off', () => {
  expect(toggleWeekday([5], 2)).toEqual([2, 5]);
  expect(toggleWeekday([2, 5], 5)).toEqual([2]);
});
