import { levelOrNull } from '../base/level';
import { formatDay, type Frequency, type Period } from '../base/period';
import type {
  DiffusionDerivation,
  ObservationDerivation,
  RegionDerivation,
  SignalDerivation,
} from '../levels/derivation';

/** How a period is written in the output; of the graded frequency unless another is named. */
export type Spell = (period: Period, frequency?: Frequency) => string;

/** Single-precision figures in as many digits as they hold; not computable is null. */
export function figure(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : Number(value.toPrecision(7));
}

/** The proof of a level for other programs: periods and days written out, insufficient as null. */
export function derivationJson(d: RegionDerivation, spell: Spell): object {
  return {
    region_code: d.regionCode,
    period: spell(d.period),
    level: levelOrNull(d.level),
    own: levelOrNull(d.own),
    index: figure(d.index),
    periods_at_level: d.periodsAtLevel,
    condition: d.condition,
    // Under a scheme that keeps a score alone.
    ...(d.score && { score: d.score }),
    usable: d.usable,
    flags: d.flags,
    families: d.families.map(({ family, level, signals }) => ({
      family,
      level: levelOrNull(level),
      signals: signals.map((s) => signalJson(s, spell)),
    })),
    diffusion: d.diffusion && diffusionJson(d.diffusion),
  };
}

function signalJson(s: SignalDerivation, spell: Spell): object {
  const [blue, yellow, orange, red] = s.thresholds;
  return {
    rule: s.ruleId,
    indicator: s.indicatorId,
    role: s.role,
    detector: s.detector,
    level: levelOrNull(s.level),
    state: s.state,
    reached: levelOrNull(s.reached),
    severity: figure(s.severity),
    statistic: s.statistic,
    statistic_period: spell(s.statisticPeriod),
    unit: s.unit,
    thresholds: { blue, yellow, orange, red },
    guard_factor: s.guardFactor,
    confirmed: s.confirmed,
    confirm: s.confirm,
    absent: s.absent,
    since: spell(s.since),
    festival: s.festival && { days: s.festival.days, days_before: s.festival.before },
    source_changes: s.sourceChanges.map((p) => spell(p)),
    observations: s.observations.map((o) => observationJson(o, spell)),
  };
}

function observationJson(o: ObservationDerivation, spell: Spell): object {
  return {
    indicator: o.indicatorId,
    region_code: o.regionCode,
    period: spell(o.period, o.frequency),
    value: o.value,
    status: o.status,
    known_on: o.knownOn === null ? null : formatDay(o.knownOn),
    // Only where there is something to say: most values were never revised.
    ...(o.earlier.length > 0 && {
      earlier: o.earlier.map(({ value, knownOn }) => ({
        value,
        known_on: knownOn === null ? null : formatDay(knownOn),
      })),
    }),
    steps: o.steps,
    coverage: o.coverage,
    source: o.source && { file: o.source.name, row: o.source.row },
    inputs: o.inputs.map((input) => observationJson(input, spell)),
  };
}

function diffusionJson(d: DiffusionDerivation): object {
  return {
    level: d.level,
    at_level: d.atLevel,
    children_at: d.childrenAt,
    children_graded: d.childrenGraded,
    children: d.children,
    share_of_children: d.shareOfChildren,
    share_of_labour_force: d.shareOfLabourForce,
    needed: { children: d.needed.children, labour_force: d.needed.labourForce },
    region_codes: d.codes,
  };
}
