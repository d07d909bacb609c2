import type { Briefing } from '../../../briefing/briefing';
import { isOwn } from '../../../briefing/edit-briefing';
import { EXHIBIT_KINDS, type Exhibit, type ExhibitKind } from '../../../briefing/exhibits/exhibit';
import type { ChartQuery } from '../../../platform/engine-briefing-api';

/** What a kind of chart can be asked to be about; null = it is always about the whole briefing. */
export const CHART_ABOUT: Readonly<Record<ExhibitKind, 'region' | 'indicator' | null>> = {
  'level-map': null,
  'tile-map': null,
  'level-tape': null,
  'ranked-bars': 'indicator',
  'small-multiples': 'region',
  'forecast-fan': 'indicator',
  'supply-demand': null,
  slope: 'indicator',
  'driver-heatmap': null,
  'diffusion-curve': null,
  'target-bullets': 'indicator',
  'revision-lines': null,
  'index-waterfall': 'region',
};

/** Between the kind and what it is about, in the id of an exhibit. */
const ABOUT = ':';

/** The charts that a hand added to a briefing, as they are asked for anew. */
export function chartsOf({ pages }: Pick<Briefing, 'pages'>): readonly ChartQuery[] {
  return pages.flatMap((page) => (isOwn(page) && page.exhibit ? [chartOf(page.id, page.exhibit)] : []));
}

function chartOf(page: string, exhibit: Exhibit): ChartQuery {
  const { id, kind } = exhibit;
  return { page, kind, about: id.startsWith(kind + ABOUT) ? id.slice(kind.length + ABOUT.length) : null };
}

/** Is this a kind of chart? */
export const chartKind = (word: string): ExhibitKind | null => EXHIBIT_KINDS.find((k) => k === word) ?? null;
