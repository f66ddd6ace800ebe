import { useQuery } from '@tanstack/vue-query';
import { eventsKey } from './account';
import { get } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';

export type AccountEvent = components['schemas']['AuditEvent'];

/** What was done last with the account of whoever is signed in, the latest first. */
export function useAccountEvents() {
  return useQuery(
    { queryKey: eventsKey, queryFn: async ({ signal }) => (await get('/api/v1/users/me/events', {}, signal)).data, staleTime: 0 },
    queryClient,
  );
}
