import type { EChartsOption } from 'echarts';
import { formatNumber } from '../../base/format';
import { levelNumeral } from '../../base/level';
import type { Lang } from '../../base/text';
import type { DiffusionCurveData } from '../../briefing/exhibits/exhibit';
import { type ChartTheme, levelColours } from '../theme';
import { type Drawn, markOption } from './mark-option';
import type { Box, Mark, Size } from './marks';
import { emptyMarks, endLabels, SMALL, timeMarks, tickRoom, valueAxis } from './parts';
import { scaleOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const RIGHT = 84;
/** Ends of the axis: few regions would otherwise be a strip at the foot of an empty field. */
const TOPS = [10, 20, 50, 100];

/**
 * How far warnings reach: for each period a column of those at or above each level, the worse in front of the milder.
 * Columns and not curves, since shares of twelve regions jump; a period that nobody graded stays empty.
 */
export function diffusionCurveOption(data: DiffusionCurveData, lang: Lang, theme: ChartTheme): EChartsOption {
  return markOption(
    {
      items: data.labels.map((label, i) => ({
        name: label,
        value: data.series.map((s) => s.values[i] ?? null),
        said: [
          ...data.series.map((s) => [s.name, `${formatNumber(s.values[i] ?? null, 1)}%`] as const),
          [EXHIBIT_TEXT.graded[lang], formatNumber(data.graded[i] ?? null)],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

function draw(data: DiffusionCurveData, size: Size, lang: Lang, theme: ChartTheme): Drawn {
  const count = data.labels.length;
  if (data.series.every((s) => s.values.every((v) => v === null)))
    return { frame: emptyMarks(lang, size, theme), items: data.labels.map(() => []) };
  const most = Math.max(...data.series.flatMap((s) => s.values.map((v) => v ?? 0)));
  const top = TOPS.find((t) => most <= t) ?? 100;
  const plot: Box = { x0: tickRoom(0, top, 4), x1: size.width - RIGHT, y0: 26, y1: size.height - 26 };
  const scale = scaleOf(0, top, plot.y1, plot.y0);
  const step = (plot.x1 - plot.x0) / count;
  const width = Math.min(step, 40);
  const at = (i: number): number => plot.x0 + (i + 0.5) * step;
  // Worse levels stand in front: drawn last.
  const order = [...data.series].sort((a, b) => a.level - b.level);
  const gap = step > 6 ? 1 : 0;
  return {
    frame: [
      ...valueAxis(scale, plot, 4, theme).marks,
      { type: 'text', x: 0, y: 8, text: '%', size: SMALL, colour: theme.ink2 },
      ...timeMarks(data, at, plot.y1, plot, theme),
      ...lastLabels(order, at(count - 1) + width / 2, scale.at, plot, theme),
    ],
    items: data.labels.map((_, i): readonly Mark[] =>
      order.flatMap((s): Mark[] => {
        const value = s.values[i] ?? null;
        if (value === null || value === 0) return [];
        const fill = levelColours(theme, s.level).fill;
        const y = scale.at(value);
        return [
          { type: 'rect', x: at(i) - width / 2, y, width: Math.max(1, width - gap), height: plot.y1 - y, fill },
          // A line of paper between two levels: neighbours stay apart in greyscale.
          {
            type: 'line',
            points: [
              [at(i) - width / 2, y],
              [at(i) + width / 2 - gap, y],
            ],
            stroke: theme.card,
            width: 1.2,
          },
        ];
      }),
    ),
  };
}

function lastLabels(
  series: DiffusionCurveData['series'],
  x: number,
  at: (value: number) => number,
  plot: Box,
  theme: ChartTheme,
): readonly Mark[] {
  const labels = series.flatMap((s) => {
    const value = s.values.at(-1) ?? null;
    if (value === null) return [];
    const colour = levelColours(theme, s.level).text;
    return [{ y: at(value), text: `≥${levelNumeral(s.level)} ${formatNumber(value, 1)}%`, colour, bold: true }];
  });
  return endLabels(labels, x, plot, theme);
}
