/**
 * An example server of the feed contract (docs/feed-contract.md): answers with the demonstration, over plain Node.
 *   npm run feed-server -- [--port 8787] [--host 127.0.0.1] [--revise SECONDS] [--key NAME=VALUE]
 *                          [--fail COUNT:STATUS[:RETRY_AFTER]] [--slow MS]
 * `--revise`: a value is revised that often; `--key`: a header that every request must bring; `--fail 3:503:20`: the
 * first three requests fail so; `--slow`: every answer takes its time.
 * Then in public/config.json: { "source": { "kind": "http-feed", "url": "http://127.0.0.1:8787/catalog.json" } }
 */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Bodies, type Body, demonstrationBodies } from './bodies';
import type { FeedObservations } from './feed';
import { errorBody, respond } from './respond';
import { contentOf, revised } from './revise';

/** Anybody's page may read the feed and its validators: it takes no cookies. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-expose-headers': 'ETag, Retry-After, Date',
  'access-control-max-age': '86400',
};
const ALLOWED_HEADERS = 'If-None-Match, If-Modified-Since, Cache-Control, Authorization';

/** What befalls the coming requests. */
export interface Disturbance {
  /** Answered instead of the feed. */
  readonly status?: number;
  readonly retryAfter?: string;
  /** Every answer waits so long. */
  readonly delayMs?: number;
  /** So many requests; absent = until it is lifted. */
  readonly times?: number;
}

/** A feed whose data and moods can be changed while it is served. */
export interface ExampleFeed {
  readonly listener: RequestListener;
  /** Other answers from now on; those that differ get a new Last-Modified. */
  setBodies(bodies: Bodies): void;
  disturb(how: Disturbance | null): void;
  /** Requests so far, oldest first: path, status, and whether it was conditional. */
  readonly log: readonly { readonly path: string; readonly status: number; readonly conditional: boolean }[];
}

interface FeedOptions {
  /** Path below which the feed is served; ends with "/". */
  readonly base?: string;
  /** A header that every request must bring. */
  readonly key?: readonly [name: string, value: string] | undefined;
  readonly now?: () => number;
}

export function exampleFeed(first: Bodies, { base = '/', key, now = Date.now }: FeedOptions = {}): ExampleFeed {
  let bodies = dated(first, new Map(), now());
  let disturbance: Disturbance | null = null;
  let left = 0;
  const log: { path: string; status: number; conditional: boolean }[] = [];

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', headers: asked } = request;
    const cors = { ...CORS, 'access-control-allow-headers': key ? `${ALLOWED_HEADERS}, ${key[0]}` : ALLOWED_HEADERS };
    const send = (status: number, headers: Record<string, string>, body: Uint8Array | null): void => {
      response.writeHead(status, { ...cors, ...headers }).end(body);
    };
    const refuse = (status: number, code: string, zh: string, en: string, more: Record<string, string> = {}): void =>
      send(status, { 'content-type': 'application/json; charset=utf-8', ...more }, errorBody(code, { zh, en }));
    if (method === 'OPTIONS') return send(204, {}, null);
    const path = new URL(request.url ?? '/', 'http://feed').pathname.slice(base.length);
    const [tag = null, since = null] = [asked['if-none-match'], asked['if-modified-since']];
    const note = (status: number): void => void log.push({ path, status, conditional: tag !== null || since !== null });
    if (method !== 'GET' && method !== 'HEAD') {
      return refuse(405, 'method', '只支持读取', 'the feed is only read', { allow: 'GET, HEAD, OPTIONS' });
    }
    if (key && asked[key[0].toLowerCase()] !== key[1]) {
      note(401);
      return refuse(401, 'key', '缺少密钥或密钥有误', 'the key is missing or wrong');
    }
    const mood = disturbance;
    if (mood && --left <= 0) disturbance = null;
    const reply = (): void => {
      if (mood?.status !== undefined) {
        note(mood.status);
        const more: Record<string, string> = mood.retryAfter === undefined ? {} : { 'retry-after': mood.retryAfter };
        return refuse(mood.status, 'trouble', '接口暂时不可用', 'the feed is not available for the moment', more);
      }
      const { status, headers, body } = respond(bodies, method, path, tag, since);
      note(status);
      const vary = { ...headers, vary: 'Accept-Encoding' };
      const packed = status === 200 && /\bgzip\b/.test(asked['accept-encoding'] ?? '');
      if (!packed || body === null) return send(status, vary, body);
      // Packed bytes are other bytes: the validator becomes a weak one.
      send(200, { ...vary, etag: `W/${headers['etag']}`, 'content-encoding': 'gzip' }, gzipSync(body));
    };
    if (mood?.delayMs === undefined) return reply();
    const timer = setTimeout(reply, mood.delayMs);
    response.once('close', () => clearTimeout(timer));
  }

  return {
    listener: answer,
    log,
    setBodies(next) {
      bodies = dated(next, bodies, now());
    },
    disturb(how) {
      disturbance = how;
      left = how?.times ?? Infinity;
    },
  };
}

/** Bodies with the time at which they became so; unchanged ones keep theirs. HTTP dates know whole seconds only. */
function dated(next: Bodies, before: Bodies, nowMs: number): Map<string, Body> {
  const lastModified = new Date(nowMs).toUTCString();
  return new Map(
    [...next].map(([path, body]) => {
      const old = before.get(path);
      return [path, old?.etag === body.etag ? old : { ...body, lastModified }];
    }),
  );
}

export function feedServer(bodies: Bodies): Server {
  return createServer(exampleFeed(bodies).listener);
}

/** The newest claims of the first office that files them, a little higher each time, as known today. */
function reviseAgain(bodies: Bodies, count: number): Bodies {
  const indicator = 'new_benefit_claims';
  const { series, published } = contentOf<FeedObservations>(bodies, `observations/${indicator}.month.json`);
  const t = published.findLastIndex((day) => day !== null);
  const filer = series.find((s) => typeof s.values[t] === 'number');
  if (!filer) return bodies;
  const value = filer.values[t]! + count;
  return revised(bodies, { indicator, region: filer.region, t, value, knownOn: new Date().toISOString().slice(0, 10) });
}

function serve(): void {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      revise: { type: 'string' },
      key: { type: 'string' },
      fail: { type: 'string' },
      slow: { type: 'string' },
    },
  });
  const [name = '', ...value] = values.key?.split('=') ?? [];
  let bodies: Bodies = demonstrationBodies();
  const feed = exampleFeed(bodies, { key: values.key === undefined ? undefined : [name, value.join('=')] });
  const [times, status, retryAfter] = values.fail?.split(':') ?? [];
  if (times) {
    feed.disturb({ times: Number(times), status: Number(status ?? 503), ...(retryAfter && { retryAfter }) });
  } else if (values.slow) feed.disturb({ delayMs: Number(values.slow) });
  let count = 0;
  if (values.revise) {
    setInterval(() => feed.setBodies((bodies = reviseAgain(bodies, ++count))), Number(values.revise) * 1000);
  }
  createServer(feed.listener).listen(Number(values.port), values.host, () => {
    process.stderr.write(`demonstration feed (invented data): http://${values.host}:${values.port}/catalog.json\n`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) serve();
