import { roundTo } from '../../../base/format';
import { levelNumeral } from '../../../base/level';
import type { ExhibitOf } from '../../exhibits/exhibit';
import type { NativeChart } from '../native/native-chart';
import { niceScale, numberFormat } from '../native/scale';
import { levelPaint, PAPER } from '../palette';
import { noChart } from './line-parts';

/** Values and, beside them in the same order, their changes: two charts, the left one with the names. */
export function rankedBars(exhibit: ExhibitOf<'ranked-bars'>): readonly NativeChart[] {
  const { measure, change, against, rows } = exhibit.data;
  const names = rows.map(({ name, level }) => [name, levelNumeral(level)].filter((word) => word !== '').join(' '));
  const chart = (
    title: string,
    values: readonly (number | null)[],
    format: string,
    fills: readonly string[],
    named: boolean,
  ): NativeChart => {
    const scale = niceScale(values, { format, zero: true });
    const room = (scale.max - scale.min) * 0.22;
    return {
      ...noChart,
      title,
      categories: names,
      named,
      // Room for the figure behind the longest bar.
      value: { ...scale, max: scale.max + room, min: scale.min < 0 ? scale.min - room : scale.min, hidden: true },
      groups: [
        {
          kind: 'bar',
          direction: 'bar',
          stacked: false,
          gap: 35,
          series: [
            {
              name: title,
              values,
              fill: PAPER.lineStrong,
              fills,
              border: PAPER.lineStrong,
              labels: {
                at: values.flatMap((value, index) =>
                  value === null ? [] : [{ index, show: 'value' as const, format }],
                ),
                place: 'outEnd',
                colour: PAPER.ink,
              },
            },
          ],
        },
      ],
      description: exhibit.description,
    };
  };
  const values = chart(
    measure.name,
    rows.map(({ value }) => value),
    numberFormat(measure.decimals, measure.unit),
    rows.map(({ level }) => levelPaint(level).fill),
    true,
  );
  if (rows.every((row) => row.change === null)) return [values];
  const changes = chart(
    against,
    // What rounds to zero has no sign.
    rows.map((row) => (row.change !== null && roundTo(row.change, change.decimals) === 0 ? 0 : row.change)),
    numberFormat(change.decimals, change.unit, true),
    rows.map(() => PAPER.pale),
    false,
  );
  return [values, changes];
}
