import { QueryClient } from '@tanstack/vue-query';
import { toValue, watch } from 'vue';
import { ApiError } from './client';
import { session } from './session';

const retries = 2;

type Invalidation = Parameters<QueryClient['invalidateQueries']>;

/** Asks again also for what is being asked for the first time: the answer that is on its way may be of before the change. */
class FreshQueryClient extends QueryClient {
  override invalidateQueries(...[filters = {}, options]: Invalidation): Promise<void> {
    const queryKey = toValue(toValue(filters).queryKey);
    const isFirst = ({ state }: { state: { data: unknown } }) => state.data === undefined;
    for (const query of this.getQueryCache().findAll({ ...(queryKey && { queryKey }), fetchStatus: 'fetching', predicate: isFirst })) {
      const again = () => super.invalidateQueries({ queryKey: query.queryKey, exact: true });
      void query.promise?.then(again, () => undefined);
    }
    return super.invalidateQueries(filters, options);
  }
}

/** Holds what the server said; forgets it all when the user changes. */
export const queryClient = new FreshQueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < retries && error instanceof ApiError && error.isTemporary,
    },
  },
});
queryClient.mount();

watch(session.since, () => queryClient.clear(), { flush: 'sync' });
