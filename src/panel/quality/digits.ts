import type { Column } from '../panel';
import type { CheckContext } from './check';
import { isCount, isThere } from './series';
import { digitsWhy, roundedRegionWhy, roundedWhy } from './text';

interface RoundingParams {
  readonly minRun: number;
  readonly minFigures: number;
  readonly minShare: number;
}

/** Two zeros more at the end than is usual, of at least four digits. */
function isRound(value: number, step: number): boolean {
  const x = Math.round(value / step);
  return x >= 1000 && x % 100 === 0;
}

/**
 * Whole hundreds where a region otherwise reports to the last unit: estimates in the place of counts. A run of them in
 * one series, or nearly all indicators of one region and period.
 */
export function checkRounding({ panel, columns, collect, stepsOf }: CheckContext, params: RoundingParams): void {
  const { count, tree } = panel;
  const counts = columns.filter((c) => isCount(c.indicator));
  const round = new Uint16Array(tree.regions.length * count);
  const large = new Uint16Array(tree.regions.length * count);
  for (const column of counts) {
    const steps = stepsOf(column);
    let checked = 0;
    for (let r = 0; r < tree.regions.length; r++) {
      const step = steps[r]!;
      let run: number[] = [];
      const tell = (): void => {
        if (run.length >= params.minRun) {
          const cells = [...run];
          const last = cells.pop()!;
          collect.add('rounding', column, {
            cell: last,
            more: cells.map((cell) => ({ column, cell })),
            why: () => roundedWhy(column.indicator, cells.length + 1, 100 * step),
          });
        }
        run = [];
      };
      for (let cell = r * count; cell < (r + 1) * count; cell++) {
        if (!isThere(column, cell) || column.values[cell]! < 1000 * step) continue;
        if (collect.isNew(column, cell)) checked++;
        large[cell]!++;
        if (isRound(column.values[cell]!, step)) {
          round[cell]!++;
          // The same round figure again is one figure.
          if (column.values[cell] !== column.values[run.at(-1) ?? -1]) run.push(cell);
        } else tell();
      }
      tell();
    }
    collect.checked('rounding', checked);
  }
  for (let cell = 0; cell < round.length; cell++) {
    if (round[cell]! < params.minFigures || round[cell]! < params.minShare * large[cell]!) continue;
    const region = Math.floor(cell / count);
    const cells = counts.flatMap((column) =>
      isThere(column, cell) && isRound(column.values[cell]!, stepsOf(column)[region]!) ? [{ column, cell }] : [],
    );
    const [newest] = [...cells.filter((at) => collect.isNew(at.column, cell)), ...cells];
    collect.add('rounding', newest!.column, {
      cell,
      more: cells.filter((at) => at !== newest),
      whole: 'indicators',
      why: () => roundedRegionWhy(round[cell]!, large[cell]!),
    });
  }
}

interface DigitsParams {
  readonly minFigures: number;
  /** χ² with 9 degrees of freedom from which the digits are told. */
  readonly critical: number;
}

/**
 * Last digits of counts are spread evenly, whatever they count; figures that were made up or estimated prefer some
 * (0 and 5 above all). χ² of a region's series, and of all its figures together. It marks no value: no single one is
 * wrong by its last digit.
 */
export function checkDigits({ panel, columns, collect, stepsOf }: CheckContext, params: DigitsParams): void {
  const { count, tree } = panel;
  const regions = tree.regions.length;
  const pooled = Array.from({ length: regions }, () => new Uint32Array(10));
  const newest: ({ readonly column: Column; readonly cell: number } | undefined)[] = [];
  const tally = new Uint32Array(10);
  let checked = 0;
  for (const column of columns) {
    if (!isCount(column.indicator)) continue;
    const steps = stepsOf(column);
    for (let r = 0; r < regions; r++) {
      tally.fill(0);
      let last = -1;
      let before = NaN;
      for (let cell = r * count; cell < (r + 1) * count; cell++) {
        if (!isThere(column, cell)) continue;
        const x = Math.round(column.values[cell]! / steps[r]!);
        if (x < DIGITS_FROM || x === before) continue;
        before = x;
        tally[x % 10]!++;
        if (!collect.isNew(column, cell)) continue;
        pooled[r]![x % 10]!++;
        last = cell;
      }
      if (last < 0) continue;
      newest[r] = { column, cell: last };
      const result = chiSquare(tally);
      if (result.n < params.minFigures) continue;
      checked++;
      if (result.chi2 <= params.critical) continue;
      const { n, chi2, share05 } = result;
      collect.add('digits', column, {
        cell: last,
        whole: 'series',
        why: () => digitsWhy(n, chi2, params.critical, share05),
      });
    }
  }
  for (let r = 0; r < regions; r++) {
    const { n, chi2, share05 } = chiSquare(pooled[r]!);
    if (n < params.minFigures) continue;
    checked++;
    if (chi2 <= params.critical) continue;
    const { column, cell } = newest[r]!;
    collect.add('digits', column, {
      cell,
      whole: 'office',
      why: () => digitsWhy(n, chi2, params.critical, share05),
    });
  }
  collect.checked('digits', checked);
}

/** The last digit of a small number is not evenly spread. */
const DIGITS_FROM = 100;

function chiSquare(tally: Uint32Array): { n: number; chi2: number; share05: number } {
  const n = tally.reduce((a, b) => a + b, 0);
  const expected = n / 10;
  let chi2 = 0;
  for (const seen of tally) chi2 += (seen - expected) ** 2 / expected;
  return { n, chi2, share05: n > 0 ? (tally[0]! + tally[5]!) / n : 0 };
}
