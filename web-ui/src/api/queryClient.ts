import { QueryClient } from '@tanstack/vue-query';
import { watch } from 'vue';
import { ApiError } from './client';
import { session } from './session';

const retries = 2;

/** Holds what the server said; forgets it all when the user changes. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < retries && error instanceof ApiError && error.isTemporary,
    },
  },
});
queryClient.mount();

watch(session.since, () => queryClient.clear(), { flush: 'sync' });
