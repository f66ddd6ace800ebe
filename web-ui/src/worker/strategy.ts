/**
 * How the service worker answers a request: `kept` from what it keeps, if it does; `page` from the network, or else by
 * the page that it keeps. Null: it stays out of it.
 */
export type Strategy = 'kept' | 'page';

interface Asked {
  method: string;
  url: string;
  mode: string;
}

/** The tab's, which browsers ask for anew each time that the address changes. */
export const icon = '/icon.svg';

/** What no page of the site is behind: data, above all, which is never kept. */
const elsewhere = ['/api/', '/docs', '/health', '/sw.js'];

export function strategyOf({ method, url, mode }: Asked, origin: string): Strategy | null {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  if (address.pathname.startsWith('/assets/') || address.pathname === icon) return 'kept';
  return mode === 'navigate' && !elsewhere.some((path) => address.pathname.startsWith(path)) ? 'page' : null;
}
