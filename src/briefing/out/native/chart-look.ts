import { textEm } from '../measure-text';
import { formatNumber, roundTo } from '../../../base/format';
import type { ChartLook } from './chart-xml';
import type { NativeChart, ValueScale } from './native-chart';

const SMALLEST_PT = 6;

/**
 * Where the plot lies in a chart of this size, so that the labels of its axes and at the ends of its lines have room;
 * letters shrink only where many bars stand one below the other.
 */
export function lookOf(
  chart: NativeChart,
  box: { readonly widthPt: number; readonly heightPt: number },
  letters: { readonly font: string; readonly lang: string; readonly sizePt: number },
): ChartLook {
  const horizontal = chart.groups.some((group) => group.kind === 'bar' && group.direction === 'bar');
  const scatter = chart.x !== null;
  const titleRoom = letters.sizePt * (chart.title === '' ? 0.9 : 2.7);
  const rows = Math.max(chart.categories.length, 1);
  const rowPt = (box.heightPt - titleRoom - letters.sizePt) / rows;
  const columns = !horizontal && chart.groups.some((group) => group.kind === 'bar');
  const longestWord = Math.max(1, ...chart.categories.flatMap((name) => wordsOf(name).map(textEm)));
  const slot = (box.widthPt * 0.78) / rows;
  const most = horizontal ? rowPt * 0.8 : columns ? slot / longestWord : letters.sizePt;
  const sizePt = Math.max(SMALLEST_PT, Math.min(letters.sizePt, Math.floor(most * 2) / 2));
  const axisEm = chart.value.hidden ? 0.4 : widestLabel(chart.value) + 0.7 + (chart.value.title === '' ? 0 : 1.8);
  const leftEm = horizontal
    ? chart.named === false
      ? 0.6
      : Math.max(...chart.categories.map(textEm), 1) + 0.9
    : slopeRoom(chart, axisEm);
  const left = Math.min(leftEm * sizePt, box.widthPt * 0.45);
  const right = Math.min((chart.endEm + 0.8) * sizePt, box.widthPt * 0.42);
  const plotPt = box.widthPt - left - right;
  const longest = Math.max(...chart.categories.map(textEm), 1) * sizePt;
  const slotPt = plotPt / rows;
  // Names of columns may take a second and third line; periods stand in one, and only every n-th of them.
  const lines = columns ? Math.min(Math.ceil(longest / Math.max(slotPt - 3, sizePt)), 4) : 1;
  const bottom = horizontal
    ? sizePt * 0.6
    : sizePt * (1.1 + lines * 1.25) + (scatter && chart.x!.title !== '' ? sizePt * 1.7 : 0);
  const labelEvery = horizontal || columns ? 1 : everyNth(chart.categories, slotPt / sizePt);
  const share = (part: number, of: number): number => roundTo(part / of, 4);
  return {
    font: letters.font,
    lang: letters.lang,
    sizePt,
    // A title of two lines would lie over the plot.
    titlePt: Math.max(
      SMALLEST_PT,
      Math.min(letters.sizePt, Math.floor((box.widthPt * 0.8 * 2) / (textEm(chart.title) * 1.08 || 1)) / 2),
    ),
    plot: {
      x: share(left, box.widthPt),
      y: share(titleRoom, box.heightPt),
      w: share(plotPt, box.widthPt),
      h: share(box.heightPt - titleRoom - bottom, box.heightPt),
    },
    labelEvery,
  };
}

/** Chinese names are broken between any two characters, others between words. */
const wordsOf = (name: string): readonly string[] =>
  name.split(/\s+/).flatMap((word) => word.match(/[\u2e80-\uffef]{1,3}|[^\u2e80-\uffef]+/g) ?? []);

/** The least n for which no two neighbours of every n-th label touch. */
function everyNth(labels: readonly string[], slotEm: number): number {
  const widths = labels.map(textEm);
  for (let n = 1; n < labels.length; n += 1) {
    const shown = widths.filter((_, i) => i % n === 0);
    if (shown.every((width, i) => i === 0 || (width + shown[i - 1]!) / 2 + 0.8 <= n * slotEm)) return n;
  }
  return Math.max(labels.length, 1);
}

function widestLabel({ min, max, format }: ValueScale): number {
  const [positive = ''] = format.split(';');
  const decimals = /\.(0+)/.exec(positive)?.[1]!.length ?? 0;
  const unit = /"([^"]*)"/.exec(positive)?.[1] ?? '';
  const digits = Math.max(...[min, max].map((value) => formatNumber(Math.abs(value)).length));
  return digits * 0.57 + (decimals > 0 ? 0.3 + decimals * 0.57 : 0) + (min < 0 ? 0.6 : 0) + textEm(unit);
}

/** Labels on the left of the first category, as a slope has them, need their room there. */
function slopeRoom(chart: NativeChart, axisEm: number): number {
  const left = chart.groups.flatMap((group) =>
    group.series.flatMap(({ labels }) =>
      labels?.place === 'l' ? labels.at.map(({ show }) => (typeof show === 'object' ? textEm(show.text) : 4)) : [],
    ),
  );
  // The first category stands half a slot from the edge only where bars do.
  return left.length === 0 ? axisEm : Math.max(...left) + 1.2;
}
