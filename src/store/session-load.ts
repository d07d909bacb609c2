import type { Day } from '../base/period';
import type { AssessmentView, ReadReport } from '../platform/engine-api';
import type { AppConfig } from '../platform/app-config';
import { fetchPart } from '../platform/fetch-part';
import { isAbort, troubleOf } from '../platform/trouble';
import { readUsable, sourceOf, takenOf } from './feed-source';
import type { EngineProgress, FeedRequest, Session, SessionDeps, SourceState, TakenFeed } from './session-state';
import { SOURCE_TEXT, type STEP_TEXT } from './text';

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
  configured(work: Work): Promise<AppConfig>;
  loadDemonstration(work: Work): Promise<Loaded>;
  /** What config.json says; a faulty one comes with a notice. */
  loadConfigured(work: Work): Promise<Loaded & Pick<Session, 'notice'>>;
  loadFiles(batchIds: readonly string[], work: Work): Promise<Loaded>;
  showTaken(taken: TakenFeed, work: Work): Promise<Loaded>;
  /** What is loaded, graded anew by the day and the rules that the address names. */
  assessAnew(work: Work): Promise<AssessmentView>;
}

/** The ways from each kind of source to an assessment. */
export function createLoaders(deps: SessionDeps, onConfigured: (kind: AppConfig['source']['kind']) => void): Loaders {
  const { engine } = deps;

  /** Calls are answered in their order: the version is chosen before the work begins. */
  async function byRules(work: () => Promise<AssessmentView>): Promise<AssessmentView> {
    const [, view] = await Promise.all([engine.useRules(deps.place.rules?.() ?? null, {}), work()]);
    return view;
  }

  /** Graded as the address says: with what was known on its day, by the rules in force then, or those that it names. */
  async function load(batchIds: readonly string[], work: Work): Promise<AssessmentView> {
    return byRules(() => engine.load(batchIds, deps.place.asof(), options(work)));
  }

  async function assessAnew(work: Work): Promise<AssessmentView> {
    return byRules(() => engine.assess(deps.place.asof(), options(work)));
  }

  async function readFeed(request: FeedRequest, work: Work): Promise<Loaded> {
    work.step('fetch', 0);
    const how = { ...options(work), onFetch: (done: number) => work.step('fetch', done) };
    const { takeCopy, takeFeed } = await fetchPart(() => import('./feed-world'));
    const taken = await takeFeed(deps, request, how).catch(async (error: unknown) => {
      const copy = isAbort(error) ? null : await takeCopy(deps, request.url, error, how);
      if (!copy) throw error;
      return copy;
    });
    return showTaken(taken, work);
  }

  async function showTaken(taken: TakenFeed, work: Work): Promise<Loaded> {
    const view = await load([taken.report.batchId], work);
    return { view, feedReport: taken.report, source: sourceOf(taken) };
  }

  async function loadDemonstration(work: Work): Promise<Loaded> {
    const demonstration = await deps.startDemonstration();
    work.step('fetch', 0);
    const answers = await deps.fetchFeed(demonstration, work.signal, (done) => work.step('fetch', done));
    const report = await readUsable(engine, answers, demonstration.url, options(work));
    return showTaken(takenOf(demonstration.url, 'demonstration', answers, report, null), work);
  }

  /** What config.json says; an indicator list that it names is in force from here on, or it is said why not. */
  async function configured(work: Work): Promise<AppConfig> {
    const config = await deps.loadConfig(work.signal);
    try {
      await engine.useIndicators(config.indicators ?? null, {});
      return config;
    } catch (error) {
      return { ...config, trouble: troubleOf(error) };
    }
  }

  async function loadConfigured(work: Work): Promise<Loaded & Pick<Session, 'notice'>> {
    const config = await configured(work);
    onConfigured(config.source.kind);
    const loaded =
      config.source.kind === 'demonstration'
        ? await loadDemonstration(work)
        : await readFeed({ url: config.source.url, headers: config.source.headers ?? [] }, work);
    return { ...loaded, notice: config.trouble };
  }

  async function loadFiles(batchIds: readonly string[], work: Work): Promise<Loaded> {
    const view = await load(batchIds, work);
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

  return { configured, loadDemonstration, loadConfigured, loadFiles, showTaken, assessAnew };
}

export function options(work: Work): { signal: AbortSignal; onProgress: EngineProgress } {
  return { signal: work.signal, onProgress: work.progress };
}
