import type { WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import type { Graded } from '../levels/graded';
import { SignalState } from '../signals/rule';
import { layerOf } from './actor';
import { dataFacts } from './data-facts';
import type { ResponseInput } from './propose';

/** What a plan is asked about the region: for the response here, and for a page that has another plan or more facts. */
export function responseInput(graded: Graded, region: number, period: Period): ResponseInput {
  const { panel, signals, levels } = graded;
  const cell = region * panel.count + (period - panel.first);
  const answered = signals.flatMap((s) => {
    const level = s.level[cell]!;
    if (level === 0 || s.state[cell] === SignalState.insufficient) return [];
    return [{ ruleId: s.rule.id, indicatorId: s.rule.indicator, level: level as WarningLevel }];
  });
  return {
    level: levels.level[cell]!,
    regionLayer: layerOf(panel.tree.depth[region]!),
    traits: panel.tree.regions[region]!.traits,
    signals: answered,
    facts: dataFacts(graded, region, period),
  };
}
