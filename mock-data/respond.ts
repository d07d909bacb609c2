import type { Text } from '../src/base/text';
import type { Bodies } from './bodies';
import { CONTRACT } from './feed';

/** Says that an answer is of the demonstration, so that nobody takes it for a real feed's, nor a web page for a feed. */
export const DEMONSTRATION_HEADER = 'x-fengsui-demonstration';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/**
 * The feed's answer to a GET or HEAD of a path below its base, as docs/feed-contract.md describes it: 200, 304 when the
 * caller has this version, 404 for paths that the feed does not have. The one place that knows, used by the msw
 * handlers, by the page without a service worker and by the example server.
 */
export function respond(
  bodies: Bodies,
  method: string,
  path: string,
  ifNoneMatch: string | null,
  ifModifiedSince: string | null = null,
): Answer {
  const found = bodies.get(path);
  const common = { [DEMONSTRATION_HEADER]: '1', 'cache-control': 'no-cache' };
  const json = { ...common, 'content-type': 'application/json; charset=utf-8' };
  if (!found) {
    const body = errorBody('not_found', { zh: `没有这个地址：${path}`, en: `there is no such address: ${path}` });
    return { status: 404, headers: json, body: method === 'HEAD' ? null : body };
  }
  const { etag, lastModified } = found;
  const validators = { etag, ...(lastModified && { 'last-modified': lastModified }) };
  // RFC 9110, 13.1.3: the date counts only where no entity tag was sent.
  const known = ifNoneMatch !== null ? matches(ifNoneMatch, etag) : isSince(ifModifiedSince, lastModified);
  if (known) return { status: 304, headers: { ...common, ...validators }, body: null };
  return { status: 200, headers: { ...json, ...validators }, body: method === 'HEAD' ? null : found.bytes };
}

/** An error answer in the contract's form. */
export function errorBody(code: string, message: Text): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ contract: CONTRACT, error: { code, message } }));
}

function isSince(ifModifiedSince: string | null, lastModified: string | undefined): boolean {
  return (
    ifModifiedSince !== null && lastModified !== undefined && Date.parse(lastModified) <= Date.parse(ifModifiedSince)
  );
}

/** RFC 9110: a list of validators or `*`; weak ones count as equal. */
function matches(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((candidate) => {
    const plain = candidate.trim().replace(/^W\//, '');
    return plain === '*' || plain === etag;
  });
}
