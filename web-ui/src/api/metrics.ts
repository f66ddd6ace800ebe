import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { ListParameters } from '../domain/listFilters';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type SpendingMetrics = components['schemas']['SpendingMetrics'];

/** The former figures stay until the new ones are there, so that nothing jumps. */
export function useMetrics(filter: Ref<ListParameters>) {
  return useQuery(
    computed(() => {
      const parameters = filter.value;
      return {
        queryKey: ['transactions', 'metrics', parameters],
        queryFn: async ({ signal }: { signal: AbortSignal }) =>
          (await get('/api/v1/transactions/metrics', parameters, signal)).data,
        placeholderData: keepPreviousData<SpendingMetrics>,
      };
    }),
    queryClient,
  );
}
