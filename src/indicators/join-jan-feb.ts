import { seasonOf } from '../base/period';
import { derivedStatus, Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/**
 * January and February taken together, so that the moving Spring Festival does not disturb comparisons: both places
 * hold the mean of the two months (half of the joint total of a flow, the joint rate of a rate). The January place is
 * an expected gap, because its number is known only with February's: it may stand inside a later window and is never
 * graded on its own.
 *
 * `reported` is the cumulative original for cumulative indicators (its February is the joint total even where no
 * January was published); null otherwise. `parts`: the reported numerator and denominator of a ratio, whose joint
 * ratio is total over total; without both parts of both months it is the mean of the two ratios.
 */
export function joinJanFeb(
  panel: Panel,
  column: Column,
  reported: Column | null,
  parts: readonly [numerator: Column, denominator: Column] | null = null,
): Column {
  const values = column.values.slice();
  const status = column.status.slice();
  const coverage = column.coverage && column.coverage.slice();
  const { indicator } = column;
  const februaryIsTotal =
    indicator.janFeb === 'joint-published' && indicator.kind !== 'rate' && indicator.kind !== 'index';
  const firstJanuary = (12 - seasonOf('month', panel.first)) % 12;
  for (let r = 0; r < panel.tree.regions.length; r++) {
    for (let t = firstJanuary; t < panel.count; t += 12) {
      const january = r * panel.count + t;
      if (t + 1 >= panel.count) {
        values[january] = NaN;
        status[january] = Status.expectedGap;
        continue;
      }
      const february = january + 1;
      const jan = values[january]!;
      const feb = values[february]!;
      let mean = NaN;
      const whole = parts ? totalOf(parts[1], january) : NaN;
      const ratio = parts && whole > 0 ? totalOf(parts[0], january) / whole : NaN;
      if (ratio === ratio) mean = ratio;
      else if (reported) mean = reported.values[february]! / 2;
      else if (jan === jan) mean = (jan + feb) / 2;
      else if (indicator.janFeb === 'joint-published') mean = februaryIsTotal ? feb / 2 : feb;
      values[january] = mean;
      values[february] = mean;
      status[january] = Status.expectedGap;
      if (mean === mean) {
        const total = reported ?? column;
        const other = reported || jan !== jan ? february : january;
        status[february] = derivedStatus(total.status[february]!, total.status[other]!);
        if (coverage && total.coverage)
          coverage[february] = Math.min(total.coverage[february]!, total.coverage[other]!);
      } else if (status[february] !== Status.expectedGap) status[february] = Status.missing;
    }
    // A panel that begins in February: the cumulative or joint figure is there, the January place is not.
    if (panel.count > 0 && seasonOf('month', panel.first) === 1) {
      const february = r * panel.count;
      const feb = reported ? reported.values[february]! : values[february]!;
      const half = reported || februaryIsTotal ? feb / 2 : indicator.janFeb === 'joint-published' ? feb : NaN;
      values[february] = half;
      if (half === half) status[february] = derivedStatus((reported ?? column).status[february]!, Status.observed);
      else if (status[february] !== Status.expectedGap) status[february] = Status.missing;
    }
  }
  return {
    ...column,
    values,
    status,
    coverage,
    batch: null,
    row: null,
    revisions: null,
    steps: [...column.steps, 'join-jan-feb'],
  };
}

/** January and February of a region together; NaN unless both are there. */
function totalOf({ values }: Column, january: number): number {
  return values[january]! + values[january + 1]!;
}
