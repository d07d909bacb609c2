import type { Day } from '../base/period';
import type { Text } from '../base/text';
import type { AppConfig } from '../platform/config';
import type {
  AssessmentView,
  CallOptions,
  EngineApi,
  FeedAnswers,
  KeepApi,
  Kept,
  ReadReport,
} from '../platform/engine-api';
import type { Trouble } from '../platform/trouble';

export type SourceKind = 'demonstration' | 'http-feed' | 'files';

/** Where the figures on the screen come from. */
export interface SourceState {
  readonly kind: SourceKind;
  readonly name: Text;
  /** Address of the feed; empty for files. */
  readonly url: string;
  /** Day on which the figures were fetched or imported. */
  readonly fetchedOn: Day | null;
  /** The source could not be reached: an earlier copy is shown. */
  readonly stale: boolean;
  /** Why it is stale, or what was faulty in it. */
  readonly error: Text | null;
}

/** Long work in one sentence and its share done, 0–1 over all steps. */
export interface Progress {
  readonly done: number;
  readonly step: Text;
}

export interface SessionState {
  /** `loading` and `failed` only while there is nothing to show; later work goes on behind the `view`. */
  readonly phase: 'starting' | 'loading' | 'ready' | 'failed';
  readonly progress: Progress | null;
  readonly view: AssessmentView | null;
  readonly source: SourceState;
  /** The last work failed; what was shown before is still shown. */
  readonly error: Trouble | null;
  /** It worked, but something must be said (figures could not be kept, a batch was lost, a bad configuration). */
  readonly notice: Trouble | null;
  /** What is kept in this browser; null when storage does not work. */
  readonly kept: Kept | null;
  /** The batch that was removed last and can be brought back. */
  readonly removed: { readonly batchId: string; readonly name: string; readonly before: readonly string[] } | null;
  /** What the installation is set to; null while that is not known. */
  readonly configured: 'demonstration' | 'http-feed' | null;
  /** What was read of the feed in force, with its faults; null for files. */
  readonly feedReport: ReadReport | null;
  readonly engine: EngineApi;
}

export interface SessionActions {
  /** Loads what was used last, else the configured source. Once; further calls do nothing. */
  start(): Promise<void>;
  retry(): Promise<void>;
  /** Stops the work in hand; what was shown before stays. */
  cancel(): void;
  /** Leaves the files (they are kept until files are imported anew) and shows the demonstration. */
  showDemonstration(): Promise<void>;
  /** The source that the installation is set to (config.json). */
  showConfigured(): Promise<void>;
  /** Back to the kept files. */
  showFiles(): Promise<void>;
  /** The data as known on a day; null = all that is known. Goes through the address. */
  setAsOf(day: Day | null): void;
  /** Makes read batches part of the current data, or all of it; kept over a reload. True when it worked. */
  importBatches(batchIds: readonly string[], options: { readonly replace: boolean }): Promise<boolean>;
  removeBatch(batchId: string): Promise<void>;
  undoRemove(): Promise<void>;
  /** An import begins: until it ends, changes of other tabs wait. */
  beginImport(): void;
  /** It is over. `given up`: a region table that was read for it is laid aside. */
  endImport(how: 'loaded' | 'given up'): Promise<void>;
  dismiss(what: 'error' | 'notice' | 'removed'): void;
}

export type Session = SessionState & SessionActions;

/** The world outside, handed in: real in the page, made up in tests. */
export interface SessionDeps {
  readonly engine: EngineApi & KeepApi & { onRestart?(listener: () => void): void };
  loadConfig(signal: AbortSignal): Promise<AppConfig>;
  fetchFeed(request: FeedRequest, signal: AbortSignal, onProgress: (done: number) => void): Promise<FeedAnswers>;
  startDemonstration(): Promise<{ readonly fetch: typeof fetch; readonly url: string }>;
  readonly place: {
    asof(): Day | null;
    setAsof(day: Day | null): void;
    subscribe(listener: () => void): () => void;
  };
  readonly tabs: { announce(): void; onOther(listener: () => void): () => void };
}

export interface FeedRequest {
  readonly url: string;
  readonly fetch?: typeof fetch;
}

export type EngineProgress = NonNullable<CallOptions['onProgress']>;
