import type { Family } from '../../base/indicators';
import type { LevelByte, WarningLevel } from '../../base/level';
import type { RegionTree } from '../../base/regions';
import { type Actor, layerOf } from '../actor';
import type { Plan } from '../plan';
import { dutyOf } from '../propose';
import type { Warning, WarningState } from './inbox';
import { countedLevel } from './warning-states';

/** What of the inbox is wanted: several of one kind are "or", the kinds are "and"; empty, null and false = all. */
export interface InboxFilter {
  /** Levels as they are shown: the present one, of what has ended the highest; 0 = pending, INSUFFICIENT. */
  readonly levels: readonly LevelByte[];
  readonly states: readonly WarningState[];
  /** Families of the signals behind it. */
  readonly families: readonly Family[];
  /** Code of an area: its own warnings and those below it. */
  readonly region: string | null;
  /** Words that must all stand in what is said of a warning, in any order; case does not matter. */
  readonly text: string;
  readonly overdue: boolean;
  /** Only what waits for this office: its own region's, and what the duties of the plan give it. Null = everybody's. */
  readonly mine: Actor | null;
}

export interface FilterWorld {
  readonly tree: RegionTree;
  readonly plan: Plan;
  /** Everything that the text is looked for in, beside code and both names of the region: signals, notes … */
  readonly words?: (warning: Warning) => string;
}

/** Level by which a warning is shown: its present one, of what has ended the highest it had. */
export function shownLevel({ spell }: Pick<Warning, 'spell'>): LevelByte {
  return spell.state === 'ended' ? spell.top : spell.level;
}

/** Those that fit, in the order given. Areas are looked up once and not for each row: five thousand rows are a matter of milliseconds. */
export function filterInbox(warnings: readonly Warning[], filter: InboxFilter, world: FilterWorld): Warning[] {
  const { levels, states, families, overdue, mine } = filter;
  const inRegion = filter.region === null ? null : within(world.tree, filter.region);
  const inOffice = mine && within(world.tree, mine.regionCode);
  const wanted = filter.text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const says = (warning: Warning, words: readonly string[]): boolean => {
    const said = saidOf(warning, world);
    return words.every((word) => said.includes(word));
  };
  return warnings.filter(
    (w) =>
      (levels.length === 0 || levels.includes(shownLevel(w))) &&
      (states.length === 0 || states.includes(w.state)) &&
      (!overdue || w.due?.urgency === 'overdue') &&
      (inRegion === null || inRegion.has(w.spell.regionCode)) &&
      (families.length === 0 || w.spell.signals.some((s) => families.includes(s.family))) &&
      (!mine || (inOffice!.has(w.spell.regionCode) && answersFor(w, mine, world))) &&
      (wanted.length === 0 || says(w, wanted)),
  );
}

/**
 * Does a warning in its area wait for an office? Always where it is the office's own region: at any level it is acknowledged
 * and checked there first. Else by the duties of the plan at its level: for those layers that respond or review. What is
 * pending, or cannot be told and never had a level, is for the layer of the region itself.
 */
function answersFor({ spell }: Warning, { role, regionCode }: Actor, { tree, plan }: FilterWorld): boolean {
  if (spell.regionCode === regionCode) return true;
  const region = tree.indexOf.get(spell.regionCode);
  if (region === undefined) return false;
  const own = layerOf(tree.depth[region]!);
  const level = spell.state === 'ended' ? spell.top : countedLevel(spell);
  if (level === 0) return role === own;
  const duty = dutyOf(plan, level as WarningLevel, own);
  return duty.respondingLayers.includes(role) || duty.reviewingLayer === role;
}

/** Codes of a region and of all below it; empty where the tree does not have it. */
function within(tree: RegionTree, code: string): ReadonlySet<string> {
  const codes = new Set<string>();
  const add = (region: number): void => {
    codes.add(tree.regions[region]!.code);
    tree.children[region]!.forEach(add);
  };
  const top = tree.indexOf.get(code);
  if (top !== undefined) add(top);
  return codes;
}

function saidOf(warning: Warning, { tree, words }: FilterWorld): string {
  const { regionCode } = warning.spell;
  const name = tree.regions[tree.indexOf.get(regionCode) ?? -1]?.name;
  return `${regionCode} ${name?.zh ?? ''} ${name?.en ?? ''} ${words?.(warning) ?? ''}`.toLowerCase();
}
