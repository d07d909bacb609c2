import { formatDayWords } from '../base/format';
import type { Day } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { AssessmentView } from '../platform/engine-api';
import { dayOfMoment } from '../response/calendar/moment';
import type { Plan } from '../response/plan';
import type { ResponseState } from '../response/state';
import type { Act } from '../response/trail/act';
import { mayAct } from '../response/trail/check';
import type { World } from '../response/trail/who';
import { matchRecords } from '../response/warnings/match-records';
import type { Spell, SpellState } from '../response/warnings/spell';
import type { ResponseStoreState } from './response-state';
import { RESPONSE_STORE_TEXT as TEXT } from './response-text';

/** What the machine has to know beside the trail, from the assessment on the screen. */
export function worldOf(
  view: Pick<AssessmentView, 'tree' | 'frequency'>,
  plan: Plan,
  nowMs: number,
  { spells, state: { warnings } }: Pick<ResponseStoreState, 'spells'> & { readonly state: Recorded },
): World {
  const world = { tree: view.tree, plan, nowMs, today: dayOfMoment(nowMs) };
  if (!spells) return world;
  const states = statesOf(spells);
  return { ...world, spellState: (warning) => states.get(warning) ?? movedState(warning, spells, warnings, view) };
}

type Recorded = Pick<ResponseState, 'warnings'>;

/** Of a warning whose beginning revisions have moved since people acted on it: the state of the spell that it is now. */
function movedState(
  warning: string,
  spells: readonly Spell[],
  warnings: Recorded['warnings'],
  view: Pick<AssessmentView, 'tree' | 'frequency'>,
): SpellState | null {
  const record = warnings.get(warning);
  if (!record) return null;
  for (const [spell, its] of matchRecords(spells, warnings, view).bySpell) if (its === record) return spell.state;
  return null;
}

/** A screen asks for every button; the spells stay the same. */
const statesBefore = new WeakMap<readonly Spell[], ReadonlyMap<string, SpellState>>();

function statesOf(spells: readonly Spell[]): ReadonlyMap<string, SpellState> {
  let states = statesBefore.get(spells);
  if (!states) {
    states = new Map(spells.map(({ id, state }) => [id, state]));
    statesBefore.set(spells, states);
  }
  return states;
}

/**
 * Why nothing at all can be done now, whatever the act; null = acts are open. `past`: the day of knowledge that the
 * address names, null = the newest figures are shown.
 */
export function closedFor(
  { actor }: Pick<ResponseStoreState, 'actor'>,
  view: Pick<AssessmentView, 'asOf'> | null,
  past: Day | null,
): Text | null {
  if (!view) return TEXT.noFigures;
  const day = past ?? view.asOf;
  if (day !== null)
    return sayBoth(TEXT.past, { day: { zh: formatDayWords(day, 'zh'), en: formatDayWords(day, 'en') } });
  return actor ? null : TEXT.noRole;
}

/** Why an act is not open now, whatever a form fills in (`mayAct`); null = it is. For a button that is off and says why. */
export function refusalOf(
  now: Pick<ResponseStoreState, 'actor' | 'state' | 'plan' | 'nowMs' | 'spells'>,
  view: Pick<AssessmentView, 'tree' | 'frequency' | 'asOf'> | null,
  past: Day | null,
  act: Act,
): Text | null {
  const closed = closedFor(now, view, past);
  if (closed || !view || !now.actor) return closed;
  return mayAct(act, now.actor, now.state, worldOf(view, now.plan, now.nowMs, now));
}
