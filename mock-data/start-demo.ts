import { answer, pathBelow } from './answer';
import { bodiesInBackground } from './in-background';

export interface RunningDemonstration {
  /** Use it for the feed's addresses; others go to the network as ever. */
  readonly fetch: typeof fetch;
  readonly via: 'service-worker' | 'in-page';
}

let running: { readonly base: string; readonly started: Promise<RunningDemonstration> } | null = null;

/**
 * Starts the demonstration feed under `baseUrl` (relative to the page, e.g. `demo-feed/`; the catalogue is
 * `demo-feed/catalog.json`). msw's service worker answers where there can be one (https or localhost, and
 * `mockServiceWorker.js` beside the page); otherwise, as on a plain-http intranet, the page itself does, by the same
 * code. Never fails for want of a service worker. A second call gives the running one.
 */
export function startDemonstration(baseUrl: string): Promise<RunningDemonstration> {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`, document.baseURI).href;
  if (running?.base !== base) running = { base, started: start(base) };
  return running.started;
}

async function start(base: string): Promise<RunningDemonstration> {
  // The figures are made while the service worker starts.
  const bodies = bodiesInBackground();
  if (globalThis.isSecureContext && 'serviceWorker' in navigator) {
    try {
      const { serveByServiceWorker } = await import('./service-worker');
      await serveByServiceWorker(base, new URL('mockServiceWorker.js', document.baseURI).href, () => bodies);
      return { fetch: globalThis.fetch.bind(globalThis), via: 'service-worker' };
    } catch {
      // Registration refused, storage blocked, script missing: the page answers instead.
    }
  }
  return { fetch: inPageFetch(base), via: 'in-page' };
}

/** `fetch` that answers the feed's addresses itself and leaves all others to the network. */
function inPageFetch(base: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (pathBelow(base, request.url) === null) return globalThis.fetch(request);
    const response = answer(base, request, await bodiesInBackground());
    request.signal.throwIfAborted();
    return response;
  };
}
