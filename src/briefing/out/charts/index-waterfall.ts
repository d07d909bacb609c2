import { formatNumber, formatSigned } from '../../../base/format';
import { type Lang, say } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import type { FillSeries, NativeChart } from '../native/native-chart';
import { clean, numberFormat } from '../native/scale';
import { PAPER } from '../palette';
import { OUT_TEXT } from '../text';
import { measureScale, noChart } from './line-parts';

interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
}

/**
 * Stacked columns on an unseen base. A step that crosses zero is one piece above and one below it. Labels stand on an
 * unseen line through the tops, with the step itself and not the piece.
 */
export function indexWaterfall(exhibit: ExhibitOf<'index-waterfall'>, lang: Lang): NativeChart {
  const { fromName, from, toName, to, steps } = exhibit.data;
  let at = from;
  const bars: Bar[] = [
    { name: fromName, from: 0, to: from, total: true },
    ...steps.map(({ name, change }) => {
      const bar = { name, from: at, to: at + change, total: false };
      at += change;
      return bar;
    }),
    { name: toName, from: 0, to, total: true },
  ];
  const low = (bar: Bar): number => Math.min(bar.from, bar.to);
  const high = (bar: Bar): number => Math.max(bar.from, bar.to);
  const kinds = [
    { name: say(OUT_TEXT.total, lang), fill: PAPER.accent, of: (bar: Bar) => bar.total },
    { name: say(OUT_TEXT.rise, lang), fill: PAPER.ink2, of: (bar: Bar) => !bar.total && bar.to > bar.from },
    { name: say(OUT_TEXT.fall, lang), fill: PAPER.pale, of: (bar: Bar) => !bar.total && bar.to < bar.from },
  ];
  const crosses = bars.some((bar) => low(bar) < 0 && high(bar) > 0);
  const piece = (bar: Bar): number => (high(bar) <= 0 ? low(bar) - high(bar) : high(bar) - Math.max(low(bar), 0));
  const series: FillSeries[] = [
    {
      name: say(OUT_TEXT.base, lang),
      values: bars.map((bar) => clean(low(bar) > 0 ? low(bar) : high(bar) < 0 ? high(bar) : 0)),
      fill: null,
    },
    ...kinds.map(({ name, fill, of }) => ({
      name,
      values: bars.map((bar) => (of(bar) ? clean(piece(bar)) : null)),
      fill,
    })),
    ...(crosses
      ? kinds.map(({ name, fill, of }) => ({
          name: `${name} < 0`,
          values: bars.map((bar) => (of(bar) && low(bar) < 0 && high(bar) > 0 ? clean(low(bar)) : null)),
          fill,
        }))
      : []),
  ];
  const scale = measureScale(
    bars.flatMap((bar) => [bar.from, bar.to]),
    { unit: '', decimals: 0 },
    { zero: true },
  );
  const plain = numberFormat(1, '');
  return {
    ...noChart,
    categories: bars.map(({ name }) => name),
    groups: [
      { kind: 'bar', direction: 'col', stacked: true, gap: 45, series },
      {
        kind: 'line',
        series: [
          {
            name: say(OUT_TEXT.fall, lang),
            values: bars.map((bar) => clean(high(bar))),
            line: null,
            marker: null,
            labels: {
              at: bars.map((bar, index) => ({
                index,
                show: { text: labelOf(bar) },
                format: plain,
              })),
              place: 't',
              colour: PAPER.ink,
              bold: true,
            },
          },
        ],
      },
    ],
    value: { ...scale, max: scale.max + scale.step / 2 },
    behind: [
      { name: say(OUT_TEXT.value, lang), values: bars.map((bar) => clean(bar.total ? bar.to : bar.to - bar.from)) },
    ],
    description: exhibit.description,
  };
}

function labelOf(bar: Bar): string {
  return bar.total ? formatNumber(bar.to, 1) : formatSigned(bar.to - bar.from, 1);
}
