import type { Text } from '../base/text';
import type { ForecastModelName } from '../stats/forecast/models';

/** The methods of forecasting in words, in the order in which they are offered. */
export const MODEL_NAMES: Readonly<Record<ForecastModelName, Text>> = {
  theta: { zh: 'Theta 法', en: 'Theta method' },
  holt: { zh: '霍尔特趋势平滑', en: "Holt's trend smoothing" },
  'holt-winters': { zh: '霍尔特—温特斯季节平滑', en: 'Holt–Winters, with season' },
  ets: { zh: 'ETS 自动选型（较慢）', en: 'ETS, form chosen (slower)' },
  ses: { zh: '简单指数平滑', en: 'Simple exponential smoothing' },
  drift: { zh: '沿平均变化延伸', en: 'Mean change carried on' },
  snaive: { zh: '沿用上年同期', en: 'Same season of last year' },
  naive: { zh: '沿用最新值', en: 'Last figure carried on' },
};
