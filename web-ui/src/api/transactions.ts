import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { FilterParameters } from '../domain/filters';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Transaction = components['schemas']['Transaction'];

/** Some rows, and the count of all that match. */
export interface TransactionPage {
  rows: Transaction[];
  total: number;
}

export const pageSize = 50;

/** Pages of transactions, newest first. */
export function useTransactions(filter: Ref<FilterParameters>) {
  return useInfiniteQuery(
    computed(() => {
      const parameters = filter.value;
      return {
        queryKey: ['transactions', 'list', parameters],
        initialPageParam: 0,
        queryFn: async ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }): Promise<TransactionPage> => {
          const { data, headers } = await get(
            '/api/v1/transactions',
            { ...parameters, skip: pageParam, limit: pageSize },
            signal,
          );
          return { rows: data, total: Number(headers.get('X-Total-Count') ?? data.length) };
        },
        getNextPageParam: (last: TransactionPage, _pages: TransactionPage[], skip: number) =>
          skip + pageSize < last.total ? skip + pageSize : undefined,
        placeholderData: keepPreviousData<InfiniteData<TransactionPage, number>>,
      };
    }),
    queryClient,
  );
}
