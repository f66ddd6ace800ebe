import { useQuery } from '@tanstack/vue-query';
import { eventsKey } from './account';
import { get, send } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';

export type NewSecondFactor = components['schemas']['NewSecondFactor'];

const path = '/api/v1/users/me/second-factor';
const key = ['second-factor'];

/** Whether signing in takes a code, and how many recovery codes are left. */
export function useSecondFactor() {
  return useQuery({ queryKey: key, queryFn: async ({ signal }) => (await get(path, {}, signal)).data, staleTime: 0 }, queryClient);
}

/** A new secret, which does not count before it is confirmed. Takes the owner's password. */
export const beginSecondFactor = (password: string): Promise<NewSecondFactor> => told(() => send('post', path, { password }));

/** Lets the secret count, and answers the recovery codes, the only time that they are told. */
export const confirmSecondFactor = (code: string): Promise<string[]> =>
  told(async () => (await send('post', `${path}/confirmation`, { code })).recovery_codes);

/** New recovery codes instead of all there were. */
export const createRecoveryCodes = (password: string): Promise<string[]> =>
  told(async () => (await send('post', `${path}/recovery-codes`, { password })).recovery_codes);

/** From now on the password is enough. */
export async function removeSecondFactor(password: string): Promise<void> {
  await told(() => send('post', `${path}/removal`, { password }));
}

/** What is refused is told among the events, too. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    void queryClient.invalidateQueries({ queryKey: key });
    void queryClient.invalidateQueries({ queryKey: eventsKey });
  }
}
