import type { Indicator } from '../base/indicators';
import type { SeriesForm } from '../indicators/form';
import { leadLag } from '../stats/correlation';
import type { Panel } from '../panel/panel';
import type { LeadLag, LeadLagQuery, SeriesQuery } from './engine-api';
import { seriesOf } from './engine-series';

/** So many periods before and behind are looked at. */
const MOST = 12;
/** Fewer common periods say nothing. */
const LEAST = 24;

/** The form in which an indicator's periods can be compared with any other's. */
function comparableForm({ janFeb, kind }: Indicator): SeriesForm {
  if (janFeb !== 'separate') return 'joint';
  return kind === 'cumulative' ? 'monthly' : 'reported';
}

/** Growth rates of the macro economy are changes already; of everything else the change on the year before is taken. */
function comparableView({ family, kind }: Indicator): SeriesQuery['view'] {
  return family === 'macro' && kind === 'rate' ? 'value' : 'yoy';
}

/**
 * Does one indicator of a region go before another? Correlation of their yearly changes (of growth rates themselves) at
 * each lead. `panelFor` prepares the form that is asked for. Null where one of them is not in the data.
 */
export function leadLagOf(
  query: LeadLagQuery,
  panelFor: (indicatorId: string, form: SeriesForm) => Panel,
): LeadLag | null {
  const one = (indicatorId: string) => {
    const indicator = panelFor(indicatorId, 'reported').catalogue.byId.get(indicatorId);
    if (!indicator) return undefined;
    const form = comparableForm(indicator);
    const view = comparableView(indicator);
    const asked = { regionCodes: [query.regionCode], indicatorIds: [indicatorId], form, view };
    return seriesOf(panelFor(indicatorId, form), asked)[0];
  };
  const leading = one(query.leading);
  const following = one(query.following);
  if (!leading || !following) return null;
  const correlations = leadLag(leading.values, following.values, MOST, LEAST);
  let best: number | null = null;
  for (const [at, r] of correlations.entries()) {
    if (r === r && (best === null || Math.abs(r) > Math.abs(correlations[best + MOST]!))) best = at - MOST;
  }
  return { most: MOST, least: LEAST, correlations, best, views: [leading.view, following.view] };
}
