import { computed } from 'vue';
import { dashboardFiltersFromQuery, queryFromDashboardFilters } from '../../domain/dashboardFilters';
import { apiParameters } from '../../domain/filters';
import { granularityFor } from '../../domain/periods';
import { useAddress } from '../filters/useAddress';

/** The filters of the dashboard. */
export function useFilters() {
  const { state: filters, change } = useAddress(dashboardFiltersFromQuery, queryFromDashboardFilters);
  return {
    filters,
    change,
    parameters: computed(() => apiParameters(filters.value)),
    granularity: computed(() => filters.value.granularity ?? granularityFor(filters.value)),
  };
}
