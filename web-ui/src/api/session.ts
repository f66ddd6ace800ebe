import { readonly, ref } from 'vue';

/** Why a session ended, for the word about it on the sign-in page. The server does not say whether it expired or was ended elsewhere. */
export type EndReason = 'ended' | 'signed-out' | 'deleted';

const sinceKey = 'spend-tracker.session';
const signingOutKey = 'spend-tracker.signing-out';

const since = ref(localStorage.getItem(sinceKey));
const endReason = ref<EndReason | null>(null);
const isSigningOut = ref(localStorage.getItem(signingOutKey) !== null);

// Where former versions kept a token.
sessionStorage.removeItem('spend-tracker.access-token');

/**
 * The session of this browser, which all its tabs share. A cookie that no script can read proves it to the server; kept
 * here is only since when there has been one, which tells sessions apart and is worth nothing to others.
 */
export const session = {
  /** When somebody signed in, as text; null: nobody has. */
  since: readonly(since),
  endReason: readonly(endReason),
  /** Whether the server does not know yet that this browser has signed out. */
  isSigningOut: readonly(isSigningOut),

  begin(): void {
    session.signedOut();
    const now = new Date().toISOString();
    localStorage.setItem(sinceKey, now);
    become(now, null);
  },

  end(reason: EndReason): void {
    localStorage.removeItem(sinceKey);
    become(null, reason);
  },

  /** Ends it, and remembers that the server is to be told. */
  signOut(): void {
    localStorage.setItem(signingOutKey, 'yes');
    isSigningOut.value = true;
    session.end('signed-out');
  },

  /** The server has been told. */
  signedOut(): void {
    localStorage.removeItem(signingOutKey);
    isSigningOut.value = false;
  },

  /** The server refused what was sent in the session that began then; one that is over is no matter. */
  refused(ofSession: string): void {
    follow();
    if (ofSession === since.value) session.end('ended');
  },
};

function become(now: string | null, reason: EndReason | null): void {
  endReason.value = reason;
  since.value = now;
}

/** Does as another tab has done. Where that has signed in, maybe as somebody else, everything here begins anew. */
function follow(): void {
  const now = localStorage.getItem(sinceKey);
  if (now === since.value) return;
  become(now, now === null ? 'ended' : null);
  if (now !== null) location.reload();
}

addEventListener('storage', ({ key, newValue }) => {
  if (key === signingOutKey) {
    isSigningOut.value = newValue !== null;
    if (newValue !== null) become(null, 'signed-out');
  } else {
    follow();
  }
});
// A page that the browser had put aside has heard nothing.
addEventListener('pageshow', ({ persisted }) => persisted && follow());
