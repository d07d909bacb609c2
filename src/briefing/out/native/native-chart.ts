/**
 * A chart of DrawingML as plain data: what PowerPoint, Word and WPS draw themselves and let people edit, with its
 * figures in a workbook of its own. An exhibit becomes one or several of them (charts/); null values have no point.
 */
export interface NativeChart {
  /** Above the plot, where an exhibit is several charts. */
  readonly title: string;
  /** Empty for scatter charts. */
  readonly categories: readonly string[];
  /** Drawn in this order: later ones cover earlier ones. */
  readonly groups: readonly ChartGroup[];
  readonly value: ValueScale;
  /** Of scatter charts. */
  readonly x: ValueScale | null;
  /** Values in the workbook beside those that are drawn: what stacked differences were made from. */
  readonly behind: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** False: the chart stands beside another one that names the categories. */
  readonly named?: boolean;
  /** Space on the right for labels at the ends of lines, in ems of the labels. */
  readonly endEm: number;
  /** In words, for readers who do not see it. */
  readonly description: string;
}

/** Fixed, so that the place of every label can be reckoned. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Excel's own form: `#,##0.0"%"`. */
  readonly format: string;
  readonly title: string;
  readonly hidden?: boolean;
}

export type ChartGroup =
  | { readonly kind: 'line'; readonly series: readonly LineSeries[] }
  | { readonly kind: 'area'; readonly series: readonly FillSeries[] }
  | {
      readonly kind: 'bar';
      readonly direction: 'bar' | 'col';
      readonly stacked: boolean;
      /** Between categories, in per cent of a bar. */
      readonly gap: number;
      readonly series: readonly FillSeries[];
    }
  | { readonly kind: 'scatter'; readonly series: readonly (LineSeries & { readonly xs: readonly number[] })[] };

export interface SeriesBase {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly labels?: SeriesLabels | undefined;
}

export interface LineSeries extends SeriesBase {
  /** Null = no line, points alone. */
  readonly line: { readonly colour: string; readonly widthPt: number; readonly dash?: boolean } | null;
  readonly marker: {
    readonly colour: string;
    readonly size: number;
    readonly symbol?: 'circle' | 'diamond';
    readonly hollow?: boolean;
  } | null;
}

export interface FillSeries extends SeriesBase {
  /** Null = invisible: the base that others stand on. */
  readonly fill: string | null;
  /** In per cent; 100 = opaque. */
  readonly opacity?: number;
  /** Per point, where they differ. */
  readonly fills?: readonly string[];
  readonly border?: string;
}

export interface SeriesLabels {
  readonly at: readonly PointLabel[];
  readonly place: 'r' | 'l' | 't' | 'b' | 'ctr' | 'outEnd' | 'inEnd';
  readonly colour: string;
  readonly bold?: boolean;
  /** On white, where lines run behind them. */
  readonly onGround?: boolean;
}

/** `value` and `name` stay true when the figures are edited; `text` is for names that the chart does not hold otherwise. */
export interface PointLabel {
  readonly index: number;
  readonly show: 'value' | 'name' | 'both' | { readonly text: string };
  readonly format?: string;
  /** Another place than the rest of its series. */
  readonly place?: SeriesLabels['place'];
  /** Moved from its place, in shares of the height of the plot (down is positive). */
  readonly shift?: number;
  /** The same to the right, in shares of the width. */
  readonly across?: number;
}
