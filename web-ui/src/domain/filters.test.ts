import { describe, expect, test } from 'vitest';
import { apiParameters, type Filters, filtersFromQuery, isFiltered, queryFromFilters, toggleCategory } from './filters';

const none: Filters = { from: null, to: null, categories: [], merchant: null, granularity: null };
const all: Filters = { from: '2026-01-01', to: '2026-01-31', categories: ['Groceries', 'Dining'], merchant: 'Café Rosa', granularity: 'week' };

describe('the address', () => {
  test('holds the filters and gives them back', () => {
    expect(queryFromFilters(all)).toEqual({
      from: '2026-01-01', to: '2026-01-31', categories: 'Groceries,Dining', merchant: 'Café Rosa', granularity: 'week',
    });
    expect(filtersFromQuery(queryFromFilters(all))).toEqual(all);
  });

  test('is empty without filters', () => {
    expect(queryFromFilters(none)).toEqual({});
    expect(filtersFromQuery({})).toEqual(none);
  });

  test('may hold nonsense', () => {
    expect(filtersFromQuery({ from: '2025-13-01', to: ['x'], categories: ' ,, A ,A', granularity: 'year' })).toEqual({
      ...none, categories: ['A'],
    });
    expect(filtersFromQuery({ from: '2026-02-01', to: '2026-01-01' })).toEqual({
      ...none, from: '2026-01-01', to: '2026-02-01',
    });
  });
});

test('the API gets dates and names', () => {
  expect(apiParameters(all)).toEqual({ start_date: '2026-01-01', end_date: '2026-01-31', categories: 'Groceries,Dining', merchant: 'Café Rosa' });
  expect(apiParameters(none)).toEqual({});
});

test('granularity alone leaves nothing out', () => {
  expect(isFiltered({ ...none, granularity: 'day' })).toBe(false);
  expect(isFiltered({ ...none, categories: ['A'] })).toBe(true);
});

test('a category is switched on and off, in any case', () => {
  expect(toggleCategory(['A'], 'B')).toEqual(['A', 'B']);
  expect(toggleCategory(['A', 'B'], 'a')).toEqual(['B']);
});
