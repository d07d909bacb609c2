import { formatList } from '../../base/format';
import { levelName, type WarningLevel } from '../../base/level';
import { type Lang, sayBoth, type Text } from '../../base/text';
import type { Actor } from '../actor';
import { type Case, STAGES, type Stage } from '../case/case';
import type { ResponseState } from '../state';
import type { Act, ActKind, ActOf } from './act';
import { regionOfWarning } from './change';
import { stageOf } from './changes-case';
import { contentRefusal } from './content';
import { lastActOf } from './fold';
import { faultWords, readAct } from './gate';
import { type GuardState, guardsOf } from './guards';
import { ACT_RULES, CLOSABLE_SPELLS, WARNING_MOVES, type WarningMove } from './machine';
import { REFUSALS as NO } from './refusal-text';
import { ACT_NAMES, RECORD_STATE_NAMES, STAGE_NAMES } from './text';
import { actorRefusal, caseLevel, dutyFor, regionName, type Target, whoRefusal, type World } from './who';

/**
 * Is the act allowed: to this office, in this state, with this content? Null = yes; otherwise why not, in words, and
 * what would be. Interprets machine.ts and the duties of the plan; reads neither clock nor storage.
 */
export function check(act: Act, actor: Actor, state: ResponseState, world: World): Text | null {
  return mayAct(act, actor, state, world) ?? formRefusal(act) ?? contentRefusal(act, state, world);
}

/** What the gate would not let in again must not be sealed: a text beyond all bounds, a field that is not of the act. */
function formRefusal(act: Act): Text | null {
  const { faults } = readAct(act);
  return faults.length === 0 ? null : sayBoth(NO.form, { act: ACT_NAMES[act.kind], faults: faultWords(faults) });
}

/**
 * The same but for what a form fills in (reasons, days, texts): for a button that is off and says why. Of the act it
 * reads only what it is on: warning, level, case, region, measure, stage, scope, silence, household, entry.
 */
export function mayAct(act: Act, actor: Actor, state: ResponseState, world: World): Text | null {
  if (!Object.hasOwn(ACT_RULES, act.kind)) return NO.unknownAct;
  const wrongActor = actorRefusal(actor, world);
  if (wrongActor) return wrongActor;
  const found = (TARGETS[act.kind] as (act: Act, state: ResponseState, world: World) => Found)(act, state, world);
  if ('refusal' in found) return found.refusal;
  return whoRefusal(ACT_RULES[act.kind].who, found, actor, world);
}

/**
 * What a case still lacks for its next stage, each condition with whether it holds; empty for a closed case. The
 * office is not asked here: `mayAct` with an `advance-case` tells whose act it is.
 */
export function nextStage(
  review: Case,
  state: ResponseState,
  world: World,
): { to: Stage; guards: readonly GuardState[] } | null {
  const to = STAGES[STAGES.indexOf(review.stage) + 1];
  return to ? { to, guards: guards(review, to, state, world) } : null;
}

type Found = Target | { readonly refusal: Text };

/** Where each kind of act is at home, or why it is not open there now. */
const TARGETS: { readonly [K in ActKind]: (act: ActOf<K>, state: ResponseState, world: World) => Found } = {
  acknowledge: onWarning,
  'verify-warning': onWarning,
  dismiss: onWarning,
  reopen: onWarning,
  'close-warning': (act, state, world) => {
    const spell = world.spellState?.(act.warning) ?? null;
    if (spell !== null && !CLOSABLE_SPELLS.includes(spell)) return { refusal: NO.levelStands };
    return onWarning(act, state, world);
  },
  note: onWarning,
  silence: ({ id, scope }, { silences }, world) => {
    if (silences.has(id)) return { refusal: NO.silenceTwice };
    return inRegion(scope.regionCode, scope.upTo, world);
  },
  unsilence: ({ id }, { silences }, world) => {
    const silence = silences.get(id);
    if (!silence) return { refusal: NO.noSilence };
    if (silence.ended || silence.until < world.today) return { refusal: NO.silenceEnded };
    return inRegion(silence.scope.regionCode, silence.scope.upTo, world);
  },
  'open-case': (act, state, world) => {
    const region = regionName(world.tree, act.regionCode);
    if (state.cases.has(act.case)) return { refusal: NO.caseTwice };
    if (act.warning !== null) {
      if (regionOfWarning(act.warning) !== act.regionCode) return { refusal: sayBoth(NO.otherRegion, { region }) };
      const refusal = moveRefusal('open-case', act.warning, act.level, state);
      if (refusal) return { refusal };
    }
    if (state.openCases.has(act.regionCode)) return { refusal: sayBoth(NO.regionBusy, { region }) };
    return inRegion(act.regionCode, act.level, world);
  },
  'check-figure': onCase,
  'assess-case': onCase,
  'give-opinion': onCase,
  'hold-meeting': onCase,
  'accept-measure': (act, state, world) => {
    const target = onCase(act, state, world);
    if ('refusal' in target) return target;
    const measure = world.plan.measures.find(({ id }) => id === act.measure);
    if (!measure) return { refusal: NO.noMeasure };
    const decided = state.cases.get(act.case)?.measures.get(act.measure);
    if (decided?.accepted && decided.course.length > 0) return { refusal: NO.accepted };
    const { level } = target;
    if (level < (measure.byDecisionFrom ?? measure.fromLevel)) {
      const from = levelName(measure.byDecisionFrom ?? measure.fromLevel);
      return { refusal: sayBoth(NO.notOpenYet, { measure: measure.name, from, level: levelName(level) }) };
    }
    return { ...target, measure };
  },
  'reject-measure': (act, state, world) => {
    const target = onCase(act, state, world);
    if ('refusal' in target) return target;
    const decided = state.cases.get(act.case)?.measures.get(act.measure);
    if (decided?.accepted && decided.course.length > 0) return { refusal: NO.accepted };
    const measure = world.plan.measures.find(({ id }) => id === act.measure);
    // One that an older plan had and that was accepted can still be dropped.
    if (!measure && !decided) return { refusal: NO.noMeasure };
    return measure ? { ...target, measure } : target;
  },
  'send-report': onCase,
  'follow-measure': (act, state, world) => {
    const target = onCase(act, state, world);
    if ('refusal' in target) return target;
    const measure = state.cases.get(act.case)?.measures.get(act.measure);
    return measure?.accepted ? target : { refusal: NO.notAccepted };
  },
  'stand-down': onCase,
  'after-action': onCase,
  'advance-case': (act, state, world) => {
    const target = onCase(act, state, world);
    if ('refusal' in target) return target;
    const review = state.cases.get(act.case)!;
    const to = stageOf(act.to);
    if (!to) return { refusal: NO.noStage };
    const [at, aim] = [STAGES.indexOf(review.stage), STAGES.indexOf(to)];
    if (aim === at) return { refusal: sayBoth(NO.sameStage, { stage: STAGE_NAMES[to] }) };
    if (aim > at + 1) return { refusal: sayBoth(NO.skipped, { next: STAGE_NAMES[STAGES[at + 1]!] }) };
    if (aim > at) {
      const lacking = guards(review, to, state, world).find(({ met, byReason }) => !met && !byReason);
      if (lacking) return { refusal: sayBoth(NO.guard, { stage: STAGE_NAMES[to], words: lacking.words }) };
    }
    return { ...target, stage: STAGES[Math.max(at, aim)]! };
  },
  'save-document': onCase,
  'set-calendar': anywhere,
  'adopt-plan': anywhere,
  'review-plan': anywhere,
  'recognise-household': ({ household, regionCode }, { households }, world) =>
    households.has(household) ? { refusal: NO.householdTwice } : inRegion(regionCode, 1, world),
  'settle-household': ({ household: id }, { households }, world) => {
    const household = households.get(id);
    if (!household) return { refusal: NO.noHousehold };
    return household.settled ? { refusal: NO.settled } : inRegion(household.regionCode, 1, world);
  },
  undo: ({ seq }, state, world) => {
    const target = lastActOf(state, seq);
    if (!target) {
      const stands = seq >= 1 && seq <= state.head.seq && !state.undone.has(seq) && isUnder(state, seq);
      return { refusal: stands ? NO.undoNotLast : NO.undoNothing };
    }
    if (!ACT_RULES[target.kind].undoable) {
      return { refusal: sayBoth(NO.undoNever, { act: ACT_NAMES[target.kind] }) };
    }
    return { ...anywhere(null, state, world), by: target.by };
  },
};

/** Does the act still count on something, under later ones? */
function isUnder({ past }: ResponseState, seq: number): boolean {
  for (const top of past.values()) for (let at = top.earlier; at; at = at.earlier) if (at.seq === seq) return true;
  // Last on one of its things, and not on another.
  for (const top of past.values()) if (top.seq === seq) return true;
  return false;
}

function anywhere(_act: unknown, _state: ResponseState, { tree }: World): Target {
  return { regionCode: tree.regions[tree.roots[0]!]!.code, level: 1 };
}

function inRegion(regionCode: string, level: WarningLevel, { tree }: World): Found {
  return tree.indexOf.has(regionCode)
    ? { regionCode, level }
    : { refusal: sayBoth(NO.noSuchRegion, { code: regionCode }) };
}

function onWarning(act: ActOf<Exclude<WarningMove, 'open-case'>>, state: ResponseState, world: World): Found {
  const refusal = moveRefusal(act.kind, act.warning, act.level, state);
  // A pending signal has no level yet: the duties of the lowest.
  return refusal ? { refusal } : inRegion(regionOfWarning(act.warning), act.level || 1, world);
}

function moveRefusal(kind: WarningMove, warning: string, level: number, { warnings }: ResponseState): Text | null {
  const record = warnings.get(warning);
  const at = record?.state ?? 'new';
  const risen = level > (record?.level ?? 0);
  const move = WARNING_MOVES[kind][at];
  const words = { state: RECORD_STATE_NAMES[at], act: ACT_NAMES[kind] };
  if (move?.notRisen && risen) return NO.risenFirst;
  if (move?.onlyRisen && !risen) return sayBoth(NO.onlyRisen, words);
  if (move) return null;
  if (at === 'under-review') return NO.underReview;
  if (at !== 'new' && risen && WARNING_MOVES.acknowledge[at]) return NO.risenFirst;
  return sayBoth(NO.move, { ...words, open: inRow(openMoves(at, risen).map((open) => ACT_NAMES[open])) });
}

function openMoves(at: keyof typeof RECORD_STATE_NAMES, risen: boolean): readonly WarningMove[] {
  return (Object.keys(WARNING_MOVES) as WarningMove[]).filter((kind) => {
    const move = WARNING_MOVES[kind][at];
    return move && !(move.onlyRisen && !risen) && !(move.notRisen && risen);
  });
}

function onCase(act: Act & { readonly case: string }, state: ResponseState, world: World): Found {
  const review = state.cases.get(act.case);
  if (!review) return { refusal: NO.noCase };
  if (review.stage === 'closed') return { refusal: NO.closedCase };
  const stages = ACT_RULES[act.kind].stages ?? [];
  if (!stages.includes(review.stage)) {
    const open = inRow(stages.map((stage) => STAGE_NAMES[stage]));
    const words = { stage: STAGE_NAMES[review.stage], act: ACT_NAMES[act.kind], open };
    return { refusal: sayBoth(NO.stage, words) };
  }
  return inRegion(review.regionCode, caseLevel(state, review), world);
}

function guards(review: Case, to: Stage, state: ResponseState, world: World): readonly GuardState[] {
  const duty = dutyFor(world, { regionCode: review.regionCode, level: caseLevel(state, review) });
  return guardsOf(review, to, { plan: world.plan, duty });
}

function inRow(words: readonly Text[]): Text {
  const row = (lang: Lang): string =>
    formatList(
      words.map((w) => w[lang]),
      lang,
    );
  return { zh: row('zh'), en: row('en') };
}
