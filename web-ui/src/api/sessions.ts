import { useQuery } from '@tanstack/vue-query';
import { eventsKey, sessionsKey } from './account';
import { get, remove } from './client';
import { signOut } from './login';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';

export type UserSession = components['schemas']['Session'];

const path = '/api/v1/users/me/sessions';

/** Where one is signed in, what was used last first. */
export function useSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: async ({ signal }) => (await get(path, {}, signal)).data, staleTime: 0 }, queryClient);
}

/** Ends a session other than this one. */
export async function endSession(id: string): Promise<void> {
  try {
    await remove(`${path}/${id}`);
  } finally {
    void queryClient.invalidateQueries({ queryKey: sessionsKey });
    void queryClient.invalidateQueries({ queryKey: eventsKey });
  }
}

/** Ends all sessions, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await remove(path);
  await signOut();
}
