import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LevelByte } from '../base/level';
import type { Text } from '../base/text';
import { levelsAt, otherLevels } from '../briefing/package/compose';
import { parsePeriod } from '../base/period';
import type { AssessmentView } from '../platform/engine-api';
import { foreignEntries } from '../platform/foreign-trail';
import { isAbort, type Trouble, troubleOf } from '../platform/trouble';
import type { ReceivedPackage } from '../publish/package-jobs';
import { compareTrails } from '../response/trail/compare';
import { rulesHere } from './package-rules';
import { parsePlace, type Place, type PlacePatch } from './place-address';
import type { Session } from './session-state';
import type { DraftContent } from './briefing-papers';

/** How the result here stands to that of the office that made the package. */
export interface Outcome {
  readonly same: boolean;
  readonly fingerprint: string;
  readonly setName: string;
  /** Rows that were taken, of those that the package has. */
  readonly taken: number;
  readonly figures: number;
  readonly sameIndicators: boolean;
  /** Regions at another level in the period that was sent. */
  readonly others: readonly {
    readonly code: string;
    readonly theirs: LevelByte | null;
    readonly ours: LevelByte | null;
  }[];
  /** The trail of the other office is kept, as a foreign one; null = there is none, or it is here already. */
  readonly trailEntries: number | null;
  readonly briefing: string | null;
  /** The view that was sent, by the rules of this machine. */
  readonly place: Place;
}

/**
 * A package on its way in: `idle` → `reading` → `refused`, or `shown` (nothing is taken yet) → `taking` → `done`. Beside
 * the screen, so that it survives a look at another one.
 */
export interface TakingState {
  readonly phase: 'idle' | 'reading' | 'refused' | 'shown' | 'taking' | 'done';
  readonly fileName: string;
  readonly faults: readonly Text[];
  readonly received: ReceivedPackage | null;
  readonly trouble: Trouble | null;
  readonly outcome: Outcome | null;
}

export interface TakeHow {
  readonly setName: string;
  readonly withTrail: boolean;
  readonly withBriefing: boolean;
}

export interface TakingActions {
  read(file: File): Promise<void>;
  stop(): void;
  take(how: TakeHow): Promise<void>;
  putAway(): void;
}

export type Taking = TakingState & TakingActions;

export interface TakingDeps {
  session(): Session;
  readPackage(
    file: File,
    view: AssessmentView,
    signal: AbortSignal,
  ): Promise<{
    readonly value: ReceivedPackage | null;
    readonly faults: readonly Text[];
  }>;
  readonly place: { now(): Place; set(patch: PlacePatch): void };
  createDraft(content: DraftContent): Promise<unknown>;
  newId(): string;
}

const IDLE: TakingState = { phase: 'idle', fileName: '', faults: [], received: null, trouble: null, outcome: null };

export function createTaking(deps: TakingDeps): StoreApi<Taking> {
  return createStore<Taking>((set, get) => {
    let abort: AbortController | null = null;

    return {
      ...IDLE,
      async read(file) {
        abort?.abort();
        const mine = new AbortController();
        abort = mine;
        set({ ...IDLE, phase: 'reading', fileName: file.name });
        try {
          const { view } = deps.session();
          if (!view) throw new Error('a package is opened beside figures');
          const { value, faults } = await deps.readPackage(file, view, mine.signal);
          if (abort === mine) set(value ? { phase: 'shown', received: value } : { phase: 'refused', faults });
        } catch (error) {
          if (abort === mine) set({ ...IDLE, trouble: isAbort(error) ? null : troubleOf(error) });
        }
      },
      stop() {
        abort?.abort();
      },
      async take(how) {
        const { received } = get();
        if (!received || get().phase !== 'shown') return;
        const mine = new AbortController();
        abort = mine;
        set({ phase: 'taking', trouble: null });
        try {
          set({ phase: 'done', outcome: await takeIn(deps, received, how, mine.signal) });
        } catch (error) {
          set({ phase: 'shown', trouble: isAbort(error) ? null : troubleOf(error) });
        }
      },
      putAway() {
        abort?.abort();
        set(IDLE);
      },
    };
  });
}

/**
 * The package as a data set of its own, graded by its own rules on its own day; whole or not at all. Other data sets,
 * rules in force, plan and trail of this machine stay as they are.
 */
async function takeIn(
  deps: TakingDeps,
  received: ReceivedPackage,
  how: TakeHow,
  signal: AbortSignal,
): Promise<Outcome> {
  const { manifest, regions, builtInRegions, figures } = received;
  const { engine, beginImport, importBatches, endImport } = deps.session();
  const before = deps.place.now();
  let rules: Awaited<ReturnType<typeof rulesHere>> | null = null;
  let worked = false;
  beginImport();
  try {
    await engine.readRegions(builtInRegions ? null : new File([regions], 'regions.csv'), { signal });
    const file = new File([figures], `${manifest.data.name}.csv`);
    const report = await engine.readFile(file, manifest.demonstration ? { demonstration: true } : {}, { signal });
    const { name } = manifest.rules;
    const note = manifest.made.office;
    rules = await rulesHere(engine, {
      content: received.rules,
      name,
      note,
      by: manifest.made.by,
      digest: manifest.digest,
    });
    const sent = parsePlace(manifest.view.path, manifest.view.search);
    const place: Place = { ...sent, rules: rules.id, lang: before.lang, theme: before.theme };
    // Before the figures come: they are graded once, by the day and the rules that were sent.
    deps.place.set({ asof: place.asof, rules: place.rules, period: place.period, region: place.region });
    const newSet = { id: deps.newId(), name: how.setName };
    worked = await importBatches([report.batchId], { replace: true, newSet });
    if (!worked) throw new DOMException('the import was stopped', 'AbortError');
    const fingerprint = await engine.fingerprint({});
    const theirs = received.levels;
    const ours = levelsAt(deps.session().view!, parsePeriod(theirs.period)?.period ?? Number.NaN);
    const same = fingerprint === manifest.fingerprint;
    return {
      same,
      fingerprint,
      setName: how.setName,
      taken: report.taken,
      figures: manifest.data.figures,
      sameIndicators: received.sameIndicators,
      others: same ? [] : otherLevels(theirs, ours),
      trailEntries: how.withTrail ? await keepTrail(deps, received) : null,
      briefing: how.withBriefing && received.briefing ? await keepDraft(deps, received.briefing) : null,
      place,
    };
  } finally {
    if (!worked) {
      deps.place.set({ asof: before.asof, rules: before.rules, period: before.period, region: before.region });
      if (rules?.saved) await engine.dropPaper('rules', rules.id, {}).catch(() => undefined);
    }
    await endImport(worked ? 'loaded' : 'given up');
  }
}

/** Beside our own trail, never in it; one that is here already is not kept twice. */
async function keepTrail(deps: TakingDeps, { trail, manifest }: ReceivedPackage): Promise<number | null> {
  if (!trail || trail.length === 0) return null;
  const { engine } = deps.session();
  const papers = await engine.papers('foreign-trail', {});
  if (papers.some(({ body }) => compareTrails(foreignEntries(body), trail).kind === 'same')) return null;
  const by = manifest.made.office || manifest.made.by;
  await engine.putPaper({ kind: 'foreign-trail', id: deps.newId(), by, body: { entries: trail }, replaces: 0 }, {});
  return trail.length;
}

async function keepDraft(deps: TakingDeps, draft: DraftContent): Promise<string> {
  await deps.createDraft(draft);
  return draft.name;
}
