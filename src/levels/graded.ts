import type { Panel } from '../panel/panel';
import type { TargetsOf } from '../signals/series';
import type { RuleSet, RuleSignals } from '../signals/rule';
import type { Levels } from './levels';
import type { Scheme } from './scheme';

/** What a derivation is made from: an assessment, or anything with the same parts. */
export interface Graded {
  readonly config: { readonly ruleSet: RuleSet; readonly scheme: Scheme };
  readonly panel: Panel;
  readonly targetsOf: TargetsOf;
  readonly signals: readonly RuleSignals[];
  readonly levels: Levels;
}
