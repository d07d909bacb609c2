import type { Panel } from '../../src/panel/panel';
import { type Rule, type RuleSignals, SignalState } from '../../src/signals/rule';

/** What one rule says of one region at each period: `2` level 2 by a fresh statistic; the others by name. */
export type Said =
  | number
  | 'waiting'
  | 'stale'
  | 'insufficient'
  | 'carried'
  | { readonly level: number; readonly gap: number };

/** Signals of a rule written down by hand, without a detector. */
export function signalsOf(panel: Panel, rule: Rule, byRegion: Readonly<Record<string, readonly Said[]>>): RuleSignals {
  const size = panel.tree.regions.length * panel.count;
  const signals: RuleSignals = {
    rule,
    level: new Uint8Array(size),
    state: new Uint8Array(size).fill(SignalState.notApplicable),
    severity: new Float32Array(size).fill(NaN),
    started: new Int32Array(panel.tree.regions.length).fill(-1),
    gap: new Uint8Array(size),
  };
  for (const [code, said] of Object.entries(byRegion)) {
    const region = panel.tree.indexOf.get(code)!;
    signals.started[region] = said.findIndex((s) => s !== 'waiting');
    let level = 0;
    said.forEach((s, t) => {
      const cell = region * panel.count + t;
      if (typeof s === 'number' || typeof s === 'object') {
        level = typeof s === 'number' ? s : s.level;
        signals.severity[cell] = level;
        signals.state[cell] = level > 0 ? SignalState.active : SignalState.normal;
        signals.gap[cell] = typeof s === 'number' ? 0 : s.gap;
      } else if (s === 'carried') {
        signals.state[cell] = level > 0 ? SignalState.active : SignalState.normal;
      } else {
        signals.state[cell] = s === 'stale' ? SignalState.stale : SignalState.insufficient;
        signals.gap[cell] = 1;
      }
      signals.level[cell] = s === 'insufficient' || s === 'waiting' ? 0 : level;
    });
  }
  return signals;
}
