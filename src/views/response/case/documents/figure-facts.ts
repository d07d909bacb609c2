import type { Indicator } from '../../../../base/indicators';
import { type Frequency, formatPeriod, type Period, seasonOf } from '../../../../base/period';
import type { CaseFacts, FigureChange, FigureFact } from '../../../../briefing/case-documents/facts';
import type { SeriesForm } from '../../../../indicators/form';
import type { ObservationDerivation, RegionDerivation } from '../../../../levels/derivation';
import type { Series } from '../../../../platform/engine-api';
import { countedSignals } from '../../../../response/case/affected';
import type { Case } from '../../../../response/case/case';
import type { Spell } from '../../../../response/warnings/spell';

/** At most so many figures stand in a paper; ours. */
const MOST = 8;
/** Months around the Spring Festival, 0 = January: the change on the month before says little there. */
const FESTIVAL_MONTHS = [0, 1, 2];

/**
 * What a paper tells figures of: what is behind the level now, worst first, then what the warning rested on, then what
 * measures are expected to move.
 */
export function figureIndicators(derivation: RegionDerivation, spell: Spell | null, subject: Case): string[] {
  const counted = countedSignals(derivation).toSorted((a, b) => b.level - a.level);
  const expected = [...subject.measures.values()].flatMap((one) => (one.accepted ? [one.expected.indicatorId] : []));
  const all = [...counted, ...(spell?.signals ?? [])].map(({ indicatorId }) => indicatorId);
  return [...new Set([...all, ...expected])].slice(0, MOST);
}

/** January and February are taken together where single months mislead; a sum over the year is told as it is published. */
export function formOfFigure({ kind, janFeb }: Indicator, frequency: Frequency): SeriesForm {
  return frequency === 'month' && kind !== 'cumulative' && janFeb !== 'separate' ? 'joint' : 'reported';
}

export interface FigureSeries {
  readonly value: Series;
  readonly yoy: Series | undefined;
  readonly mom: Series | undefined;
}

/** The newest figure up to a period with its changes; null when there is none. */
export function figureFact(
  indicator: Indicator,
  frequency: Frequency,
  upTo: Period,
  { value, yoy, mom }: FigureSeries,
): FigureFact | null {
  const last = Math.min(upTo - value.first, value.values.length - 1);
  let t = last;
  while (t >= 0 && Number.isNaN(value.values[t]!)) t -= 1;
  if (t < 0) return null;
  const period = value.first + t;
  const season = seasonOf(frequency, period);
  const cumulative = indicator.kind === 'cumulative' && frequency === 'month';
  const monthlyFlow = frequency === 'month' && indicator.janFeb !== 'separate';
  const incomparable = cumulative || (monthlyFlow && FESTIVAL_MONTHS.includes(season));
  return {
    indicatorId: indicator.id,
    period,
    span: cumulative ? 'year-to-date' : value.form === 'joint' && season === 1 ? 'joint' : 'period',
    value: value.values[t]!,
    yearOnYear: changeAt(yoy, t),
    onPrevious: incomparable ? null : changeAt(mom, t),
    knownOn: null,
    suspect: false,
  };
}

function changeAt(series: Series | undefined, t: number): FigureChange | null {
  const value = series?.values[t] ?? NaN;
  return series && !Number.isNaN(value) ? { value, unit: series.unit } : null;
}

/** The day on which a figure was known, from the proof of the level; and what the check of the case says of it. */
export function withVintage(
  figure: FigureFact,
  { derivation, context, case: subject, frequency }: Pick<CaseFacts, 'derivation' | 'context' | 'case' | 'frequency'>,
): FigureFact {
  const seen = derivation?.families.flatMap((family) =>
    family.signals.flatMap((signal) => signal.observations.flatMap(withInputs)),
  );
  const own = seen?.find(
    (one) =>
      one.indicatorId === figure.indicatorId &&
      one.regionCode === subject.regionCode &&
      one.period === figure.period &&
      one.knownOn !== null,
  );
  const period = formatPeriod(frequency, figure.period, context.weekEndsOn);
  const suspect = [...subject.checks.values()].some(
    ({ result, figure: checked }) =>
      result === 'suspect' &&
      checked?.indicatorId === figure.indicatorId &&
      checked.regionCode === subject.regionCode &&
      checked.period === period,
  );
  return { ...figure, knownOn: own?.knownOn ?? null, suspect };
}

function withInputs(one: ObservationDerivation): ObservationDerivation[] {
  return [one, ...one.inputs.flatMap(withInputs)];
}
