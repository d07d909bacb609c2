import type { EChartsOption } from 'echarts';
import { formatNumber, withUnit } from '../../base/format';
import { INSUFFICIENT, levelName, levelNumeral } from '../../base/level';
import type { Lang } from '../../base/text';
import type { SmallMultiplesData } from '../../briefing/exhibits/exhibit';
import { type ChartTheme, levelColours } from '../theme';
import { thresholdScale } from '../threshold-scale';
import { markOption } from './mark-option';
import { type Box, fit, type Mark, type Size, widthOf } from './marks';
import { badge, course, type EndLabel, endLabels, FONT, SMALL, tickRoom, timeMarks, valueAxis } from './parts';
import { scaleOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const PANEL = 184;
const GAP = 22;
const HEAD = 40;
/** Narrower than this three panels in a row are too small to read. */
const THREE_FROM = 560;

type Panel = SmallMultiplesData['panels'][number];

export function smallMultiplesHeight({ panels, shared }: SmallMultiplesData): number {
  return (
    Math.max(1, Math.ceil(panels.length / columnsOf(panels.length, THREE_FROM))) * PANEL +
    (shared ? 0 : 18) +
    (panels.length === 1 ? 80 : 0)
  );
}

function columnsOf(count: number, width: number): number {
  const most = width < THREE_FROM ? 2 : 3;
  return Math.max(1, count === 4 ? 2 : Math.min(most, count));
}

/** One small chart per rule or region, bands and lines of the levels labelled, all on one scale unless marked. */
export function smallMultiplesOption(data: SmallMultiplesData, lang: Lang, theme: ChartTheme): EChartsOption {
  return markOption(
    {
      items: data.panels.map((panel) => ({
        name: panel.name,
        value: panel.values,
        said: [
          [
            panel.measure.name,
            withUnit(formatNumber(panel.values.at(-1) ?? null, panel.measure.decimals), panel.measure.unit),
          ],
          [EXHIBIT_TEXT.level[lang], levelName(panel.levels.at(-1) ?? INSUFFICIENT)[lang]],
          [EXHIBIT_TEXT.state[lang], panel.state],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Ends of the scale of a panel: all its figures, the lines reached and the next. */
function rangeOfPanel(panel: Panel): Range | null {
  const figures = panel.values.map((v) => v ?? Number.NaN);
  return thresholdScale(figures, panel.lines, panel.worse === 1 ? 'up' : 'down');
}

function rangesOf({ panels, shared }: SmallMultiplesData): readonly (Range | null)[] {
  const own = panels.map(rangeOfPanel);
  if (!shared) return own;
  // Panels of one unit share a scale.
  return panels.map((panel, i) => {
    const alike = own.filter((r, k) => r !== null && panels[k]!.measure.unit === panel.measure.unit) as Range[];
    if (own[i] === null) return null;
    return { low: Math.min(...alike.map((r) => r.low)), high: Math.max(...alike.map((r) => r.high)) };
  });
}

function draw(data: SmallMultiplesData, size: Size, lang: Lang, theme: ChartTheme) {
  const { panels, shared } = data;
  const columns = columnsOf(panels.length, size.width);
  const rows = Math.max(1, Math.ceil(panels.length / columns));
  const top = shared ? 0 : 18;
  const width = (size.width - (columns - 1) * GAP) / columns;
  const height = (size.height - top) / rows;
  const ranges = rangesOf(data);
  return {
    frame: shared
      ? []
      : [{ type: 'text', x: 0, y: 8, text: EXHIBIT_TEXT.ownScale[lang], size: SMALL, colour: theme.ink2 } as const],
    items: panels.map((panel, i) => {
      const x0 = (i % columns) * (width + GAP);
      const y0 = top + Math.floor(i / columns) * height;
      return panelMarks(panel, ranges[i]!, data, { x0, y0, x1: x0 + width, y1: y0 + height }, lang, theme);
    }),
  };
}

function panelMarks(
  panel: Panel,
  range: Range | null,
  data: SmallMultiplesData,
  box: Box,
  lang: Lang,
  theme: ChartTheme,
): readonly Mark[] {
  const now = panel.levels.at(-1) ?? INSUFFICIENT;
  const hasBadge = now !== 0;
  const head: readonly Mark[] = [
    ...badge(now, box.x0 + 7, box.y0 + 10, 14, theme),
    ...headMarks(panel, box, hasBadge ? 20 : 0, theme),
  ];
  const pointed: Mark = { type: 'rect', x: box.x0, y: box.y0, width: box.x1 - box.x0, height: box.y1 - box.y0 - 4 };
  if (range === null) {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return [
      pointed,
      ...head,
      { type: 'text', x, y, text: EXHIBIT_TEXT.none[lang], size: SMALL, colour: theme.ink3, align: 'center' },
    ];
  }
  const { low, high } = range;
  const figure = (v: number): string => formatNumber(v, panel.measure.decimals);
  const lines = panel.lines.flatMap((value, i) =>
    value === null || value < low || value > high ? [] : [{ level: i + 1, value }],
  );
  const lastAt = panel.values.findLastIndex((v) => v !== null);
  const last = panel.values[lastAt]!;
  const words = [...lines.map((l) => `${levelNumeral(l.level)} ${figure(l.value)}`), figure(last)];
  const plot: Box = {
    x0: box.x0 + tickRoom(low, high, 3),
    x1: box.x1 - Math.max(...words.map((w) => widthOf(w, SMALL, true))) - 16,
    y0: box.y0 + HEAD + 6,
    y1: box.y1 - 30,
  };
  const scale = scaleOf(low, high, plot.y1, plot.y0);
  const count = data.labels.length;
  const at = (i: number): number => plot.x0 + (count === 1 ? 0.5 : i / (count - 1)) * (plot.x1 - plot.x0);
  const labels: readonly EndLabel[] = [
    ...lines.map(({ level, value }) => ({
      y: scale.at(value),
      text: `${levelNumeral(level)} ${figure(value)}`,
      colour: levelColours(theme, level).text,
    })),
    { y: scale.at(last), text: figure(last), colour: theme.ink, bold: true },
  ];
  return [
    pointed,
    ...head,
    ...lines.map(({ level, value }, i): Mark => {
      const beyond = lines[i + 1]?.value ?? (panel.worse === 1 ? high : low);
      const [y0, y1] = [scale.at(value), scale.at(beyond)];
      return {
        type: 'rect',
        x: plot.x0,
        y: Math.min(y0, y1),
        width: plot.x1 - plot.x0,
        height: Math.abs(y1 - y0),
        fill: levelColours(theme, level).band,
      };
    }),
    ...valueAxis(scale, plot, 3, theme).marks,
    ...lines.map(
      ({ level, value }): Mark => ({
        type: 'line',
        points: [
          [plot.x0, scale.at(value)],
          [plot.x1, scale.at(value)],
        ],
        stroke: levelColours(theme, level).text,
        width: 1,
        dash: [4, 3],
      }),
    ),
    ...timeMarks(data, at, plot.y1, plot, theme),
    ...course(panel.values, at, scale, { stroke: theme.accent, width: 1.8, series: 'values' }),
    { type: 'dot', x: at(lastAt), y: scale.at(last), radius: 2.8, fill: theme.accent },
    ...endLabels(labels, plot.x1, plot, theme, 'right', 13),
  ];
}

/** Name, and below it the unit and the state. */
function headMarks(panel: Panel, box: Box, indent: number, theme: ChartTheme): readonly Mark[] {
  const width = box.x1 - box.x0;
  const state = [panel.measure.unit, panel.state].filter((w) => w !== '').join(' · ');
  const x = box.x0 + indent;
  return [
    {
      type: 'text',
      x,
      y: box.y0 + 10,
      text: fit(panel.name, width - indent, FONT, true),
      size: FONT,
      colour: theme.ink,
      bold: true,
    },
    { type: 'text', x: box.x0, y: box.y0 + 27, text: fit(state, width, SMALL), size: SMALL, colour: theme.ink2 },
  ];
}
