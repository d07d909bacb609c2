import { INSUFFICIENT, type LevelByte, type WarningLevel } from '../../base/level';
import { formatPeriod } from '../../base/period';
import { LevelFlag, type Levels, UNSURE } from '../../levels/levels';
import type { Panel } from '../../panel/panel';
import { type RuleSignals, SIGNAL_STATE_NAMES, SignalState } from '../../signals/rule';
import { type KnownOn, knownOnOf } from './known-on';
import type { Spell, SpellSignal, SpellState } from './spell';

/** What spells are read from: an assessment, or anything with the same parts. */
export interface SpellInput {
  readonly panel: Panel;
  readonly signals: readonly RuleSignals[];
  readonly levels: Pick<Levels, 'level' | 'flags' | 'index'>;
}

/** So many newest periods at most may be only coming in; what most regions lack for longer is an outage. */
const COMING_IN = 2;

/** A pending spell that came to nothing is told for so many newest periods; after that it was noise. */
const TELL_DIED_OUT = 3;

/** A stretch of one region: positions within the panel, both included. `top` 0 = it was only ever pending. */
interface Stretch {
  readonly since: number;
  readonly last: number;
  readonly top: number;
  readonly ongoing: boolean;
}

/**
 * Every spell of warning of every region, newest first (by the first period; of the same period in the order of the
 * tree). What a spell is stands at `Spell`. One pass over the levels of each region; what a spell says besides is read
 * where it begins, changes and ends.
 *
 * A region whose newest period is insufficient and which had a level before is a spell too, of state `insufficient`:
 * nobody can say that it is quiet, so somebody must look. But a newest period whose figures are only coming in (most of
 * the regions that ever have a level have none in it yet) says nothing of a region that has none in it: there the newest
 * period is the one before.
 */
export function spellsOf(input: SpellInput): Spell[] {
  const { panel, signals, levels } = input;
  const regions = panel.tree.regions.length;
  const pending = pendingMask(signals, regions * panel.count);
  const knownOn = knownOnOf(panel, signals, levels.level);
  const settled = settledPeriods(levels.level, panel.count);
  /** State of each region in the newest period, for the parents; areas below stand behind those above. */
  const newest: (SpellState | null)[] = Array.from({ length: regions }, () => null);
  const spells: Spell[] = [];
  for (let r = regions - 1; r >= 0; r--) {
    const offset = r * panel.count;
    let end = panel.count;
    while (end > settled && isBlank(input, offset + end - 1)) end--;
    const stretches = stretchesOf(levels.level, pending, offset, end);
    for (let i = stretches.length - 1; i >= 0; i--) {
      const spell = describe(input, r, stretches[i]!, pending, knownOn, newest);
      if (stretches[i]!.ongoing) newest[r] = spell.state;
      spells.push(spell);
    }
  }
  // Regions were walked from the last: reversed, equal beginnings stand in the order of the tree (the sort is stable).
  return spells.toReversed().sort((a, b) => b.since - a.since);
}

/** Number of periods up to the last one in which most regions that ever have a level have one. */
function settledPeriods(level: Uint8Array, count: number): number {
  const graded = new Uint32Array(count);
  let ever = 0;
  for (let offset = 0; offset < level.length; offset += count) {
    let any = 0;
    for (let t = 0; t < count; t++) {
      if (level[offset + t] === INSUFFICIENT) continue;
      graded[t]!++;
      any = 1;
    }
    ever += any;
  }
  let end = count;
  while (end > count - COMING_IN && end > 0 && graded[end - 1]! * 2 <= ever) end--;
  return end;
}

/** Without a level, and without a signal that newly waits: a state that is only carried on over figures to come is no news. */
function isBlank({ levels, signals }: SpellInput, cell: number): boolean {
  if (levels.level[cell] !== INSUFFICIENT) return false;
  return !signals.some((s) => s.state[cell] === SignalState.pending && s.severity[cell] === s.severity[cell]);
}

/** 1 where any signal waits for its confirmation. */
function pendingMask(signals: readonly RuleSignals[], size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const { state } of signals)
    for (let at = state.indexOf(SignalState.pending); at >= 0; at = state.indexOf(SignalState.pending, at + 1))
      mask[at] = 1;
  return mask;
}

/** The stretches of one region, oldest first; `count` periods from `offset` on. */
function stretchesOf(level: Uint8Array, pending: Uint8Array, offset: number, count: number): Stretch[] {
  const found: Stretch[] = [];
  let since = -1;
  /** Last position at a level, or while there was none, pending. */
  let last = -1;
  let top = 0;
  let graded = false;
  /** Beginning of the insufficient run that the present position stands in; −1 = none. */
  let blind = -1;
  const end = (): void => {
    if (since >= 0 && (top > 0 || last >= count - TELL_DIED_OUT)) found.push({ since, last, top, ongoing: false });
    since = last = -1;
    top = 0;
  };
  for (let t = 0; t < count; t++) {
    const now = level[offset + t]!;
    const waits = pending[offset + t] === 1;
    if (now === INSUFFICIENT) {
      if (blind < 0) blind = t;
    } else {
      blind = -1;
      graded = true;
    }
    if (now >= 1 && now <= 4) {
      if (since < 0) since = t;
      last = t;
      if (now > top) top = now;
    } else {
      if (now === 0 && (top > 0 || !waits)) end();
      if (waits && top === 0) {
        if (since < 0) since = t;
        last = t;
      }
    }
  }
  if (since >= 0) found.push({ since, last: count - 1, top, ongoing: true });
  else if (blind >= 0 && graded) found.push({ since: blind, last: count - 1, top: 0, ongoing: true });
  return found;
}

function describe(
  input: SpellInput,
  region: number,
  { since, last, top, ongoing }: Stretch,
  pending: Uint8Array,
  knownOn: KnownOn,
  newest: readonly (SpellState | null)[],
): Spell {
  const { panel, levels, signals } = input;
  const { first, count, tree, frequency, weekEndsOn } = panel;
  const offset = region * count;
  const cell = offset + last;
  const moves: { period: number; level: LevelByte; knownOn: number | null }[] = [];
  let level: LevelByte = 0;
  let graded = false;
  for (let t = since; t <= last; t++) {
    const byte = levels.level[offset + t] as LevelByte;
    graded ||= byte >= 1 && byte <= 4;
    // Before there is a level, a signal that waits says more than that the rest cannot be told.
    level = !graded && pending[offset + t] === 1 ? 0 : byte;
    if (moves.at(-1)?.level !== level) moves.push({ period: first + t, level, knownOn: knownOn(region, t, level) });
  }
  const state = ongoing ? stateAt(input, region, last, level, newest) : 'ended';
  return {
    id: `${tree.regions[region]!.code}@${formatPeriod(frequency, first + since, weekEndsOn)}`,
    regionCode: tree.regions[region]!.code,
    since: first + since,
    until: ongoing ? null : first + last,
    state,
    level,
    top: top as WarningLevel | 0,
    moves,
    byDiffusion: (levels.flags[cell]! & LevelFlag.diffusion) !== 0,
    unsure: (levels.flags[cell]! & UNSURE) !== 0,
    signals: signalsAt(panel, signals, region, last, state === 'insufficient'),
    index: levels.index[cell]!,
  };
}

/**
 * State of a spell that goes on in the newest period. At a level, the signals that hold it decide: those at the level or
 * above, where none is that high (a level from a number of signals) all that count, and where the level comes from below
 * the areas that are at one. One that is active makes it active; otherwise one that is held over a missing value makes it stale.
 */
function stateAt(
  { panel, signals, levels }: SpellInput,
  region: number,
  t: number,
  level: LevelByte,
  newest: readonly (SpellState | null)[],
): SpellState {
  if (level === INSUFFICIENT) return 'insufficient';
  if (level === 0) return 'pending';
  const { count, tree } = panel;
  const cell = region * count + t;
  if ((levels.flags[cell]! & LevelFlag.diffusion) !== 0) {
    const below = tree.children[region]!.filter((c) => {
      const at = levels.level[c * count + t]!;
      return at >= 1 && at <= 4;
    });
    return heldBy(below.map((c) => newest[c]!));
  }
  const counting = signals.filter((s) => s.level[cell]! > 0);
  const carrying = counting.filter((s) => s.level[cell]! >= level);
  return heldBy((carrying.length > 0 ? carrying : counting).map((s) => SIGNAL_STATE_NAMES[s.state[cell]!]!));
}

function heldBy(states: readonly string[]): SpellState {
  if (states.length === 0 || states.some((s) => s !== 'recovering' && s !== 'stale')) return 'active';
  return states.includes('stale') ? 'stale' : 'recovering';
}

/** Of equal levels, what presses most stands first. */
const PRESSING: Readonly<Partial<Record<SpellSignal['state'], number>>> = {
  active: 4,
  pending: 3,
  stale: 2,
  recovering: 1,
};

/** Signals of a region that are not at rest at a position; `absent`: also those that have no figure, since they are the news. */
function signalsAt(
  panel: Panel,
  signals: readonly RuleSignals[],
  region: number,
  t: number,
  absent: boolean,
): SpellSignal[] {
  const offset = region * panel.count;
  const cell = offset + t;
  const found: { readonly signal: SpellSignal; readonly severity: number }[] = [];
  for (const { rule, level, state, severity } of signals) {
    const now = state[cell]!;
    const speaks = level[cell]! > 0 || now === SignalState.pending;
    if (!speaks && !(absent && (now === SignalState.insufficient || now === SignalState.stale))) continue;
    let from = t;
    while (from > 0 && state[offset + from - 1] === now) from--;
    found.push({
      signal: {
        ruleId: rule.id,
        indicatorId: rule.indicator,
        family: panel.catalogue.byId.get(rule.indicator)!.family,
        level: level[cell] as LevelByte,
        state: SIGNAL_STATE_NAMES[now]!,
        since: panel.first + from,
      },
      severity: severity[cell] === severity[cell] ? severity[cell]! : -1,
    });
  }
  const pressing = ({ state }: SpellSignal): number => PRESSING[state] ?? 0;
  return found
    .sort(
      (a, b) => b.signal.level - a.signal.level || pressing(b.signal) - pressing(a.signal) || b.severity - a.severity,
    )
    .map(({ signal }) => signal);
}
