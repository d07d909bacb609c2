import type { Frequency, Period } from '../../base/period';

/**
 * A chart as plain data with its words, in one language, before anybody draws it. Screens and images draw it with
 * ECharts (charts/exhibits/), PPTX and DOCX as native charts, tables and shapes (briefing/out/), the workbook writes its
 * table: all from here, so that they cannot differ. Gaps are null.
 */
export type Exhibit = { readonly [K in ExhibitKind]: ExhibitOf<K> }[ExhibitKind];

export type ExhibitOf<K extends ExhibitKind> = ExhibitWords & { readonly kind: K; readonly data: ExhibitData[K] };

export interface ExhibitWords {
  /** Stable over periods, unique in a briefing. */
  readonly id: string;
  /** States the finding, written from the data. */
  readonly title: string;
  /** Measure, unit, treatment, period. */
  readonly subtitle: string;
  /** What a sighted reader sees, in words. */
  readonly description: string;
  /** Source, date of the data, vintage; the mark of the demonstration where it is one. */
  readonly source: string;
  readonly table: ExhibitTable;
}

export interface ExhibitTable {
  readonly columns: readonly { readonly name: string; readonly unit: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** `text` is how it reads; `value` the number behind it, for the workbook; null for words and for "not there". */
export interface Cell {
  readonly text: string;
  readonly value: number | null;
}

export const EXHIBIT_KINDS = [
  'level-map',
  'tile-map',
  'level-tape',
  'ranked-bars',
  'small-multiples',
  'forecast-fan',
  'supply-demand',
  'slope',
  'driver-heatmap',
  'diffusion-curve',
  'target-bullets',
  'revision-lines',
  'index-waterfall',
] as const;
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number];

export interface ExhibitData {
  'level-map': LevelMapData;
  'tile-map': TileMapData;
  'level-tape': LevelTapeData;
  'ranked-bars': RankedBarsData;
  'small-multiples': SmallMultiplesData;
  'forecast-fan': ForecastFanData;
  'supply-demand': SupplyDemandData;
  slope: SlopeData;
  'driver-heatmap': DriverHeatmapData;
  'diffusion-curve': DiffusionCurveData;
  'target-bullets': TargetBulletsData;
  'revision-lines': RevisionLinesData;
  'index-waterfall': IndexWaterfallData;
}

/** One region with its level byte (0–4, 255 insufficient) and composite index. */
export interface LevelCellData {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly level: number;
  readonly index: number | null;
}

/** With boundaries: drawn over the outline of the region tree. */
export interface LevelMapData {
  readonly cells: readonly LevelCellData[];
}

/**
 * Without boundaries: one block per part, one small tile per region below it. Where nothing lies below the parts, `tiles` is
 * empty and the parts themselves are the tiles.
 */
export interface TileMapData {
  readonly parts: readonly LevelCellData[];
  readonly tiles: readonly (LevelCellData & { readonly part: string })[];
}

/** Time axis of a chart; `labels[i]` is the period `first + i` in short words. */
export interface TimeAxis {
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly labels: readonly string[];
}

export interface LevelTapeData extends TimeAxis {
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly short: string;
    /** The region over the others. */
    readonly whole: boolean;
    readonly levels: readonly number[];
  }[];
}

/** How a value is spelt and measured. */
export interface MeasureData {
  readonly name: string;
  /** As it reads, after the number; empty for ratios and indices. */
  readonly unit: string;
  readonly decimals: number;
}

/** Worst first. */
export interface RankedBarsData {
  readonly measure: MeasureData;
  /** What the change is against, in words. */
  readonly against: string;
  readonly change: MeasureData;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly value: number | null;
    readonly change: number | null;
    readonly level: number;
  }[];
}

export interface SmallMultiplesData extends TimeAxis {
  readonly panels: readonly {
    readonly id: string;
    readonly name: string;
    /** What is drawn: the statistic that the rule tests, in its unit. */
    readonly measure: MeasureData;
    readonly values: readonly (number | null)[];
    /** Lines of the rule in the same unit, blue to red; null where the rule has none. */
    readonly lines: readonly (number | null)[];
    /** A value is worse above its lines (1) or below them (−1). */
    readonly worse: 1 | -1;
    /** Counted level of the rule in each period. */
    readonly levels: readonly number[];
    /** State of the signal now, in words, for the label at the end. */
    readonly state: string;
  }[];
  /** Panels of one unit share their scale. */
  readonly shared: boolean;
}

export interface ForecastFanData extends TimeAxis {
  readonly measure: MeasureData;
  /** January and February are one figure, which stands at February: the line goes past January. Left out = they are not. */
  readonly joint?: boolean;
  /** Figures; as many as there are labels less the steps. */
  readonly history: readonly (number | null)[];
  readonly steps: readonly {
    readonly mean: number;
    /** Of the intervals in `intervals`, narrowest first. */
    readonly lower: readonly number[];
    readonly upper: readonly number[];
  }[];
  /** In per cent, narrowest first. */
  readonly intervals: readonly number[];
  /** Lines ahead, lowest level first. */
  readonly lines: readonly {
    readonly level: number;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

export interface SupplyDemandData {
  /** x: seekers, y: openings, both per 1,000 of the labour force where it is known everywhere, else in their unit. */
  readonly x: MeasureData;
  readonly y: MeasureData;
  readonly points: readonly {
    readonly code: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly level: number;
  }[];
  /** The whole region, oldest first; the last one is the period reported on. */
  readonly path: readonly { readonly label: string; readonly x: number; readonly y: number }[];
  readonly pathName: string;
}

export interface SlopeData {
  readonly measure: MeasureData;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly level: number;
    /** One of the few that the title is about. */
    readonly emphasis: boolean;
  }[];
}

export interface DriverHeatmapData {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly family: string }[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: number;
    /** Level byte of each column's signal; null where no rule applies. */
    readonly cells: readonly (number | null)[];
  }[];
}

export interface DiffusionCurveData extends TimeAxis {
  /** Share of regions (0–100, of those graded) at or above each level. */
  readonly series: readonly {
    readonly level: number;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly graded: readonly number[];
}

export interface TargetBulletsData {
  /** Shares of the year's target in per cent. */
  readonly due: number;
  /** On its line, with the share: 时序 83.3%. */
  readonly dueName: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly share: number | null;
    readonly usual: number | null;
    /** Share less what was due, in percentage points. */
    readonly gap: number | null;
    readonly whole: boolean;
  }[];
}

export interface RevisionLinesData extends TimeAxis {
  readonly measure: MeasureData;
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  readonly beforeName: string;
  readonly afterName: string;
}

export interface IndexWaterfallData {
  readonly fromName: string;
  readonly from: number;
  readonly toName: string;
  readonly to: number;
  /** Changes in points; from + all of them = to. */
  readonly steps: readonly { readonly id: string; readonly name: string; readonly change: number }[];
}
