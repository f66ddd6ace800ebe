import { computed } from 'vue';
import { type DashboardFilters, dashboardFiltersFromQuery, queryFromDashboardFilters } from '../../domain/dashboardFilters';
import { type ChangeOptions, useAddress } from '../filters/useAddress';
import { questionOf } from './question';

/** The filters of the dashboard, and what they ask the API. */
export function useFilters() {
  const { state: filters, change } = useAddress(dashboardFiltersFromQuery, queryFromDashboardFilters);
  return {
    filters,
    /** Another range has another length of period that suits it. */
    change: (changes: Partial<DashboardFilters>, options?: ChangeOptions) =>
      change('from' in changes || 'to' in changes ? { granularity: null, ...changes } : changes, options),
    question: computed(() => questionOf(filters.value)),
  };
}
