import type { WarningLevel } from '../../../base/level';
import type { Day, Period } from '../../../base/period';
import type { AssessmentView, RegionDetail } from '../../../platform/engine-api';
import type { WorkCalendar } from '../../../response/calendar/calendar';
import type { Case } from '../../../response/case/case';
import type { CaseClock } from '../../../response/case/clocks';
import type { LayerDuty, Plan } from '../../../response/plan';
import type { ResponseState } from '../../../response/state';
import type { Entry } from '../../../response/trail/entry';
import type { Spell } from '../../../response/warnings/spell';

/** What the forms of every stage are drawn from. */
export interface StepProps {
  readonly review: Case;
  readonly view: AssessmentView;
  readonly plan: Plan;
  readonly state: ResponseState;
  readonly entries: readonly Entry[];
  /** At the opening, or the higher one at which somebody took note of its warning since. */
  readonly level: WarningLevel;
  /** Who answers for the region at the level of the review. */
  readonly duty: LayerDuty;
  readonly clocks: readonly CaseClock[];
  readonly calendar: WorkCalendar;
  readonly nowMs: number;
  /** Today in Beijing time. */
  readonly today: Day;
  /** The newest period with figures: what is assessed and decided on. */
  readonly period: Period;
  /** Spell of the warning, as the figures tell it now; null = opened by hand, or the figures no longer have it. */
  readonly spell: Spell | null;
  /** The region in the newest period; null while it is being worked out. */
  readonly detail: RegionDetail | null;
}
