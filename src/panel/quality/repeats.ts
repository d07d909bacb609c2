import { PERIODS_PER_YEAR } from '../../base/period';
import type { Column, Panel } from '../panel';
import type { CheckContext } from './check';
import { isThere } from './series';
import { copiedRegionWhy, copiedRegionsWhy, staleWhy } from './text';

interface StaleParams {
  /** Runs of which fewer than so many are to be expected in the series are told. */
  readonly expectedRuns: number;
  readonly minRun: number;
  /** A figure of fewer steps (3 persons, 0.4 %) stands still easily. */
  readonly minSteps: number;
}

/**
 * The same figure again and again. How often a series repeats itself anyway (a rate with one decimal often does) is
 * learnt from the series without its longest run; that run is told when such a one was to be expected less than
 * `expectedRuns` times, and when it is more than twice as long as any other: smooth series stand still in runs.
 */
export function checkStale({ panel, columns, collect, stepsOf }: CheckContext, params: StaleParams): void {
  const { count, tree, frequency, first } = panel;
  // A plan may be the same year after year.
  if (frequency === 'year') return;
  for (const column of columns) {
    // A ratio may stand still while its parts move.
    if (column.indicator.aggregation.by === 'ratio') continue;
    const { values } = column;
    const steps = stepsOf(column);
    let checked = 0;
    for (let r = 0; r < tree.regions.length; r++) {
      let longest = 0;
      let second = 0;
      let end = 0;
      let run = 0;
      let pairs = 0;
      let repeats = 0;
      for (let cell = r * count; cell < (r + 1) * count; cell++) {
        if (!isThere(column, cell)) {
          run = 0;
          continue;
        }
        if (collect.isNew(column, cell)) checked++;
        const goesOn = run > 0 && values[cell] === values[cell - 1];
        if (run > 0) pairs++;
        if (goesOn) repeats++;
        run = goesOn ? run + 1 : 1;
        if (run > longest) {
          if (end !== cell - 1 || !goesOn) second = longest;
          longest = run;
          end = cell;
        } else second = Math.max(second, run);
      }
      const v = values[end]!;
      if (longest < params.minRun || longest <= 2 * second || Math.abs(v) < params.minSteps * steps[r]!) continue;
      const usual = (repeats - (longest - 1) + 0.5) / (pairs - (longest - 1) + 1);
      if (pairs * usual ** (longest - 1) >= params.expectedRuns) continue;
      const last = end;
      const length = longest;
      const more = Array.from({ length: length - 1 }, (_, k) => ({ column, cell: last - 1 - k }));
      const until = first + (last - r * count);
      collect.add('stale', column, {
        cell: last,
        more,
        why: () => staleWhy(column.indicator, v, frequency, length, until - length + 1, until, usual),
      });
    }
    collect.checked('stale', checked);
  }
}

interface RepeatParams {
  /** Sum of −ln(usual share of repeats) over the figures that repeat. */
  readonly surprise: number;
  readonly minFigures: number;
  readonly minShare: number;
}

/** Figures below so many steps repeat too easily to say anything. */
const DISTINCT_FROM = 100;

/**
 * A whole month taken over from the one before, or from the year before: nearly all indicators of a region, or nearly
 * all regions of an indicator, repeat their figures to the last digit, which by their own habit they seldom do.
 */
export function checkRepeats(context: CheckContext, params: RepeatParams): void {
  const { panel, columns, collect, stepsOf } = context;
  const { count, tree } = panel;
  const size = tree.regions.length * count;
  const season = PERIODS_PER_YEAR[panel.frequency];
  // A plan may be the same year after year.
  for (const lag of season > 1 ? [1, season] : []) {
    const surprise = new Float32Array(size);
    const equal = new Uint16Array(size);
    const compared = new Uint16Array(size);
    for (const column of columns) {
      const steps = stepsOf(column);
      const surpriseAt = new Float64Array(count);
      const equalAt = new Uint32Array(count);
      const comparedAt = new Uint32Array(count);
      for (let r = 0; r < tree.regions.length; r++) {
        const { pairs, repeats } = repeatsOf(panel, column, r, lag);
        const bits = -Math.log((repeats + 1) / (pairs + 2));
        for (let t = lag; t < count; t++) {
          const cell = r * count + t;
          if (!isComparable(column, cell, lag, DISTINCT_FROM * steps[r]!)) continue;
          compared[cell]!++;
          comparedAt[t]!++;
          if (column.values[cell] !== column.values[cell - lag]) continue;
          surprise[cell]! += bits;
          surpriseAt[t]! += bits;
          equal[cell]!++;
          equalAt[t]!++;
        }
      }
      for (let t = lag; t < count; t++) {
        if (!isCopied(equalAt[t]!, comparedAt[t]!, surpriseAt[t]!, params)) continue;
        const cells = tree.regions.flatMap((_, r) => {
          const cell = r * count + t;
          const same = column.values[cell] === column.values[cell - lag];
          return same && isComparable(column, cell, lag, DISTINCT_FROM * steps[r]!) ? [{ column, cell }] : [];
        });
        const [newest] = [...cells.filter((at) => collect.isNew(column, at.cell)), ...cells];
        collect.add('repeat', column, {
          cell: newest!.cell,
          more: cells.filter((at) => at !== newest),
          whole: 'regions',
          why: () => copiedRegionsWhy(panel.frequency, panel.first + t - lag, equalAt[t]!, comparedAt[t]!),
        });
      }
    }
    let checked = 0;
    for (let cell = 0; cell < size; cell++) {
      if (compared[cell]! >= params.minFigures) checked++;
      if (!isCopied(equal[cell]!, compared[cell]!, surprise[cell]!, params)) continue;
      const cells = columns.flatMap((column) =>
        isThere(column, cell) && column.values[cell] === column.values[cell - lag] ? [{ column, cell }] : [],
      );
      const [newest] = [...cells.filter((at) => collect.isNew(at.column, cell)), ...cells];
      collect.add('repeat', newest!.column, {
        cell,
        more: cells.filter((at) => at !== newest),
        whole: 'indicators',
        why: () => copiedRegionWhy(panel.frequency, panel.first + (cell % count) - lag, equal[cell]!, compared[cell]!),
      });
    }
    collect.checked('repeat', checked);
  }
}

function isCopied(equal: number, compared: number, surprise: number, params: RepeatParams): boolean {
  return equal >= params.minFigures && equal >= params.minShare * compared && surprise >= params.surprise;
}

function isComparable(column: Column, cell: number, lag: number, least: number): boolean {
  return isThere(column, cell) && isThere(column, cell - lag) && Math.abs(column.values[cell]!) >= least;
}

/** How many of a region's figures stand beside one `lag` periods before, and how many of them are the same. */
function repeatsOf(panel: Panel, column: Column, region: number, lag: number): { pairs: number; repeats: number } {
  const { count } = panel;
  let pairs = 0;
  let repeats = 0;
  for (let cell = region * count + lag; cell < (region + 1) * count; cell++) {
    if (!isThere(column, cell) || !isThere(column, cell - lag)) continue;
    pairs++;
    if (column.values[cell] === column.values[cell - lag] && column.values[cell] !== 0) repeats++;
  }
  return { pairs, repeats };
}
