import { pageAddress } from './config';

/**
 * The built-in demonstration as a feed: loaded only when it is shown. It answers over HTTP through the service worker,
 * or through the `fetch` that comes with it where no service worker can run (plain http).
 */
export async function startDemonstration(): Promise<{ readonly fetch: typeof fetch; readonly url: string }> {
  const base = new URL('demo-feed/', pageAddress()).href;
  const demo = await import('../../mock-data/start-demo');
  const { fetch: get } = await demo.startDemonstration(base);
  return { fetch: get, url: new URL('catalog.json', base).href };
}
