import { useQuery } from '@tanstack/vue-query';
import { remove, sendAt } from './client';
import { type SavedView, viewsQuery } from './defaultView';
import { queryClient } from './queryClient';

export type { SavedView };
export type ViewParts = Omit<SavedView, 'id'>;

const path = '/api/v1/views';

export function useViews() {
  return useQuery(viewsQuery, queryClient);
}

/** Saves a new view, or changes the one of this id. */
export async function saveView(id: number | null, view: ViewParts): Promise<SavedView> {
  const saved = await (id === null ? sendAt<SavedView>('post', path, view) : sendAt<SavedView>('put', `${path}/${id}`, view));
  await change((all) => [...all.filter((one) => one.id !== saved.id).map((one) => (saved.is_default ? { ...one, is_default: false } : one)), saved]);
  void queryClient.invalidateQueries(viewsQuery);
  return saved;
}

/** Deletes a view, on the page at once. */
export async function deleteView(id: number): Promise<void> {
  await change((all) => all.filter((one) => one.id !== id));
  try {
    await remove(`${path}/${id}`);
  } finally {
    void queryClient.invalidateQueries(viewsQuery);
  }
}

/** Changes what is shown, which an answer that is still on its way must not undo. */
async function change(work: (all: SavedView[]) => SavedView[]): Promise<void> {
  await queryClient.cancelQueries(viewsQuery);
  queryClient.setQueryData<SavedView[]>(viewsQuery.queryKey, (all) => all && work(all));
}
