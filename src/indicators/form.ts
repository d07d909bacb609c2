import type { Indicator, IndicatorKind } from '../base/indicators';
import type { Frequency } from '../base/period';

/**
 * Prepared forms of an indicator. `reported`: as it came (and aggregated upward) · `monthly`: a cumulative-in-year
 * series turned into single periods · `joint`: single periods with January and February taken together · `festival`:
 * single periods with the moving part of the Spring Festival taken out.
 */
export const SERIES_FORMS = ['reported', 'monthly', 'joint', 'festival'] as const;
export type SeriesForm = (typeof SERIES_FORMS)[number];

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

export type FormFault = 'only-months' | 'not-cumulative' | 'not-joint' | 'not-festival' | 'no-festival';

/** What of a data set decides which forms there are: its frequency, and whether its places keep the Spring Festival. */
export interface Calendar {
  readonly frequency: Frequency;
  readonly festival: boolean;
}

/** Why a form makes no sense for an indicator; null where it does. */
export function formFault(indicator: Indicator, form: SeriesForm, { frequency, festival }: Calendar): FormFault | null {
  if (form === 'reported') return null;
  if (frequency !== 'month') return 'only-months';
  if (form === 'monthly') return indicator.kind === 'cumulative' ? null : 'not-cumulative';
  if (form === 'joint') return indicator.janFeb === 'separate' ? 'not-joint' : null;
  if (!festival) return 'no-festival';
  return indicator.janFeb === 'joint-published' ? 'not-festival' : null;
}
