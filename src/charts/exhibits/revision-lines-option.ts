import type { EChartsOption } from 'echarts';
import { formatNumber, withUnit } from '../../base/format';
import type { Lang } from '../../base/text';
import type { RevisionLinesData } from '../../briefing/exhibits/exhibit';
import type { ChartTheme } from '../theme';
import { markOption } from './mark-option';
import { type Box, fit, type Mark, type Size, widthOf } from './marks';
import { axisName, course, emptyMarks, endLabels, SMALL, tickRoom, timeMarks, valueAxis } from './parts';
import { rangeOf, scaleOf } from './scale';

/** Share of the width that the names of the two days may take. */
const NAMES = 0.3;

/** One figure as known on two days: dashed then, solid now, with a stem wherever a period has moved. */
export function revisionLinesOption(data: RevisionLinesData, lang: Lang, theme: ChartTheme): EChartsOption {
  const word = (v: number | null): string => withUnit(formatNumber(v, data.measure.decimals), data.measure.unit);
  return markOption(
    {
      items: data.labels.map((label, i) => ({
        name: label,
        value: [data.before[i] ?? null, data.after[i] ?? null],
        said: [
          [data.beforeName, word(data.before[i] ?? null)],
          [data.afterName, word(data.after[i] ?? null)],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

function draw(data: RevisionLinesData, size: Size, lang: Lang, theme: ChartTheme) {
  const { before, after, measure, labels } = data;
  const values = [...before, ...after];
  if (values.every((v) => v === null)) return { frame: emptyMarks(lang, size, theme), items: labels.map(() => []) };
  const [low, high] = rangeOf(values);
  const named = [
    { values: before, name: data.beforeName, colour: theme.ink3, bold: false },
    { values: after, name: data.afterName, colour: theme.accent, bold: true },
  ].flatMap((line) => {
    const value = line.values.findLast((v) => v !== null);
    if (value === undefined || value === null) return [];
    const figure = ` ${formatNumber(value, measure.decimals)}`;
    const room = size.width * NAMES - widthOf(figure, SMALL, true);
    return [{ ...line, value, text: fit(line.name, room, SMALL, line.bold) + figure }];
  });
  const plot: Box = {
    x0: tickRoom(low, high, 4),
    x1: size.width - Math.max(...named.map((l) => widthOf(l.text, SMALL, true))) - 18,
    y0: 26,
    y1: size.height - 26,
  };
  const scale = scaleOf(low, high, plot.y1, plot.y0);
  const last = Math.max(1, labels.length - 1);
  const at = (i: number): number => plot.x0 + (labels.length === 1 ? 0.5 : i / last) * (plot.x1 - plot.x0);
  const step = (plot.x1 - plot.x0) / last;
  return {
    frame: [
      ...valueAxis(scale, plot, 4, theme).marks,
      { type: 'text', x: 0, y: 8, text: axisName(measure, lang), size: SMALL, colour: theme.ink2 },
      ...timeMarks(data, at, plot.y1, plot, theme),
      ...course(before, at, scale, { stroke: theme.ink3, width: 1.4, dash: [4, 3], series: 'before' }),
      ...course(after, at, scale, { stroke: theme.accent, width: 2, series: 'after' }),
      ...endLabels(
        named.map((l) => ({ y: scale.at(l.value), text: l.text, colour: l.colour, bold: l.bold })),
        plot.x1,
        plot,
        theme,
      ),
    ] satisfies Mark[],
    items: labels.map((_, i): readonly Mark[] => {
      const [a, b] = [before[i] ?? null, after[i] ?? null];
      const stem: readonly Mark[] =
        a === null || b === null || a === b
          ? []
          : [
              {
                type: 'line',
                points: [
                  [at(i), scale.at(a)],
                  [at(i), scale.at(b)],
                ],
                stroke: theme.ink2,
                width: 1,
              },
              { type: 'dot', x: at(i), y: scale.at(b), radius: 2.6, fill: theme.accent },
            ];
      // The whole height of a period can be pointed at.
      return [{ type: 'rect', x: at(i) - step / 2, y: plot.y0, width: step, height: plot.y1 - plot.y0 }, ...stem];
    }),
  };
}
