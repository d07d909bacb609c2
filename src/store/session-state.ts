import type { Day } from '../base/period';
import type { Text } from '../base/text';
import type { AppConfig } from '../platform/app-config';
import type {
  AssessmentView,
  CallOptions,
  EngineApi,
  KeepApi,
  KeepChange,
  Kept,
  ReadReport,
} from '../platform/engine-api';
import type { FetchedFeed } from '../platform/fetch-answers';
import type { FeedRequest as FetchRequest } from '../platform/http-feed';
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
  /** No worker could be had: the page computes by itself. Null when one works, or after it was read. */
  readonly inPage: Trouble | null;
  /** What is kept in this browser; null when storage does not work. */
  readonly kept: Kept | null;
  /** The batch that was removed last and can be brought back. */
  readonly removed: { readonly batchId: string; readonly name: string; readonly before: readonly string[] } | null;
  /** What the installation is set to; null while that is not known. */
  readonly configured: 'demonstration' | 'http-feed' | null;
  /** What was read of the feed in force, with its faults; null for files. */
  readonly feedReport: ReadReport | null;
  readonly engine: EngineApi & KeepApi;
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
  /** Shows what a refresh of the feed brought. False while other work is in hand: then it is for later. */
  showFeed(taken: TakenFeed): Promise<boolean>;
  /** The data as known on a day; null = all that is known. Goes through the address. */
  setAsOf(day: Day | null): void;
  /** Grades what is loaded anew: the versions of the rules have changed. True when it worked. */
  regrade(): Promise<boolean>;
  /** Makes read batches part of the current data, or all of it; kept over a reload. True when it worked. */
  importBatches(
    batchIds: readonly string[],
    options: Pick<KeepChange, 'replace'> & Partial<Pick<KeepChange, 'mappings' | 'newSet'>>,
  ): Promise<boolean>;
  /** Changes what is kept (data sets, undo, a backup), then shows what is in force. True when it worked. */
  changeKept(change: (engine: KeepApi) => Promise<unknown>): Promise<boolean>;
  removeBatch(batchId: string): Promise<void>;
  undoRemove(): Promise<void>;
  /** An import begins: until it ends, changes of other tabs wait. */
  beginImport(): void;
  /** It is over. `given up`: a region table that was read for it is laid aside. */
  endImport(how: 'loaded' | 'given up'): Promise<void>;
  dismiss(what: 'error' | 'notice' | 'removed' | 'inPage'): void;
}

export type Session = SessionState & SessionActions;

/** The world outside, handed in: real in the page, made up in tests. */
export interface SessionDeps {
  readonly engine: EngineApi &
    KeepApi & { onRestart?(listener: () => void): void; onInPage?(listener: () => void): void };
  loadConfig(signal: AbortSignal): Promise<AppConfig>;
  fetchFeed(request: FeedRequest, signal: AbortSignal, onProgress: (done: number) => void): Promise<FetchedFeed>;
  /** What tabs share of a feed; only asked for where there is one. */
  feedShare?(): Promise<FeedShare>;
  startDemonstration(): Promise<{ readonly fetch: typeof fetch; readonly url: string }>;
  readonly place: {
    asof(): Day | null;
    /** Version of the rules that the address names; null = the one in force. Left out: it names none. */
    rules?(): string | null;
    setAsof(day: Day | null): void;
    subscribe(listener: () => void): () => void;
  };
  readonly tabs: { announce(): void; onOther(listener: () => void): () => void };
  /** The user as they call themselves, for the history. */
  by?(): string;
  /** Asks the browser not to throw away what is kept. */
  persist?(): void;
}

export type FeedRequest = Pick<FetchRequest, 'url' | 'fetch' | 'headers' | 'last' | 'tries' | 'onWait'>;

export type EngineProgress = NonNullable<CallOptions['onProgress']>;

/** What the tabs of one browser share of a feed. Without it a refresh is this tab's own affair. */
export interface FeedShare {
  now(): number;
  /** Waits until no other tab refreshes; then does it. */
  alone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  lastChecked(url: string): number | null;
  noteChecked(url: string, atMs: number): void;
}

/** Answers of a feed that were read, ready to be loaded. */
export interface TakenFeed {
  readonly kind: SourceState['kind'];
  readonly url: string;
  readonly name: string;
  readonly demonstration: boolean;
  readonly takenOn: Day;
  readonly report: ReadReport;
  /** Why this is an earlier copy; null when it is what the feed says now. */
  readonly stale: Text | null;
}
