import type { Lang } from '../src/base/text';
import { type Exhibit, EXHIBIT_KINDS, type ExhibitKind, type ExhibitOf } from '../src/briefing/exhibits/exhibit';
import { type Sample, sampleOf, SAMPLE_STATES, type SampleState } from './exhibit-samples/context';
import {
  forecastFanSample,
  indexWaterfallSample,
  revisionLinesSample,
  targetBulletsSample,
} from './exhibit-samples/courses';
import { rankedBarsSample, slopeSample, smallMultiplesSample, supplyDemandSample } from './exhibit-samples/figures';
import {
  diffusionCurveSample,
  driverHeatmapSample,
  levelMapSample,
  levelTapeSample,
  tileMapSample,
} from './exhibit-samples/levels';

export { SAMPLE_STATES, type SampleState };

/**
 * Sample exhibits of every kind in every state that data can bring about, for the gallery and for tests of whatever
 * draws or writes them. All figures are invented, and each says so in its title and source. Same call, same bytes.
 */
const SAMPLES: { readonly [K in ExhibitKind]: (sample: Sample) => ExhibitOf<K> } = {
  'level-map': levelMapSample,
  'tile-map': tileMapSample,
  'level-tape': levelTapeSample,
  'ranked-bars': rankedBarsSample,
  'small-multiples': smallMultiplesSample,
  'forecast-fan': forecastFanSample,
  'supply-demand': supplyDemandSample,
  slope: slopeSample,
  'driver-heatmap': driverHeatmapSample,
  'diffusion-curve': diffusionCurveSample,
  'target-bullets': targetBulletsSample,
  'revision-lines': revisionLinesSample,
  'index-waterfall': indexWaterfallSample,
};

/** `insufficient`: no figure where there can be none. `extremes`: far off, at the ends, of both signs. `ties`: all alike. */
export function sampleExhibit<K extends ExhibitKind>(
  kind: K,
  state: SampleState,
  lang: Lang,
): Extract<Exhibit, { readonly kind: K }> {
  return SAMPLES[kind](sampleOf(kind, state, lang)) as Exhibit as Extract<Exhibit, { readonly kind: K }>;
}

export interface SampleExhibit {
  readonly kind: ExhibitKind;
  readonly state: SampleState;
  readonly exhibit: Exhibit;
}

export function sampleExhibits(lang: Lang): readonly SampleExhibit[] {
  return EXHIBIT_KINDS.flatMap((kind) =>
    SAMPLE_STATES.map((state) => ({ kind, state, exhibit: sampleExhibit(kind, state, lang) })),
  );
}
