import { packError, type SentError } from '../platform/engine-protocol';
import { doPublishJob, fetchWriters, type PublishAnswer, type PublishJob } from './publish-job';

/** What the worker says: how far it is, then what came of it. */
export type FromPublisher =
  | { readonly done: number; readonly all: number }
  | { readonly answer: PublishAnswer }
  | { readonly error: SentError };

/** The worker's own scope, as far as it is used here (this project is typed for the page). */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<PublishJob | 'fetch'>) => void): void;
  postMessage(message: FromPublisher, transfer: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data }) => {
  if (data === 'fetch') {
    fetchWriters().catch(() => undefined);
    return;
  }
  doPublishJob(data, (done, all) => scope.postMessage({ done, all }, [])).then(
    (answer) => scope.postMessage({ answer }, answer.kind === 'file' ? [answer.bytes.buffer as ArrayBuffer] : []),
    (error: unknown) => scope.postMessage({ error: packError(error) }, []),
  );
});
