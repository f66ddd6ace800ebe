/**
 * How the service worker answers a request: `kept` from what it keeps, if it does; `page` from the network, or else by
 * the page that it keeps; `fresh` from the network, or else what it keeps of it. Null: it stays out of it.
 */
export type Strategy = 'kept' | 'page' | 'fresh';

interface Asked {
  method: string;
  url: string;
  mode: string;
}

/** What no page of the site is behind: data, above all, which is never kept. */
const elsewhere = ['/api/', '/docs', '/health', '/sw.js'];

export function strategyOf({ method, url, mode }: Asked, origin: string): Strategy | null {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  if (address.pathname.startsWith('/assets/')) return 'kept';
  if (address.pathname === '/icon.svg') return 'fresh';
  return mode === 'navigate' && !elsewhere.some((path) => address.pathname.startsWith(path)) ? 'page' : null;
}
