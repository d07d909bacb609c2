import type { Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { diffusionCurve } from './diffusion-curve';
import { driverHeatmap } from './driver-heatmap';
import type { ExhibitKind, ExhibitOf } from './exhibit';
import { forecastFan } from './forecast-fan';
import { indexWaterfall } from './index-waterfall';
import { levelMap } from './level-map';
import { levelTape } from './level-tape';
import { rankedBars } from './ranked-bars';
import { revisionLines } from './revision-lines';
import { slope } from './slope';
import { smallMultiples } from './small-multiples';
import { supplyDemand } from './supply-demand';
import { targetBullets } from './target-bullets';
import { tileMap } from './tile-map';

/**
 * One builder per kind of chart: the facts in, a chart as data with its words in one language out; null where the facts
 * cannot carry the chart, and the page then goes without. `about`: a region's code for `small-multiples`,
 * `index-waterfall`, an indicator's id for `ranked-bars`, `slope`, `forecast-fan`, `target-bullets`; left out = the usual
 * one; the other kinds do not read it.
 */
export const EXHIBIT_BUILDERS: {
  readonly [K in ExhibitKind]: (facts: BriefingFacts, lang: Lang, about?: string) => ExhibitOf<K> | null;
} = {
  'level-map': levelMap,
  'tile-map': tileMap,
  'level-tape': levelTape,
  'ranked-bars': rankedBars,
  'small-multiples': smallMultiples,
  'forecast-fan': forecastFan,
  'supply-demand': supplyDemand,
  slope,
  'driver-heatmap': driverHeatmap,
  'diffusion-curve': diffusionCurve,
  'target-bullets': targetBullets,
  'revision-lines': revisionLines,
  'index-waterfall': indexWaterfall,
};
