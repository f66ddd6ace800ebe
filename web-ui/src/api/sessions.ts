import { useQuery } from '@tanstack/vue-query';
import { eventsKey, sessionsKey } from './account';
import { getAt, remove } from './client';
import { signOut } from './login';
import { queryClient } from './queryClient';

/** Where somebody is signed in: a browser, or a program that signs in by itself. */
export interface UserSession {
  id: string;
  kind: 'browser' | 'program';
  client: string | null;
  address: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
  current: boolean;
}

const path = '/api/v1/users/me/sessions';

/** Where one is signed in, what was used last first. */
export function useSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: () => getAt<UserSession[]>(path), staleTime: 0 }, queryClient);
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
