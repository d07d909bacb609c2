import type { WarningLevel } from '../../base/level';
import type { Day } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { sayBoth, type Text } from '../../base/text';
import { type Actor, covers, layerOf } from '../actor';
import type { Case } from '../case/case';
import type { Layer, LayerDuty, Measure, Plan } from '../plan';
import { dutyOf } from '../propose';
import type { ResponseState } from '../state';
import type { SpellState } from '../warnings/spell';
import { LAYER_RANK, STAGE_WHO, type Who } from './machine';
import { regionOfWarning } from './change';
import { stageOf } from './changes-case';
import { LAYER_OFFICES, WHO_WORDS as WORDS } from './text';

/** What the machine has to know beside the trail. The clock is handed in; `today` is the day in Beijing. */
export interface World {
  readonly tree: RegionTree;
  /** In force today. */
  readonly plan: Plan;
  readonly nowMs: number;
  readonly today: Day;
  /** What the figures make of a warning, by its id; null or no function = not known, and then not asked for. */
  readonly spellState?: (warning: string) => SpellState | null;
}

/** What an act is about, as far as it decides whose act it is. */
export interface Target {
  readonly regionCode: string;
  readonly level: WarningLevel;
  readonly measure?: Measure;
  /** Of `advance-case`: the later one of the stage that is left and the one that is entered. */
  readonly stage?: string;
  /** Of an undo: the office whose act it is. */
  readonly by?: Actor;
}

/**
 * Level of a case: at its opening, or the higher one at which somebody took note of its warning since. A warning of the
 * region that was acknowledged while the case is open counts as well: the region is under one review, whatever began it.
 */
export function caseLevel({ warnings }: Pick<ResponseState, 'warnings'>, review: Leveled): WarningLevel {
  const end = review.stage === 'closed' ? (review.stages.at(-1)?.seq ?? 0) : Infinity;
  let highest = review.level;
  for (const { id, level, acknowledged } of warnings.values()) {
    const noted = acknowledged?.seq ?? 0;
    if (level <= highest || noted > end) continue;
    const meanwhile = noted > review.opened.seq && regionOfWarning(id) === review.regionCode;
    if (id === review.warning || meanwhile) highest = level as WarningLevel;
  }
  return highest;
}

type Leveled = Pick<Case, 'level' | 'warning' | 'regionCode' | 'opened' | 'stage' | 'stages'>;

/** Layer of a region by its code; null where the tree does not have it. */
function regionLayer(tree: RegionTree, regionCode: string): Layer | null {
  const index = tree.indexOf.get(regionCode);
  return index === undefined ? null : layerOf(tree.depth[index]!);
}

/** The duty of the plan for a region at a level. */
export function dutyFor({ plan, tree }: Pick<World, 'plan' | 'tree'>, { regionCode, level }: Target): LayerDuty {
  return dutyOf(plan, level, regionLayer(tree, regionCode) ?? 'county');
}

const lowest = (layers: readonly Layer[]): Layer =>
  layers.reduce((low, layer) => (LAYER_RANK[layer] < LAYER_RANK[low] ? layer : low), 'region');

const higher = (a: Layer, b: Layer): Layer => (LAYER_RANK[a] > LAYER_RANK[b] ? a : b);

/** The lowest layer whose act it is. */
const LOWEST: Readonly<Record<Exclude<Who, 'same'>, (duty: LayerDuty, target: Target) => Layer>> = {
  covering: () => 'county',
  responding: (duty) => lowest(duty.respondingLayers),
  reviewing: (duty) => duty.reviewingLayer,
  judging: (duty, { level }) => (level >= 3 ? duty.reviewingLayer : 'county'),
  starting: (duty, { measure }) => higher(lowest(duty.respondingLayers), lowest(measure?.mayStart ?? ['county'])),
  advancing: (duty, { stage }) =>
    LOWEST[STAGE_WHO[stageOf(stage ?? '') ?? 'closed']](duty, { regionCode: '', level: 4 }),
  region: () => 'region',
};

/** Is it the act of this office? Null = yes; otherwise whose it is. */
export function whoRefusal(who: Who, target: Target, actor: Actor, world: World): Text | null {
  if (who === 'same') return sameRefusal(target.by ?? actor, actor, world);
  const needed = LOWEST[who](dutyFor(world, target), target);
  if (who !== 'region' && !covers(world.tree, actor, target.regionCode)) {
    return sayBoth(WORDS.otherArea, { region: regionName(world.tree, target.regionCode) });
  }
  if (LAYER_RANK[actor.role] >= LAYER_RANK[needed]) return null;
  // Nobody stands above the top.
  const words = needed === 'region' ? WORDS.topLayer : WORDS.higherLayer;
  return sayBoth(words, { needed: LAYER_OFFICES[needed], role: LAYER_OFFICES[actor.role] });
}

function sameRefusal(by: Actor, actor: Actor, { tree }: World): Text | null {
  const same = actor.role === by.role && actor.regionCode === by.regionCode;
  const above = LAYER_RANK[actor.role] > LAYER_RANK[by.role] && covers(tree, actor, by.regionCode);
  if (same || above) return null;
  return sayBoth(WORDS.notYours, { office: LAYER_OFFICES[by.role], region: regionName(tree, by.regionCode) });
}

/** Is there an office like this? A role and a region of its layer, and a name. */
export function actorRefusal({ role, regionCode, name }: Actor, { tree }: World): Text | null {
  if (name.trim() === '') return WORDS.noName;
  const layer = regionLayer(tree, regionCode);
  if (layer === null) return sayBoth(WORDS.noSuchRegion, { code: regionCode });
  if (layer === role) return null;
  return sayBoth(WORDS.otherLayer, { region: regionName(tree, regionCode), role: LAYER_OFFICES[role] });
}

export function regionName(tree: RegionTree, regionCode: string): Text {
  const index = tree.indexOf.get(regionCode);
  return index === undefined ? { zh: regionCode, en: regionCode } : tree.regions[index]!.name;
}
