import { loadDetectors } from '../detectors/registry';
import { today } from './clock';
import { createEngine } from './engine';
import { createEngineHost } from './engine-host';
import type { FromWorker, ToWorker } from './engine-protocol';
import { serveEngine } from './serve-engine';
import { createBatchStore } from './storage';

/** The worker's own scope, as far as it is used here (this project is typed for the page). */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as WorkerScope;

let waiting: ReturnType<typeof setTimeout> | null = null;
let fetched = false;
const host = createEngineHost(createEngine(today), createBatchStore());
const serve = serveEngine(
  host,
  (message, transfer) => scope.postMessage(message, transfer),
  () => performance.now(),
  () => {
    if (waiting !== null) clearTimeout(waiting);
    if (!fetched) waiting = setTimeout(() => ((fetched = true), fetchRest()), REST_AFTER_MS);
  },
);
scope.addEventListener('message', (event) => serve(event.data));
scope.postMessage({ ready: true }, []);

/** Fetched apart from the first load, and before the network may go: so long after the engine first has nothing to do. */
const REST_AFTER_MS = 3000;
function fetchRest(): void {
  const rest = [
    import('./engine-detail'),
    import('../outlook/outlook-of'),
    import('./engine-backtest'),
    import('./engine-lead-lag'),
    import('./engine-case'),
    import('./engine-effects'),
    import('./engine-groups'),
    import('./engine-rule-tests'),
    import('./engine-what-if'),
    import('../levels/fingerprint'),
    import('../response/warnings/find-spells'),
    loadDetectors(),
    import('./engine-quality'),
    import('./engine-revisions'),
    import('./engine-rules'),
    import('./engine-briefing'),
    import('./engine-book'),
    import('./stored-trail'),
    import('./stored-write'),
    import('./backup'),
    import('../observations/read-file'),
    import('../observations/read-regions'),
    import('../observations/to-csv'),
    import('../observations/feed-vintages'),
    import('../observations/forms/workbook-library'),
  ];
  for (const part of rest) part.catch(() => undefined);
}
