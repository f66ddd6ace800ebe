import { computed } from 'vue';
import { listFiltersFromQuery, listParameters, queryFromListFilters } from '../../domain/listFilters';
import { useAddress } from '../filters/useAddress';

/** What the list of transactions is about. */
export function useListFilters() {
  const { state: filters, change } = useAddress(listFiltersFromQuery, queryFromListFilters);
  const parameters = computed(() => listParameters(filters.value));
  return { filters, change, parameters, question: computed(() => ({ ...parameters.value, sort: filters.value.sort })) };
}
