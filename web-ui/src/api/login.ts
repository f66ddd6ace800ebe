import { computed, ref } from 'vue';
import { ApiError, post } from './client';
import { session } from './session';
import { answerOf } from './webAuthn';

const isUnanswered = ref(false);
let telling: Promise<void> | null = null;

/** Whether it was tried in vain to tell the server that this browser has signed out. */
export const isSignOutUntold = computed(() => session.isSigningOut.value && isUnanswered.value);

/**
 * Signs in, or throws an ApiError: 401 where username and password do not match, and of the kinds
 * `second-factor-required` and `wrong-code` where they do.
 */
export async function signIn(username: string, password: string, code = ''): Promise<void> {
  await begin('/api/v1/session', { username, password, ...(code && { code }) });
}

/**
 * Signs in with a passkey that the browser lets the person choose, or throws an ApiError: 401 where it does not count.
 * Nobody is signed in where the person did not want to.
 */
export async function signInByPasskey(): Promise<void> {
  const options = await post<PublicKeyCredentialRequestOptionsJSON>('/api/v1/login/passkey/options');
  // Its numbers are text here, which browsers take as well.
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await answerOf(navigator.credentials.get({ publicKey }));
  if (credential) await begin('/api/v1/session/passkey', { credential });
}

async function begin(path: string, proof: object): Promise<void> {
  // An answer to this that came later would take away the new cookie.
  await tellSignOut();
  await post(path, proof);
  session.begin();
}

/** Signs out: here at once, and on the server as soon as it can be told. Until then this browser has its cookie still. */
export async function signOut(): Promise<void> {
  session.signOut();
  await tellSignOut();
}

/** Tells the server that this browser has signed out, if it does not know that yet. */
export async function tellSignOut(): Promise<void> {
  if (!session.isSigningOut.value) return;
  telling ??= tell().finally(() => (telling = null));
  await telling;
}

async function tell(): Promise<void> {
  isUnanswered.value = await post('/api/v1/logout').then(() => false, isNoAnswer);
  if (!isUnanswered.value) session.signedOut();
}

/** Any other refusal would only be repeated: there is no session that a cookie of this browser could prove. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof ApiError && error.isTemporary;
}

addEventListener('online', () => void tellSignOut());
