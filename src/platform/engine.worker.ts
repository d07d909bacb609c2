import { today } from './clock';
import { createEngine } from './engine';
import { createEngineHost } from './engine-host';
import type { FromWorker, ToWorker } from './engine-protocol';
import { serveEngine } from './serve-engine';
import { createBatchStore } from './storage';

/** The worker's own scope, as far as it is used here (the page's typings stand in this project). */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as WorkerScope;

const host = createEngineHost(createEngine(today), createBatchStore());
const serve = serveEngine(
  host,
  (message, transfer) => scope.postMessage(message, transfer),
  () => performance.now(),
);
scope.onmessage = (event) => serve(event.data);
scope.postMessage({ ready: true }, []);
