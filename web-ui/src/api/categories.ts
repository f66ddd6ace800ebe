import { useQuery } from '@tanstack/vue-query';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Category = components['schemas']['Category'];

export function useCategories() {
  return useQuery(
    { queryKey: ['categories'], queryFn: async ({ signal }) => (await get('/api/v1/categories', {}, signal)).data },
    queryClient,
  );
}
