import type { Frequency } from './period';
import type { Text } from './text';

export const FAMILIES = ['employment', 'market', 'macro', 'newforms'] as const;
export type Family = (typeof FAMILIES)[number];

export const FAMILY_NAMES: Readonly<Record<Family, Text>> = {
  employment: { zh: '就业失业重点指标', en: 'Key employment indicators' },
  market: { zh: '人力资源市场供求', en: 'Labour-market supply and demand' },
  macro: { zh: '宏观经济运行', en: 'Macro economy' },
  newforms: { zh: '新就业形态与创业', en: 'New forms of employment' },
};

export type IndicatorKind = 'stock' | 'flow' | 'rate' | 'index' | 'cumulative';

/** How a parent's figure comes from its children; rates are weighted, never plainly averaged. */
export type Aggregation =
  | { readonly by: 'sum' }
  /** `weight`: another indicator, or `labourForce` of the region table. */
  | { readonly by: 'weighted-mean'; readonly weight: string }
  | { readonly by: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly by: 'none' };

/**
 * How January and February are treated in comparisons:
 * `separate` each month stands alone · `joint` both are published, compared together ·
 * `joint-published` no January figure; the February figure is for both months.
 */
export type JanFeb = 'separate' | 'joint' | 'joint-published';

export interface Indicator {
  readonly id: string;
  readonly name: Text;
  /** Name for tight places. */
  readonly short: Text;
  readonly family: Family;
  /** Unit id of `units.ts`. */
  readonly unit: string;
  readonly frequency: Frequency;
  readonly kind: IndicatorKind;
  /** Which way is worse; `none`: context, never graded. */
  readonly worse: 'up' | 'down' | 'none';
  readonly aggregation: Aggregation;
  readonly janFeb: JanFeb;
  /** Plausible values, both ends included; outside is a fault of the row. */
  readonly range: readonly [number, number];
  /** Days after the end of the period by which the figure is usually out. */
  readonly lagDays: number;
  readonly decimals: number;
  readonly definition: Text;
  readonly source: Text;
}

export interface IndicatorCatalogue {
  readonly version: string;
  readonly indicators: readonly Indicator[];
  readonly byId: ReadonlyMap<string, Indicator>;
}

export function catalogueOf(version: string, indicators: readonly Indicator[]): IndicatorCatalogue {
  return { version, indicators, byId: new Map(indicators.map((i) => [i.id, i])) };
}

/** Numeric sign of "worse": +1 when a rise is worse. A context indicator counts as up. */
export function worseSign(indicator: Indicator): 1 | -1 {
  return indicator.worse === 'down' ? -1 : 1;
}

/** An indicator that is in no list, taken as it comes: for `detect` on any panel. */
export function adHocIndicator(id: string, unit: string, frequency: Frequency, worse: 'up' | 'down'): Indicator {
  return {
    id,
    name: { zh: id, en: id },
    short: { zh: id, en: id },
    family: 'employment',
    unit,
    frequency,
    kind: 'stock',
    worse,
    aggregation: { by: 'none' },
    janFeb: 'separate',
    range: [-Infinity, Infinity],
    lagDays: 0,
    decimals: 2,
    definition: { zh: '数据文件自带的指标，未作定义', en: 'Taken from the data file; no definition given' },
    source: { zh: '数据文件', en: 'data file' },
  };
}
