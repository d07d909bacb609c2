import type { AddressInfo } from 'node:net';
import { getResponse } from 'msw';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathBelow } from '../../mock-data/answer';
import { demonstrationBodies } from '../../mock-data/bodies';
import type { FeedCatalog } from '../../mock-data/feed';
import { feedServer } from '../../mock-data/feed-server';
import { demonstrationHandlers } from '../../mock-data/handlers';
import { DEMONSTRATION_HEADER } from '../../mock-data/respond';

const bodies = demonstrationBodies();
type Ask = (path: string, init?: RequestInit) => Promise<Response | undefined>;

// A sub-path with characters that mean something in a pattern.
const BASE = 'http://intranet.example:8080/app (test)/demo-feed/';
const handlers = demonstrationHandlers(new URL(BASE).href, () => Promise.resolve(bodies));
const viaMsw: Ask = (path, init) => getResponse(handlers, new Request(new URL(path, BASE), init));

const server = feedServer(bodies);
const viaServer: Ask = (path, init) =>
  fetch(new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`), init);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

describe.each([
  ['msw handlers', viaMsw],
  ['example server', viaServer],
] as const)('%s', (_, ask) => {
  it('serves the catalogue and every address in it, marked as the demonstration', async () => {
    const answer = await ask('catalog.json');
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer?.headers.get(DEMONSTRATION_HEADER)).toBe('1');
    const { observations } = (await answer!.json()) as FeedCatalog;
    for (const { indicator, url } of observations) {
      const part = await ask(url);
      expect(((await part!.json()) as { indicator: string }).indicator).toBe(indicator);
    }
  });

  it('answers 304 without a body to the version that the caller has, 200 to any other', async () => {
    const first = await ask('observations/pmi.month.json');
    const etag = first!.headers.get('etag')!;
    await first!.arrayBuffer();
    for (const known of [etag, `W/${etag}`.replace('W/W/', 'W/'), `"other", ${etag}`, '*']) {
      const again = await ask('observations/pmi.month.json', { headers: { 'if-none-match': known } });
      expect([again!.status, await again!.text()], known).toEqual([304, '']);
    }
    const other = await ask('observations/pmi.month.json', { headers: { 'if-none-match': '"other"' } });
    expect(other!.status).toBe(200);
    await other!.arrayBuffer();
  });

  it('answers HEAD with the same headers and no body', async () => {
    const head = await ask('catalog.json', { method: 'HEAD' });
    expect([head!.status, await head!.text()]).toEqual([200, '']);
    expect(head!.headers.get('etag')).toMatch(/^(W\/)?"[0-9a-f]{16}"$/);
  });

  it('answers 404 in the contract’s form to what it does not have', async () => {
    const answer = await ask('observations/nothing.month.json');
    expect(answer!.status).toBe(404);
    expect(((await answer!.json()) as { error: { code: string } }).error.code).toBe('not_found');
  });
});

describe('msw handlers', () => {
  it('leave other addresses alone', async () => {
    expect(await viaMsw('../config.json')).toBeUndefined();
    expect(await viaMsw('http://intranet.example:8080/app/demo-feed/catalog.json')).toBeUndefined();
    expect(await viaMsw('catalog.json', { method: 'POST', body: '{}' })).toBeUndefined();
  });

  it('do not count queries: an address that busts a cache is the same address', () => {
    expect(pathBelow('http://a/feed/', 'http://a/feed/catalog.json?v=2#x')).toBe('catalog.json');
    expect(pathBelow('http://a/feed/', 'http://a/feeding/catalog.json')).toBeNull();
  });

  it('wait for the figures, and different figures have different validators', async () => {
    let ready: (value: typeof bodies) => void = () => undefined;
    const waiting = demonstrationHandlers('http://a/', () => new Promise((resolve) => (ready = resolve)));
    const asked = getResponse(waiting, new Request('http://a/catalog.json'));
    setTimeout(() => ready(demonstrationBodies('another')), 20);
    const other = (await asked)!.headers.get('etag');
    expect(other).not.toBe((await viaMsw('catalog.json'))!.headers.get('etag'));
    expect(new Set([...bodies.values()].map((b) => b.etag)).size).toBe(bodies.size);
  });
});

describe('example server', () => {
  it('lets pages of other origins in, preflight included, and takes nothing', async () => {
    const preflight = await viaServer('catalog.json', { method: 'OPTIONS' });
    expect(preflight!.status).toBe(204);
    expect(preflight!.headers.get('access-control-allow-headers')).toContain('If-None-Match');
    const answer = await viaServer('catalog.json');
    expect(answer!.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer!.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After, Date');
    await answer!.arrayBuffer();
    const post = await viaServer('catalog.json', { method: 'POST', body: 'x' });
    expect([post!.status, post!.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
