import type { Day } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { Silence } from '../state';
import type { Spell } from './spell';
import { countedLevel } from './warning-states';

/** The silence that covers a warning today, its last day included; of several the one that lasts longest. Null = none. */
export function silenceOf(
  spell: Spell,
  silences: ReadonlyMap<string, Silence>,
  today: Day,
  tree: RegionTree,
): Silence | null {
  let found: Silence | null = null;
  for (const silence of silences.values()) {
    if (silence.ended !== null || silence.until < today || !covers(silence, spell, tree)) continue;
    if (found === null || silence.until > found.until) found = silence;
  }
  return found;
}

function covers({ scope }: Silence, spell: Spell, tree: RegionTree): boolean {
  if (countedLevel(spell) > scope.upTo || !reaches(tree, scope.regionCode, scope.below, spell.regionCode)) return false;
  if (scope.indicators.length === 0) return true;
  // What rests on no signal of its own rests on more than these.
  return spell.signals.length > 0 && spell.signals.every((s) => scope.indicators.includes(s.indicatorId));
}

function reaches(tree: RegionTree, from: string, below: boolean, regionCode: string): boolean {
  if (from === regionCode || !below) return from === regionCode;
  const top = tree.indexOf.get(from) ?? -1;
  let at = tree.indexOf.get(regionCode) ?? -1;
  while (at >= 0 && at !== top) at = tree.regions[at]!.parent;
  return at >= 0;
}
