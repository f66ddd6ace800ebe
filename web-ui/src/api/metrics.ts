import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { FilterParameters } from '../domain/filters';
import type { ListParameters } from '../domain/listFilters';
import type { Granularity } from '../domain/periods';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type SpendingMetrics = components['schemas']['SpendingMetrics'];
export type TimeSeries = components['schemas']['TimeSeries'];
export type TopMerchants = components['schemas']['TopMerchants'];

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

export function useTopMerchants(filter: Ref<FilterParameters>) {
  return useQuery(
    computed(() => {
      const parameters = filter.value;
      return {
        queryKey: ['transactions', 'merchants', parameters],
        queryFn: async ({ signal }: { signal: AbortSignal }) => (await get('/api/v1/transactions/merchants', parameters, signal)).data,
        placeholderData: keepPreviousData<TopMerchants>,
      };
    }),
    queryClient,
  );
}

/** The same of a filter that there may not be: nothing is asked for null, and nothing of another filter is shown meanwhile. */
export function useMetricsOf(filter: Ref<ListParameters | null>) {
  return useQuery(
    computed(() => {
      const parameters = filter.value;
      return {
        queryKey: ['transactions', 'metrics', parameters],
        queryFn: async ({ signal }: { signal: AbortSignal }) => (await get('/api/v1/transactions/metrics', parameters ?? {}, signal)).data,
        enabled: parameters !== null,
      };
    }),
    queryClient,
  );
}

export function useTimeSeries(filter: Ref<FilterParameters>, granularity: Ref<Granularity>) {
  return useQuery(
    computed(() => {
      const parameters = { ...filter.value, granularity: granularity.value };
      return {
        queryKey: ['transactions', 'time-series', parameters],
        queryFn: async ({ signal }: { signal: AbortSignal }) =>
          (await get('/api/v1/transactions/time-series', parameters, signal)).data,
        placeholderData: keepPreviousData<TimeSeries>,
      };
    }),
    queryClient,
  );
}
