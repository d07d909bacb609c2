import type { Bodies } from './bodies';
import type { GeneratedMessage } from './generate.worker';

let running: Promise<Bodies> | null = null;

/**
 * The demonstration's answers, made once in a worker so that the page stays free (about half a second of work).
 * Where no worker can run they are made in the page.
 */
export function bodiesInBackground(): Promise<Bodies> {
  running ??= fromWorker().catch(inPage);
  return running;
}

function fromWorker(): Promise<Bodies> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./generate.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<GeneratedMessage>) => {
      worker.terminate();
      resolve(new Map(data.bodies.map(([path, bytes, etag]) => [path, { bytes, etag }])));
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message || 'the worker did not start'));
    });
  });
}

async function inPage(): Promise<Bodies> {
  const { demonstrationBodies } = await import('./bodies');
  return demonstrationBodies();
}
