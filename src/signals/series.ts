import { worseSign } from '../base/indicators';
import { PERIODS_PER_YEAR, seasonOf, yearOf } from '../base/period';
import type { Detector, SeriesInput, SeriesShape } from '../detectors/detector';
import type { ParamValues } from '../detectors/params';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import { peersOf } from './peers';

/** Yearly targets of an indicator, from the yearly panel, or undefined when the data has none. */
export type TargetsOf = (indicatorId: string) => { readonly panel: Panel; readonly column: Column } | undefined;

export interface SeriesReader {
  readonly shape: SeriesShape;
  /** The other series that the detector reads, as it is graded; undefined where it asks for none or the data has none. */
  readonly other: Column | undefined;
  /** A region's series as the detector sees it. */
  of(region: number): SeriesInput;
}

/** What a series is, whatever its values. */
export function shapeOf(panel: Panel, column: Column): SeriesShape {
  const kind = column.steps.includes('decumulate') ? 'flow' : column.indicator.kind;
  return { kind, periodsPerYear: PERIODS_PER_YEAR[panel.frequency] };
}

/**
 * The series of a column's regions, with whatever else the detector asks for: targets, another indicator, the areas of
 * the same rank. `toGrade` turns the other column into what rules may rest on.
 */
export function seriesReader(
  panel: Panel,
  column: Column,
  detector: Detector,
  params: ParamValues,
  targetsOf: TargetsOf,
  toGrade: (column: Column) => Column = (c) => c,
): SeriesReader {
  const shape = shapeOf(panel, column);
  const need = detector.other?.of(params);
  const found = need && panel.columns.get(formKey(need.indicator, need.form));
  const other = found && toGrade(found);
  const sign = worseSign(column.indicator);
  const otherSign = other ? worseSign(other.indicator) : 1;
  const firstSeason = seasonOf(panel.frequency, panel.first);
  const yearly = detector.readsTarget ? targetsOf(column.indicator.id) : undefined;
  const peers = detector.readsPeers ? peersOf(panel, column) : () => null;
  return {
    shape,
    other,
    of: (region) => ({
      values: column.values,
      offset: region * panel.count,
      count: panel.count,
      sign,
      ...shape,
      firstSeason,
      firstPeriod: panel.first,
      labourForce: panel.tree.regions[region]!.labourForce,
      targets: targetSeries(panel, region, yearly),
      against: other ? { values: other.values, offset: region * panel.count, sign: otherSign } : null,
      peers: peers(region),
    }),
  };
}

function targetSeries(panel: Panel, region: number, yearly: ReturnType<TargetsOf>): Float64Array | null {
  if (!yearly) return null;
  const targets = new Float64Array(panel.count);
  for (let t = 0; t < panel.count; t++) {
    const at = yearOf(panel.frequency, panel.first + t) - yearly.panel.first;
    targets[t] = at >= 0 && at < yearly.panel.count ? yearly.column.values[region * yearly.panel.count + at]! : NaN;
  }
  return targets;
}
