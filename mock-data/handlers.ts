import { http, type HttpHandler } from 'msw';
import { answer, pathBelow } from './answer';
import type { Bodies } from './bodies';

/**
 * msw handlers of the feed contract under `base`, an absolute address that ends with "/". `bodies` may still be in the
 * making: requests wait for it.
 */
export function demonstrationHandlers(base: string, bodies: () => Promise<Bodies>): HttpHandler[] {
  const ours = ({ request }: { request: Request }): boolean => pathBelow(base, request.url) !== null;
  const resolve = async ({ request }: { request: Request }): Promise<Response> => answer(base, request, await bodies());
  return [http.get(ours, resolve), http.head(ours, resolve)];
}
