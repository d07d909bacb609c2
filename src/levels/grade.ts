import { FAMILIES, type Family } from '../base/indicators';
import { INSUFFICIENT } from '../base/level';
import { Status } from '../base/status';
import { formKey } from '../indicators/form';
import type { Panel } from '../panel/panel';
import { type RuleSignals, SignalState } from '../signals/rule';
import { diffuse } from './diffusion';
import { type Counts, levelFrom, makeCounts } from './conditions';
import { LevelFlag, type Levels } from './levels';
import type { Scheme } from './scheme';

/** Signals of all rules → family levels, own level and index of every region and period, then diffusion upward. */
export function gradeRegions(panel: Panel, signals: readonly RuleSignals[], scheme: Scheme): Levels {
  const size = panel.tree.regions.length * panel.count;
  const familyOf = signals.map((s) => FAMILIES.indexOf(panel.catalogue.byId.get(s.rule.indicator)?.family ?? 'employment'));
  const coverageOf = signals.map((s) => panel.columns.get(formKey(s.rule.indicator, s.rule.form)));
  const own = new Uint8Array(size);
  const flags = new Uint8Array(size);
  const families = FAMILIES.map(() => new Uint8Array(size));
  const counts = makeCounts();
  const tallies = FAMILIES.map(() => ({ at: new Int32Array(5), usable: 0, expected: 0 }));

  for (let cell = 0; cell < size; cell++) {
    const region = Math.floor(cell / panel.count);
    const t = cell - region * panel.count;
    resetCounts(counts);
    for (const tally of tallies) {
      tally.at.fill(0);
      tally.usable = tally.expected = 0;
    }
    let fresh = 0;
    let expected = 0;
    let flag = 0;
    for (let k = 0; k < signals.length; k++) {
      const signal = signals[k]!;
      const started = signal.started[region]!;
      if (started < 0 || t < started) continue;
      const state = signal.state[cell]!;
      const tally = tallies[familyOf[k]!]!;
      const severity = signal.severity[cell]!;
      const isFresh = severity === severity;
      if (state === SignalState.stale) flag |= LevelFlag.stale;
      if (state === SignalState.insufficient) flag |= LevelFlag.partial;
      if (signal.gap[cell] === 1) flag |= LevelFlag.gap;
      // Carried over an expected gap: speaks by its last state, is neither fresh nor missed.
      if (isFresh || state === SignalState.stale || state === SignalState.insufficient) {
        expected++;
        tally.expected++;
      }
      if (isFresh) fresh++;
      if (state === SignalState.insufficient) continue;
      tally.usable++;
      const column = coverageOf[k];
      if (isFresh && column?.status[cell] === Status.partial) flag |= LevelFlag.coverage;
      const role = signal.rule.role;
      for (let l = 1; l <= signal.level[cell]!; l++) {
        tally.at[l]!++;
        counts.signals[l]!++;
        if (role === 'floor') counts.floor[l]!++;
        else if (role === 'scale') counts.scale[l]!++;
      }
    }
    for (let f = 0; f < FAMILIES.length; f++) {
      const tally = tallies[f]!;
      let level = 0;
      for (const l of scheme.levels) if (tally.at[l]! >= scheme.minSignals[l]) level = l;
      families[f]![cell] = tally.usable === 0 ? INSUFFICIENT : level;
      for (let l = 1; l <= level; l++) counts.families[l]!++;
    }
    const { level } = levelFrom(scheme, counts);
    // A warning stands on held signals; "normal" has to be shown by fresh ones.
    own[cell] = level > 0 || fresh >= neededFresh(scheme, expected) ? level : INSUFFICIENT;
    flags[cell] = flag;
  }

  const weights = familyWeights(signals, familyOf, scheme);
  const index = compositeIndex(panel, signals, familyOf, weights);
  const level = diffuse(panel, own, scheme, flags);
  for (let cell = 0; cell < size; cell++) if (level[cell] === INSUFFICIENT) index[cell] = NaN;
  return {
    level,
    own,
    families: Object.fromEntries(FAMILIES.map((f, i) => [f, families[i]!])) as Record<Family, Uint8Array>,
    flags,
    index,
    weights,
  };
}

/** Fresh rules without which "normal" may not be said, out of those that were expected to speak. */
export function neededFresh(scheme: Scheme, expected: number): number {
  return Math.max(scheme.minUsable.count, Math.ceil(scheme.minUsable.share * expected));
}

function resetCounts(counts: Counts): void {
  counts.signals.fill(0);
  counts.families.fill(0);
  counts.floor.fill(0);
  counts.scale.fill(0);
}

/** The scheme's weights, normed over the families that have a rule at work anywhere. */
function familyWeights(
  signals: readonly RuleSignals[],
  familyOf: readonly number[],
  scheme: Scheme,
): Record<Family, number> {
  const present = FAMILIES.map((_, f) => signals.some((s, k) => familyOf[k] === f && s.started.some((t) => t >= 0)));
  const total = FAMILIES.reduce((sum, f, i) => sum + (present[i] ? scheme.weights[f] : 0), 0);
  return Object.fromEntries(
    FAMILIES.map((f, i) => [f, present[i] && total > 0 ? scheme.weights[f] / total : 0]),
  ) as Record<Family, number>;
}

/**
 * Composite index: 25 × the weighted mean over families of the mean severity (0–4) of their signals. A signal without
 * a statistic at this period lends its last severity until it is insufficient; families without signals are left out
 * and the weights normed over the rest.
 */
function compositeIndex(
  panel: Panel,
  signals: readonly RuleSignals[],
  familyOf: readonly number[],
  weights: Record<Family, number>,
): Float32Array {
  const { count } = panel;
  const index = new Float32Array(panel.tree.regions.length * count);
  const sum = FAMILIES.map(() => new Float64Array(count));
  const n = FAMILIES.map(() => new Int32Array(count));
  for (let r = 0; r < panel.tree.regions.length; r++) {
    for (const s of sum) s.fill(0);
    for (const k of n) k.fill(0);
    for (let k = 0; k < signals.length; k++) {
      const { severity, state, started } = signals[k]!;
      if (started[r]! < 0) continue;
      const f = familyOf[k]!;
      let last = NaN;
      for (let t = started[r]!; t < count; t++) {
        const cell = r * count + t;
        const now = severity[cell]!;
        if (now === now) last = now;
        if (state[cell] === SignalState.insufficient) continue;
        sum[f]![t]! += last;
        n[f]![t]!++;
      }
    }
    for (let t = 0; t < count; t++) {
      let total = 0;
      let weight = 0;
      for (let f = 0; f < FAMILIES.length; f++) {
        if (n[f]![t] === 0) continue;
        const w = weights[FAMILIES[f]!];
        total += (w * sum[f]![t]!) / n[f]![t]!;
        weight += w;
      }
      index[r * count + t] = weight > 0 ? (25 * total) / weight : NaN;
    }
  }
  return index;
}

