import { LEVEL_NUMERALS, WARNING_LEVELS } from '../../../base/level';
import type { Lang } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import { lastFigure } from '../native/end-labels';
import type { LineSeries, NativeChart, ValueScale } from '../native/native-chart';
import { numberFormat } from '../native/scale';
import { headName } from '../paper/tables';
import { levelPaint, PAPER } from '../palette';
import { axisLabels } from './axis-labels';
import { labelledLines, measureScale, type NamedLine, noChart } from './line-parts';

/** One chart for each panel; those of one unit share their scale where the exhibit says so. */
export function smallMultiples(exhibit: ExhibitOf<'small-multiples'>, lang: Lang): readonly NativeChart[] {
  const { panels, shared, labels } = exhibit.data;
  const drawn = (panel: Panel): (number | null)[] => [...panel.values, ...panel.lines];
  const scaleOf = (panel: Panel): ValueScale =>
    measureScale(
      shared ? panels.filter((other) => other.measure.unit === panel.measure.unit).flatMap(drawn) : drawn(panel),
      { ...panel.measure, unit: sign(panel.measure.unit) },
      { steps: 3 },
    );
  return panels.map((panel): NativeChart => {
    const value = scaleOf(panel);
    const figure = numberFormat(panel.measure.decimals, sign(panel.measure.unit));
    const lines: NamedLine[] = panel.lines.flatMap((line, i) => {
      if (line === null) return [];
      const { text } = levelPaint(i + 1);
      return [
        {
          name: LEVEL_NUMERALS[i + 1]!,
          values: labels.map(() => line),
          colour: text,
          widthPt: 1,
          dash: true,
          label: { show: 'name' as const },
        },
      ];
    });
    const last = lastFigure(panel.values);
    lines.push({
      name: panel.name,
      values: panel.values,
      colour: PAPER.accent,
      widthPt: 1.75,
      label: last < 0 ? null : { show: 'value', bold: true, colour: PAPER.ink },
    });
    const series = [
      ...labelledLines(lines, { ...value, format: figure }, LABEL_GAPS[Math.ceil(panels.length / 3)] ?? 0.15),
      ...levelMarks(panel),
    ];
    return {
      ...noChart,
      title: [headName(panel.name, sign(panel.measure.unit) === '' ? panel.measure.unit : '', lang), panel.state]
        .filter((word) => word !== '')
        .join(' · '),
      categories: axisLabels(exhibit.data, lang),
      groups: [{ kind: 'line', series }],
      value,
      endEm: 5,
      description: exhibit.description,
    };
  });
}

/** Between labels in shares of a plot, by the rows of panels: they become lower. */
const LABEL_GAPS: readonly (number | undefined)[] = [undefined, 0.09, 0.11];

/** A unit that is short enough for every label; longer ones stand in the title of the panel. */
const sign = (unit: string): string => (/^(?:.|[\u0020-\u007e]{2})$/.test(unit) ? unit : '');

type Panel = ExhibitOf<'small-multiples'>['data']['panels'][number];

/** Points of the periods at a warning level, a series for each level that occurs. */
function levelMarks(panel: Panel): LineSeries[] {
  return WARNING_LEVELS.filter((level) => panel.levels.includes(level)).map((level) => ({
    name: LEVEL_NUMERALS[level]!,
    values: panel.values.map((value, i) => (panel.levels[i] === level ? value : null)),
    line: null,
    marker: { colour: levelPaint(level).fill, size: 5 },
  }));
}
