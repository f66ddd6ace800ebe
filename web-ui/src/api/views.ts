import { useQuery } from '@tanstack/vue-query';
import { get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

/** A view of the dashboard that has a name. */
export type SavedView = components['schemas']['View'];
export type ViewParts = Omit<SavedView, 'id'>;

const path = '/api/v1/views';
const views = { queryKey: ['views'], queryFn: async ({ signal }: { signal: AbortSignal }) => (await get(path, {}, signal)).data };

export function useViews() {
  return useQuery(views, queryClient);
}

/** The view that the dashboard opens with, if there is one. What was known is answered at once, and asked for anew. */
export async function defaultView(): Promise<SavedView | null> {
  const all = await queryClient.ensureQueryData({ ...views, revalidateIfStale: true });
  return all.find((view) => view.is_default) ?? null;
}

/** Saves a new view, or changes the one of this id. */
export async function saveView(id: number | null, view: ViewParts): Promise<SavedView> {
  const saved = await (id === null ? sendAt<SavedView>('post', path, view) : sendAt<SavedView>('put', `${path}/${id}`, view));
  await change((all) => [...all.filter((one) => one.id !== saved.id).map((one) => (saved.is_default ? { ...one, is_default: false } : one)), saved]);
  void queryClient.invalidateQueries(views);
  return saved;
}

/** Deletes a view, on the page at once. */
export async function deleteView(id: number): Promise<void> {
  await change((all) => all.filter((one) => one.id !== id));
  try {
    await remove(`${path}/${id}`);
  } finally {
    void queryClient.invalidateQueries(views);
  }
}

/** Changes what is shown, which an answer that is still on its way must not undo. */
async function change(work: (all: SavedView[]) => SavedView[]): Promise<void> {
  await queryClient.cancelQueries(views);
  queryClient.setQueryData<SavedView[]>(views.queryKey, (all) => all && work(all));
}
