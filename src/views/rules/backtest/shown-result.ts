import type { AssessmentView } from '../../../platform/engine-api';
import type { BacktestQuery, BacktestResult } from '../../../platform/engine-backtest-api';

/** What every card of the results is given. */
export interface ShownResult {
  readonly view: AssessmentView;
  readonly query: BacktestQuery;
  readonly result: BacktestResult;
  /** Of the rule sets, in order. */
  readonly names: readonly string[];
}
