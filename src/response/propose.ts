import { levelOrNull, type WarningLevel } from '../base/level';
import { evaluateGates } from './gates';
import type { KnownFacts, Layer, LayerDuty, Measure, Plan, ProposedMeasure, Response } from './plan';

/** A counted signal of a region: what it is about and the level that it has reached. */
export interface AnsweredSignal {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly level: WarningLevel;
}

export interface ResponseInput {
  /** The region's level as byte columns hold it (`LevelByte`). */
  readonly level: number;
  /** Layer of government that the region is. */
  readonly regionLayer: Layer;
  /** Structure of the region; traits that no measure knows do no harm. */
  readonly traits: readonly string[];
  /** Signals that count (level ≥ 1), in any order. */
  readonly signals: readonly AnsweredSignal[];
  /** What is known for the gates of measures; left out = nothing, and every gate is unknown. */
  readonly facts?: KnownFacts;
}

const NOTHING_KNOWN: KnownFacts = new Map();

/** What a structure that fits adds to the raw fit, once however many traits fit: less than any single signal that a measure is made for. */
const TRAIT_BONUS = 0.1;

/**
 * What the plan asks for at a region's level: who responds, by when, and which measures in which order.
 * Null when there is no warning: normal, or data insufficient to say.
 *
 * A measure is proposed when the level opens it and it answers a signal or fits the region's structure. Its raw fit is
 * Σ weight × level / 4 over the indicators that it answers, each indicator counted once at its worst signal, plus 0.1
 * where a trait fits; in a region without any of the traits that it is made for it counts `elsewhere` of that. The fit is
 * raw / (1 + raw), 0–1, so that every further signal adds, and less each time.
 * Larger fit first; ties in the order of the document. Gates go along with each measure and move none: whether one
 * that is not met holds a measure back is for people to decide, with their reason.
 */
export function propose(input: ResponseInput, plan: Plan): Response | null {
  const level = levelOrNull(input.level);
  if (level === null || level === 0) return null;
  const measures = plan.measures
    .flatMap((measure) => proposed(measure, level, input, plan) ?? [])
    .toSorted((a, b) => b.fit - a.fit);
  return {
    level,
    duty: dutyOf(plan, level, input.regionLayer),
    deadlines: plan.deadlines.filter((d) => d.level === level),
    measures,
  };
}

function proposed(
  measure: Measure,
  level: WarningLevel,
  { regionLayer, traits, signals, facts = NOTHING_KNOWN }: ResponseInput,
  plan: Plan,
): ProposedMeasure | null {
  const opening = openingAt(measure, level);
  if (!opening) return null;
  const weight = (s: AnsweredSignal): number => weightOf(measure, s.indicatorId);
  // Worst first; of equal ones the one that the measure is made for.
  const answers = signals.filter((s) => weight(s) > 0).toSorted((a, b) => b.level - a.level || weight(b) - weight(a));
  const structure = measure.fits.filter((trait) => traits.includes(trait));
  if (answers.length === 0 && structure.length === 0) return null;
  const fit = fitOf(measure, answers, structure.length);
  const ownLayerMayStart = measure.mayStart.includes(regionLayer);
  const gates = evaluateGates(measure, plan, facts);
  return { measure, fit, answers, structure, opening, ownLayerMayStart, gates };
}

/** Is a measure open at a level: as of right, by a decision of its own, or not at all (null)? */
export function openingAt(measure: Measure, level: WarningLevel): ProposedMeasure['opening'] | null {
  if (level >= measure.fromLevel) return 'open';
  return measure.byDecisionFrom !== null && level >= measure.byDecisionFrom ? 'by-decision' : null;
}

/** Weight 0–1 of an indicator; a seasonally adjusted or unadjusted series is answered like the plain one. */
function weightOf(measure: Measure, indicatorId: string): number {
  const { answers } = measure;
  if (Object.hasOwn(answers, indicatorId)) return answers[indicatorId]!;
  const plain = plainId(indicatorId);
  return Object.hasOwn(answers, plain) ? answers[plain]! : 0;
}

function plainId(indicatorId: string): string {
  return indicatorId.replace(/_n?sa$/, '');
}

/** `answers` worst first: the first signal of an indicator is its worst. */
function fitOf(measure: Measure, answers: readonly AnsweredSignal[], traitsThatFit: number): number {
  let raw = traitsThatFit > 0 ? TRAIT_BONUS : 0;
  const counted = new Set<string>();
  for (const { indicatorId, level } of answers) {
    const indicator = plainId(indicatorId);
    if (counted.has(indicator)) continue;
    counted.add(indicator);
    raw += (weightOf(measure, indicatorId) * level) / 4;
  }
  if (traitsThatFit === 0) raw *= measure.elsewhere ?? 1;
  // Without the rounding, 0.1 + 0.2 and 0.3 would be no tie, and the order of the signals would decide.
  raw = Math.round(raw * 1e6) / 1e6;
  return raw / (1 + raw);
}

/** The duty of the level; for a league, or for the autonomous region itself, lifted to a layer that can respond for it. */
export function dutyOf(plan: Plan, level: WarningLevel, regionLayer: Layer): LayerDuty {
  const duty =
    plan.liftedDuties.find((d) => d.level === level && d.regionLayer === regionLayer) ??
    plan.duties.find((d) => d.level === level);
  if (!duty) throw new Error(`plan ${plan.id}: no duty for level ${level}`);
  return duty;
}
