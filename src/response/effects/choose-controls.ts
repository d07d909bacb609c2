import { PERIODS_PER_YEAR, type Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { INSUFFICIENT, type LevelByte } from '../../base/level';
import type { Panel } from '../../panel/panel';
import { EFFECT_LINES as LINES, type EffectQuestion, type Exclusion } from './effect';

/** A region of the same level, and why it is not a control. */
export interface Candidate {
  readonly region: number;
  readonly excluded: Exclusion | null;
  readonly byHand: boolean;
}

/**
 * Regions of the same depth in the tree as `region`, each with its standing. Left out are those with a gap in the window
 * (`hasFigures` false), those with a shock of their own (level Ⅲ or above from a year before the start to the end),
 * those under a measure of the kind (or with a part, or under a region, that is), and where enough are alike in
 * structure, those that are not. A person may add any that has its figures, and take out any.
 */
export function chooseControls(
  panel: Panel,
  region: number,
  question: EffectQuestion,
  hasFigures: (region: number) => boolean,
  levelOf: (region: number, period: Period) => LevelByte,
): readonly Candidate[] {
  const { tree } = panel;
  const occupied = question.occupied.flatMap((code) => tree.indexOf.get(code) ?? []);
  const from = Math.max(panel.first, question.start - PERIODS_PER_YEAR[panel.frequency]);
  const to = Math.min(panel.first + panel.count, question.start + question.periods) - 1;
  const warned = (other: number): boolean => {
    for (let period = from; period <= to; period++) {
      const level = levelOf(other, period);
      if (level !== INSUFFICIENT && level >= LINES.warned) return true;
    }
    return false;
  };
  const standing = (other: number): Candidate => {
    const { code } = tree.regions[other]!;
    const of = (excluded: Exclusion | null, byHand = false): Candidate => ({ region: other, excluded, byHand });
    if (!hasFigures(other)) return of('missing');
    if (question.remove.includes(code)) return of('removed');
    const why = occupied.some((one) => onOneLine(tree, one, other)) ? 'own-measure' : warned(other) ? 'warned' : null;
    return why !== null && question.add.includes(code) ? of(null, true) : of(why);
  };
  const peers = tree.regions.flatMap((_, other) =>
    other !== region && tree.depth[other] === tree.depth[region] ? [standing(other)] : [],
  );
  return nearest(tree, region, onlyAlike(tree, region, peers, question), question);
}

/** Is one region the other, above it or below it? */
function onOneLine(tree: RegionTree, a: number, b: number): boolean {
  const above = (low: number, high: number): boolean => {
    let at = low;
    while (at >= 0 && at !== high) at = tree.regions[at]!.parent;
    return at === high;
  };
  return above(a, b) || above(b, a);
}

/** Alike: a structure in common, or none on both sides. */
export function alike(tree: RegionTree, a: number, b: number): boolean {
  const [of, others] = [tree.regions[a]!.traits, tree.regions[b]!.traits];
  return of.length === 0 ? others.length === 0 : of.some((trait) => others.includes(trait));
}

function onlyAlike(
  tree: RegionTree,
  region: number,
  peers: readonly Candidate[],
  { add }: EffectQuestion,
): readonly Candidate[] {
  const enough = peers.filter((p) => p.excluded === null && alike(tree, region, p.region)).length >= LINES.alike;
  return peers.map((peer) => {
    if (!enough || peer.excluded !== null || alike(tree, region, peer.region)) return peer;
    return add.includes(tree.regions[peer.region]!.code)
      ? { ...peer, byHand: true }
      : { ...peer, excluded: 'unlike' as const };
  });
}

/** No more than can be compared at once: those of the same parent, then the nearest in labour force, unknown ones last. */
function nearest(
  tree: RegionTree,
  region: number,
  peers: readonly Candidate[],
  { add }: EffectQuestion,
): readonly Candidate[] {
  const own = tree.regions[region]!;
  const distance = ({ region: at, byHand }: Candidate): number => {
    const other = tree.regions[at]!;
    if (byHand) return -2;
    if (other.parent === own.parent) return -1;
    const apart = Math.abs(Math.log(other.labourForce / own.labourForce));
    return Number.isNaN(apart) ? Number.MAX_VALUE : apart;
  };
  const taken = peers.filter((p) => p.excluded === null);
  if (taken.length <= LINES.mostControls) return peers;
  const far = new Set(
    taken
      .toSorted((a, b) => distance(a) - distance(b) || a.region - b.region)
      .slice(LINES.mostControls)
      .filter((p) => !add.includes(tree.regions[p.region]!.code)),
  );
  return peers.map((p) => (far.has(p) ? { ...p, excluded: 'far' as const } : p));
}
