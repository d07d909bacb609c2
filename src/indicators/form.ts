import type { IndicatorKind } from '../base/indicators';
import type { Panel } from '../panel/panel';

/**
 * Prepared forms of an indicator. `reported`: as it came (and aggregated upward) · `monthly`: a cumulative-in-year
 * series turned into single periods · `joint`: single periods with January and February taken together.
 */
export type SeriesForm = 'reported' | 'monthly' | 'joint';

/** One prepared series of each region: what is asked of the preparation. */
export interface FormNeed {
  readonly indicator: string;
  readonly form: SeriesForm;
}

/** Key of a form in `Panel.columns`; the reported form keeps the plain indicator id. */
export function formKey(indicatorId: string, form: SeriesForm): string {
  return form === 'reported' ? indicatorId : `${indicatorId}/${form}`;
}

/** What kind of series a form is: single periods of a cumulative series are a flow. */
export function kindOfForm(kind: IndicatorKind, form: SeriesForm): IndicatorKind {
  return kind === 'cumulative' && form !== 'reported' ? 'flow' : kind;
}

/** Forms that make sense for an indicator of this panel. */
export function formsOf(panel: Panel, indicatorId: string): readonly SeriesForm[] {
  const indicator = panel.catalogue.byId.get(indicatorId);
  if (!indicator || panel.frequency !== 'month') return ['reported'];
  const forms: SeriesForm[] = ['reported'];
  if (indicator.kind === 'cumulative') forms.push('monthly');
  if (indicator.janFeb !== 'separate') forms.push('joint');
  return forms;
}
