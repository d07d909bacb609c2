import type { EChartsOption } from 'echarts';
import { formatNumber, NO_FIGURE, withUnit } from '../../base/format';
import { isFigure } from '../../base/measure';
import type { WarningLevel } from '../../base/level';
import { type Lang, say } from '../../base/text';
import type { ForecastFanData } from '../../briefing/exhibits/exhibit';
import { tooltipHtml } from '../escape-html';
import { drawForecastFan, fanPlotPx } from '../forecast-fan-option';
import type { ChartTheme } from '../theme';
import { thresholdScale } from '../threshold-scale';
import { EXHIBIT_TEXT } from './text';

/** Figures and forecast in a drawing so high; the labels at its edge are moved apart in it. */
export function forecastFanOption(data: ForecastFanData, lang: Lang, theme: ChartTheme, height: number): EChartsOption {
  const { history, steps, labels, first, measure, joint = false } = data;
  const last = first + history.length - 1;
  const figure = (v: number | null | undefined): string =>
    isFigure(v) ? formatNumber(v, measure.decimals) : NO_FIGURE;
  const isJanuary = (period: number): boolean => joint && data.frequency === 'month' && period % 12 === 0;
  return drawForecastFan({
    span: {
      frequency: data.frequency,
      weekEndsOn: data.weekEndsOn,
      first,
      count: history.length,
      joint,
      noJanuary: joint,
    },
    values: history.map((v) => v ?? Number.NaN),
    levels: data.intervals,
    steps: steps.map(({ mean, lower, upper }) => ({ mean, low: lower, high: upper })),
    lines: linesNear(data).map(({ level, values }) => ({
      level: level as WarningLevel,
      values: values.map((v) => v ?? Number.NaN),
    })),
    lang,
    theme,
    last,
    shown: steps.flatMap((_, k) => (isJanuary(last + k + 1) && k < steps.length - 1 ? [] : [k])),
    scale: { divide: 1, decimals: measure.decimals, unit: measure.unit },
    figure,
    plotPx: fanPlotPx(height),
    tooltip: (period) => {
      const i = period - first;
      const step = steps[i - history.length];
      const said = (v: number | null | undefined): string => withUnit(figure(v), measure.unit);
      if (!step) return tooltipHtml(labels[i] ?? '', [[measure.name, said(history[i])]]);
      return tooltipHtml(labels[i] ?? '', [
        [measure.name, said(step.mean)],
        ...data.intervals.map(
          (level, k) =>
            [
              say(EXHIBIT_TEXT.interval, lang, { level }),
              `${figure(step.lower[k])} ${EXHIBIT_TEXT.to[lang]} ${figure(step.upper[k])}`,
            ] as const,
        ),
        ...data.lines.map((l) => [l.name, said(l.values[i - history.length])] as const),
      ]);
    },
  });
}

/** Lines that a figure or an interval reaches, and the next: one far off would flatten the fan. The table has them all. */
function linesNear({ lines, history, steps }: ForecastFanData): ForecastFanData['lines'] {
  const endOf = (level: number): number | null =>
    lines.find((l) => l.level === level)?.values.findLast((v) => v !== null) ?? null;
  const ends = [1, 2, 3, 4].map(endOf);
  const known = ends.filter((v) => v !== null);
  const before = known.length > 1 ? known[0]! : (history.findLast((v) => v !== null) ?? 0);
  const worse = (known.at(-1) ?? before) >= before ? 'up' : 'down';
  const figures = [...history.map((v) => v ?? Number.NaN), ...steps.flatMap((s) => [s.mean, ...s.lower, ...s.upper])];
  const near = thresholdScale(figures, ends, worse);
  return lines.filter((line) => near?.lines.some((l) => l.level === line.level));
}
