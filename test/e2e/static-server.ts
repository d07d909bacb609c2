import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * The plainest static host there is, with `dist/` under a sub-path, as an intranet would have it. It keeps the
 * files it was asked for: the one count of a first load that no worker or service worker escapes. `own` answers some
 * files itself (a feed, another config.json).
 */
export async function serveDist(prefix: string, own?: (file: string) => RequestListener | null) {
  const served = new Set<string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : '..';
    const file = inside === '.' ? 'index.html' : inside;
    const listener = own?.(file);
    if (listener) return void listener(request, response);
    try {
      if (file.startsWith('..')) throw new Error('outside');
      const body = readFileSync(join(dist, file));
      served.add(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${prefix}`, served, close: () => server.close() };
}
