/** `npm start`: sets up what is missing, builds if anything changed, serves the built page on this machine. */
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { ensure, root } from './ensure.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
  console.error(`端口须为数字 / The port must be a number: ${values.port}`);
  process.exit(2);
}

await ensure();
if (await buildIfStale()) console.error('页面已构建 / Page built.');

const { preview } = await import('vite');
const server = await preview({
  root,
  logLevel: 'error',
  preview: {
    host: values.host ?? '127.0.0.1',
    port: Number(values.port ?? 4173),
    // A port that was asked for is a promise; the default one may move on to the next free.
    strictPort: values.port !== undefined,
    // Whoever opens the page to the network names the machine as they like; the files hold no secrets.
    ...(values.host === undefined ? {} : { allowedHosts: true }),
  },
}).catch((error) => {
  console.error(`无法启动 / Could not start: ${error.message}`);
  process.exit(1);
});

const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
console.log(`烽燧已就绪，请在浏览器打开 / Fengsui is ready, open in a browser: ${address}`);
console.log('按 Ctrl-C 停止 / Press Ctrl-C to stop');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
