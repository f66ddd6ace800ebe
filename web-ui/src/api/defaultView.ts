import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

/** A view of the dashboard that has a name. */
export type SavedView = components['schemas']['View'];

export const viewsQuery = {
  queryKey: ['views'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await get('/api/v1/views', {}, signal)).data,
};

/**
 * The view that the dashboard opens with, if there is one. What was known is answered at once, and asked for anew. Apart from
 * the other questions about views, as the first script asks this one and is to bring nothing that only pages use.
 */
export async function defaultView(): Promise<SavedView | null> {
  const all = await queryClient.ensureQueryData({ ...viewsQuery, revalidateIfStale: true });
  return all.find((view) => view.is_default) ?? null;
}
