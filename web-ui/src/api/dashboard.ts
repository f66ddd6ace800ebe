import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { FilterParameters } from '../domain/filters';
import type { Granularity, IsoDate } from '../domain/periods';
import { getAgain } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Dashboard = components['schemas']['Dashboard'];

/** What the dashboard asks: a filter, how long its periods are, and the range of days to compare it with, if any. */
export type DashboardQuestion = FilterParameters & {
  granularity: Granularity;
  week_start: number;
  before_start_date?: IsoDate;
  before_end_date?: IsoDate;
};

function dashboardQuery(question: DashboardQuestion) {
  const queryKey = ['transactions', 'dashboard', question];
  return {
    queryKey,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      getAgain('/api/v1/dashboard', question, queryClient.getQueryData<Dashboard>(queryKey), signal),
    // What has not changed is the very answer that is known; one that has is not compared number by number.
    structuralSharing: false,
  };
}

/** All cards and charts in one answer; the former one stays until the new one is there, so that nothing jumps. */
export function useDashboard(question: Ref<DashboardQuestion>) {
  return useQuery(
    // Thousands of numbers, of which none changes by itself: they need not be watched one by one.
    computed(() => ({ ...dashboardQuery(question.value), placeholderData: keepPreviousData<Dashboard>, shallow: true })),
    queryClient,
  );
}

/** Asks before the page that shows it is there. */
export function prefetchDashboard(question: DashboardQuestion): void {
  void queryClient.prefetchQuery(dashboardQuery(question));
}
