import { unitWords } from '../../base/measure';
import type { Indicator } from '../../base/indicators';
import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import { unitOfChange } from '../../base/units';
import type { BriefingFacts, Change, IndicatorFacts } from '../facts/facts';
import { figuresOf } from '../facts/find';
import type { MeasureData } from './exhibit';

/** One indicator over regions: figures of one period only can be compared. */
export interface Comparison {
  readonly indicator: Indicator;
  /** The newest period that any of the regions has a figure of. */
  readonly at: Period;
  /** In the order of the regions; null where a region has no figure of that period. */
  readonly figures: readonly (IndicatorFacts | null)[];
}

/** Null where the data does not have the indicator, or no region a figure within reach. */
export function comparisonOf(facts: BriefingFacts, id: string, regionCodes: readonly string[]): Comparison | null {
  const indicator = facts.indicators[id];
  const figures = regionCodes.map((code) => figuresOf(facts, id, code) ?? null);
  const at = Math.max(-Infinity, ...figures.flatMap((one) => (one && one.at !== null ? [one.at] : [])));
  if (!indicator || at === -Infinity) return null;
  return { indicator, at, figures: figures.map((one) => (one && one.at === at && one.value !== null ? one : null)) };
}

export function measureOf(indicator: Indicator, lang: Lang): MeasureData {
  return { name: indicator.name[lang], unit: unitWords(indicator.unit, lang), decimals: indicator.decimals };
}

/** Counted or measured, not a rate or an index: there is more or less of it, not a higher or lower one. */
export function isAmount({ kind, unit }: Indicator): boolean {
  return kind !== 'rate' && kind !== 'index' && unit !== 'percent';
}

/** How the indicator's changes are told (indicators/change.ts), also where there is none to tell it by. */
export function kindOfChange(indicator: Indicator): Change['kind'] {
  return isAmount(indicator) ? 'percent' : indicator.unit === 'percent' ? 'points' : 'plain';
}

/** How a change on the year of this kind is measured. */
export function changeMeasure(
  { unit, decimals }: Indicator,
  kind: Change['kind'],
  name: string,
  lang: Lang,
): MeasureData {
  if (kind === 'percent') return { name, unit: '%', decimals: 1 };
  return kind === 'points'
    ? { name, unit: unitWords('points', lang), decimals: Math.max(1, decimals) }
    : { name, unit: unitWords(unitOfChange(unit), lang), decimals };
}

/** "Higher" is not always worse: the one that is worse comes first, those without a value last; equal ones keep their order. */
export function worstValueFirst<R>(rows: readonly R[], valueOf: (row: R) => number | null, sign: 1 | -1): R[] {
  const rank = (row: R): number => {
    const value = valueOf(row);
    return value === null ? -Infinity : sign * value;
  };
  return rows.toSorted((a, b) => (rank(b) === rank(a) ? 0 : rank(b) > rank(a) ? 1 : -1));
}
