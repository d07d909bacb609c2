import type { EChartsOption } from 'echarts';
import { formatNumber, formatSigned } from '../../base/format';
import type { Lang } from '../../base/text';
import type { IndexWaterfallData } from '../../briefing/exhibits/exhibit';
import type { ChartTheme } from '../theme';
import { type Drawn, markOption } from './mark-option';
import { fit, type Mark, type Size, widthOf } from './marks';
import { FONT, note } from './parts';
import { scaleOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const ROW = 34;
const FOOT = 22;
const NAMES = 0.36;

export function indexWaterfallHeight({ steps }: IndexWaterfallData): number {
  return (steps.length + 2) * ROW + FOOT + 4;
}

interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly total: boolean;
}

function barsOf(data: IndexWaterfallData): readonly Bar[] {
  const total = (name: string, to: number): Bar => ({ name, from: 0, to, words: formatNumber(to, 1), total: true });
  let at = data.from;
  const steps = data.steps.map(({ name, change }): Bar => {
    const from = at;
    at += change;
    return { name, from, to: at, words: formatSigned(change, 1), total: false };
  });
  return [total(data.fromName, data.from), ...steps, total(data.toName, data.to)];
}

/** From one index to the next, row by row: what rises is filled, what falls is open, so that both read without colour. */
export function indexWaterfallOption(data: IndexWaterfallData, lang: Lang, theme: ChartTheme): EChartsOption {
  const bars = barsOf(data);
  const figures = [data.from, ...data.steps.map((s) => s.change), data.to];
  return markOption(
    {
      items: bars.map((bar, i) => ({
        name: bar.name,
        value: [figures[i]!],
        said: [[(bar.total ? EXHIBIT_TEXT.value : EXHIBIT_TEXT.change)[lang], bar.words]],
      })),
      draw: (size) => draw(bars, size, lang, theme),
    },
    theme,
  );
}

/** Steps that together are less than this share of the totals are too small to see on an axis from zero. */
const SMALL_STEPS = 0.25;

/** Ends of the axis. Where it is cut off below, the totals are marks and not bars: only the steps have a length to read. */
function endsOf(bars: readonly Bar[]): { readonly low: number; readonly high: number; readonly cut: boolean } {
  const ends = bars.map((b) => b.to);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = high - low;
  if (low > 0 && span > 0 && span < SMALL_STEPS * high) return { low: low - span * 0.2, high, cut: true };
  return { low: Math.min(0, low), high: Math.max(0, high) || 1, cut: false };
}

function draw(bars: readonly Bar[], size: Size, lang: Lang, theme: ChartTheme): Drawn {
  const { low, high, cut } = endsOf(bars);
  const floor = size.height - FOOT;
  const band = (floor - 4) / bars.length;
  const nameRoom = Math.min(size.width * NAMES, Math.max(...bars.map((b) => widthOf(b.name, FONT, b.total))));
  const wordRoom = Math.max(...bars.map((b) => widthOf(b.words, FONT, true))) + 10;
  const left = nameRoom + 12;
  const scale = scaleOf(low, high, left, size.width - wordRoom);
  const middle = (i: number): number => 4 + (i + 0.5) * band;
  const thick = Math.min(20, band * 0.6);
  const base = cut ? left : scale.at(0);
  return {
    frame: [
      {
        type: 'line',
        points: [
          [base, 2],
          [base, floor],
        ],
        stroke: theme.lineStrong,
        width: 1,
        ...(cut ? { dash: [2, 3] } : {}),
      },
      ...(cut ? [note(EXHIBIT_TEXT.cutAxis[lang], size, theme)] : []),
      ...bars.slice(0, -1).map((bar, i): Mark => {
        const x = scale.at(bar.to);
        const points = [
          [x, middle(i) + thick / 2],
          [x, middle(i + 1) - thick / 2],
        ] as const;
        return { type: 'line', points, stroke: theme.ink3, width: 1, dash: [2, 2] };
      }),
    ],
    items: bars.map((bar, i): readonly Mark[] => {
      const marked = cut && bar.total;
      const from = scale.at(marked ? bar.to : bar.from);
      const [x0, x1] = [Math.min(from, scale.at(bar.to)), Math.max(from, scale.at(bar.to))];
      const falls = !bar.total && bar.to < bar.from;
      // A change of nothing still has its place.
      const width = Math.max(marked ? 4 : 1.5, x1 - x0);
      const y = middle(i);
      return [
        {
          type: 'text',
          x: nameRoom,
          y,
          text: fit(bar.name, nameRoom, FONT, bar.total),
          size: FONT,
          colour: theme.ink,
          bold: bar.total,
          align: 'right',
        },
        {
          type: 'rect',
          x: marked ? x0 - width / 2 : x0,
          y: y - thick / 2,
          width,
          height: thick,
          fill: bar.total ? theme.ink3 : falls ? theme.card : theme.accent,
          ...(falls ? { stroke: theme.accent } : {}),
        },
        {
          type: 'text',
          x: x0 + width + 6,
          y,
          text: bar.words,
          size: FONT,
          colour: theme.ink,
          bold: true,
          halo: theme.card,
        },
      ];
    }),
  };
}
