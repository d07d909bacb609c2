import { INSUFFICIENT } from '../base/level';
import type { Period } from '../base/period';
import type { Text } from '../base/text';
import type { AssessmentView } from '../platform/engine-api';
import { SignalState } from '../signals/rule';
import { cellAt } from './view-select';

/** A rule that drives a region's level. */
export interface Driver {
  readonly ruleId: string;
  readonly indicatorId: string;
  /** The indicator, short. */
  readonly name: Text;
  readonly level: number;
}

/**
 * Signals at a warning level, worst first, then by severity; of one indicator the worst alone.
 * What is counted although the value is missing (held) drives too; what is insufficient does not.
 */
export function driversOf(view: AssessmentView, region: number, period: Period, most = 3): readonly Driver[] {
  const cell = cellAt(view, region, period);
  const found: { driver: Driver; severity: number }[] = [];
  for (const signal of view.signals) {
    const level = signal.level[cell]!;
    if (level === 0 || level === INSUFFICIENT || signal.state[cell] === SignalState.insufficient) continue;
    const indicatorId = signal.rule.indicator;
    const name = view.catalogue.byId.get(indicatorId)?.short ?? { zh: indicatorId, en: indicatorId };
    found.push({
      driver: { ruleId: signal.rule.id, indicatorId, name, level },
      severity: Number.isNaN(signal.severity[cell]!) ? 0 : signal.severity[cell]!,
    });
  }
  found.sort((a, b) => b.driver.level - a.driver.level || b.severity - a.severity);
  const seen = new Set<string>();
  const drivers: Driver[] = [];
  for (const { driver } of found) {
    if (seen.has(driver.indicatorId)) continue;
    seen.add(driver.indicatorId);
    drivers.push(driver);
    if (drivers.length === most) break;
  }
  return drivers;
}

/** Rules in service that have no figure to go by at this period: the reason behind "insufficient". */
export function insufficientRules(view: AssessmentView, region: number, period: Period): number {
  const cell = cellAt(view, region, period);
  return view.signals.filter((s) => s.state[cell] === SignalState.insufficient).length;
}
