import type { Period } from '../../base/period';
import type { Lang } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Watch } from './watch';

/** What every part of the overview shows. */
export interface Shown {
  readonly view: AssessmentView;
  readonly watch: Watch;
  readonly period: Period;
  readonly lang: Lang;
}
