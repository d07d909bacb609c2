import { worseSign } from '../../base/indicators';
import { type Period, seasonOf, yearOf } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { makeOutput, makeScratch } from '../../detectors/detector';
import { progressDetector } from '../../detectors/progress';
import type { Column, Panel } from '../../panel/panel';
import { seriesReader, type TargetsOf } from '../../signals/series';
import { TARGET_WORDS as WORDS } from './text';

/** Targets of the responsibility system (6.1): cumulative-in-year indicators with a yearly target `<id>_target`. */
export const TARGET_INDICATORS = ['new_urban_jobs', 'reemployed', 'hardship_employed'] as const;

/** Past years whose path is the second yardstick; the detector's own default. */
const PAST_YEARS = 3;

/** How far a region is on its target of the year. All shares in per cent of the target, gaps in points of it, ahead above 0. */
export interface TargetRow {
  readonly regionCode: string;
  /** From 1, the furthest on first, equal shares equal; null where no share can be told. */
  readonly rank: number | null;
  /** Since the start of the year, and for the whole year, in the indicator's unit. */
  readonly achieved: number | null;
  readonly target: number | null;
  readonly share: number | null;
  /** Against the share of the year gone by. */
  readonly gap: number | null;
  /** What was reached by this time in past years, on the mean, and the distance to it; null = too few years. */
  readonly duePast: number | null;
  readonly gapPast: number | null;
  /** Why no share can be told; null = it can. */
  readonly why: Text | null;
}

export interface TargetTable {
  readonly indicatorId: string;
  readonly year: number;
  /** The one period that all rows are of: the newest of the year in which at least half of them have a figure. */
  readonly period: Period | null;
  /** Share of the year gone by at the end of that period, in per cent. */
  readonly due: number | null;
  readonly total: TargetRow | null;
  /** The regions right below, by rank; those without a share last. */
  readonly rows: readonly TargetRow[];
  /** Why there is no table; null = there is one. */
  readonly why: Text | null;
}

/**
 * Progress on the targets of the year of a period, for a region and those right below it. What was due is what the
 * progress rules of the product reckon (detectors/progress.ts), by the calendar and by past years.
 */
export function targetProgress(
  panel: Panel,
  targetsOf: TargetsOf,
  regionCode: string,
  period: Period,
): readonly TargetTable[] {
  const region = panel.tree.indexOf.get(regionCode);
  if (region === undefined) return [];
  return TARGET_INDICATORS.flatMap((id) => {
    const column = panel.columns.get(id);
    return column ? [tableOf(panel, column, targetsOf, region, period)] : [];
  });
}

function tableOf(panel: Panel, column: Column, targetsOf: TargetsOf, region: number, asked: Period): TargetTable {
  const year = yearOf(panel.frequency, asked);
  const regions = [region, ...panel.tree.children[region]!];
  const period = commonPeriod(panel, column, regions, asked);
  const table = { indicatorId: column.indicator.id, year, period, due: null, total: null, rows: [] };
  if (!targetsOf(column.indicator.id)) return { ...table, why: sayBoth(WORDS.noTarget, { year: String(year) }) };
  if (period === null) return { ...table, why: sayBoth(WORDS.noFigure, { year: String(year) }) };
  const progress = progressAt(panel, column, targetsOf, period);
  const [total, ...rows] = regions.map(progress);
  const shares = rows.flatMap(({ share }) => (share === null ? [] : [share]));
  const ranked = rows.map((row) => ({
    ...row,
    rank: row.share === null ? null : shares.filter((share) => share > row.share!).length + 1,
  }));
  return {
    ...table,
    due: total!.due,
    total: total!,
    rows: ranked.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0),
    why: null,
  };
}

/**
 * The newest period of the asked one's year, at or before it, in which at least half of the regions below that report at
 * all have a figure; where none of them reports, that in which the region itself has one.
 */
function commonPeriod(
  panel: Panel,
  column: Column,
  [region, ...below]: readonly number[],
  asked: Period,
): Period | null {
  const start = Math.max(panel.first, asked - seasonOf(panel.frequency, asked));
  const last = Math.min(asked, panel.first + panel.count - 1);
  const has = (r: number, at: Period): boolean => !Number.isNaN(column.values[r * panel.count + at - panel.first]!);
  const span = Array.from({ length: Math.max(0, last - start + 1) }, (_, i) => last - i);
  const reporting = below.filter((r) => span.some((at) => has(r, at)));
  const asking = reporting.length > 0 ? reporting : [region!];
  return span.find((at) => 2 * asking.filter((r) => has(r, at)).length >= asking.length) ?? null;
}

/** The detector at one period, for any region: `share`, `due` and the rest as in `TargetRow`. */
export function progressAt(panel: Panel, column: Column, targetsOf: TargetsOf, period: Period) {
  const t = period - panel.first;
  const scratch = makeScratch(panel.count);
  const sign = worseSign(column.indicator);
  const run = (expected: 'calendar' | 'past') => {
    const params = { expected, years: PAST_YEARS };
    const reader = seriesReader(panel, column, progressDetector, params, targetsOf);
    const out = makeOutput(panel.count);
    const refused = progressDetector.refuses(params, reader.shape) !== null;
    return (region: number): { input: ReturnType<typeof reader.of>; due: number | null; gap: number | null } => {
      const input = reader.of(region);
      if (refused) return { input, due: null, gap: null };
      progressDetector.run(input, params, out, scratch);
      // The statistic is larger where it is worse: turned back, ahead is above 0 whichever way is worse.
      return { input, due: known(out.expected[t]!), gap: known(sign * out.statistic[t]!) };
    };
  };
  const [byCalendar, byPast] = [run('calendar'), run('past')];
  return (region: number): Omit<TargetRow, 'rank'> & { rank: null; due: number | null } => {
    const { input, due, gap } = byCalendar(region);
    const past = byPast(region);
    const achieved = known(column.values[region * panel.count + t]!);
    const target = known(input.targets?.[t] ?? NaN);
    const share = due === null || gap === null ? null : due + gap;
    return {
      regionCode: panel.tree.regions[region]!.code,
      rank: null,
      achieved,
      target,
      share,
      due,
      gap,
      duePast: past.due,
      gapPast: past.gap,
      why: share !== null ? null : achieved === null ? WORDS.noRegionFigure : WORDS.noRegionTarget,
    };
  };
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
