import type { Indicator } from '../../base/indicators';
import { type Day, NO_DAY, type Period, PERIODS_PER_YEAR } from '../../base/period';
import { Status } from '../../base/status';
import type { Text } from '../../base/text';
import { type Course, figurePeriod, previousChange, yearChange } from '../../indicators/change';
import type { Column, Panel } from '../../panel/panel';
import { progressAt } from '../../response/groups/targets';
import type { TargetsOf } from '../../signals/series';
import type { IndicatorFacts } from './facts';
import { sourceOfBatch } from './sources';
import { known, rowOf, type Span } from './span';

/**
 * Every indicator of the panel (reported form, parents filled) in each of the regions; those without a figure in the window
 * or the year before it are left out, but for those of which some children have one of the period reported on. In the order of the catalogue, then of the regions.
 */
export function indicatorFacts(
  panel: Panel,
  targetsOf: TargetsOf,
  regions: readonly number[],
  span: Span,
): readonly IndicatorFacts[] {
  return panel.catalogue.indicators.flatMap((indicator) => {
    const column = panel.columns.get(indicator.id);
    return column ? factsOf(panel, column, targetsOf, regions, span) : [];
  });
}

function factsOf(
  panel: Panel,
  column: Column,
  targetsOf: TargetsOf,
  regions: readonly number[],
  span: Span,
): IndicatorFacts[] {
  const { indicator } = column;
  const { frequency } = panel;
  const first = Math.max(panel.first, span.first - PERIODS_PER_YEAR[frequency]);
  const targetAt = targets(panel, column, targetsOf);
  return regions.flatMap((region): IndicatorFacts[] => {
    const values = wholeValues(panel, column, region, { first, period: span.period });
    const partial = column.status[region * panel.count + span.period - panel.first] === Status.partial;
    if (values.every(Number.isNaN) && !partial) return [];
    const course: Course = { first, values };
    const at = figurePeriod(frequency, course, indicator, span.period);
    return [
      {
        indicatorId: indicator.id,
        regionCode: panel.tree.regions[region]!.code,
        before: span.first - first,
        values: Array.from(values, known),
        at,
        value: at === null ? null : known(values[at - first]!),
        ...(partial ? { partial } : {}),
        ...originOf(panel, column, region, at),
        onYear: at === null ? null : yearChange(frequency, course, indicator, at),
        onPrevious: at === null ? null : previousChange(frequency, course, indicator, at),
        target: at === null ? null : targetAt(region, at),
      },
    ];
  });
}

/** Part of a region's row; what was put together from some of its children alone is no figure of the region: none. */
function wholeValues(panel: Panel, column: Column, region: number, span: Pick<Span, 'first' | 'period'>): Float64Array {
  const status = rowOf(panel, column.status, region, span);
  return rowOf(panel, column.values, region, span).map((value, i) => (status[i] === Status.partial ? NaN : value));
}

/** When the figure of a period became known, from where, and whether it is a computed one. */
function originOf(
  panel: Panel,
  { knownOn, batch, row }: Column,
  region: number,
  at: Period | null,
): { readonly knownOn: Day | null; readonly source: Text | null; readonly aggregated: boolean } {
  if (at === null) return { knownOn: null, source: null, aggregated: false };
  const cell = region * panel.count + at - panel.first;
  if (!row || row[cell] === 0) return { knownOn: null, source: null, aggregated: true };
  const day = knownOn ? knownOn[cell]! : NO_DAY;
  const from = batch ? panel.batches[batch[cell]!] : undefined;
  return {
    knownOn: day === NO_DAY ? null : day,
    source: from ? sourceOfBatch(from) : null,
    aggregated: false,
  };
}

type TargetAt = (region: number, at: Period) => IndicatorFacts['target'];

/** Progress on the year's target at a period; one run of the detector for each period that is asked for. */
function targets(panel: Panel, column: Column, targetsOf: TargetsOf): TargetAt {
  if (!hasTarget(column.indicator, targetsOf)) return () => null;
  const runs = new Map<Period, ReturnType<typeof progressAt>>();
  return (region, at) => {
    let run = runs.get(at);
    if (!run) runs.set(at, (run = progressAt(panel, column, targetsOf, at)));
    const { target, share, due, duePast } = run(region);
    return target === null || share === null || due === null ? null : { goal: target, share, due, usual: duePast };
  };
}

function hasTarget(indicator: Indicator, targetsOf: TargetsOf): boolean {
  return indicator.kind === 'cumulative' && targetsOf(indicator.id) !== undefined;
}
