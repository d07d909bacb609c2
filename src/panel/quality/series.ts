import type { Indicator } from '../../base/indicators';
import { unitOf } from '../../base/units';
import type { Column, Panel } from '../panel';

/** Columns of the panel with source rows, in catalogue order. */
export function reportedColumns(panel: Panel): Column[] {
  return panel.catalogue.indicators.flatMap((i) => {
    const column = panel.columns.get(i.id);
    return column?.row && column.batch ? [column] : [];
  });
}

/** Something that is counted or measured in whole: it cannot be negative. Shares, indices and changes are not. */
export function isCount(indicator: Indicator): boolean {
  return (
    unitOf(indicator.unit) !== undefined && !['share', 'points', 'ratio', 'index'].includes(dimensionOf(indicator))
  );
}

export function dimensionOf(indicator: Indicator): string {
  return unitOf(indicator.unit)?.dimension ?? '';
}

/** Compared by their logarithm: what cannot be negative and moves by shares rather than by amounts. */
export function isLogarithmic(indicator: Indicator): boolean {
  return isCount(indicator) || indicator.range[0] >= 0;
}

/** Decimal places at which steps are looked for: 10^6 steps in one, as long as that is exact. */
const PLACES = 6;

/** Number of zeros at the end of a value in steps of 10^−6: 1200 → 8. −1 for 0, which says nothing. */
function trailing(value: number): number {
  let x = Math.round(Math.abs(value) * 10 ** PLACES);
  if (x === 0) return -1;
  let zeros = 0;
  while (x % 10 === 0) {
    x /= 10;
    zeros++;
  }
  return zeros;
}

/** Of fewer values a series' own step may be coarse by chance: the step of all regions together counts. */
const OWN_STEP_FROM = 12;

/**
 * The step in which each region usually reports an indicator: the largest power of ten that (nearly) all its values are
 * multiples of. 1 for counts of persons, 100 for what was converted from 万人 with two decimals, 0.1 for a rate with one.
 */
export function usualSteps(panel: Panel, column: Column): Float64Array {
  const { count, tree } = panel;
  const own = new Uint32Array(PLACES + 8);
  const all = new Uint32Array(PLACES + 8);
  const steps = new Float64Array(tree.regions.length).fill(NaN);
  for (let r = 0; r < tree.regions.length; r++) {
    own.fill(0);
    let n = 0;
    for (let cell = r * count; cell < (r + 1) * count; cell++) {
      const v = column.values[cell]!;
      const zeros = v === v ? trailing(v) : -1;
      if (zeros < 0) continue;
      own[Math.min(zeros, own.length - 1)]!++;
      all[Math.min(zeros, all.length - 1)]!++;
      n++;
    }
    if (n >= OWN_STEP_FROM) steps[r] = stepOf(own);
  }
  const together = stepOf(all);
  // Rates are never converted from a coarser unit: five values of 5.0 do not make a step of one point.
  const coarsest = isCount(column.indicator) ? Infinity : 10 ** -column.indicator.decimals;
  return steps.map((step) => Math.min(step === step ? step : together, coarsest));
}

/** A slip of one value in fifty does not make the step finer. */
function stepOf(byZeros: Uint32Array): number {
  const n = byZeros.reduce((a, b) => a + b, 0);
  if (n === 0) return 1;
  const enough = n - Math.floor(n / 50);
  let atLeast = n;
  let step = 0;
  for (let zeros = 0; zeros < byZeros.length && atLeast >= enough; zeros++) {
    step = zeros;
    atLeast -= byZeros[zeros]!;
  }
  return 10 ** (step - PLACES);
}

/** Is there a value that a file gave (not one computed by us)? */
export function isThere(column: Column, cell: number): boolean {
  const v = column.values[cell]!;
  return v === v && column.row![cell]! > 0;
}
