import type { Day } from '../../base/period';
import type { SeriesForm } from '../../indicators/form';
import type { Graded } from '../../levels/graded';
import type { Panel } from '../../panel/panel';
import type { Plan } from '../../response/plan';
import type { ResponseFacts } from './facts';

/** An assessment as a briefing sees it: graded figures, their day of knowledge, and further forms on request. */
export interface Known {
  /** `asOf`: the day of knowledge; null = everything that is known. */
  readonly assessed: Graded & { readonly asOf: Day | null };
  /** The panel of the assessment with one form of some indicators besides. */
  readonly panelWith: (indicatorIds: readonly string[], form: SeriesForm) => Panel;
}

/** All that the facts of a briefing are collected from. */
export interface BriefingWorld extends Known {
  /** The same figures and rules as known on an earlier day (`earlierDay`); null = there is none to compare with. */
  readonly before: (Known & { readonly day: Day }) | null;
  /** The plan in force. */
  readonly plan: Plan;
  /** What people did; null = there is no trail to ask. */
  readonly response: ResponseFacts | null;
}
