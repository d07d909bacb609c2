import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Day, formatDay } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { AssessmentView, EngineApi, KeepApi } from '../platform/engine-api';
import { isAbort, type Trouble, troubleOf } from '../platform/trouble';
import type { Actor } from '../response/actor';
import { calendarOf } from '../response/calendar/calendar';
import { dayOfMoment } from '../response/calendar/moment';
import { defaultPlan } from '../response/load-plan';
import type { Act } from '../response/trail/act';
import { check } from '../response/trail/check';
import { seal } from '../response/trail/digest';
import type { Basis, Entry } from '../response/trail/entry';
import { emptyState } from '../response/trail/fold';
import { faultWords, readEntry } from '../response/trail/gate';
import { describeAct } from '../response/trail/words';
import { planInForceOn } from './plan-in-force';
import { closedFor, worldOf } from './response-check';
import type { ActResult, ResponseStoreActions, ResponseStoreState } from './response-state';
import { RESPONSE_STORE_TEXT as TEXT } from './response-text';
import { createTrailReader, type Seen } from './response-trail';
import { deskName, trailNames } from './trail-names';

export type ResponseStore = StoreApi<ResponseStoreState & ResponseStoreActions>;

/** The world outside: engine and storage, the assessment on the screen, the clock, the other tabs. */
export interface ResponseDeps {
  readonly engine: Pick<EngineApi & KeepApi, 'trail' | 'appendTrail' | 'spells' | 'fingerprint'>;
  /** The assessment on the screen; null while there is none. */
  view(): AssessmentView | null;
  /** Day of knowledge that the address names: whoever looks at the past does not act. */
  asOf(): Day | null;
  nowMs(): number;
  /** Tells the other tabs that an act was put on the trail. */
  announce(): void;
  /** Lets the page draw and hear before long work goes on. */
  pause(): Promise<void>;
  /** The chosen role, and the end of the trail as this browser last saw it; kept over a reload. */
  readonly memory: {
    actor(): Actor | null;
    keepActor(actor: Actor): void;
    head(): Seen | null;
    keepHead(head: Seen): void;
  };
}

/** So often an act is put behind what other tabs did meanwhile. More than that, and something else is wrong. */
const TRIES = 20;
/** In a row of acts the screen, and the other tabs, are told so often. */
const TELL_EVERY_MS = 150;

/** The trail, what it says, and the acts that go on it: one after the other, in the order in which they were asked for. */
export function createResponseStore(deps: ResponseDeps): ResponseStore {
  const { engine, memory } = deps;
  const reader = createTrailReader(deps);
  const fingerprints = new WeakMap<AssessmentView, Promise<string>>();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  let asking: AbortController | null = null;
  let spellsOf: AssessmentView | null = null;

  const store: ResponseStore = createStore((_, get) => ({
    phase: 'loading',
    trouble: null,
    entries: [],
    state: emptyState(),
    faults: [],
    verifiedAt: null,
    actor: memory.actor(),
    calendar: calendarOf({}),
    plan: defaultPlan(),
    spells: null,
    nowMs: deps.nowMs(),

    act: (act) =>
      inTurn(async () => {
        const result = await actOne(act);
        tell([result]);
        return result;
      }),
    actAll: (acts) =>
      inTurn(async () => {
        const results: ActResult[] = [];
        let told = 0;
        let toldAt = deps.nowMs();
        for (const act of acts) {
          results.push(await actOne(act));
          if (deps.nowMs() - toldAt < TELL_EVERY_MS) continue;
          tell(results.slice(told));
          told = results.length;
          toldAt = deps.nowMs();
        }
        tell(results.slice(told));
        return results;
      }),
    chooseActor(actor) {
      memory.keepActor(actor);
      set({ actor });
    },
    verify: () =>
      inTurn(async () => {
        await reading(() => reader.verifyAnew());
        show(get().phase === 'ready' ? { verifiedAt: deps.nowMs() } : {});
      }),
    refresh() {
      void askForSpells();
      // One that waits will read what this one was to read.
      waiting ??= inTurn(async () => {
        waiting = null;
        await readOn();
        show();
      });
      return waiting;
    },
  }));
  const { setState: set, getState: get } = store;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  /** Work that reads the trail: a failure is said and ends nothing; what was read before stays on the screen. */
  async function reading(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      set({ phase: 'ready', trouble: null });
    } catch (error) {
      set({ phase: get().phase === 'ready' ? 'ready' : 'failed', trouble: troubleOf(error) });
    }
  }

  /** What was put on the trail since. The first reading checks all of it. */
  async function readOn(): Promise<void> {
    const first = get().verifiedAt === null;
    await reading(() => reader.read(isDemonstration(deps.view())));
    if (first && get().phase === 'ready') set({ verifiedAt: deps.nowMs() });
  }

  /** What was done, on the screen and to the other tabs. */
  function tell(results: readonly ActResult[]): void {
    show();
    if (results.some(({ ok }) => ok)) deps.announce();
  }

  function show(also: Partial<ResponseStoreState> = {}): void {
    const { entries, state, faults } = reader.now();
    const before = get();
    const nowMs = deps.nowMs();
    const edited = before.state.calendar !== state.calendar;
    const plan = planInForceOn(state.plans, dayOfMoment(nowMs));
    set({ ...also, entries, state, faults, nowMs, plan, ...(edited && { calendar: calendarOf(state.calendar) }) });
    const { seq, digest } = reader.head();
    if (seq > 0 && !reader.isCut()) memory.keepHead({ seq, digest });
  }

  async function actOne(act: Act): Promise<ActResult> {
    const view = deps.view();
    const { actor } = get();
    const closed = closedFor(get(), view, deps.asOf());
    if (closed || !view || !actor) return refused(closed ?? TEXT.noRole);
    if (get().phase !== 'ready') await readOn();
    if (get().phase !== 'ready') return refused(because(TEXT.notRead, get().trouble));
    try {
      return await append(act, actor, view, await fingerprintOf(view));
    } catch (error) {
      return refused(because(TEXT.notKept, troubleOf(error)));
    }
  }

  /** Behind the last entry; where another tab was faster, behind what it did, if that still allows it. */
  async function append(act: Act, by: Actor, view: AssessmentView, data: string): Promise<ActResult> {
    const others: Entry[] = [];
    for (let tries = 0; tries < TRIES; tries++) {
      const { state } = reader.now();
      const at = deps.nowMs();
      const plan = planInForceOn(state.plans, dayOfMoment(at));
      const why = check(act, by, state, worldOf(view, plan, at, { spells: get().spells, state }));
      if (why) return refused(others.length === 0 ? why : faster(others, why, view));
      const entry = seal(reader.head(), { at, by, act, basis: basisOf(view, data, plan.version) });
      // The name of a rule set can be beyond all bounds too; what the gate would not let in again is never put there.
      const { faults } = readEntry(entry);
      if (faults.length > 0) return refused(sayBoth(TEXT.notInForm, { faults: faultWords(faults) }));
      if (await put(entry)) {
        reader.take(entry);
        return { ok: true, entry };
      }
      const came = await reader.read(view.demonstration);
      // It was put there after all: the answer alone was lost.
      if (came.some(({ digest }) => digest === entry.digest)) return { ok: true, entry };
      others.push(...came);
    }
    return refused(TEXT.moved);
  }

  /** True when the entry was taken. After a failure only a look at the trail can tell, and `append` takes it. */
  async function put(entry: Entry): Promise<boolean> {
    try {
      return (await engine.appendTrail(entry, {})).taken;
    } catch (error) {
      const { seq } = reader.head();
      const next = await engine.trail(seq, {}).catch(() => []);
      if (next.some(({ digest }) => digest === entry.digest)) return false;
      throw error;
    }
  }

  function fingerprintOf(view: AssessmentView): Promise<string> {
    let asked = fingerprints.get(view);
    if (!asked) {
      asked = engine.fingerprint({});
      fingerprints.set(view, asked);
      asked.catch(() => fingerprints.delete(view));
    }
    return asked;
  }

  function faster(others: readonly Entry[], why: Text, view: AssessmentView): Text {
    const names = trailNames(view, get().plan);
    const said = others.map((entry) =>
      sayBoth(TEXT.did, { who: deskName(entry.by, names), what: describeAct(entry, names) }),
    );
    const list = { zh: said.map((s) => s.zh).join('；'), en: said.map((s) => s.en).join('; ') };
    return sayBoth(TEXT.faster, { others: list, why });
  }

  /** Spells of the assessment on the screen; asked for once for each. */
  async function askForSpells(): Promise<void> {
    const view = deps.view();
    if (view === spellsOf) return;
    asking?.abort();
    spellsOf = view;
    set({ spells: null });
    if (!view) return;
    const abort = new AbortController();
    asking = abort;
    try {
      const spells = await engine.spells({ signal: abort.signal });
      if (!abort.signal.aborted) set({ spells });
    } catch (error) {
      if (abort.signal.aborted || isAbort(error)) return;
      // The next refresh asks again.
      spellsOf = null;
      set({ trouble: troubleOf(error) });
    }
  }

  return store;
}

const isDemonstration = (view: AssessmentView | null): boolean => view?.demonstration ?? false;

const refused = (why: Text): ActResult => ({ ok: false, why });

function because(text: Text, trouble: Trouble | null): Text {
  const why = { zh: trouble?.what.zh ?? '', en: trouble?.what.en ?? '' };
  return sayBoth(text, { why });
}

/** On which figures and rules somebody acts. */
function basisOf(view: AssessmentView, data: string, plan: string): Basis {
  const day = view.asOf ?? view.lastKnownOn;
  return {
    knownOn: day === null ? null : formatDay(day),
    data,
    rules: `${view.rules.id}/${view.ruleSet.version}`,
    plan,
    demonstration: view.demonstration,
  };
}
