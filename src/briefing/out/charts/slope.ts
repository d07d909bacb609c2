import { formatNumber, withUnit } from '../../../base/format';
import { levelNumeral } from '../../../base/level';
import type { ExhibitOf } from '../../exhibits/exhibit';
import { shiftsOf } from '../native/end-labels';
import type { NativeChart, SeriesLabels, ValueScale } from '../native/native-chart';
import { clean } from '../native/scale';
import { levelPaint, PAPER } from '../palette';
import { noChart } from './line-parts';

const GAP = 0.052;

/** Two categories, a line for each region; names and figures on the right, figures on the left, moved apart. */
export function slope(exhibit: ExhibitOf<'slope'>): NativeChart {
  const { measure, from, to, rows } = exhibit.data;
  const scale = tightScale(rows.flatMap((row) => [row.from, row.to]));
  const figure = (value: number): string => withUnit(formatNumber(value, measure.decimals), measure.unit);
  const shifted = (values: readonly (number | null)[]): readonly number[] => {
    const known = values.flatMap((value, i) => (value === null ? [] : [i]));
    const shifts = shiftsOf(
      known.map((i) => values[i]!),
      scale,
      GAP,
    );
    return values.map((_, i) => shifts[known.indexOf(i)] ?? 0);
  };
  const right = shifted(rows.map((row) => row.to));
  const left = shifted(rows.map((row) => row.from));
  // A series has one place for its labels: the left figures stand on unseen series of their own.
  const labels = (
    show: string,
    index: number,
    shift: number,
    row: (typeof rows)[number],
    place: 'l' | 'r',
  ): SeriesLabels => ({
    at: [{ index, show: { text: show }, ...(Math.abs(shift) > 1e-4 && { shift }) }],
    place,
    colour: row.emphasis ? levelPaint(row.level).text : PAPER.ink3,
    bold: row.emphasis,
  });
  const line = (row: (typeof rows)[number]): string =>
    !row.emphasis ? PAPER.lineStrong : row.level >= 1 && row.level <= 4 ? levelPaint(row.level).fill : PAPER.accent;
  const name = (row: (typeof rows)[number]): string =>
    [row.name, levelNumeral(row.level)].filter((word) => word !== '').join(' ');
  return {
    ...noChart,
    categories: [from, to],
    groups: [
      {
        kind: 'line',
        series: [
          ...rows.map((row, i) => ({
            name: row.name,
            values: [row.from, row.to],
            line: { colour: line(row), widthPt: row.emphasis ? 2.5 : 1.25 },
            marker: { colour: line(row), size: 6 },
            ...(row.to !== null && { labels: labels(`${name(row)}  ${figure(row.to)}`, 1, right[i]!, row, 'r') }),
          })),
          ...rows.flatMap((row, i) =>
            row.from === null
              ? []
              : [
                  {
                    name: row.name,
                    values: [row.from, null],
                    line: null,
                    marker: null,
                    labels: labels(figure(row.from), 0, left[i]!, row, 'l' as const),
                  },
                ],
          ),
        ],
      },
    ],
    value: { ...scale, hidden: true },
    endEm: 11,
    description: exhibit.description,
  };
}

/** From the least to the largest figure with a little air: the axis is not drawn, each end has its figure. */
function tightScale(values: readonly (number | null)[]): ValueScale {
  const known = values.filter((value): value is number => value !== null);
  const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const air = (high - low) * 0.05 || Math.max(Math.abs(high) * 0.05, 0.5);
  return {
    min: clean(low - air),
    max: clean(high + air),
    step: clean((high - low + 2 * air) / 2),
    format: '',
    title: '',
  };
}
