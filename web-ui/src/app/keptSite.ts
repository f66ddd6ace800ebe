import { shallowRef } from 'vue';

const hourMillis = 3_600_000;

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: () => string }) => { createScriptURL: (text: string) => string };
}

/** A version of the site that is ready, and waits to take the place of this one; null if this is the newest. */
export const newVersion = shallowRef<ServiceWorker | null>(null);

/** Lets a service worker keep the site, so that it opens without a connection, and looks for newer versions of it. */
export async function keepSite(): Promise<void> {
  // Only where the connection is safe; a browser may also refuse, as some do in private windows.
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(workerAddress());
    noteWaiting(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => noteWaiting(registration));
    });
    setInterval(() => void registration.update().catch(() => undefined), hourMillis);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'keep', files: loadedFiles() });
  } catch {
    newVersion.value = null;
  }
}

/** Puts the new version in the place of this one. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  newVersion.value?.postMessage({ type: 'activate' });
}

/** The first version ever takes nobody's place. */
function noteWaiting({ waiting }: ServiceWorkerRegistration) {
  if (navigator.serviceWorker.controller) newVersion.value = waiting;
}

/** What this page was made of before the service worker saw its requests: its language and its fonts, too. */
function loadedFiles(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return [...new Set(addresses.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname))].filter((path) =>
    path.startsWith('/assets/'),
  );
}

/** The one address of a script that may be made of a text here: the site's policy demands such a rule. */
function workerAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const address = '/sw.js';
  return trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
