import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { formatPeriodWords, formatSpan } from '../base/format';
import { INSUFFICIENT, levelName } from '../base/level';
import { type Frequency, type Period, yearOf } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { hatch } from './echarts-theme';
import { tooltipHtml } from './escape-html';
import { type LevelRun, levelRuns } from '../base/level-runs';
import { yearMarks } from './period-axis';
import { type ChartTheme, levelColours } from './theme';

const T = defineText({
  title: {
    zh: '{region}：{n}个事件，{hit}个期间亮过警报',
    en: '{region}: the alarm was on at some time in {hit} of {n} episodes',
  },
  quiet: { zh: '{region}：没有事件', en: '{region}: no episode' },
  subtitle: {
    zh: '{name}；上为事件，下为警报等级，斜纹为未知或数据不足',
    en: '{name}; episodes above, levels of the alarm below, hatching is unknown or insufficient data',
  },
  episodes: { zh: '事件', en: 'Episodes' },
  event: { zh: '事件期', en: 'event' },
  calm: { zh: '平静期', en: 'quiet' },
  unknown: { zh: '未知', en: 'unknown' },
  what: { zh: '内容', en: 'What' },
  row: { zh: '行', en: 'Row' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  span: { zh: '持续', en: 'Lasting' },
});

/** Bytes of what was the case: quiet, event, unknown. */
const EVENT = 1;
const UNKNOWN = 2;

export interface AlarmTapeInput {
  readonly region: string;
  readonly name: string;
  /** One byte per period: 0 quiet, 1 event, 2 unknown. */
  readonly label: ArrayLike<number>;
  /** Level bytes of each rule set. */
  readonly rows: readonly { readonly name: string; readonly levels: ArrayLike<number> }[];
  /** The alarm is on from this level up. */
  readonly atLeast: number;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

const ROW_PX = 22;
const AXIS_PX = 24;

export function alarmTapeHeight(rows: number): number {
  return (rows + 1) * ROW_PX + AXIS_PX + 6;
}

/** Episodes of one region and what the alarm said, one below the other. */
export function alarmTapeOption(input: AlarmTapeInput): ChartModel {
  const { lang, label, rows, first, frequency } = input;
  const events = levelRuns(label);
  const pieces = [
    ...events.map((run) => ({ y: 0, run, event: true })),
    ...rows.flatMap(({ levels }, k) => levelRuns(levels).map((run) => ({ y: k + 1, run, event: false }))),
  ];
  const episodes = events.filter((run) => run.level === EVENT);
  const hit = episodes.filter(({ from, to }) => {
    for (let t = from; t < to; t++) {
      const level = rows[0]!.levels[t]!;
      if (level !== INSUFFICIENT && level >= input.atLeast) return true;
    }
    return false;
  }).length;
  const title = say(episodes.length === 0 ? T.quiet : T.title, lang, { region: input.region, n: episodes.length, hit });
  const subtitle = say(T.subtitle, lang, { name: input.name });
  const spelt = (p: Period): string => formatPeriodWords(frequency, p, lang, input.weekEndsOn);
  const rowName = (y: number): string => (y === 0 ? T.episodes[lang] : rows[y - 1]!.name);
  const what = (event: boolean, level: number): string =>
    event ? (level === EVENT ? T.event : level === UNKNOWN ? T.unknown : T.calm)[lang] : levelName(level)[lang];
  const span = ({ from, to }: LevelRun): readonly (readonly [string, string])[] => [
    [T.from[lang], spelt(first + from)],
    [T.to[lang], spelt(first + to - 1)],
    [T.span[lang], formatSpan(frequency, to - from, lang)],
  ];
  return {
    title,
    subtitle,
    description: `${title}。${subtitle}`,
    get table() {
      return {
        head: [T.row, T.what, T.from, T.to, T.span].map((h) => h[lang]),
        rows: pieces.map(({ y, run, event }) => [rowName(y), what(event, run.level), ...span(run).map(([, v]) => v)]),
      };
    },
    option: drawn(input, pieces, ({ y, run, event }) =>
      tooltipHtml(`${rowName(y)} · ${what(event, run.level)}`, span(run)),
    ),
  };
}

interface Piece {
  readonly y: number;
  readonly run: LevelRun;
  readonly event: boolean;
}

function drawn(input: AlarmTapeInput, pieces: readonly Piece[], tell: (piece: Piece) => string): EChartsOption {
  const { label, rows, first, frequency, theme, lang } = input;
  const count = label.length;
  const marks = yearMarks(frequency, first, count).filter((m) => (first + count - m) / count > 0.04);
  return {
    animation: false,
    grid: { left: 160, right: 8, top: 2, bottom: AXIS_PX, containLabel: false },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const piece = pieces[(params as unknown as { dataIndex: number }).dataIndex];
        return piece ? tell(piece) : '';
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: first + count,
      axisLine: { show: false },
      splitLine: { show: false },
      axisTick: { show: true, customValues: [...marks] },
      axisLabel: { customValues: [...marks], align: 'left', formatter: (v: number) => String(yearOf(frequency, v)) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [T.episodes[lang], ...rows.map((r) => r.name)],
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { interval: 0, color: theme.ink, width: 148, overflow: 'truncate' },
    },
    series: [
      {
        id: 'pieces',
        type: 'custom',
        clip: true,
        encode: { x: [1, 2], y: 0 },
        data: pieces.map(({ y, run }) => [y, first + run.from, first + run.to, run.level]),
        renderItem: pieceDrawer(pieces, theme),
      },
    ],
    aria: { enabled: false },
  };
}

function pieceDrawer(pieces: readonly Piece[], theme: ChartTheme): NonNullable<CustomSeriesOption['renderItem']> {
  return ({ dataIndex }, api) => {
    const piece = pieces[dataIndex];
    if (!piece) return null;
    const [x0, middle] = api.coord([api.value(1), piece.y]) as [number, number];
    const [x1] = api.coord([api.value(2), piece.y]) as [number, number];
    const { level } = piece.run;
    const absent = piece.event ? level === UNKNOWN : level === INSUFFICIENT;
    const fill = piece.event
      ? level === EVENT
        ? theme.ink
        : theme.levels.normal.fill
      : levelColours(theme, level).fill;
    const height = ROW_PX - 6;
    return {
      type: 'rect',
      shape: { x: x0, y: middle - height / 2, width: Math.max(1, x1 - x0 - 0.5), height },
      style: { fill: absent ? theme.hatchGround : fill, ...(absent ? { decal: hatch(theme) } : {}) },
    };
  };
}
