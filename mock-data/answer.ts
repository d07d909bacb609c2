import type { Bodies } from './bodies';
import { respond } from './respond';

/** Path below the feed's base of an address, or null when it is none of the feed's. Queries and fragments do not count. */
export function pathBelow(base: string, url: string): string | null {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return address.startsWith(base) ? decodeURIComponent(address.slice(base.length)) : null;
}

/** The answer to one request of the feed below `base`, in the terms of fetch. */
export function answer(base: string, request: Request, bodies: Bodies): Response {
  const path = pathBelow(base, request.url) ?? '';
  const { status, headers, body } = respond(bodies, request.method, path, request.headers.get('if-none-match'));
  return new Response(body, { status, headers });
}
