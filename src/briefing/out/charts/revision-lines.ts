import type { Lang } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import type { NativeChart } from '../native/native-chart';
import { numberFormat } from '../native/scale';
import { PAPER } from '../palette';
import { axisLabels } from './axis-labels';
import { labelledLines, measureScale, noChart } from './line-parts';

export function revisionLines(exhibit: ExhibitOf<'revision-lines'>, lang: Lang): NativeChart {
  const { before, after, beforeName, afterName, measure } = exhibit.data;
  const value = measureScale([...before, ...after], measure);
  const series = labelledLines(
    [
      {
        name: beforeName,
        values: before,
        colour: PAPER.ink3,
        widthPt: 1.5,
        dash: true,
        label: { show: 'both' },
      },
      { name: afterName, values: after, colour: PAPER.accent, widthPt: 2.25, label: { show: 'both', bold: true } },
    ],
    { ...value, format: numberFormat(measure.decimals, measure.unit) },
  );
  return {
    ...noChart,
    categories: axisLabels(exhibit.data, lang),
    groups: [{ kind: 'line', series }],
    value,
    endEm: 12,
    description: exhibit.description,
  };
}
