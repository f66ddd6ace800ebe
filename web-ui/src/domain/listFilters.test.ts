import { describe, expect, test } from 'vitest';
import { directionOf, isListFiltered, listFiltersFromQuery, listParameters, noListFilters, queryFromListFilters, sortedBy } from './listFilters';

describe('an address of the list', () => {
  const query = {
    from: '2026-01-01', to: '2026-01-31', categories: 'Travel,Dining', merchant: ['Café Rosa'], q: 'café', kind: 'income', account: '4', min: '10', max: '99.90', weekdays: '6,7', basis: 'gross',
    import: '7', currency: 'EUR', sort: 'merchant',
  };

  test('says what the list is about, and is the same when it is written again', () => {
    expect(queryFromListFilters(listFiltersFromQuery(query))).toEqual(query);
    expect(queryFromListFilters(noListFilters)).toEqual({});
  });

  test('becomes parameters of the API', () => {
    expect(listParameters(listFiltersFromQuery(query))).toEqual({
      start_date: '2026-01-01', end_date: '2026-01-31', categories: 'Travel,Dining', merchant: ['Café Rosa'], q: 'café', kind: 'income', accounts: '4', min_amount: '10',
      max_amount: '99.90', weekdays: '6,7', basis: 'gross', import_id: 7, currency: 'EUR',
    });
    expect(listParameters(noListFilters)).toEqual({});
  });

  test.each([
    { kind: 'gift' }, { import: 'x' }, { sort: 'id' }, { currency: 'euro' }, { basis: 'half' },
  ])('leaves out what makes no sense: %o', (wrong) => {
    expect(listFiltersFromQuery(wrong)).toEqual(noListFilters);
  });

  test('with an order alone leaves nothing out', () => {
    expect(isListFiltered({ ...noListFilters, sort: 'amount' })).toBe(false);
    expect(isListFiltered({ ...noListFilters, text: 'a' })).toBe(true);
  });
});

test('a column sorts its usual way first, then the other', () => {
  expect(sortedBy('amount', '-date')).toBe('-amount');
  expect(sortedBy('amount', '-amount')).toBe('amount');
  expect(sortedBy('merchant', '-date')).toBe('merchant');
  expect(sortedBy('merchant', 'merchant')).toBe('-merchant');
  expect(directionOf('merchant', '-merchant')).toBe('descending');
  expect(directionOf('date', '-merchant')).toBe('none');
});
