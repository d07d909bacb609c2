import type { EChartsOption } from 'echarts';
import { INSUFFICIENT, levelName, levelNumeral } from '../../base/level';
import type { Lang } from '../../base/text';
import type { DriverHeatmapData } from '../../briefing/exhibits/exhibit';
import { wrapWords } from '../chart-image';
import { type ChartTheme, levelColours } from '../theme';
import { markOption } from './mark-option';
import { fit, type Mark, type Size, widthOf } from './marks';
import { badge, FONT, SMALL } from './parts';
import { EXHIBIT_TEXT } from './text';

const LINE = 14;
const HEAD_LINES = 3;
/** Upright heads take at most this. */
const UPRIGHT_PX = 150;
/** Width that the form of the heads is chosen for, so that the height does not depend on the window. */
const PAGE_PX = 760;
const NAMES = 0.3;
/** Between the columns of two families. */
const FAMILY_GAP = 10;

export function driverHeatmapHeight(data: DriverHeatmapData): number {
  const { rows } = data;
  return headOf(data).height + Math.max(1, rows.length) * (rows.length > 20 ? 18 : 24) + 4;
}

/** Heads in lines where every word fits its column on a page, else upright: English words and many columns. */
function headOf({ columns, rows }: DriverHeatmapData): { readonly upright: boolean; readonly height: number } {
  const names = Math.min(PAGE_PX * NAMES, Math.max(0, ...rows.map((r) => widthOf(r.name, FONT))));
  const room = (PAGE_PX - names - 36) / Math.max(1, columns.length) - 6;
  const words = columns.flatMap((c) => wrapWords(c.name, 1, (t) => widthOf(t, SMALL)));
  if (words.every((word) => widthOf(word, SMALL) <= room)) return { upright: false, height: HEAD_LINES * LINE + 8 };
  const longest = Math.max(...columns.map((c) => widthOf(c.name, SMALL)));
  return { upright: true, height: Math.min(UPRIGHT_PX, longest) + 12 };
}

/** Regions by indicators; each cell the level of its signal with the numeral, a dash where no rule applies. */
export function driverHeatmapOption(data: DriverHeatmapData, lang: Lang, theme: ChartTheme): EChartsOption {
  const word = (cell: number | null): string => (cell === null ? EXHIBIT_TEXT.noRule : levelName(cell))[lang];
  return markOption(
    {
      items: data.rows.map((row) => ({
        name: row.name,
        value: row.cells,
        said: [
          [EXHIBIT_TEXT.level[lang], levelName(row.level)[lang]],
          ...data.columns.map((c, k) => [c.name, word(row.cells[k] ?? null)] as const),
        ],
      })),
      draw: (size) => draw(data, size, theme),
    },
    theme,
  );
}

function draw(data: DriverHeatmapData, size: Size, theme: ChartTheme) {
  const { rows, columns } = data;
  const head = headOf(data);
  const band = (size.height - head.height - 4) / Math.max(1, rows.length);
  const font = band < 17 ? SMALL - 1 : FONT;
  const nameRoom = Math.min(size.width * NAMES, Math.max(0, ...rows.map((r) => widthOf(r.name, font))));
  const left = nameRoom + 36;
  const breaks = columns.map(
    (_, k) => columns.slice(1, k + 1).filter((d, n) => d.family !== columns[n]!.family).length,
  );
  const width = (size.width - left - (breaks.at(-1) ?? 0) * FAMILY_GAP) / Math.max(1, columns.length);
  const start = (k: number): number => left + k * width + breaks[k]! * FAMILY_GAP;
  const top = (i: number): number => head.height + i * band;
  return {
    frame: columns.flatMap((column, k): readonly Mark[] => {
      const middle = start(k) + (width - 2) / 2;
      if (head.upright) {
        const text = fit(column.name, UPRIGHT_PX, SMALL);
        return [{ type: 'text', x: middle, y: head.height - 6, text, size: SMALL, colour: theme.ink2, upright: true }];
      }
      const lines = headLines(column.name, width - 6);
      return lines.map((text, n) => ({
        type: 'text',
        x: middle,
        y: head.height - 8 - (lines.length - 1 - n) * LINE,
        text,
        size: SMALL,
        colour: theme.ink2,
        align: 'center',
      }));
    }),
    items: rows.map((row, i): readonly Mark[] => {
      const y = top(i) + band / 2;
      return [
        {
          type: 'text',
          x: nameRoom,
          y,
          text: fit(row.name, nameRoom, font),
          size: font,
          colour: theme.ink,
          align: 'right',
        },
        ...badge(row.level, nameRoom + 18, y, Math.min(16, band - 3), theme),
        ...row.cells.flatMap((cell, k) => cellMarks(cell, start(k), top(i), width - 2, band - 2, theme)),
      ];
    }),
  };
}

function headLines(name: string, room: number): readonly string[] {
  const lines = wrapWords(name, room, (t) => widthOf(t, SMALL)).map((line) => fit(line, room, SMALL));
  return lines.length <= HEAD_LINES
    ? lines
    : [...lines.slice(0, HEAD_LINES - 1), fit(lines.slice(HEAD_LINES - 1).join(''), room, SMALL)];
}

function cellMarks(
  cell: number | null,
  x: number,
  y: number,
  width: number,
  height: number,
  theme: ChartTheme,
): readonly Mark[] {
  const colours = cell === null ? null : levelColours(theme, cell);
  const text = cell === null ? '–' : levelNumeral(cell);
  return [
    {
      type: 'rect',
      x,
      y: y + 1,
      width,
      height,
      fill: colours?.fill ?? theme.card,
      ...(cell === null ? { stroke: theme.line } : cell === INSUFFICIENT ? { hatched: true, stroke: theme.hatch } : {}),
    },
    ...(text === ''
      ? []
      : [
          {
            type: 'text' as const,
            x: x + width / 2,
            y: y + 1 + height / 2,
            text,
            size: SMALL,
            colour: colours?.on ?? theme.ink3,
            bold: cell !== null,
            align: 'center' as const,
            ...(cell === INSUFFICIENT ? { halo: theme.hatchGround } : {}),
          },
        ]),
  ];
}
