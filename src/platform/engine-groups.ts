import type { Assessment } from '../assess';
import type { Period } from '../base/period';
import type { SeriesForm } from '../indicators/form';
import type { Panel } from '../panel/panel';
import { BOARD_INDICATORS, groupBoard } from '../response/groups/board';
import { TARGET_INDICATORS, targetProgress } from '../response/groups/targets';
import type { KeyGroupsAnswer } from './engine-groups-api';

/** What the figures say of the key groups and of the year's targets, in a region and period. */
export function keyGroups(
  { signals, levels, targetsOf }: Assessment,
  regionCode: string,
  period: Period,
  panelWith: (indicatorIds: readonly string[], form: SeriesForm) => Panel,
): KeyGroupsAnswer {
  const reported = panelWith([...BOARD_INDICATORS, ...TARGET_INDICATORS], 'reported');
  const joint = panelWith(BOARD_INDICATORS, 'joint');
  const panel = { ...reported, columns: new Map([...joint.columns, ...reported.columns]) };
  return {
    groups: groupBoard({ panel, signals, levels }, regionCode, period),
    targets: targetProgress(reported, targetsOf, regionCode, period),
  };
}
