import { levelNumeral } from '../../../base/level';
import { type Lang, say } from '../../../base/text';
import type { ExhibitOf, MeasureData } from '../../exhibits/exhibit';
import type { NativeChart, PointLabel } from '../native/native-chart';
import { levelPaint, PAPER } from '../palette';
import { OUT_TEXT } from '../text';
import { measureScale, noChart } from './line-parts';
import { placeNames } from './place-names';

/**
 * A series for each level that occurs, so that it can be coloured as a whole, the path of the region over time, and the
 * diagonal on which both are equal: both axes have one scale.
 */
export function supplyDemand(exhibit: ExhibitOf<'supply-demand'>, lang: Lang): NativeChart {
  const { x, y, points, path, pathName } = exhibit.data;
  const axis = (measure: MeasureData): string =>
    measure.unit === '' ? measure.name : `${measure.name} (${measure.unit})`;
  const levels = [...new Set(points.map(({ level }) => level))].sort((a, b) => a - b);
  const scale = measureScale(
    [...points, ...path].flatMap((point) => [point.x, point.y]),
    { unit: '', decimals: Math.max(x.decimals, y.decimals) },
    { steps: 6 },
  );
  const dots = levels.flatMap((level) => points.filter((point) => point.level === level));
  const names = dots.map(({ name, level }) => [name, levelNumeral(level)].filter((word) => word !== '').join(' '));
  const places = placeNames(
    [
      ...dots.map((dot, i) => ({ ...dot, text: names[i]!, weight: dot.level > 4 ? 0 : dot.level })),
      ...path.map((at, i) => ({
        ...at,
        text: i === path.length - 1 ? `${pathName} ${at.label}` : i === 0 ? at.label : '',
        weight: 5,
      })),
    ],
    scale,
  );
  const labelOf = (i: number, index: number, text: string): PointLabel => ({
    index,
    show: { text },
    place: places[i] ?? 'r',
  });
  let named = 0;
  const series = levels.map((level) => {
    const own = points.filter((point) => point.level === level);
    const from = named;
    named += own.length;
    return {
      name: level === 0 ? '0' : levelNumeral(level),
      xs: own.map((point) => point.x),
      values: own.map((point) => point.y),
      line: null,
      marker: { colour: level === 0 ? PAPER.lineStrong : levelPaint(level).fill, size: 8, hollow: level > 4 },
      labels: {
        at: own.flatMap((_, index) =>
          places[from + index] ? [labelOf(from + index, index, names[from + index]!)] : [],
        ),
        place: 'r' as const,
        colour: levelPaint(level).text,
      },
    };
  });
  return {
    ...noChart,
    groups: [
      {
        kind: 'scatter',
        series: [
          {
            name: say(OUT_TEXT.parity, lang),
            xs: [scale.min, scale.max],
            values: [scale.min, scale.max],
            line: { colour: PAPER.lineStrong, widthPt: 1, dash: true },
            marker: null,
          },
          {
            name: pathName,
            xs: path.map((p) => p.x),
            values: path.map((p) => p.y),
            line: { colour: PAPER.pale, widthPt: 1.5 },
            marker: { colour: PAPER.accent, size: 4 },
            labels: {
              at: path.flatMap(({ label }, index) =>
                index === path.length - 1
                  ? [labelOf(dots.length + index, index, `${pathName} ${label}`)]
                  : index === 0
                    ? [labelOf(dots.length, 0, label)]
                    : [],
              ),
              place: 'b',
              colour: PAPER.accent,
              bold: true,
            },
          },
          ...series,
        ],
      },
    ],
    x: { ...scale, title: axis(x) },
    value: { ...scale, title: axis(y) },
    endEm: 4,
    description: exhibit.description,
  };
}
