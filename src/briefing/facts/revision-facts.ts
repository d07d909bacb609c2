import { INSUFFICIENT } from '../../base/level';
import { type Day, NO_DAY, type Period } from '../../base/period';
import { Status } from '../../base/status';
import type { Column, Panel } from '../../panel/panel';
import type { RevisionFacts } from './facts';
import type { BriefingRegions } from './which-regions';
import { known, rowOf, type Span } from './span';
import type { Known } from './world';

/** So many revised figures are named at most; the rest are counted. */
const MOST_CHANGES = 12;

interface Revised {
  readonly change: RevisionFacts['changes'][number];
  /** Difference in mean figures of its course. */
  readonly size: number;
}

/**
 * What the figures and levels of the window were on the earlier day, and what they are now. Counted are reported
 * figures of the region and all below it; named are those of the whole and the parts, computed ones too where all that they
 * are made of was there on both days. `indicatorIds`: those that are compared.
 */
export function revisionFacts(
  now: Known,
  before: Known & { readonly day: Day },
  regions: BriefingRegions,
  span: Span,
  indicatorIds: readonly string[],
): RevisionFacts {
  const is = now.panelWith(indicatorIds, 'reported');
  const was = before.panelWith(indicatorIds, 'reported');
  // Of the periods that had ended on the earlier day.
  const upTo = Math.min(span.period, was.first + was.count - 1);
  const periods = Array.from({ length: Math.max(0, upTo - span.first + 1) }, (_, i) => span.first + i);
  const pairs = indicatorIds.flatMap((id) => {
    const [a, b] = [was.columns.get(id), is.columns.get(id)];
    return a && b ? [{ was: a, is: b }] : [];
  });
  const told = [...(regions.whole === null ? [] : [regions.whole]), ...regions.parts];
  const changes = told
    .flatMap((region) => pairs.flatMap((pair) => revisedOf(was, is, pair, region, periods, span)))
    .toSorted((a, b) => b.size - a.size || b.change.period - a.change.period);
  const lead = regions.whole === null ? null : is.tree.regions[regions.whole]!.code;
  const most = changes.find(({ change }) => lead === null || change.regionCode === lead);
  return {
    from: before.day,
    to: now.assessed.asOf,
    ...counted(was, is, pairs, regions, periods),
    changes: changes.slice(0, MOST_CHANGES).map(({ change }) => change),
    moves: movesOf(before.assessed, now.assessed, told, regions, periods),
    course: most ? courseOf(was, is, most.change, span) : null,
  };
}

interface Pair {
  readonly was: Column;
  readonly is: Column;
}

/** Reported figures that were other before, and those that were not there. */
function counted(
  was: Panel,
  is: Panel,
  pairs: readonly Pair[],
  regions: BriefingRegions,
  periods: readonly Period[],
): Pick<RevisionFacts, 'revised' | 'arrived'> {
  const all = regionsBelow(is, regions);
  let revised = 0;
  let arrived = 0;
  for (const pair of pairs) {
    for (const region of all) {
      for (const period of periods) {
        const after = reportedAt(pair.is, cellOf(is, region, period));
        const before = reportedAt(pair.was, cellOf(was, region, period));
        if (Number.isNaN(after) || after === before) continue;
        if (Number.isNaN(before)) arrived++;
        else revised++;
      }
    }
  }
  return { revised, arrived };
}

function regionsBelow({ tree }: Panel, { whole }: BriefingRegions): readonly number[] {
  if (whole === null || tree.regions[whole]!.parent < 0) return [...tree.regions.keys()];
  const below = (region: number): number[] => [region, ...tree.children[region]!.flatMap(below)];
  return below(whole);
}

function cellOf(panel: Panel, region: number, period: Period): number {
  return region * panel.count + period - panel.first;
}

/** A figure of its own source row; NaN for what was computed. */
function reportedAt({ values, row }: Column, cell: number): number {
  return row && row[cell]! > 0 ? values[cell]! : NaN;
}

function revisedOf(
  was: Panel,
  is: Panel,
  pair: Pair,
  region: number,
  periods: readonly Period[],
  span: Span,
): Revised[] {
  const course = rowOf(is, pair.is.values, region, span).filter((v) => !Number.isNaN(v));
  const scale = course.reduce((sum, v) => sum + Math.abs(v), 0) / course.length;
  if (!(scale > 0)) return [];
  return periods.flatMap((period): Revised[] => {
    const [a, b] = [cellOf(was, region, period), cellOf(is, region, period)];
    const [before, after] = [pair.was.values[a]!, pair.is.values[b]!];
    const whole = pair.was.status[a] !== Status.partial && pair.is.status[b] !== Status.partial;
    if (!whole || !Number.isFinite(before) || !Number.isFinite(after) || before === after) return [];
    const day = reportedAt(pair.is, b) === after && pair.is.knownOn ? pair.is.knownOn[b]! : NO_DAY;
    return [
      {
        change: {
          regionCode: is.tree.regions[region]!.code,
          indicatorId: pair.is.indicator.id,
          period,
          before,
          after,
          knownOn: day === NO_DAY ? null : day,
        },
        size: Math.abs(after - before) / scale,
      },
    ];
  });
}

/** Newest period first; in each the whole, then the parts and the ends. Out of insufficient data, or into it, is no move. */
function movesOf(
  before: Known['assessed'],
  now: Known['assessed'],
  told: readonly number[],
  { ends }: BriefingRegions,
  periods: readonly Period[],
): RevisionFacts['moves'] {
  const listed = [...told, ...ends.map(({ region }) => region)];
  return periods.toReversed().flatMap((period) =>
    listed.flatMap((region) => {
      const was = before.levels.level[cellOf(before.panel, region, period)]!;
      const is = now.levels.level[cellOf(now.panel, region, period)]!;
      if (was === is || was === INSUFFICIENT || is === INSUFFICIENT) return [];
      return [{ regionCode: now.panel.tree.regions[region]!.code, period, before: was, after: is }];
    }),
  );
}

/** The indicator's figures over the window as known on both days; null where a day had none. */
function courseOf(
  was: Panel,
  is: Panel,
  { indicatorId, regionCode }: Revised['change'],
  span: Span,
): NonNullable<RevisionFacts['course']> {
  const region = is.tree.indexOf.get(regionCode)!;
  const before = rowOf(was, was.columns.get(indicatorId)!.values, region, {
    first: span.first,
    period: Math.min(span.period, was.first + was.count - 1),
  });
  const after = rowOf(is, is.columns.get(indicatorId)!.values, region, span);
  return {
    indicatorId,
    regionCode,
    before: Array.from({ length: span.count }, (_, i) => known(before[i] ?? NaN)),
    after: Array.from(after, known),
  };
}
