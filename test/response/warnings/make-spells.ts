import { INSUFFICIENT, type LevelByte } from '../../../src/base/level';
import type { Panel } from '../../../src/panel/panel';
import { type SpellInput, spellsOf } from '../../../src/response/warnings/find-spells';
import type { Spell } from '../../../src/response/warnings/spell';
import { type RuleSignals, SignalState } from '../../../src/signals/rule';
import { catalogue, indicatorOf, panelOf, treeOf } from '../../panel/make-panel';
import { ruleOf } from '../../signals/make-rule';

/**
 * Regions written as strings, one character a month from 2025-01 on: `0`–`4` the level, `?` insufficient, `p` no level and
 * a signal that waits, `w` insufficient and a signal that waits. The one rule is at the region's level, and active.
 */
export type Written = Readonly<Record<string, string>>;

export const FIRST = 2025 * 12;

/** Levels and signals as written, over a tree of codes with their parents; the top stands for all when none is given. */
export function inputOf(written: Written, parents?: Readonly<Record<string, string>>): SpellInput {
  const codes = Object.keys(written);
  const tree = treeOf(parents ?? Object.fromEntries(codes.map((code) => [code, ''])));
  const count = Math.max(...codes.map((code) => written[code]!.length));
  const list = catalogue(indicatorOf('rate'));
  const series = Object.fromEntries(codes.map((code) => [code, Array.from({ length: count }, () => 5)]));
  const panel = panelOf(tree, list, '2025-01', { rate: series });
  const size = tree.regions.length * count;
  const levels = { level: new Uint8Array(size), flags: new Uint8Array(size), index: new Float32Array(size) };
  const signals = blankSignals(panel, 'rate-rule', 'rate');
  for (const code of codes) {
    const offset = tree.indexOf.get(code)! * count;
    [...written[code]!].forEach((char, t) => {
      const level = byteOf(char);
      levels.level[offset + t] = level;
      levels.index[offset + t] = level === INSUFFICIENT ? NaN : level * 25;
      const waits = char === 'p' || char === 'w';
      signals.level[offset + t] = level === INSUFFICIENT ? 0 : level;
      signals.severity[offset + t] = level === INSUFFICIENT && !waits ? NaN : level;
      signals.state[offset + t] = waits
        ? SignalState.pending
        : level === INSUFFICIENT
          ? SignalState.insufficient
          : level > 0
            ? SignalState.active
            : SignalState.normal;
    });
  }
  return { panel, signals: [signals], levels };
}

function byteOf(char: string): LevelByte {
  if (char === '?' || char === 'w') return INSUFFICIENT;
  return (char === 'p' ? 0 : Number(char)) as LevelByte;
}

/** Signals of a rule that say "normal" everywhere. */
export function blankSignals(panel: Panel, id: string, indicator: string): RuleSignals {
  const regions = panel.tree.regions.length;
  const size = regions * panel.count;
  return {
    rule: ruleOf({ id, indicator }),
    level: new Uint8Array(size),
    state: new Uint8Array(size),
    severity: new Float32Array(size),
    started: new Int32Array(regions),
    gap: new Uint8Array(size),
  };
}

/** `3–8 top 3 ended 1·2·3·2·1`: positions from 0, `…` = it goes on; the levels as they changed, `?` insufficient. */
export function tell({ since, until, top, state, moves }: Spell): string {
  const course = moves.map(({ level }) => (level === INSUFFICIENT ? '?' : level)).join('·');
  return `${since - FIRST}–${until === null ? '…' : until - FIRST} top ${top} ${state} ${course}`;
}

/** Spells of one region beside nine quiet ones that have all their levels, newest first. */
export function tellAll(written: string): string[] {
  const quiet = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`Q${i}`, '0'.repeat(written.length)]));
  return spellsOf(inputOf({ A: written, ...quiet })).map(tell);
}
