import type { Partners } from '../../../../response/case/partners';
import type { GateResult, Measure, ProposedMeasure } from '../../../../response/plan';
import type { StepProps } from '../step';

/** Fact that only the search for partner regions tells. */
export const PARTNER_FACT = 'partner-regions';

/** What a row of a measure is drawn from, beside the measure itself. */
export interface DecideProps extends StepProps {
  readonly partners: Partners | null;
  readonly partnersFailed: boolean;
}

/** A measure that can be decided on. */
export interface Candidate {
  readonly measure: Measure;
  /** Why the plan proposes it; null = it does not. */
  readonly proposed: ProposedMeasure | null;
  readonly gates: readonly GateResult[];
}
