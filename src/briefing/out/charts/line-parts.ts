import type { MeasureData } from '../../exhibits/exhibit';
import { lastFigure, shiftsOf } from '../native/end-labels';
import type { LineSeries, NativeChart, PointLabel, SeriesLabels, ValueScale } from '../native/native-chart';
import { clean, niceScale, numberFormat } from '../native/scale';

/** A line with what it is called at its end. */
export interface NamedLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  readonly widthPt: number;
  readonly dash?: boolean;
  /** At the last figure; null = no label. */
  readonly label: { readonly show: PointLabel['show']; readonly bold?: boolean; readonly colour?: string } | null;
}

/** Lines of text one below the other need this share of the plot. */
const LABEL_GAP = 0.062;

/** Lines with labels at their ends which do not cover each other. */
export function labelledLines(lines: readonly NamedLine[], scale: ValueScale, gap = LABEL_GAP): LineSeries[] {
  const ends = lines.map((line) => (line.label ? lastFigure(line.values) : -1));
  const labelled = lines.flatMap((_, i) => (ends[i]! >= 0 ? [i] : []));
  const shifts = shiftsOf(
    labelled.map((i) => lines[i]!.values[ends[i]!]!),
    scale,
    gap,
  );
  return lines.map((line, i) => {
    const k = labelled.indexOf(i);
    const labels: SeriesLabels | undefined =
      k < 0
        ? undefined
        : {
            at: [
              {
                index: ends[i]!,
                show: line.label!.show,
                format: scale.format,
                ...(Math.abs(shifts[k]!) > 1e-4 && { shift: shifts[k]! }),
              },
            ],
            place: 'r',
            colour: line.label!.colour ?? line.colour,
            bold: line.label!.bold ?? false,
          };
    return {
      name: line.name,
      values: line.values,
      line: { colour: line.colour, widthPt: line.widthPt, ...(line.dash && { dash: true }) },
      marker: null,
      ...(labels && { labels }),
    };
  });
}

/** A scale in the spelling of a measure; its steps may need more decimals than the measure has. */
export function measureScale(
  values: readonly (number | null)[],
  measure: Pick<MeasureData, 'unit' | 'decimals'>,
  options: { readonly zero?: boolean; readonly steps?: number; readonly title?: string } = {},
): ValueScale {
  const scale = niceScale(values, { format: '', ...options });
  return { ...scale, format: numberFormat(decimalsOf(scale.step), measure.unit) };
}

function decimalsOf(step: number): number {
  const [, part = ''] = String(clean(step)).split('.');
  return part.length;
}

export const noChart = {
  title: '',
  categories: [] as readonly string[],
  x: null,
  behind: [],
  endEm: 0,
} satisfies Partial<NativeChart>;
