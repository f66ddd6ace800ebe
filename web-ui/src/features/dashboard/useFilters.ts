import { computed } from 'vue';
import { type DashboardFilters, dashboardFiltersFromQuery, queryFromDashboardFilters } from '../../domain/dashboardFilters';
import { apiParameters } from '../../domain/filters';
import { granularityFor } from '../../domain/periods';
import { type ChangeOptions, useAddress } from '../filters/useAddress';

/** The filters of the dashboard. */
export function useFilters() {
  const { state: filters, change } = useAddress(dashboardFiltersFromQuery, queryFromDashboardFilters);
  return {
    filters,
    /** Another range has another length of period that suits it. */
    change: (changes: Partial<DashboardFilters>, options?: ChangeOptions) =>
      change('from' in changes || 'to' in changes ? { granularity: null, ...changes } : changes, options),
    parameters: computed(() => apiParameters(filters.value)),
    granularity: computed(() => filters.value.granularity ?? granularityFor(filters.value)),
  };
}
