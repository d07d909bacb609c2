import { type Day, formatDay } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { AssessmentView, ReadReport } from '../platform/engine-api';
import type { AppConfig } from '../platform/config';
import { isAbort, TroubleError, troubleOf } from '../platform/trouble';
import type { EngineProgress, FeedRequest, Session, SessionDeps, SourceState } from './session-state';
import { SESSION_TEXT, SOURCE_TEXT, type STEP_TEXT } from './text';

/** One piece of work: aborted by the next one, its results are only taken while it is the latest. */
export interface Work {
  readonly signal: AbortSignal;
  readonly progress: EngineProgress;
  step(step: keyof typeof STEP_TEXT, done: number): void;
}

/** A source that is loaded and assessed. */
export interface Loaded {
  readonly view: AssessmentView;
  readonly source: SourceState;
  readonly feedReport: ReadReport | null;
}

interface Loaders {
  loadDemonstration(work: Work): Promise<Loaded>;
  /** What config.json says; a faulty one comes with a notice. */
  loadConfigured(work: Work): Promise<Loaded & Pick<Session, 'notice'>>;
  loadFiles(batchIds: readonly string[], work: Work): Promise<Loaded>;
}

/** The ways from each kind of source to an assessment. */
export function createLoaders(deps: SessionDeps, onConfigured: (kind: AppConfig['source']['kind']) => void): Loaders {
  const { engine } = deps;

  async function readFeed(request: FeedRequest, kind: SourceState['kind'], work: Work): Promise<Loaded> {
    work.step('fetch', 0);
    let stale: Text | null = null;
    const fetched = await deps
      .fetchFeed(request, work.signal, (done) => work.step('fetch', done))
      .catch(async (error: unknown) => {
        const last = isAbort(error) || kind === 'demonstration' ? null : await engine.lastFeed(request.url, work);
        if (!last) throw error;
        stale = sayBoth(SESSION_TEXT.feedStale, { day: formatDay(last.takenOn), why: troubleOf(error).what });
        return last;
      });
    const report = await engine.readFeed(fetched, options(work));
    if (report.taken === 0) {
      throw new TroubleError({
        what: report.issues[0]?.detail ?? SESSION_TEXT.feedEmpty,
        where: request.url,
        todo: SESSION_TEXT.feedEmptyTodo,
      });
    }
    const view = await engine.load([report.batchId], deps.place.asof(), options(work));
    // For the day when the feed cannot be reached. Without storage there is no such copy, and nothing else is lost.
    if (kind === 'http-feed' && stale === null) await engine.keepFeed(request.url, fetched, {}).catch(() => undefined);
    const faults = report.issues.filter((i) => i.severity === 'fault').length;
    const faulty = faults > 0 ? sayBoth(SESSION_TEXT.feedFaults, { count: faults }) : null;
    return {
      view,
      feedReport: report,
      source: {
        kind,
        name: fetched.demonstration || kind === 'demonstration' ? SOURCE_TEXT.demonstration : feedName(fetched.name),
        url: request.url,
        fetchedOn: fetched.takenOn,
        stale: stale !== null,
        error: stale ?? faulty,
      },
    };
  }

  async function loadDemonstration(work: Work): Promise<Loaded> {
    return readFeed(await deps.startDemonstration(), 'demonstration', work);
  }

  async function loadConfigured(work: Work): Promise<Loaded & Pick<Session, 'notice'>> {
    const config = await deps.loadConfig(work.signal);
    onConfigured(config.source.kind);
    const loaded =
      config.source.kind === 'demonstration'
        ? await loadDemonstration(work)
        : await readFeed({ url: config.source.url }, 'http-feed', work);
    return { ...loaded, notice: config.trouble };
  }

  async function loadFiles(batchIds: readonly string[], work: Work): Promise<Loaded> {
    const view = await engine.load(batchIds, deps.place.asof(), options(work));
    const days = view.batches.map((b) => b.takenOn);
    return {
      view,
      feedReport: null,
      source: {
        kind: 'files',
        name: SOURCE_TEXT.files,
        url: '',
        fetchedOn: days.length > 0 ? (Math.max(...days) as Day) : null,
        stale: false,
        error: null,
      },
    };
  }

  return { loadDemonstration, loadConfigured, loadFiles };
}

export function options(work: Work): { signal: AbortSignal; onProgress: EngineProgress } {
  return { signal: work.signal, onProgress: work.progress };
}

function feedName(name: string): Text {
  return name === '' ? SOURCE_TEXT.feed : { zh: name, en: name };
}
