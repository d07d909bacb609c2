import { NO_DAY, seasonOf } from '../base/period';
import { STATUS_NAMES } from '../base/status';
import { formKey, type SeriesForm } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import type { ObservationDerivation } from './derivation';

/**
 * One value and where it comes from, down to the source rows. Computed values name their inputs: the months of a
 * difference, the pair of a joint January–February, the parts of a ratio, the children of an aggregate (`deep` only:
 * a parent's children are shown for the newest value, not for each value of a window).
 */
export function deriveObservation(
  panel: Panel,
  indicatorId: string,
  form: SeriesForm,
  region: number,
  t: number,
  deep: boolean,
): ObservationDerivation {
  const column = panel.columns.get(formKey(indicatorId, form))!;
  const plain = form === 'reported' || isAsReported(column, seasonOf(panel.frequency, panel.first + t));
  if (form !== 'reported' && plain) return deriveObservation(panel, indicatorId, 'reported', region, t, deep);
  const cell = region * panel.count + t;
  const value = column.values[cell]!;
  const row = column.row ? column.row[cell]! : 0;
  const batch = row > 0 && column.batch ? panel.batches[column.batch[cell]!] : undefined;
  const knownOn = column.knownOn && row > 0 ? column.knownOn[cell]! : NO_DAY;
  return {
    kind: 'observation',
    indicatorId,
    regionCode: panel.tree.regions[region]!.code,
    frequency: panel.frequency,
    period: panel.first + t,
    value: value === value ? value : null,
    status: STATUS_NAMES[column.status[cell]!]!,
    knownOn: knownOn === NO_DAY ? null : knownOn,
    earlier: row > 0 ? earlierOf(column, cell) : [],
    steps: row > 0 || value !== value ? [] : column.steps.filter((step) => plain || FORM_STEPS.has(step)),
    coverage: column.coverage && row === 0 ? column.coverage[cell]! : null,
    source: batch ? { batchId: batch.id, name: batch.name, row } : null,
    inputs: row > 0 || value !== value ? [] : inputsOf(panel, indicatorId, form, region, t, deep),
  };
}

/** Vintages that the present one replaced, oldest first. The revisions are sorted by cell, then by day. */
function earlierOf({ revisions }: Column, cell: number): ObservationDerivation['earlier'] {
  if (!revisions) return [];
  let low = 0;
  let high = revisions.cell.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (revisions.cell[middle]! < cell) low = middle + 1;
    else high = middle;
  }
  const earlier: { value: number | null; knownOn: number | null }[] = [];
  for (let i = low; revisions.cell[i] === cell; i++) {
    const value = revisions.value[i]!;
    const knownOn = revisions.knownOn[i]!;
    earlier.push({ value: value === value ? value : null, knownOn: knownOn === NO_DAY ? null : knownOn });
  }
  return earlier;
}

/** Steps that make a form; what was done to its inputs is said there. */
const FORM_STEPS: ReadonlySet<string> = new Set(['decumulate', 'join-jan-feb', 'adjust-festival']);

/** Outside the months that it is about, a form of a series that is not cumulative holds the reported values themselves. */
function isAsReported(column: Column, season: number): boolean {
  const last = column.steps.includes('adjust-festival') ? 2 : 1;
  return season > last && !column.steps.includes('decumulate');
}

function inputsOf(
  panel: Panel,
  indicatorId: string,
  form: SeriesForm,
  region: number,
  t: number,
  deep: boolean,
): ObservationDerivation[] {
  const reported = (at: number): ObservationDerivation =>
    deriveObservation(panel, indicatorId, 'reported', region, at, deep);
  const indicator = panel.columns.get(formKey(indicatorId, form))!.indicator;
  if (form !== 'reported') {
    const season = seasonOf(panel.frequency, panel.first + t);
    const cumulative = indicator.kind === 'cumulative';
    if (form === 'joint' && season <= 1) {
      const february = t + (season === 0 ? 1 : 0);
      return cumulative || february === 0 ? [reported(february)] : [reported(february), reported(february - 1)];
    }
    return cumulative && season > 0 && t > 0 ? [reported(t), reported(t - 1)] : [reported(t)];
  }
  const { aggregation } = indicator;
  if (aggregation.by === 'ratio') {
    return [aggregation.numerator, aggregation.denominator]
      .filter((id) => panel.columns.has(id))
      .map((id) => deriveObservation(panel, id, 'reported', region, t, deep));
  }
  if (!deep) return [];
  return panel.tree.children[region]!.map((child) => deriveObservation(panel, indicatorId, 'reported', child, t, deep));
}
