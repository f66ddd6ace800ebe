import { icon, strategyOf } from './strategy';

/**
 * Keeps the site, so that it opens without a connection; never any data. A new version waits until the reader agrees to
 * it or has closed the old one, whose files stay until then.
 */
declare const self: ServiceWorkerGlobalScope;

/** What the build has made: its version, and the files without which a page would not work. */
declare const __SITE__: { version: string; files: readonly string[] };

/** Not yet in the types of every browser. */
interface RoutedInstallEvent extends ExtendableEvent {
  addRoutes?: (rules: { condition: { urlPattern: string }; source: string }[]) => Promise<void>;
}

const site = __SITE__;
const cacheName = `site-${site.version}`;
const page = '/';

self.addEventListener('install', (event) => {
  // Where the browser can, it does not ask here first for what is never kept, or for what it keeps itself.
  const routed = (event as RoutedInstallEvent).addRoutes?.(['/api/*', icon].map((path) => ({ condition: { urlPattern: path }, source: 'network' })));
  event.waitUntil(Promise.all([routed, keep([page, icon, ...site.files])]));
});

self.addEventListener('activate', (event) => event.waitUntil(Promise.all([dropFormer(), self.clients.claim(), self.registration.navigationPreload.enable()])));

self.addEventListener('message', (event) => {
  const { type, files } = event.data as { type: 'activate' | 'keep'; files?: string[] };
  if (type === 'activate') event.waitUntil(self.skipWaiting());
  if (type === 'keep') event.waitUntil(keep(files ?? []));
});

self.addEventListener('fetch', (event) => {
  const strategy = strategyOf(event.request, self.location.origin);
  if (strategy === 'kept') event.respondWith(kept(event.request));
  if (strategy === 'page') event.respondWith(fresh(event.preloadResponse.then((answer: Response | undefined) => answer ?? fetch(event.request))));
});

async function kept(request: Request): Promise<Response> {
  const found = await find(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}

/** The network's answer; the page that is kept where there is none, or the site is out of order. */
async function fresh(asked: Promise<Response>): Promise<Response> {
  try {
    const answer = await asked;
    return answer.status < 500 ? answer : ((await find(page)) ?? answer);
  } catch (failure) {
    const found = await find(page);
    if (found) return found;
    throw failure;
  }
}

function find(request: RequestInfo): Promise<Response | undefined> {
  return caches.match(request, { cacheName, ignoreVary: true });
}

async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const there = await Promise.all(files.map((file) => cache.match(file, { ignoreVary: true })));
  // The page is asked for anew; what is named by its content is mostly in the browser already.
  await cache.addAll(files.filter((_, index) => !there[index]).map((file) => new Request(file, file === page ? { cache: 'no-cache' } : {})));
}

async function dropFormer(): Promise<void> {
  const former = (await caches.keys()).filter((name) => name !== cacheName);
  await Promise.all(former.map((name) => caches.delete(name)));
}
