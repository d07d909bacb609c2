import type { Indicator } from '../../../src/base/indicators';
import { formatPeriod, parsePeriod } from '../../../src/base/period';
import type { RegionTree } from '../../../src/base/regions';
import { buildPanels } from '../../../src/panel/build';
import type { Panels } from '../../../src/panel/panel';
import { type CheckedQuality, checkQuality } from '../../../src/panel/quality/check-quality';
import type { QualityCheckId, QualityFlag } from '../../../src/panel/quality/quality';
import { batchOf, catalogue, type Row, treeOf } from '../make-panel';

/** Data of a region by indicator: a value for each month from 2018-01 on; NaN = no row. */
export type Data = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const FIRST = parsePeriod('2018-01')!.period;

/** A repeatable stream of numbers in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** A count with a season, a trend and 3 % of noise, in whole numbers. */
export function countSeries(size: number, months: number, seed: number, season = 0.3): number[] {
  const random = randomOf(seed);
  return Array.from({ length: months }, (_, t) => {
    const noise = random() + random() + random() - 1.5;
    return Math.round(size * 1.004 ** t * (1 + season * Math.sin((2 * Math.PI * t) / 12)) * (1 + 0.06 * noise));
  });
}

export function rowsOf(data: Data, from = FIRST): Row[] {
  return Object.entries(data).flatMap(([region, byIndicator]) =>
    Object.entries(byIndicator).flatMap(([id, values]) =>
      values.flatMap((v, t): Row[] => (Number.isNaN(v) ? [] : [[region, id, formatPeriod('month', from + t), v]])),
    ),
  );
}

export function panelsOf(data: Data, indicators: readonly Indicator[], tree: RegionTree = flatTree(data)): Panels {
  return buildPanels([batchOf(rowsOf(data))], tree, catalogue(...indicators)).panels;
}

function flatTree(data: Data): RegionTree {
  return treeOf(Object.fromEntries(Object.keys(data).map((code) => [code, ''])));
}

export function checked(data: Data, indicators: readonly Indicator[], tree?: RegionTree): CheckedQuality {
  return checkQuality(panelsOf(data, indicators, tree), null);
}

/** Flags as `check region indicator month`, those of some checks only where named. */
export function places(flags: readonly QualityFlag[], ...checks: QualityCheckId[]): string[] {
  return flags
    .filter((f) => checks.length === 0 || checks.includes(f.check))
    .map((f) =>
      [
        f.check,
        f.regionCode ?? '*',
        f.indicatorId ?? '*',
        f.period === null ? '*' : formatPeriod('month', f.period),
      ].join(' '),
    );
}

export function flagCount(checkedQuality: CheckedQuality, check: QualityCheckId): number {
  return checkedQuality.report.checks.find((c) => c.check === check)!.flagged;
}
