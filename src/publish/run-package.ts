import type { Text } from '../base/text';
import type { Manifest } from '../briefing/package/manifest';
import { type SentError, unpackError } from '../platform/engine-protocol';
import { fetchPart } from '../platform/fetch-part';
import type { PackageAnswer, PackageJob, ReceivedPackage } from './package-jobs';

type Sent = { readonly answer: PackageAnswer } | { readonly error: SentError };

/** A package as a file. Throws the signal's reason when it was aborted. */
export async function writePackageFile(
  job: Omit<PackageJob & { kind: 'write' }, 'kind'>,
  signal: AbortSignal,
): Promise<{ readonly blob: Blob; readonly manifest: Manifest }> {
  const answer = await run({ kind: 'write', ...job }, signal);
  if (answer.kind !== 'written') throw new Error('a package was to be written');
  return answer;
}

/** A file as a package that was checked whole, or every fault in words. */
export async function readPackageFile(
  job: Omit<PackageJob & { kind: 'read' }, 'kind'>,
  signal: AbortSignal,
): Promise<{ readonly value: ReceivedPackage | null; readonly faults: readonly Text[] }> {
  const answer = await run({ kind: 'read', ...job }, signal);
  if (answer.kind !== 'read') throw new Error('a package was to be read');
  return answer;
}

/** One worker for one piece of work: stopped, it is gone with all that it held. Where none can be had, the page does it. */
async function run(job: PackageJob, signal: AbortSignal): Promise<PackageAnswer> {
  signal.throwIfAborted();
  const worker = newWorker();
  if (!worker) return inPage(job);
  try {
    return await new Promise<PackageAnswer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
        if ('answer' in data) resolve(data.answer);
        else reject(unpackError(data.error));
      });
      // It could not start, or died over it: the page is slower, but tells at least what is wrong.
      worker.addEventListener('error', () => inPage(job).then(resolve, reject));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}

function newWorker(): Worker | null {
  try {
    return typeof Worker === 'undefined'
      ? null
      : new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

async function inPage(job: PackageJob): Promise<PackageAnswer> {
  const { doPackageJob } = await fetchPart(() => import('./package-jobs'));
  return doPackageJob(job);
}
