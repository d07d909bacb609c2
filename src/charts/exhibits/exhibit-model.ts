import type { EChartsOption } from 'echarts';
import type { Lang } from '../../base/text';
import type { Exhibit, ExhibitData, ExhibitKind, ExhibitTable } from '../../briefing/exhibits/exhibit';
import type { ChartModel, ChartTable } from '../chart-model';
import type { ChartTheme } from '../theme';
import { diffusionCurveOption } from './diffusion-curve-option';
import { driverHeatmapHeight, driverHeatmapOption } from './driver-heatmap-option';
import { forecastFanOption } from './forecast-fan-option';
import { indexWaterfallHeight, indexWaterfallOption } from './index-waterfall-option';
import { coveredBy, type ExhibitOutline, LEVEL_MAP_PX, levelMapOption } from './level-map-option';
import { levelTapeHeight, levelTapeOption } from './level-tape-option';
import { rankedBarsHeight, rankedBarsOption } from './ranked-bars-option';
import { revisionLinesOption } from './revision-lines-option';
import { slopeHeight, slopeOption } from './slope-option';
import { smallMultiplesHeight, smallMultiplesOption } from './small-multiples-option';
import { supplyDemandOption } from './supply-demand-option';
import { targetBulletsHeight, targetBulletsOption } from './target-bullets-option';
import { tileMapHeight, tileMapOption } from './tile-map-option';

/** How a kind is drawn, and how high at its natural size. */
interface Drawer<K extends ExhibitKind> {
  readonly height: (data: ExhibitData[K], outline: ExhibitOutline | null) => number;
  readonly option: (data: ExhibitData[K], call: DrawCall) => EChartsOption;
}

interface DrawCall {
  readonly lang: Lang;
  readonly theme: ChartTheme;
  readonly outline: ExhibitOutline | null;
  readonly height: number;
}

const CURVE_PX = 300;
const SCATTER_PX = 440;

const DRAWERS: { readonly [K in ExhibitKind]: Drawer<K> } = {
  'level-map': {
    height: (data, outline) =>
      coveredBy(data, outline) ? LEVEL_MAP_PX : tileMapHeight({ parts: data.cells, tiles: [] }),
    option: (data, { lang, theme, outline }) => levelMapOption(data, lang, theme, outline),
  },
  'tile-map': { height: tileMapHeight, option: (data, { lang, theme }) => tileMapOption(data, lang, theme) },
  'level-tape': { height: levelTapeHeight, option: (data, { lang, theme }) => levelTapeOption(data, lang, theme) },
  'ranked-bars': { height: rankedBarsHeight, option: (data, { lang, theme }) => rankedBarsOption(data, lang, theme) },
  'small-multiples': {
    height: smallMultiplesHeight,
    option: (data, { lang, theme }) => smallMultiplesOption(data, lang, theme),
  },
  'forecast-fan': {
    height: () => CURVE_PX,
    option: (data, { lang, theme, height }) => forecastFanOption(data, lang, theme, height),
  },
  'supply-demand': {
    height: () => SCATTER_PX,
    option: (data, { lang, theme }) => supplyDemandOption(data, lang, theme),
  },
  slope: { height: slopeHeight, option: (data, { lang, theme }) => slopeOption(data, lang, theme) },
  'driver-heatmap': {
    height: driverHeatmapHeight,
    option: (data, { lang, theme }) => driverHeatmapOption(data, lang, theme),
  },
  'diffusion-curve': {
    height: () => CURVE_PX,
    option: (data, { lang, theme }) => diffusionCurveOption(data, lang, theme),
  },
  'target-bullets': {
    height: targetBulletsHeight,
    option: (data, { lang, theme }) => targetBulletsOption(data, lang, theme),
  },
  'revision-lines': {
    height: () => CURVE_PX,
    option: (data, { lang, theme }) => revisionLinesOption(data, lang, theme),
  },
  'index-waterfall': {
    height: indexWaterfallHeight,
    option: (data, { lang, theme }) => indexWaterfallOption(data, lang, theme),
  },
};

/**
 * The chart of an exhibit with the exhibit's own words. Maps need an outline that is registered; without one, or where
 * it lacks a region, they are drawn as tiles. `height` in pixels when it is another than the natural one.
 */
export function exhibitModel(
  exhibit: Exhibit,
  theme: ChartTheme,
  lang: Lang,
  { outline = null, height = exhibitHeight(exhibit, outline) }: ExhibitDrawing = {},
): ChartModel {
  return {
    title: exhibit.title,
    subtitle: exhibit.subtitle,
    description: exhibit.description,
    get table() {
      return tableOf(exhibit.table);
    },
    option: optionOf(exhibit, { lang, theme, outline, height }),
  };
}

export interface ExhibitDrawing {
  readonly outline?: ExhibitOutline | null;
  readonly height?: number;
}

/** Height in pixels that the drawing needs, so that nothing in it touches. */
export function exhibitHeight(exhibit: Exhibit, outline: ExhibitOutline | null = null): number {
  return heightOf(exhibit, outline);
}

/** One kind at a time, so that data and drawer are of the same kind. */
function optionOf<K extends ExhibitKind>(exhibit: { readonly kind: K; readonly data: ExhibitData[K] }, call: DrawCall) {
  return DRAWERS[exhibit.kind].option(exhibit.data, call);
}

function heightOf<K extends ExhibitKind>(
  exhibit: { readonly kind: K; readonly data: ExhibitData[K] },
  outline: ExhibitOutline | null,
): number {
  return DRAWERS[exhibit.kind].height(exhibit.data, outline);
}

function tableOf({ columns, rows }: ExhibitTable): ChartTable {
  return {
    head: columns.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`)),
    rows: rows.map((row) => row.map((cell) => cell.text)),
  };
}
