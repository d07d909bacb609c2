import type { Indicator } from '../../base/indicators';
import { type Frequency, PERIODS_PER_YEAR } from '../../base/period';
import { Status } from '../../base/status';
import { unitOfChange } from '../../base/units';
import type { SeriesForm } from '../../indicators/form';
import type { Column, Panel } from '../../panel/panel';
import type { EffectView } from './effect';

/** The form in which single periods can be compared: January and February together where they have to be. */
export function comparableForm({ janFeb, kind }: Indicator, frequency: Frequency): SeriesForm {
  if (frequency !== 'month') return 'reported';
  if (janFeb !== 'separate') return 'joint';
  return kind === 'cumulative' ? 'monthly' : 'reported';
}

/** Growth rates of the macro economy and seasonally adjusted figures are comparable as they are. */
export function comparableView({ id, family, kind }: Indicator): EffectView {
  return (family === 'macro' && kind === 'rate') || id.endsWith('_sa') ? 'own' : 'yoy';
}

/** Unit of the shown values and of their differences. */
export function unitsOf(indicator: Indicator, view: EffectView): { unit: string; differenceUnit: string } {
  const rate = indicator.kind === 'rate';
  const own = unitOfChange(indicator.unit);
  if (view === 'yoy') return rate ? { unit: own, differenceUnit: own } : { unit: 'percent', differenceUnit: 'points' };
  return rate ? { unit: indicator.unit, differenceUnit: own } : { unit: 'index', differenceUnit: 'percent' };
}

/** Shares of the children that a figure must rest on: sums of some of the parts are not comparable at all. */
const LEAST_COVERAGE = { sum: 1 - 1e-6, other: 0.9 };

/** One region's figures, turned; NaN = none. `due`: false where there is no figure by design (a joint January). */
export interface Course {
  readonly values: Float64Array;
  readonly due: Uint8Array;
}

/**
 * The figures of a region in a view, over all periods of the panel. Filled-in figures and sums over some of the parts
 * are not taken. In the view `own` counts stay as they are: they are scaled once the window is known.
 */
export function courseOf(panel: Panel, column: Column, region: number, view: EffectView): Course {
  const { count } = panel;
  const { indicator, status, coverage } = column;
  const from = region * count;
  const least = indicator.aggregation.by === 'sum' ? LEAST_COVERAGE.sum : LEAST_COVERAGE.other;
  const raw = Float64Array.from({ length: count }, (_, t) => {
    const usable = status[from + t] !== Status.imputed && (coverage?.[from + t] ?? 1) >= least;
    return usable ? column.values[from + t]! : NaN;
  });
  const due = Uint8Array.from(raw, (_, t) => (status[from + t] === Status.expectedGap ? 0 : 1));
  const lag = PERIODS_PER_YEAR[panel.frequency];
  const values = raw.map((v, t) => {
    if (due[t] === 0) return NaN;
    if (view === 'own') return v;
    const before = t >= lag ? raw[t - lag]! : NaN;
    if (indicator.kind === 'rate') return v - before;
    return before > 0 ? 100 * (v / before - 1) : NaN;
  });
  return { values, due };
}
