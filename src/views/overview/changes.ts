import { INSUFFICIENT, levelRank } from '../../base/level';
import type { Period } from '../../base/period';
import type { AssessmentView } from '../../platform/engine-api';
import { SignalState } from '../../signals/rule';
import { cellAt, levelAt } from '../../store/view-select';
import { driversOf, type Driver } from '../../store/drivers';

/** A region's level has changed since the period before. */
export interface LevelChange {
  readonly kind: 'rise' | 'fall' | 'lost' | 'regained';
  readonly region: number;
  readonly from: number;
  readonly to: number;
  readonly drivers: readonly Driver[];
}

/** Signals of a region that began, were not confirmed yet or began to recover, while its level stayed. */
export interface SignalChange {
  readonly kind: 'begun' | 'pending' | 'recovering';
  readonly region: number;
  readonly level: number;
  readonly signals: readonly Driver[];
}

export type Change = LevelChange | SignalChange;

/** What changed between the period before and this one: levels first (the worst first), then signals. */
export function changesAt(view: AssessmentView, regions: readonly number[], period: Period): readonly Change[] {
  if (period <= view.first) return [];
  const levels: LevelChange[] = [];
  const signals: SignalChange[] = [];
  for (const region of regions) {
    const from = levelAt(view, region, period - 1)!;
    const to = levelAt(view, region, period)!;
    if (from === to) signals.push(...signalChanges(view, region, period, to));
    else levels.push({ kind: kindOf(from, to), region, from, to, drivers: driversOf(view, region, period) });
  }
  levels.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || levelRank(b.to) - levelRank(a.to));
  signals.sort(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || worst(b) - worst(a) || levelRank(b.level) - levelRank(a.level),
  );
  return [...levels, ...signals];
}

const ORDER = { rise: 0, lost: 1, fall: 2, regained: 3, begun: 0, pending: 1, recovering: 2 } as const;

function kindOf(from: number, to: number): LevelChange['kind'] {
  if (to === INSUFFICIENT) return 'lost';
  if (from === INSUFFICIENT) return 'regained';
  return to > from ? 'rise' : 'fall';
}

const worst = (change: SignalChange): number => Math.max(...change.signals.map((s) => s.level));

function signalChanges(view: AssessmentView, region: number, period: Period, level: number): readonly SignalChange[] {
  const cell = cellAt(view, region, period);
  const found: Record<SignalChange['kind'], Driver[]> = { begun: [], pending: [], recovering: [] };
  for (const signal of view.signals) {
    const kind = signalChange(
      signal.state[cell - 1]!,
      signal.state[cell]!,
      signal.level[cell - 1]!,
      signal.level[cell]!,
    );
    if (!kind) continue;
    const indicatorId = signal.rule.indicator;
    found[kind].push({
      ruleId: signal.rule.id,
      indicatorId,
      name: view.catalogue.byId.get(indicatorId)?.short ?? { zh: indicatorId, en: indicatorId },
      level: signal.level[cell]!,
    });
  }
  return (['begun', 'pending', 'recovering'] as const).flatMap((kind) =>
    found[kind].length === 0
      ? []
      : [{ kind, region, level, signals: found[kind].toSorted((a, b) => b.level - a.level) }],
  );
}

/** A level that rose has begun; a state newly pending or recovering is worth a word; everything else is not news. */
function signalChange(before: number, now: number, levelBefore: number, levelNow: number): SignalChange['kind'] | null {
  if (now === SignalState.active && levelNow > levelBefore && levelBefore !== INSUFFICIENT) return 'begun';
  if (now === SignalState.pending && before === SignalState.normal) return 'pending';
  if (now === SignalState.recovering && before === SignalState.active) return 'recovering';
  return null;
}
