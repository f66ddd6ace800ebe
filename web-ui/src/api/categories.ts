import { useQuery } from '@tanstack/vue-query';
import { get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Category = components['schemas']['Category'];
export type CategoryUsage = components['schemas']['CategoryUsage'];

const path = '/api/v1/categories';

export function useCategories() {
  return useQuery(
    { queryKey: ['categories'], queryFn: async ({ signal }) => (await get(path, {}, signal)).data },
    queryClient,
  );
}

/** How many transactions and rules each category has, by its id. */
export function useCategoryUsage() {
  return useQuery(
    {
      queryKey: ['categories', 'usage'],
      queryFn: async ({ signal }) => (await get(`${path}/usage`, {}, signal)).data,
      select: (all) => new Map(all.map((usage) => [usage.id, usage])),
    },
    queryClient,
  );
}

/** What there is to say about a category; the server chooses a colour where it is left out, and 0 is no parent. */
export interface CategoryChange {
  name: string;
  color?: string;
  parent_id: number;
}

/** Adds a category, or changes the one of this id. */
export async function saveCategory(id: number | null, { parent_id: parent, ...rest }: CategoryChange): Promise<void> {
  if (id === null) await sendAt('post', path, { ...rest, parent_id: parent || null });
  else await sendAt('patch', `${path}/${id}`, { ...rest, parent_id: parent });
  forgetAll();
}

/** Deletes a category after moving its transactions and rules. */
export async function deleteCategory(id: number, moveTo: number | null): Promise<void> {
  await remove(moveTo === null ? `${path}/${id}` : `${path}/${id}?move_to=${moveTo}`);
  forgetAll();
}

export async function mergeCategory(id: number, into: number): Promise<void> {
  await sendAt('post', `${path}/${id}/merge`, { into });
  forgetAll();
}

/** Names and colours of categories are on every page. */
function forgetAll(): void {
  void queryClient.invalidateQueries();
}
