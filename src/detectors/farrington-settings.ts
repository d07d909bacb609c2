import type { Text } from '../base/text';
import type { SeriesShape } from './detector';
import type { ParamSpec, ParamValues } from './params';

/** The settings of Farrington's method, complete: what is left out is filled in by the variant. */
export interface FarringtonSettings {
  readonly years: number;
  readonly halfWindow: number;
  readonly periods: number;
  readonly reweight: boolean;
  readonly weightsThreshold: number;
  readonly trend: boolean;
  readonly pThresholdTrend: number;
  readonly pastNotIncluded: number;
  readonly power: number;
  readonly alpha: number;
  readonly method: 'delta' | 'nbPlugin' | 'muan';
  /** Fewest cases in the last so many periods, this one included. */
  readonly leastCases: number;
  readonly lastPeriods: number;
}

export const FARRINGTON_PARAMS: Readonly<Record<string, ParamSpec>> = {
  variant: { type: 'option', default: 'farrington1996', options: ['farrington1996', 'noufaily2013'] },
  years: { type: 'integer', default: 4, min: 2, max: 20 },
  halfWindow: { type: 'integer', default: null, min: 0, max: 26 },
  periods: { type: 'integer', default: null, min: 1, max: 52 },
  reweight: { type: 'boolean', default: true },
  weightsThreshold: { type: 'number', default: null, min: 0.1, max: 100 },
  trend: { type: 'boolean', default: true },
  pThresholdTrend: { type: 'number', default: null, min: 0, max: 1 },
  pastNotIncluded: { type: 'integer', default: null, min: 0, max: 52 },
  powerTransform: { type: 'option', default: '2/3', options: ['2/3', '1/2', 'none'] },
  alpha: { type: 'number', default: 0.05, min: 1e-9, max: 0.5 },
  thresholdMethod: { type: 'option', default: null, options: ['delta', 'nbPlugin', 'muan'] },
  limit54: { type: 'numbers', default: [5, 4], min: 0, max: 1e6, length: [2, 2], whole: true },
};

const POWERS: Readonly<Record<string, number>> = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 };

/** Half windows and numbers of blocks where nothing is said, by periods in a year. */
const USUAL: Readonly<Record<number, { halfWindow: readonly [number, number]; periods: number }>> = {
  52: { halfWindow: [3, 3], periods: 10 },
  12: { halfWindow: [2, 1], periods: 4 },
  4: { halfWindow: [0, 0], periods: 4 },
};
const NONE = { halfWindow: [0, 0], periods: 1 } as const;

/**
 * What the variants take where nothing is said: of weeks as published, with windows of 7 weeks; Noufaily's has the rest
 * of the year in 9 blocks and leaves out the last half year. Months and quarters have as much of it as fits in.
 */
export function farringtonSettings(params: ParamValues, { periodsPerYear }: SeriesShape): FarringtonSettings {
  const old = params.variant === 'farrington1996';
  const usual = USUAL[periodsPerYear] ?? NONE;
  const [leastCases, lastPeriods] = params.limit54 as readonly [number, number];
  const halfWindow = (params.halfWindow as number | undefined) ?? usual.halfWindow[old ? 0 : 1]!;
  return {
    years: params.years as number,
    halfWindow,
    periods: (params.periods as number | undefined) ?? (old ? 1 : usual.periods),
    reweight: params.reweight as boolean,
    weightsThreshold: (params.weightsThreshold as number | undefined) ?? (old ? 1 : 2.58),
    trend: params.trend as boolean,
    pThresholdTrend: (params.pThresholdTrend as number | undefined) ?? (old ? 0.05 : 1),
    pastNotIncluded: (params.pastNotIncluded as number | undefined) ?? (old ? halfWindow : periodsPerYear >> 1),
    power: POWERS[params.powerTransform as string]!,
    alpha: params.alpha as number,
    method: (params.thresholdMethod as 'delta' | 'nbPlugin' | 'muan' | undefined) ?? (old ? 'delta' : 'nbPlugin'),
    leastCases,
    lastPeriods,
  };
}

/** Why such settings say nothing of a series with so many periods in a year. */
export function farringtonRefuses(params: ParamValues, shape: SeriesShape): Text | null {
  const { periodsPerYear } = shape;
  const s = farringtonSettings(params, shape);
  if (periodsPerYear < 4) {
    return {
      zh: '方法与往年同期比较，年度数据没有季节可言',
      en: 'it compares with the same season of past years: yearly data have no seasons',
    };
  }
  if (periodsPerYear - 2 * s.halfWindow < s.periods) {
    return {
      zh: `窗口（前后各 ${s.halfWindow} 期）与分段（${s.periods} 段）超出一年的 ${periodsPerYear} 期`,
      en: `the window (${s.halfWindow} periods on either side) and ${s.periods} blocks do not fit into the ${periodsPerYear} periods of a year`,
    };
  }
  if (s.pastNotIncluded >= periodsPerYear - s.halfWindow) {
    return {
      zh: `最近 ${s.pastNotIncluded} 期不计入，去年同期的窗口因此落空`,
      en: `leaving out the last ${s.pastNotIncluded} periods cuts into the same season of last year`,
    };
  }
  return s.lastPeriods > 0
    ? null
    : { zh: 'limit54 的期数须为正', en: 'the number of periods of limit54 has to be positive' };
}

/** Most periods between the present one and the same of the given number of years before. */
export function mostBack(years: number, { periodsPerYear }: SeriesShape): number {
  // Calendar years are not whole weeks: those back are counted by the date.
  return periodsPerYear === 52 ? Math.round((365 * years + Math.ceil(years / 4)) / 7) : years * periodsPerYear;
}

function leastBack(years: number, { periodsPerYear }: SeriesShape): number {
  return periodsPerYear === 52 ? Math.round((365 * years + Math.floor(years / 4) - 1) / 7) : years * periodsPerYear;
}

/** Lags of all values that the statistic can rest on; `limit54` counts others, but x does not rest on them. */
export function farringtonReads(params: ParamValues, shape: SeriesShape): number[] {
  const s = farringtonSettings(params, shape);
  const read = new Set<number>([0]);
  const baseline = (from: number, to: number): void => {
    for (let lag = Math.max(from, s.pastNotIncluded + 1); lag <= to; lag++) read.add(lag);
  };
  baseline(1, s.halfWindow);
  for (let year = 1; year <= s.years; year++) {
    const from = s.periods > 1 ? 1 : leastBack(year, shape) - s.halfWindow;
    baseline(from, mostBack(year, shape) + s.halfWindow);
  }
  return [...read].sort((a, b) => a - b);
}
