import type { EChartsOption } from 'echarts';
import { formatNumber, withUnit } from '../../base/format';
import { INSUFFICIENT, levelName, levelNumeral } from '../../base/level';
import type { Lang } from '../../base/text';
import type { SlopeData } from '../../briefing/exhibits/exhibit';
import { type ChartTheme, levelColours } from '../theme';
import { markOption } from './mark-option';
import { type Box, fit, type Mark, type Size, widthOf } from './marks';
import { axisName, emptyMarks, endLabels, FONT, missingNote, SMALL } from './parts';
import { rangeOf, scaleOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const HEAD = 46;
const FOOT = 24;
const LABEL = 14;
/** With more rows than this only those that the title is about have a figure at the left. */
const ALL_LEFT = 20;
const NAMES = 0.34;

export function slopeHeight({ rows }: SlopeData): number {
  return HEAD + FOOT + Math.max(220, rows.length * LABEL);
}

/** Two periods, a line for each region: those that the title is about in ink, the rest in grey behind them. */
export function slopeOption(data: SlopeData, lang: Lang, theme: ChartTheme): EChartsOption {
  const word = (v: number | null): string => withUnit(formatNumber(v, data.measure.decimals), data.measure.unit);
  return markOption(
    {
      items: data.rows.map((row) => ({
        name: row.name,
        value: [row.from, row.to],
        said: [
          [data.from, word(row.from)],
          [data.to, word(row.to)],
          [EXHIBIT_TEXT.level[lang], levelName(row.level)[lang]],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

function draw(data: SlopeData, size: Size, lang: Lang, theme: ChartTheme) {
  const { rows, measure } = data;
  const word = (v: number): string => formatNumber(v, measure.decimals);
  const missing = rows.filter((r) => r.from === null || r.to === null).length;
  const values = rows.flatMap((r) => [r.from, r.to]);
  if (values.every((v) => v === null)) return { frame: emptyMarks(lang, size, theme), items: rows.map(() => []) };
  const nameRoom = size.width * NAMES;
  const right = rows.flatMap((row) => {
    if (row.to === null) return [];
    const numeral = row.level === 0 || row.level === INSUFFICIENT ? '' : ` ${levelNumeral(row.level)}`;
    const tail = `  ${word(row.to)}${numeral}`;
    const name = fit(row.name, nameRoom - widthOf(tail, SMALL, row.emphasis), SMALL, row.emphasis);
    return [{ row, value: row.to, text: `${name}${tail}` }];
  });
  const left = distinct(
    rows.flatMap((row) =>
      row.from !== null && (row.emphasis || rows.length <= ALL_LEFT)
        ? [{ row, value: row.from, text: word(row.from) }]
        : [],
    ),
  );
  const room = (labels: readonly Label[]): number =>
    Math.max(30, ...labels.map((l) => widthOf(l.text, SMALL, l.row.emphasis)));
  const plot: Box = {
    x0: Math.max(room(left) + 22, widthOf(data.from, FONT, true) / 2),
    x1: size.width - room(right) - 22,
    y0: HEAD,
    y1: size.height - FOOT - 8,
  };
  const scale = scaleOf(...rangeOf(values), plot.y1, plot.y0);
  const labels = (side: readonly (Label & { readonly value: number })[]) =>
    side.map(({ row, value, text }) => ({
      y: scale.at(value),
      text,
      colour: row.emphasis ? theme.ink : theme.ink2,
      bold: row.emphasis,
    }));
  return {
    frame: [
      { type: 'text', x: 0, y: 8, text: axisName(measure, lang), size: SMALL, colour: theme.ink2 },
      ...[
        { x: plot.x0, text: data.from },
        { x: plot.x1, text: data.to },
      ].flatMap(({ x, text }): Mark[] => [
        { type: 'text', x, y: 28, text, size: FONT, colour: theme.ink, bold: true, align: 'center' },
        {
          type: 'line',
          points: [
            [x, HEAD - 6],
            [x, plot.y1 + 6],
          ],
          stroke: theme.lineStrong,
          width: 1,
        },
      ]),
      ...endLabels(labels(left), plot.x0, plot, theme, 'left', LABEL),
      ...endLabels(labels(right), plot.x1, plot, theme, 'right', LABEL),
      ...missingNote(missing, lang, size, theme),
    ] satisfies Mark[],
    items: rows.map(({ from, to, emphasis, level }): readonly Mark[] => {
      const stroke = emphasis ? theme.accent : theme.ink3;
      const width = emphasis ? 2.4 : 0.9;
      const ends = [
        { x: plot.x0, v: from },
        { x: plot.x1, v: to },
      ];
      const fill = level === 0 || level === INSUFFICIENT ? stroke : levelColours(theme, level).fill;
      return [
        ...(from === null || to === null
          ? []
          : [
              {
                type: 'line' as const,
                points: [[plot.x0, scale.at(from)] as const, [plot.x1, scale.at(to)] as const],
                stroke,
                width,
                series: emphasis ? 'emphasis' : 'other',
              },
            ]),
        ...ends.flatMap(({ x, v }, k): Mark[] =>
          v === null
            ? []
            : [{ type: 'dot', x, y: scale.at(v), radius: emphasis ? 4 : 3, fill: k === 1 ? fill : stroke }],
        ),
      ];
    }),
  };
}

interface Label {
  readonly row: { readonly emphasis: boolean };
  readonly text: string;
}

/** Figures without names: one for all that read alike, in bold when one of them is. */
function distinct<L extends Label>(labels: readonly L[]): readonly L[] {
  const found = new Map<string, L>();
  for (const label of labels) if (label.row.emphasis || !found.has(label.text)) found.set(label.text, label);
  return [...found.values()];
}
