import { formatNumber } from '../../../base/format';
import { type Lang, say } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import type { ChartGroup, FillSeries, NativeChart } from '../native/native-chart';
import { numberFormat } from '../native/scale';
import { PAPER } from '../palette';
import { OUT_TEXT } from '../text';
import { labelledLines, measureScale, type NamedLine, noChart } from './line-parts';

const PERCENT = numberFormat(1, '%');
/** More names do not stand side by side. */
const MOST_COLUMNS = 16;

/**
 * Progress as columns, a mark at what is usual by now, and a line across at what was due. Many rows lie down instead,
 * with what was due beside the title: a line across lying bars is not to be had in all programs.
 */
export function targetBullets(exhibit: ExhibitOf<'target-bullets'>, lang: Lang): NativeChart {
  const { due, dueName, rows } = exhibit.data;
  const shares = rows.map(({ share }) => share);
  const usual = rows.map((row) => row.usual);
  const base = measureScale([...shares, ...usual, due], { unit: '%', decimals: 0 }, { zero: true });
  const value = { ...base, max: base.max + base.step / 2 };
  const standing = rows.length <= MOST_COLUMNS;
  const hasUsual = usual.some((share) => share !== null);
  const done: FillSeries = {
    name: say(OUT_TEXT.done, lang),
    values: shares,
    fill: PAPER.accent,
    fills: rows.map(({ share }) => (share !== null && share < due ? PAPER.accent : PAPER.lineStrong)),
    labels: {
      at: shares.flatMap((share, index) =>
        share === null ? [] : [{ index, show: 'value' as const, format: PERCENT }],
      ),
      place: 'outEnd',
      colour: PAPER.ink,
      onGround: true,
    },
  };
  const lines: NamedLine[] = [
    {
      name: dueName,
      values: rows.map(() => due),
      colour: PAPER.ink,
      widthPt: 1.5,
      dash: true,
      // It may name its figure already.
      label: { show: /\d/.test(dueName) ? 'name' : 'both', bold: true },
    },
    ...(hasUsual
      ? [
          {
            name: say(OUT_TEXT.usual, lang),
            values: usual,
            colour: PAPER.ink3,
            widthPt: 1,
            label: { show: 'name' as const, colour: PAPER.ink3 },
          },
        ]
      : []),
  ];
  const [line, ticks] = labelledLines(lines, { ...value, format: PERCENT }).map((series) => ({
    ...series,
    // Beside the last column, not on it.
    ...(series.labels && {
      labels: { ...series.labels, at: series.labels.at.map((label) => ({ ...label, across: 0.42 / rows.length })) },
    }),
  }));
  const across: ChartGroup = {
    kind: 'line',
    series: [
      line!,
      ...(ticks ? [{ ...ticks, line: null, marker: { colour: PAPER.ink, size: 8, symbol: 'diamond' as const } }] : []),
    ],
  };
  const bars: ChartGroup = {
    kind: 'bar',
    direction: standing ? 'col' : 'bar',
    stacked: false,
    gap: standing ? 70 : 30,
    series: [done],
  };
  return {
    ...noChart,
    categories: rows.map(({ name }) => name),
    title: standing ? '' : /\d/.test(dueName) ? dueName : `${dueName} ${formatNumber(due, 1)}%`,
    groups: standing ? [bars, across] : [bars],
    value: standing ? value : { ...value, hidden: true },
    behind: standing ? [] : [{ name: say(OUT_TEXT.usual, lang), values: usual }],
    endEm: standing ? 8 : 0,
    description: exhibit.description,
  };
}
