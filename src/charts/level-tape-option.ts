import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { formatPeriodWords, formatSpan } from '../base/format';
import { INSUFFICIENT, levelName, levelNumeral } from '../base/level';
import type { Frequency, Period } from '../base/period';
import { yearOf } from '../base/period';
import { say, type Lang } from '../base/text';
import type { ChartModel } from './chart-model';
import { hatch } from './echarts-theme';
import { tooltipHtml } from './escape-html';
import { levelRuns, type LevelRun } from '../base/level-runs';
import { tapeTitle } from '../briefing/exhibits/tape-words';
import { yearMarks } from './period-axis';
import { CHART_TEXT } from './text';
import { CHART_FONT, type ChartTheme, levelColours } from './theme';

export interface TapeRow {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  /** The region over the others: drawn with them, left out of the finding. */
  readonly whole?: boolean;
  /** Level bytes of the window. */
  readonly levels: ArrayLike<number>;
}

export interface LevelTapeInput {
  readonly rows: readonly TapeRow[];
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  /** First period of the window and its length. */
  readonly first: Period;
  readonly count: number;
  /** The chosen period; framed when it lies in the window. */
  readonly period: Period;
  readonly lang: Lang;
  readonly theme: ChartTheme;
  /** Without the names at the left, for a single region. */
  readonly bare?: boolean;
  /** Room for the names at the left, in pixels, where they are longer or shorter than usual. */
  readonly namesPx?: number;
}

const TAPE_ROW_PX = 18;
const AXIS_PX = 22;
const LABEL_ROOM = 0.05;
const LABEL_PX = { zh: 76, en: 96 } as const;

/** Height that the tape needs for its rows. */
export function tapeHeight(rows: number): number {
  return rows * TAPE_ROW_PX + AXIS_PX + 4;
}

/** Levels of regions over time as tapes: runs of equal levels, the numeral where a level begins. */
export function levelTapeOption(input: LevelTapeInput): ChartModel {
  const { rows, first, count, lang } = input;
  const words = (period: Period): string => formatPeriodWords(input.frequency, period, lang, input.weekEndsOn);
  const pieces = piecesOf(rows);
  const framed = isFramed(input);
  const nowAt = input.period - first;
  const now = framed
    ? rows
        .filter((r) => (r.levels[nowAt] ?? 0) !== 0)
        .map((r) => `${r.name} ${levelName(r.levels[nowAt]!)[lang]}`)
        .join(lang === 'zh' ? '、' : ', ')
    : '';
  return {
    title: tapeTitle(rows, words(first), input.frequency, lang),
    subtitle: CHART_TEXT.tapeSubtitle[lang],
    description: say(CHART_TEXT.tapeDescription, lang, {
      regions: rows.length,
      from: words(first),
      to: words(first + count - 1),
      now: now === '' ? '' : `${words(input.period)}${lang === 'zh' ? '：' : ': '}${now}${lang === 'zh' ? '。' : '.'}`,
    }),
    get table() {
      return {
        head: [CHART_TEXT.region, CHART_TEXT.level, CHART_TEXT.from, CHART_TEXT.to, CHART_TEXT.span].map(
          (h) => h[lang],
        ),
        rows: pieces.map(({ row, run }) => [
          row.name,
          levelName(run.level)[lang],
          words(first + run.from),
          words(first + run.to - 1),
          formatSpan(input.frequency, run.to - run.from, lang),
        ]),
      };
    },
    option: drawLevelTape(input),
  };
}

/** Every run of equal levels with the row that it lies in. */
function piecesOf(rows: readonly TapeRow[]) {
  return rows.flatMap((row, y) => levelRuns(row.levels).map((run) => ({ row, y, run })));
}

function isFramed({ period, first, count }: LevelTapeInput): boolean {
  return period >= first && period < first + count;
}

/** The drawing alone. */
export function drawLevelTape(input: LevelTapeInput): EChartsOption {
  const { rows, first, count, lang, theme } = input;
  const pieces = piecesOf(rows);
  const namesPx = input.namesPx ?? LABEL_PX[lang];
  // A label stands right of its mark: at the very end there is no room for one.
  const marks = yearMarks(input.frequency, first, count).filter((m) => (first + count - m) / count > LABEL_ROOM);
  return {
    animation: false,
    grid: { left: input.bare ? 4 : namesPx, right: 6, top: 2, bottom: AXIS_PX, containLabel: false },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const piece = pieces[(params as { dataIndex: number }).dataIndex];
        return piece ? runTooltip(piece.row.name, piece.run, input) : '';
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: first + count,
      axisLine: { show: false },
      splitLine: { show: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: {
        customValues: [...marks],
        formatter: (value: number) => String(yearOf(input.frequency, value)),
        align: 'left',
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((r) => r.short),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: !input.bare, interval: 0, color: theme.ink, width: namesPx - 10, overflow: 'truncate' },
      splitLine: { show: false },
    },
    series: [
      {
        id: 'runs',
        type: 'custom',
        clip: true,
        encode: { x: [1, 2], y: 0 },
        data: pieces.map(({ row, y, run }) => ({
          name: row.code,
          value: [y, first + run.from, first + run.to, run.level],
        })),
        renderItem: runDrawer(theme),
      },
      ...(isFramed(input) ? [frameSeries(input.period, rows.length, theme)] : []),
    ],
  };
}

function runTooltip(name: string, run: LevelRun, input: LevelTapeInput): string {
  const words = (p: Period): string => formatPeriodWords(input.frequency, p, input.lang, input.weekEndsOn);
  return tooltipHtml(name, [
    [CHART_TEXT.level[input.lang], levelName(run.level)[input.lang]],
    [CHART_TEXT.from[input.lang], words(input.first + run.from)],
    [CHART_TEXT.to[input.lang], words(input.first + run.to - 1)],
    [CHART_TEXT.span[input.lang], formatSpan(input.frequency, run.to - run.from, input.lang)],
  ]);
}

/** Rows in print may be higher than those of a screen, within reason. */
const MOST_PX = 26;
/** Cells narrower than this are not divided, and numerals need twice as much. */
const CELL_PX = 7;

function runDrawer(theme: ChartTheme): NonNullable<CustomSeriesOption['renderItem']> {
  return (_params, api) => {
    const y = api.value(0) as number;
    const from = api.value(1) as number;
    const to = api.value(2) as number;
    const level = api.value(3) as number;
    const [x0, middle] = api.coord([from, y]) as [number, number];
    const [x1] = api.coord([to, y]) as [number, number];
    const cell = (x1 - x0) / (to - from);
    const height = Math.max(3, Math.min(MOST_PX, bandOf(api) - 3));
    const top = middle - height / 2;
    const colours = levelColours(theme, level);
    const numeral = levelNumeral(level);
    const lines = cell >= CELL_PX ? Array.from({ length: to - from - 1 }, (_, i) => x0 + (i + 1) * cell) : [];
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: x0, y: top, width: Math.max(1, x1 - x0 - 1), height },
          style: { fill: colours.fill, ...(level === INSUFFICIENT ? { decal: hatch(theme) } : {}) },
        },
        ...lines.map((x) => ({
          type: 'rect' as const,
          // At another width it may take the place of the numeral, and its position with it.
          x: 0,
          y: 0,
          shape: { x: x - 1, y: top, width: 1, height },
          style: { fill: theme.card },
          silent: true,
        })),
        ...(numeral !== '' && x1 - x0 >= 12
          ? [
              {
                type: 'text' as const,
                x: x0 + 2,
                y: middle,
                style: {
                  text: numeral,
                  fill: colours.on,
                  fontFamily: CHART_FONT,
                  fontSize: 10,
                  fontWeight: 'bold' as const,
                  verticalAlign: 'middle' as const,
                  ...(level === INSUFFICIENT ? { backgroundColor: theme.hatchGround, padding: [0, 1] } : {}),
                },
                silent: true,
              },
            ]
          : []),
      ],
    };
  };
}

/** Height of one row in pixels. */
function bandOf(api: Parameters<NonNullable<CustomSeriesOption['renderItem']>>[1]): number {
  const size = api.size?.([0, 1]);
  return Array.isArray(size) ? size[1]! : TAPE_ROW_PX;
}

function frameSeries(period: Period, rows: number, theme: ChartTheme): CustomSeriesOption {
  return {
    id: 'frame',
    type: 'custom',
    silent: true,
    z: 20,
    encode: { x: [0, 1] },
    data: [[period, period + 1]],
    renderItem: (_params, api) => {
      const [x0, y0] = api.coord([period, 0]) as [number, number];
      const [x1, y1] = api.coord([period + 1, rows - 1]) as [number, number];
      const band = bandOf(api);
      return {
        type: 'rect',
        shape: { x: x0 - 1.5, y: y0 - band / 2, width: Math.max(4, x1 - x0 + 2), height: y1 - y0 + band },
        style: { fill: 'none', stroke: theme.ink, lineWidth: 1.5 },
      };
    },
  };
}
