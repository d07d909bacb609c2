import type { MarkLineComponentOption, XAXisComponentOption } from 'echarts';
import { yearOf } from '../base/period';
import { EFFECT_CHART_TEXT as T, type EffectChartInput } from './effect-words';
import { yearMarks } from './period-axis';

/** Time axis of both charts of an effect: the same stretch, so that one stands below the other. */
export function effectAxis({ span, periods, theme }: EffectChartInput): XAXisComponentOption {
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const marks = [...yearMarks(span.frequency, first, last - first + 1, 8)];
  return {
    type: 'value',
    min: first,
    max: last,
    axisLine: { show: true, onZero: false },
    splitLine: { show: false },
    axisTick: { show: true, customValues: marks },
    axisLabel: { customValues: marks, formatter: (v: number) => String(yearOf(span.frequency, v)) },
    axisPointer: { show: true, snap: true, label: { show: false }, lineStyle: { color: theme.lineStrong } },
  };
}

/** The start of the measure: an upright line between the last period before it and the first under it. */
export function startLine({ periods, before, theme, lang }: EffectChartInput): MarkLineComponentOption {
  return {
    silent: true,
    symbol: 'none',
    data: [{ xAxis: (periods[before - 1]! + periods[before]!) / 2 }],
    lineStyle: { color: theme.ink2, type: 'solid', width: 1 },
    label: { position: 'end', formatter: T.start[lang], color: theme.ink2, fontSize: 11 },
  };
}
