/**
 * An example server of the feed contract (docs/feed-contract.md): answers with the demonstration, over plain Node.
 *   npx tsx mock-data/feed-server.ts [--port 8787] [--host 127.0.0.1]
 * Then in public/config.json: { "source": { "kind": "http-feed", "url": "http://127.0.0.1:8787/catalog.json" } }
 */
import { createServer, type Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Bodies, demonstrationBodies } from './bodies';
import { respond } from './respond';

/** Anybody's page may read the feed and its validators: it holds no secrets and takes no cookies. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match, Cache-Control',
  'access-control-expose-headers': 'ETag',
  'access-control-max-age': '86400',
};

export function feedServer(bodies: Bodies): Server {
  return createServer((request, response) => {
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { ...CORS, allow: 'GET, HEAD, OPTIONS' }).end();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://feed').pathname.slice(1);
    const answer = respond(bodies, method, path, request.headers['if-none-match'] ?? null);
    const headers = { ...CORS, ...answer.headers, vary: 'Accept-Encoding' };
    const packed = answer.status === 200 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (!packed || answer.body === null) {
      response.writeHead(answer.status, headers).end(answer.body);
      return;
    }
    // Packed bytes are other bytes: the validator becomes a weak one.
    const etag = `W/${answer.headers['etag']}`;
    response.writeHead(200, { ...headers, etag, 'content-encoding': 'gzip' }).end(gzipSync(answer.body));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8787' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const server = feedServer(demonstrationBodies());
  server.listen(Number(values.port), values.host, () => {
    process.stderr.write(`demonstration feed (invented data): http://${values.host}:${values.port}/catalog.json\n`);
  });
}
