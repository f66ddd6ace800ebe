import { readonly, ref } from 'vue';

/** Why a session ended, for the word about it on the sign-in page. */
export type EndReason = 'expired' | 'rejected' | 'signed-out' | 'deleted';

const storageKey = 'spend-tracker.access-token';

const token = ref(sessionStorage.getItem(storageKey));
const endReason = ref<EndReason | null>(null);

/** The signed-in session of this tab: the only place that knows how the browser proves who the user is. */
export const session = {
  token: readonly(token),
  endReason: readonly(endReason),

  begin(accessToken: string): void {
    sessionStorage.setItem(storageKey, accessToken);
    endReason.value = null;
    token.value = accessToken;
  },

  end(reason: EndReason): void {
    sessionStorage.removeItem(storageKey);
    endReason.value = reason;
    token.value = null;
  },

  /** The server refused the token that a request carried; one that has been replaced since is no matter. */
  refused(refusedToken: string): void {
    if (refusedToken === token.value) session.end(isExpired(refusedToken) ? 'expired' : 'rejected');
  },
};

/** Chooses the words only: whether a token is valid is the server's decision. */
function isExpired(accessToken: string): boolean {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
    return typeof claims.exp === 'number' && claims.exp * 1000 <= Date.now() + 60_000;
  } catch {
    return false;
  }
}
