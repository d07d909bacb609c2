import type { Briefing } from '../briefing/briefing';
import { parseOutline, type MapOutline } from '../base/map-outline';
import { nowMs } from '../platform/clock';
import { safeFileName } from '../platform/download';
import { unpackError } from '../platform/engine-protocol';
import { fetchPart } from '../platform/fetch-part';
import { fetchOutline } from '../platform/outline';
import { TroubleError } from '../platform/trouble';
import { PUBLISH_FORMATS, type PublishFormat } from './formats';
import type { PublishAnswer, PublishJob } from './publish-job';
import type { FromPublisher } from './publish.worker';
import { PUBLISH_TEXT } from './text';

export interface PublishOptions {
  readonly signal?: AbortSignal;
  /** Share of the work that is done, 0–1. */
  readonly onProgress?: (done: number) => void;
}

/** What a test hands in; else the browser's. */
export interface PublishParts {
  /** Null: there are no workers here. */
  newWorker(): Worker | null;
  /** It has made its file, and may make another. */
  release(worker: Worker): void;
  svgToPng(svg: string): Promise<Uint8Array>;
  outline(): Promise<MapOutline | null>;
  nowMs(): number;
}

/**
 * The briefing as a file of one format. A worker makes it, and is ended when the signal aborts (then the
 * signal's reason is thrown). Where no worker can be had the page makes it; a worker that dies is said as such.
 */
export async function publish(
  briefing: Briefing,
  format: PublishFormat,
  { signal, onProgress }: PublishOptions = {},
  parts: PublishParts = browserParts,
): Promise<Blob> {
  signal?.throwIfAborted();
  const needsOutline =
    ['pptx', 'html', 'svg', 'png'].includes(format) && briefing.pages.some((p) => p.exhibit?.kind === 'level-map');
  const job: PublishJob = {
    briefing,
    format,
    madeAtMs: parts.nowMs(),
    outline: needsOutline ? await parts.outline() : null,
  };
  // Images are made in the page afterwards: drawing is the smaller part.
  const drawn = format === 'png' ? 0.3 : 1;
  const report = (share: number): void => {
    if (!signal?.aborted) onProgress?.(share);
  };
  const answer = await run(job, parts, signal, (done, all) => report((done / Math.max(all, 1)) * drawn * 0.95));
  const bytes =
    answer.kind === 'file'
      ? answer.bytes
      : await images(answer, parts, signal, (done) => report(drawn + done * (1 - drawn)));
  report(1);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: PUBLISH_FORMATS[format].mime });
}

/** Lets a worker fetch what it needs, and keeps it: files can be made when the network is gone. */
export function fetchPublisher(): void {
  const worker = browserParts.newWorker();
  if (!worker) return;
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    if (spare === worker) spare = null;
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage('fetch');
  browserParts.release(worker);
}

/** Name of the file: the title of the briefing, with the mark of invented figures, cut down to what every file system takes. */
export function publishedName({ title, lang, demonstration }: Briefing, format: PublishFormat): string {
  const ending = PUBLISH_FORMATS[format].ending[lang];
  const stem = safeFileName([demonstration, title].filter((words) => words !== '').join(' ')).slice(
    0,
    120 - ending.length,
  );
  return stem + ending;
}

function run(
  job: PublishJob,
  parts: PublishParts,
  signal: AbortSignal | undefined,
  onPage: (done: number, all: number) => void,
): Promise<PublishAnswer> {
  const worker = parts.newWorker();
  if (!worker) return inPage(job, onPage);
  let heard = false;
  const over = new AbortController();
  return new Promise<PublishAnswer>((resolve, reject) => {
    const end = (leave: () => void, settle: () => void): void => {
      over.abort();
      leave();
      settle();
    };
    const stop = (): void => worker.terminate();
    signal?.addEventListener('abort', () => end(stop, () => reject(signal.reason as Error)), { signal: over.signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromPublisher>) => {
        heard = true;
        if ('answer' in data)
          end(
            () => parts.release(worker),
            () => resolve(data.answer),
          );
        else if ('error' in data) end(stop, () => reject(unpackError(data.error)));
        else onPage(data.done, data.all);
      },
      { signal: over.signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        // It could not start (blocked, or its file is not there): the page makes the file, or says what is missing.
        if (!heard) end(stop, () => void inPage(job, onPage).then(resolve, reject));
        else
          end(stop, () =>
            reject(new TroubleError({ what: PUBLISH_TEXT.died, where: event.message, todo: PUBLISH_TEXT.diedTodo })),
          );
      },
      { signal: over.signal },
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(job);
  });
}

async function inPage(job: PublishJob, onPage: (done: number, all: number) => void): Promise<PublishAnswer> {
  const { doPublishJob } = await fetchPart(() => import('./publish-job'));
  return fetchPart(() => doPublishJob(job, onPage));
}

async function images(
  { drawings }: PublishAnswer & { kind: 'drawings' },
  parts: PublishParts,
  signal: AbortSignal | undefined,
  onShare: (share: number) => void,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [i, { name, svg }] of drawings.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one large canvas at a time
    files[`${name}.png`] = await parts.svgToPng(svg);
    signal?.throwIfAborted();
    onShare((i + 1) / drawings.length);
  }
  const { zipParts } = await fetchPart(() => import('../briefing/out/native/chart-book'));
  return zipParts(files);
}

/** 288 dots per inch where a page gives a chart 10 inches. */
const PNG_PX = 2880;

/** A worker that is at hand, with all that it needs. */
let spare: Worker | null = null;

const browserParts: PublishParts = {
  newWorker() {
    const kept = spare;
    spare = null;
    if (kept) return kept;
    try {
      return typeof Worker === 'undefined'
        ? null
        : new Worker(new URL('./publish.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      return null;
    }
  },
  release(worker) {
    spare?.terminate();
    spare = worker;
  },
  svgToPng: (svg) => fetchPart(() => import('./svg-to-png')).then((part) => part.svgToPng(svg, PNG_PX)),
  // Without boundaries a map is drawn in tiles.
  outline: () => fetchOutline().then(parseOutline, () => null),
  nowMs,
};
