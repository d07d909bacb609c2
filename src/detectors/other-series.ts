import { type FormNeed, SERIES_FORMS, type SeriesForm } from '../indicators/form';
import type { ParamSpec, ParamValues } from './params';

/** Parameters of a detector that reads another indicator of the region besides its own. */
export const OTHER_PARAMS = {
  other: { type: 'indicator' },
  otherForm: { type: 'option', default: 'reported', options: SERIES_FORMS },
} as const satisfies Readonly<Record<string, ParamSpec>>;

export function otherOf(params: ParamValues): FormNeed {
  return { indicator: params.other as string, form: params.otherForm as SeriesForm };
}
