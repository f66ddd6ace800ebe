import { useQuery } from '@tanstack/vue-query';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';

export type User = components['schemas']['User'];

export function useCurrentUser() {
  return useQuery(
    { queryKey: ['user'], queryFn: async ({ signal }) => (await get('/api/v1/users/me', {}, signal)).data, staleTime: Infinity },
    queryClient,
  );
}
