import { WARNING_LEVELS } from '../../base/level';
import { shortName } from '../../base/region-names';
import { deriveRegion } from '../../levels/derive';
import type { Graded } from '../../levels/graded';
import { indexPartsOf } from '../../levels/index-parts';
import { type RuleSeries, ruleSeries } from '../../levels/rule-series';
import type { EndFacts, RegionFacts } from './facts';
import { known, rowOf, type Span } from './span';

/** The region with its levels, index, proof and, where `withRules` says so or it is at a warning level, its rules. */
export function regionFacts(
  graded: Graded,
  span: Span,
): (region: number, withRules: 'always' | 'when-warned') => RegionFacts {
  const parts = indexPartsOf(graded);
  const { panel, signals } = graded;
  const { period } = span;
  return (region, withRules) => {
    const { name, level, labourForce, traits } = panel.tree.regions[region]!;
    const course = levelsOf(graded, region, span);
    const warned = WARNING_LEVELS.some((l) => l === course.levels.at(-1));
    const told = withRules === 'always' || warned;
    return {
      code: panel.tree.regions[region]!.code,
      name,
      short: shortName({ name }),
      level,
      labourForce: known(labourForce),
      traits,
      ...course,
      contributions: { now: parts(region, period), before: parts(region, period - 1) },
      derivation: deriveRegion(graded, region, period),
      derivationBefore: period > panel.first ? deriveRegion(graded, region, period - 1) : null,
      rules: told
        ? signals
            .filter((s) => s.started[region]! >= 0)
            .map((s) => cutSeries(ruleSeries(graded, s, region), panel.first, span))
        : [],
    };
  };
}

/** A region at the end of the tree: levels alone. */
export function endFacts(graded: Graded, region: number, part: number, span: Span): EndFacts {
  const { code, name } = graded.panel.tree.regions[region]!;
  return {
    code,
    name,
    short: shortName({ name }),
    part: graded.panel.tree.regions[part]!.code,
    ...levelsOf(graded, region, span),
  };
}

function levelsOf({ panel, levels }: Graded, region: number, span: Span): Pick<EndFacts, 'levels' | 'index'> {
  return {
    levels: [...rowOf(panel, levels.level, region, span)],
    index: [...rowOf(panel, levels.index, region, span)].map(known),
  };
}

/** A rule over the window alone. */
function cutSeries(series: RuleSeries, first: number, span: Span): RuleSeries {
  const from = span.first - first;
  const to = from + span.count;
  return {
    ...series,
    statistic: series.statistic.slice(from, to),
    level: series.level.slice(from, to),
    state: series.state.slice(from, to),
    values: series.values.slice(from, to),
  };
}
