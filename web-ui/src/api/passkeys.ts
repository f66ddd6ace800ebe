import { useQuery } from '@tanstack/vue-query';
import { eventsKey } from './account';
import { get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';
import { answerOf } from './webAuthn';

export type Passkey = components['schemas']['Passkey'];

const path = '/api/v1/users/me/passkeys';
const key = ['passkeys'];

/** The newest first. */
export function usePasskeys() {
  return useQuery({ queryKey: key, queryFn: async ({ signal }) => (await get(path, {}, signal)).data, staleTime: 0 }, queryClient);
}

/** Lets the browser make a passkey. Takes the owner's password; null: the person did not want to after all, or it was called off. */
export const addPasskey = (name: string, password: string, signal: AbortSignal): Promise<Passkey | null> =>
  told(async () => {
    const options = await sendAt<PublicKeyCredentialCreationOptionsJSON>('post', `${path}/options`, { password });
    // Its numbers are text here, which browsers take as well.
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await answerOf(navigator.credentials.create({ publicKey, signal }));
    return credential && sendAt<Passkey>('post', path, { name, credential });
  });

export async function removePasskey(id: string): Promise<void> {
  await told(() => remove(`${path}/${id}`));
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
