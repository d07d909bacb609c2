import type { Period } from '../../base/period';
import type { BriefingFacts, EndFacts, IndicatorFacts, RegionFacts } from './facts';

/** Looking things up in the facts of a briefing. */

/** The whole or one of the parts; undefined for every other region. */
export function regionOf({ whole, parts }: BriefingFacts, regionCode: string): RegionFacts | undefined {
  return whole?.code === regionCode ? whole : parts.find(({ code }) => code === regionCode);
}

/** The figures of an indicator in the whole or a part; undefined where there are none. */
export function figuresOf(
  { figures }: BriefingFacts,
  indicatorId: string,
  regionCode: string,
): IndicatorFacts | undefined {
  return figures.find((one) => one.indicatorId === indicatorId && one.regionCode === regionCode);
}

/** Figure of a period, also of the year before the window; null where there is none. */
export function figureAt(
  { first }: Pick<BriefingFacts, 'first'>,
  figures: IndicatorFacts,
  period: Period,
): number | null {
  return figures.values[period - (first - figures.before)] ?? null;
}

/** All regions right below the whole: the parts, and those of which the levels alone are told. */
export function allParts({
  parts,
  rest,
}: BriefingFacts): readonly Pick<EndFacts, 'code' | 'name' | 'short' | 'levels' | 'index'>[] {
  return [...parts, ...rest];
}
