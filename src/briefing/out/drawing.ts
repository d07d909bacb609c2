import type { Lang } from '../../base/text';
import type { Exhibit } from '../exhibits/exhibit';
import { diffusionCurve } from './charts/diffusion-curve';
import { forecastFan } from './charts/forecast-fan';
import { indexWaterfall } from './charts/index-waterfall';
import { rankedBars } from './charts/ranked-bars';
import { revisionLines } from './charts/revision-lines';
import { slope } from './charts/slope';
import { smallMultiples } from './charts/small-multiples';
import { supplyDemand } from './charts/supply-demand';
import { targetBullets } from './charts/target-bullets';
import { heatmapGrid } from './grids/driver-heatmap';
import type { Grid } from './grids/grid';
import { tapeGrid } from './grids/level-tape';
import { mapGrid, tileGrid } from './grids/tiles';
import type { NativeChart } from './native/native-chart';

/** An exhibit as an office program can hold it: charts side by side, or a table whose cells carry levels. */
export type Drawing =
  | {
      readonly kind: 'charts';
      readonly charts: readonly NativeChart[];
      /** Most charts in one row, and their widths relative to each other. */
      readonly inRow: number;
      readonly shares: readonly number[];
    }
  | { readonly kind: 'grid'; readonly grid: Grid };

/** `widthEm`: of the place in ems of the letters of a table, to choose how much of the head fits. */
export function drawingOf(exhibit: Exhibit, lang: Lang, widthEm: number): Drawing {
  const one = (chart: NativeChart): Drawing => ({ kind: 'charts', charts: [chart], inRow: 1, shares: [1] });
  switch (exhibit.kind) {
    case 'level-map':
      return { kind: 'grid', grid: mapGrid(exhibit, lang) };
    case 'tile-map':
      return { kind: 'grid', grid: tileGrid(exhibit, lang) };
    case 'level-tape':
      return { kind: 'grid', grid: tapeGrid(exhibit, lang, widthEm) };
    case 'driver-heatmap':
      return { kind: 'grid', grid: heatmapGrid(exhibit, lang, widthEm) };
    case 'ranked-bars':
      return { kind: 'charts', charts: rankedBars(exhibit), inRow: 2, shares: [1.7, 1] };
    case 'small-multiples': {
      const charts = smallMultiples(exhibit, lang);
      return { kind: 'charts', charts, inRow: charts.length === 4 ? 2 : Math.min(3, charts.length), shares: [1, 1, 1] };
    }
    case 'forecast-fan':
      return one(forecastFan(exhibit, lang));
    case 'supply-demand':
      return one(supplyDemand(exhibit, lang));
    case 'slope':
      return one(slope(exhibit));
    case 'diffusion-curve':
      return one(diffusionCurve(exhibit, lang));
    case 'target-bullets':
      return one(targetBullets(exhibit, lang));
    case 'revision-lines':
      return one(revisionLines(exhibit, lang));
    case 'index-waterfall':
      return one(indexWaterfall(exhibit, lang));
  }
}
