import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { apiParameters, type Filters, filtersFromQuery, queryFromFilters } from '../../domain/filters';
import { granularityFor } from '../../domain/periods';

/** The filters of the dashboard: read from the address, changed by changing the address. */
export function useFilters() {
  const route = useRoute();
  const router = useRouter();
  const home = route.name;
  const filters = shallowRef(filtersFromQuery(route.query));

  // The address of the page that one leaves for holds no filters: those of this page stay until it is gone.
  watch(
    () => route.query,
    (query) => {
      if (route.name === home) filters.value = filtersFromQuery(query);
    },
  );

  return {
    filters,
    parameters: computed(() => apiParameters(filters.value)),
    granularity: computed(() => filters.value.granularity ?? granularityFor(filters.value)),
    change(changes: Partial<Filters>) {
      // At once, not when the address has changed: a second change in between must not undo the first.
      filters.value = { ...filters.value, ...changes };
      void router.push({ query: queryFromFilters(filters.value) });
    },
  };
}
