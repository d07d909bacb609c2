import { formatNumber, formatSpan } from '../../base/format';
import { INSUFFICIENT, type LevelByte, levelShort } from '../../base/level';
import type { Frequency, Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { type Lang, sayBoth, type Text } from '../../base/text';
import type { RegionDerivation } from '../../levels/derivation';
import { both, periodWords } from '../../levels/words';
import type { LayerDuty, Plan } from '../plan';
import { inRow } from '../plan-words';
import type { ActOf } from '../trail/act';
import { acceptedMeasures, isFinished } from '../trail/guards';
import type { Case } from './case';
import { STAND_DOWN_WORDS as WORDS } from './stand-down-text';
import { inSeries } from './words';

/** What the conditions are held against: the period of the derivation, the newest on the screen, and the case. */
export interface StandDownFacts {
  readonly case: Pick<Case, 'measures' | 'reports' | 'regionCode'>;
  /** Proof of the level in the newest period; those before it and the regions below are looked up by it. */
  readonly derivation: RegionDerivation;
  /** Levels of all regions (`AssessmentView`). */
  readonly levels: {
    readonly tree: RegionTree;
    readonly frequency: Frequency;
    readonly weekEndsOn: number;
    readonly first: Period;
    readonly count: number;
    readonly levels: { readonly level: Uint8Array };
    readonly ruleSet: { readonly rules: readonly { readonly id: string; readonly name: Text }[] };
  };
  /** Of the case's region at its level. */
  readonly duty: Pick<LayerDuty, 'mustReport'>;
  readonly plan: Pick<Plan, 'measures'>;
}

interface Finding {
  /** Null = the data does not tell. */
  readonly met: boolean | null;
  /** How it stands, with the figures. */
  readonly figure: Text;
}

export interface Condition extends Finding {
  readonly id: string;
  readonly name: Text;
}

/** Periods in a row that the level has to have been low, and what low is; ours. */
const LOW_PERIODS = 2;
const LOW_LEVEL = 1;
/** From this level on a region below keeps the case open; ours. */
const GRAVE = 3;

/** The conditions for standing down, in the order in which they are shown. None is of the document: all are ours. */
const CONDITIONS: readonly {
  readonly id: string;
  readonly name: Text;
  readonly find: (facts: StandDownFacts) => Finding;
}[] = [
  { id: 'level-low', name: sayBoth(WORDS.levelLow, { n: LOW_PERIODS }), find: levelLow },
  { id: 'nothing-pending', name: WORDS.nothingPending, find: nothingPending },
  { id: 'figures-sufficient', name: WORDS.figuresSufficient, find: figuresSufficient },
  { id: 'below-quiet', name: WORDS.belowQuiet, find: belowQuiet },
  { id: 'measures-ended', name: WORDS.measuresEnded, find: measuresEnded },
  { id: 'final-report', name: WORDS.finalReport, find: finalReport },
];

/** Names of the conditions by id, for what the trail kept. */
export const CONDITION_NAMES: Readonly<Record<string, Text>> = Object.fromEntries(
  CONDITIONS.map(({ id, name }) => [id, name]),
);

/** How the conditions for standing down stand. They inform: with a reason, a case may be stood down without one of them. */
export function standDownConditions(facts: StandDownFacts): readonly Condition[] {
  return CONDITIONS.map(({ id, name, find }) => ({ id, name, ...find(facts) }));
}

/** The conditions as the act keeps them. */
export function conditionsForAct(conditions: readonly Condition[], lang: Lang): ActOf<'stand-down'>['conditions'] {
  return conditions.map(({ id, met, figure }) => ({ id, met, figure: figure[lang] }));
}

/** Is a reason asked for: some condition is not met, or cannot be told. */
export function needsReason(conditions: readonly Condition[]): boolean {
  return conditions.some(({ met }) => met !== true);
}

/** Normal or Ⅳ in each of the newest periods. A missing one makes it unknown, unless one of the others is higher anyway. */
function levelLow({ levels, derivation: { regionCode, period } }: StandDownFacts): Finding {
  const { frequency, weekEndsOn, first, count, tree } = levels;
  const region = tree.indexOf.get(regionCode)!;
  const positions = Array.from({ length: LOW_PERIODS }, (_, k) => period - first - LOW_PERIODS + 1 + k);
  const seen = positions.map((t) => (t < 0 ? INSUFFICIENT : (levels.levels.level[region * count + t] as LevelByte)));
  const figure = inRow(
    seen.map((level, i) =>
      sayBoth(WORDS.levelAt, {
        period: periodWords(frequency, first + positions[i]!, weekEndsOn),
        level: levelShort(level),
      }),
    ),
  );
  if (seen.some((level) => level !== INSUFFICIENT && level > LOW_LEVEL)) return { met: false, figure };
  return { met: seen.includes(INSUFFICIENT) ? null : true, figure };
}

function nothingPending({ derivation, levels }: StandDownFacts): Finding {
  const signals = derivation.families.flatMap((family) => family.signals);
  const pending = signals.filter((signal) => signal.state === 'pending');
  if (pending.length > 0) {
    const names = pending.map(({ ruleId }) => levels.ruleSet.rules.find((rule) => rule.id === ruleId)?.name);
    return {
      met: false,
      figure: sayBoth(WORDS.pending, { rules: inSeries(names.map((name) => name ?? WORDS.unnamedRule)) }),
    };
  }
  if (signals.length === 0 || derivation.level === INSUFFICIENT) return { met: null, figure: WORDS.noSignals };
  return { met: true, figure: sayBoth(WORDS.nonePending, { count: signals.length }) };
}

function figuresSufficient({ derivation: { usable, level, flags } }: StandDownFacts): Finding {
  const holding = flags.filter((flag) => flag === 'gap' || flag === 'coverage');
  const figure = sayBoth(holding.length > 0 ? WORDS.usableHeld : WORDS.usable, usable);
  return { met: level !== INSUFFICIENT && usable.fresh >= usable.needed && holding.length === 0, figure };
}

/** A region below without a level may be a grave one: unknown, unless another is grave in any case. */
function belowQuiet({
  levels: { tree, first, count, levels },
  derivation: { regionCode, period },
}: StandDownFacts): Finding {
  const children = tree.children[tree.indexOf.get(regionCode)!]!;
  if (children.length === 0) return { met: true, figure: WORDS.noneBelow };
  const levelOf = (child: number): number => levels.level[child * count + period - first]!;
  const grave = children.filter((child) => levelOf(child) !== INSUFFICIENT && levelOf(child) >= GRAVE);
  if (grave.length > 0) {
    const names = grave.map((child) =>
      sayBoth(WORDS.regionAt, { region: tree.regions[child]!.name, level: levelShort(levelOf(child)) }),
    );
    return { met: false, figure: inRow(names) };
  }
  const blind = children.filter((child) => levelOf(child) === INSUFFICIENT);
  const numbers = { count: children.length, blind: blind.length };
  return blind.length > 0
    ? { met: null, figure: sayBoth(WORDS.belowBlind, numbers) }
    : { met: true, figure: sayBoth(WORDS.belowNone, numbers) };
}

function measuresEnded({ case: subject, plan }: StandDownFacts): Finding {
  const accepted = acceptedMeasures(subject);
  if (accepted.length === 0) return { met: true, figure: WORDS.noMeasures };
  const open = accepted.filter((measure) => !isFinished(measure));
  if (open.length === 0) return { met: true, figure: sayBoth(WORDS.allEnded, { count: accepted.length }) };
  const names = open.map(({ measure }) => plan.measures.find((m) => m.id === measure)?.name ?? WORDS.unnamedMeasure);
  return {
    met: false,
    figure: sayBoth(WORDS.stillOpen, { open: open.length, count: accepted.length, names: inRow(names) }),
  };
}

function finalReport({ case: { reports }, duty }: StandDownFacts): Finding {
  const sent = reports.some((report) => report.stage === 'final');
  if (sent) return { met: true, figure: sayBoth(WORDS.finalSent, { count: formatNumber(reports.length) }) };
  return duty.mustReport
    ? { met: false, figure: sayBoth(WORDS.finalNotSent, { count: formatNumber(reports.length) }) }
    : { met: true, figure: WORDS.finalNotAsked };
}

/** How long the level has stood, for the screen beside the conditions: 已连续3个月 · 3 months in a row. */
export function timeAtLevel({ frequency, periodsAtLevel, level }: RegionDerivation): Text {
  return sayBoth(WORDS.atLevelFor, {
    level: levelShort(level),
    span: both((lang) => formatSpan(frequency, periodsAtLevel, lang)),
  });
}
