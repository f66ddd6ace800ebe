import { expect, test } from 'vitest';
import { dashboardFiltersFromQuery, queryFromDashboardFilters } from './dashboardFilters';
import { noFilters } from './filters';

test('an address of the dashboard says what it is about and how it is shown, and is the same when it is written again', () => {
  const query = { from: '2026-01-01', merchant: ['Café Rosa'], basis: 'gross', granularity: 'week', average: '1' };
  expect(queryFromDashboardFilters(dashboardFiltersFromQuery(query))).toEqual(query);
  expect(queryFromDashboardFilters(dashboardFiltersFromQuery({}))).toEqual({});
});

test('an address that makes no sense leaves the display to the range', () => {
  expect(dashboardFiltersFromQuery({ granularity: 'year', average: 'yes' })).toEqual({ ...noFilters, granularity: null, movingAverage: false });
});
