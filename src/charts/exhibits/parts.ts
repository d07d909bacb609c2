import { INSUFFICIENT, levelNumeral } from '../../base/level';
import { seasonOf, yearOf } from '../../base/period';
import { type Lang, say } from '../../base/text';
import type { TimeAxis } from '../../briefing/exhibits/exhibit';
import { dodge } from '../dodge';
import { type ChartTheme, levelColours } from '../theme';
import { type Box, type Mark, overlap, stretches, textBox, type TextMark, widthOf } from './marks';
import { type Scale, tickWords, ticksOf } from './scale';
import { EXHIBIT_TEXT } from './text';

export const FONT = 12;
export const SMALL = 11;

/** A level as a small square of its colour with its numeral; hatched where it cannot be told; nothing for normal. */
export function badge(level: number, x: number, y: number, side: number, theme: ChartTheme): readonly Mark[] {
  if (level === 0) return [];
  const colours = levelColours(theme, level);
  const unsure = level === INSUFFICIENT;
  return [
    {
      type: 'rect',
      x: x - side / 2,
      y: y - side / 2,
      width: side,
      height: side,
      fill: colours.fill,
      hatched: unsure,
      ...(unsure ? { stroke: theme.hatch } : {}),
    },
    {
      type: 'text',
      x,
      y,
      text: levelNumeral(level),
      size: Math.min(SMALL, side * 0.75),
      colour: colours.on,
      bold: true,
      align: 'center',
      ...(unsure ? { halo: theme.hatchGround } : {}),
    },
  ];
}

/** Light lines across at round figures, with the figures left of the plot. */
export function valueAxis(
  scale: Scale,
  plot: Box,
  count: number,
  theme: ChartTheme,
): { readonly marks: readonly Mark[]; readonly room: number } {
  const ticks = ticksOf(scale.low, scale.high, count);
  const word = tickWords(ticks);
  const marks = ticks.flatMap((tick): Mark[] => [
    {
      type: 'line',
      points: [
        [plot.x0, scale.at(tick)],
        [plot.x1, scale.at(tick)],
      ],
      stroke: tick === 0 ? theme.lineStrong : theme.line,
      width: 1,
    },
    {
      type: 'text',
      x: plot.x0 - 6,
      y: scale.at(tick),
      text: word(tick),
      size: SMALL,
      colour: theme.ink2,
      align: 'right',
    },
  ]);
  return { marks, room: tickRoom(scale.low, scale.high, count) };
}

/** Width that the figures of a value axis take. */
export function tickRoom(low: number, high: number, count: number): number {
  const ticks = ticksOf(low, high, count);
  const word = tickWords(ticks);
  return Math.max(0, ...ticks.map((t) => widthOf(word(t), SMALL))) + 10;
}

/** Years where they begin, the last period by its label; where there are few years, the labels that fit. */
export function timeMarks(
  axis: TimeAxis,
  at: (i: number) => number,
  y: number,
  plot: Box,
  theme: ChartTheme,
): readonly Mark[] {
  const count = axis.labels.length;
  const text = (i: number, words: string, align: TextMark['align']): TextMark => ({
    type: 'text',
    x: align === 'right' ? Math.max(at(i), plot.x1) : align === 'left' ? Math.min(at(i), plot.x0) : at(i),
    y: y + 14,
    text: words,
    size: SMALL,
    colour: theme.ink2,
    align,
  });
  const years = axis.labels.flatMap((_, i) =>
    seasonOf(axis.frequency, axis.first + i) === 0
      ? [text(i, String(yearOf(axis.frequency, axis.first + i)), 'center')]
      : [],
  );
  const end = text(count - 1, axis.labels[count - 1] ?? '', count === 1 ? 'center' : 'right');
  const wanted =
    years.length >= 2 ? years : axis.labels.map((label, i) => text(i, label, i === 0 && count > 1 ? 'left' : 'center'));
  const placed: TextMark[] = [end];
  for (const mark of wanted) {
    const box = padded(textBox(mark), 8);
    if (box.x0 >= plot.x0 - 30 && !placed.some((p) => overlap(padded(textBox(p), 4), box))) placed.push(mark);
  }
  return [
    {
      type: 'line',
      points: [
        [plot.x0, y],
        [plot.x1, y],
      ],
      stroke: theme.lineStrong,
      width: 1,
    },
    ...placed.map(
      (mark): Mark => ({
        type: 'line',
        points: [
          [Math.min(plot.x1, Math.max(plot.x0, mark.x)), y],
          [Math.min(plot.x1, Math.max(plot.x0, mark.x)), y + 4],
        ],
        stroke: theme.lineStrong,
        width: 1,
      }),
    ),
    ...placed,
  ];
}

const padded = (box: Box, by: number): Box => ({ ...box, x0: box.x0 - by, x1: box.x1 + by });

export interface EndLabel {
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly bold?: boolean;
}

/** Labels beside the ends of their lines, one above another, with a thin line to what they name when they had to move. */
export function endLabels(
  labels: readonly EndLabel[],
  x: number,
  plot: Box,
  theme: ChartTheme,
  side: 'left' | 'right' = 'right',
  gap = 14,
): readonly Mark[] {
  const places = dodge(
    labels.map((l) => l.y),
    gap,
    plot.y0,
    plot.y1,
  );
  const out = side === 'right' ? 1 : -1;
  return labels.flatMap(({ y, text, colour, bold }, i): Mark[] => [
    ...(Math.abs(places[i]! - y) > 3
      ? [
          {
            type: 'line' as const,
            points: [
              [x + 3 * out, y],
              [x + 12 * out, places[i]!],
            ] as const,
            stroke: theme.lineStrong,
            width: 1,
          },
        ]
      : []),
    {
      type: 'text',
      x: x + 14 * out,
      y: places[i]!,
      text,
      size: SMALL,
      colour,
      bold,
      align: side === 'right' ? 'left' : 'right',
    },
  ]);
}

/** A line through the figures, open where there is none; a figure alone between gaps is a dot. */
export function course(
  values: readonly (number | null)[],
  at: (i: number) => number,
  scale: Scale,
  look: {
    readonly stroke: string;
    readonly width: number;
    readonly dash?: readonly [number, number];
    readonly series: string;
  },
): readonly Mark[] {
  return stretches(values).map(([from, to]): Mark => {
    if (from === to)
      return { type: 'dot', x: at(from), y: scale.at(values[from]!), radius: look.width + 0.8, fill: look.stroke };
    const points = Array.from(
      { length: to - from + 1 },
      (_, k) => [at(from + k), scale.at(values[from + k]!)] as const,
    );
    return { type: 'line', points, ...look };
  });
}

/** A line at the foot: what is not drawn, and how many. */
export function note(text: string, size: { readonly height: number }, theme: ChartTheme): Mark {
  return { type: 'text', x: 0, y: size.height - 8, text, size: SMALL, colour: theme.ink3 };
}

export function missingNote(
  count: number,
  lang: Lang,
  size: { readonly height: number },
  theme: ChartTheme,
): readonly Mark[] {
  return count === 0 ? [] : [note(say(EXHIBIT_TEXT.missing, lang, { count }), size, theme)];
}

/** In the middle of an empty drawing. */
export function emptyMarks(
  lang: Lang,
  size: { readonly width: number; readonly height: number },
  theme: ChartTheme,
): readonly Mark[] {
  const text = EXHIBIT_TEXT.none[lang];
  return [
    { type: 'text', x: size.width / 2, y: size.height / 2, text, size: FONT, colour: theme.ink3, align: 'center' },
  ];
}

/** Name and unit of an axis, as its heading. */
export function axisName({ name, unit }: { readonly name: string; readonly unit: string }, lang: Lang): string {
  return unit === '' ? name : say(EXHIBIT_TEXT.from, lang, { name, unit });
}
