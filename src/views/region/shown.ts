import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';

/** What every part of the region screen shows. */
export interface Shown {
  readonly view: AssessmentView;
  readonly period: Period;
  readonly lang: Lang;
}
