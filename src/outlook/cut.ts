import type { Graded } from '../levels/graded';
import { formatPeriodWords } from '../base/format';
import { type Day, NO_DAY, seasonOf } from '../base/period';
import { Status } from '../base/status';
import { defineText, sayBoth, type Text } from '../base/text';
import type { SeriesInput } from '../detectors/detector';
import { forecastDetector } from '../detectors/forecast';
import { parseParams } from '../detectors/params';
import type { Column, Panel } from '../panel/panel';
import { gradableColumn } from '../signals/evaluate';
import { seriesReader } from '../signals/series';
import type { OutlookQuery } from './outlook';

/** Values that a forecast is made from: twenty years of months. Older ones say little and cost as much. */
const MOST = 240;

export const CUT_TEXT = defineText({
  noFigures: { zh: '该地区没有可预测的指标数据', en: 'this region has no figures that could be forecast' },
  stale: {
    zh: '最近一期数据为{period}，距今已超过一年',
    en: 'the last figure is of {period}, more than a year back',
  },
});

/** A series up to the period that is looked from, its last value being there. */
export interface Cut {
  readonly panel: Panel;
  readonly column: Column;
  readonly region: number;
  readonly input: SeriesInput;
}

/** The series up to the last value at or before the period; a joint January holds February's number and is none. */
export function cutAt(
  { config, targetsOf }: Graded,
  panel: Panel,
  column: Column,
  region: number,
  { period }: OutlookQuery,
): Cut | { readonly refused: Text } {
  const toGrade = (c: Column): Column => gradableColumn(c, config.ruleSet.minCoverage);
  const graded = toGrade(column);
  const { params } = parseParams(forecastDetector, {});
  const whole = seriesReader(panel, graded, forecastDetector, params!, targetsOf, toGrade).of(region);
  const at = Math.min(panel.count - 1, period - panel.first);
  let last = at;
  const ownFigure = (t: number): boolean =>
    !Number.isNaN(graded.values[whole.offset + t]!) && graded.status[whole.offset + t] !== Status.expectedGap;
  while (last >= 0 && !ownFigure(last)) last--;
  if (last < 0) return { refused: CUT_TEXT.noFigures };
  if (at - last > whole.periodsPerYear) {
    const words = (lang: 'zh' | 'en') => formatPeriodWords(panel.frequency, panel.first + last, lang, panel.weekEndsOn);
    return { refused: sayBoth(CUT_TEXT.stale, { period: { zh: words('zh'), en: words('en') } }) };
  }
  const from = Math.max(0, last - MOST + 1);
  return {
    panel,
    column: graded,
    region,
    input: {
      ...whole,
      offset: whole.offset + from,
      count: last - from + 1,
      firstPeriod: panel.first + from,
      firstSeason: seasonOf(panel.frequency, panel.first + from),
    },
  };
}

/** The values after the last gap that is longer than a year: there a forecast begins anew. */
export function sinceLongGap({ values, offset, count, periodsPerYear }: SeriesInput): Float64Array {
  let missing = 0;
  for (let t = count - 1; t >= 0; t--) {
    missing = Number.isNaN(values[offset + t]!) ? missing + 1 : 0;
    if (missing > periodsPerYear) return values.subarray(offset + t + missing, offset + count);
  }
  return values.subarray(offset, offset + count);
}

/** The values, a joint January being none. */
export function withoutJoined({ input: { values, offset, count }, column }: Cut): Float64Array {
  return values
    .slice(offset, offset + count)
    .map((v, t) => (column.status[offset + t] === Status.expectedGap ? NaN : v));
}

/** Day on which the newest of the figures became known; null when they do not say. */
export function newestDay({ column: { knownOn }, input: { offset, count } }: Cut): Day | null {
  if (!knownOn) return null;
  let newest: Day | null = null;
  for (let i = offset; i < offset + count; i++) {
    const day = knownOn[i]!;
    if (day !== NO_DAY && (newest === null || day > newest)) newest = day;
  }
  return newest;
}
