import type { GroupFigures } from '../response/groups/board';
import type { TargetTable } from '../response/groups/targets';

/** What the board of key groups asks of the engine: see engine-groups.ts. */
export interface KeyGroupsAnswer {
  readonly groups: readonly GroupFigures[];
  /** One for each target that the data has. */
  readonly targets: readonly TargetTable[];
}
