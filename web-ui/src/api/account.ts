import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef, watch } from 'vue';
import { download, get, post, send } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';
import { session } from './session';

export type User = components['schemas']['User'];
export type Profile = components['schemas']['Profile'];

const userKey = ['user'];
/** What was done with the account; a refused password is told there too. */
export const eventsKey = ['account-events'];
/** Where one is signed in. */
export const sessionsKey = ['sessions'];
const nameKey = 'spend-tracker.full-name';

export function useCurrentUser() {
  return useQuery(
    { queryKey: userKey, queryFn: async ({ signal }) => (await get('/api/v1/users/me', {}, signal)).data, staleTime: Infinity },
    queryClient,
  );
}

/**
 * The user's full name, empty if there is none to be had. Until the server has said it, what it was before this tab was
 * loaded anew, if that is known.
 */
export function useFullName(): ComputedRef<string | undefined> {
  const user = useCurrentUser();
  const name = computed(() => (user.data.value ? (user.data.value.full_name ?? '') : undefined));
  const before = keptName();
  watch(name, (known) => known !== undefined && sessionStorage.setItem(nameKey, `${session.since.value} ${known}`), { immediate: true });
  return computed(() => name.value ?? before ?? (user.isError.value ? '' : undefined));
}

/** Kept with the session that it belongs to, as browsers bring tabs back that were closed in another. */
function keptName(): string | undefined {
  const kept = sessionStorage.getItem(nameKey) ?? '';
  const prefix = `${session.since.value} `;
  return kept.startsWith(prefix) ? kept.slice(prefix.length) : undefined;
}

watch(session.since, () => sessionStorage.removeItem(nameKey), { flush: 'sync' });

/** Whether anybody may sign up, and how long passwords must be. */
export function useSignUpRules() {
  return useQuery(
    { queryKey: ['sign-up-rules'], queryFn: async ({ signal }) => (await get('/api/v1/users/rules', {}, signal)).data },
    queryClient,
  );
}

/** Opens an account, which signs nobody in. */
export const openAccount = (account: components['schemas']['SignUpRequest']) => post('/api/v1/users', account);

/** What is left out stays, an empty text removes what was there. */
export async function changeProfile(profile: Profile): Promise<void> {
  queryClient.setQueryData(userKey, await send('patch', '/api/v1/users/me', profile));
}

/** All other sessions end. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  try {
    await send('put', '/api/v1/users/me/password', { current_password: currentPassword, new_password: newPassword });
  } finally {
    void queryClient.invalidateQueries({ queryKey: eventsKey });
    void queryClient.invalidateQueries({ queryKey: sessionsKey });
  }
}

/** Deletes the account with all its data, and ends the session. */
export async function deleteAccount(password: string): Promise<void> {
  await send('post', '/api/v1/users/me/deletion', { password });
  session.end('deleted');
}

/** Saves everything that one owns as an archive. */
export const exportEverything = () => download('/api/v1/export', {}, 'spend-tracker.zip');
