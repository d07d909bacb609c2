import type { Lang } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import type { NativeChart } from '../native/native-chart';
import { numberFormat } from '../native/scale';
import { levelPaint } from '../palette';
import { axisLabels } from './axis-labels';
import { labelledLines, measureScale, noChart } from './line-parts';

/** Shares of regions at or above each level over time; the number of graded ones stands in the workbook. */
export function diffusionCurve(exhibit: ExhibitOf<'diffusion-curve'>, lang: Lang): NativeChart {
  const { series, graded } = exhibit.data;
  const value = measureScale(
    series.flatMap((s) => s.values),
    { unit: '%', decimals: 0 },
    { zero: true },
  );
  const lines = labelledLines(
    series.map((s) => ({
      name: s.name,
      values: s.values,
      colour: s.level === 2 || s.level === 3 ? levelPaint(s.level).fill : levelPaint(s.level).text,
      widthPt: 2.25,
      label: { show: 'both' as const, colour: levelPaint(s.level).text, bold: true },
    })),
    { ...value, format: numberFormat(0, '%') },
  );
  return {
    ...noChart,
    categories: axisLabels(exhibit.data, lang),
    groups: [{ kind: 'line', series: lines }],
    value,
    behind: [{ name: 'n', values: graded }],
    endEm: 10,
    description: exhibit.description,
  };
}
