import { type Address, type Filters, filtersFromQuery, type Query, queryFromFilters } from './filters';
import { granularities, type Granularity } from './periods';

/** What the dashboard is about, and how it shows that. The address holds all of it. */
export interface DashboardFilters extends Filters {
  /** Null where the range decides. */
  granularity: Granularity | null;
  /** Whether the line is drawn with its moving average. */
  movingAverage: boolean;
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function dashboardFiltersFromQuery(query: Query): DashboardFilters {
  return {
    ...filtersFromQuery(query),
    granularity: granularities.find((granularity) => granularity === query.granularity) ?? null,
    movingAverage: query.average === '1',
  };
}

/** The shortest address that means these filters. */
export function queryFromDashboardFilters(filters: DashboardFilters): Address {
  return {
    ...queryFromFilters(filters),
    ...(filters.granularity && { granularity: filters.granularity }),
    ...(filters.movingAverage && { average: '1' }),
  };
}
