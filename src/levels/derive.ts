import { FAMILIES, type Family } from '../base/indicators';
import { type LevelByte, levelRank, WARNING_LEVELS, type WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import { SignalState } from '../signals/rule';
import { levelFrom, makeCounts, upTo } from './conditions';
import type { DiffusionDerivation, FamilyDerivation, RegionDerivation } from './derivation';
import { deriveSignal } from './derive-signal';
import { countSpread } from './diffusion';
import { neededFresh } from './grade';
import type { Graded } from './graded';
import { LevelFlag } from './levels';
import { isItem, totalOf } from './light-score';

/**
 * The proof of one region's level at one period, made on request from the columns of the assessment. It repeats the
 * grading for one cell with the same functions, so it cannot say something else than the level does.
 */
export function deriveRegion(graded: Graded, region: number, period: Period): RegionDerivation {
  const { panel, levels, signals } = graded;
  const { ruleSet, scheme } = graded.config;
  const t = period - panel.first;
  const cell = region * panel.count + t;
  const counts = makeCounts(scheme);
  let points = 0;
  let speaking = 0;
  let fresh = 0;
  let expected = 0;
  const families = new Map<Family, FamilyDerivation['signals'][number][]>(FAMILIES.map((f) => [f, []]));

  for (const signal of signals) {
    if (signal.state[cell] === SignalState.notApplicable) continue;
    const derived = deriveSignal(graded, signal, region, t);
    const family = panel.catalogue.byId.get(signal.rule.indicator)?.family ?? 'employment';
    families.get(family)!.push(derived);
    const started = signal.started[region]!;
    if (started < 0 || t < started) continue;
    const speaks = derived.severity !== null;
    if (speaks) fresh++;
    if (speaks || derived.state === 'stale' || derived.state === 'insufficient') expected++;
    if (derived.state === 'insufficient') continue;
    const one = upTo(signal.level[cell]!);
    counts.signals += one;
    if (signal.rule.role === 'floor') counts.floor += one;
    else if (signal.rule.role === 'scale') counts.scale += one;
    for (const [condition, named] of counts.named) {
      if (condition.kind === 'rules' && condition.rules.includes(signal.rule.id))
        counts.named.set(condition, named + one);
    }
    if (scheme.score && isItem(signal, region, panel.count, t)) {
      points += scheme.score.points[signal.level[cell] as 0 | 1 | 2 | 3 | 4];
      speaking++;
    }
  }
  const familyNodes = FAMILIES.filter((f) => families.get(f)!.length > 0).map((family): FamilyDerivation => {
    const level = levels.families[family][cell] as LevelByte;
    if (level <= 4) counts.families += upTo(level);
    const worstFirst = families
      .get(family)!
      .sort((a, b) => levelRank(b.level) - levelRank(a.level) || (b.severity ?? -1) - (a.severity ?? -1));
    return { kind: 'family', family, level, signals: worstFirst };
  });
  counts.score = totalOf(scheme, points, speaking);

  const level = levels.level[cell] as LevelByte;
  const own = levels.own[cell] as LevelByte;
  const index = levels.index[cell]!;
  let periodsAtLevel = 1;
  while (periodsAtLevel <= t && levels.level[cell - periodsAtLevel] === level) periodsAtLevel++;
  return {
    kind: 'region',
    regionCode: panel.tree.regions[region]!.code,
    frequency: panel.frequency,
    period,
    level,
    own,
    index: index === index ? index : null,
    periodsAtLevel,
    condition: own >= 1 && own <= 4 ? levelFrom(scheme, counts).condition : null,
    score: scheme.score
      ? { total: Number.isNaN(counts.score) ? null : counts.score, items: scheme.score.items, points, speaking }
      : null,
    usable: { fresh, expected, needed: neededFresh(scheme, expected) },
    flags: flagNames(levels.flags[cell]!),
    families: familyNodes,
    diffusion: deriveDiffusion(graded, region, t),
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    scheme: { id: scheme.id, version: scheme.version },
    levelNames: scheme.names ?? null,
  };
}

const FLAG_NAMES = ['stale', 'partial', 'gap', 'diffusion', 'coverage'] as const;

export function flagNames(flags: number): RegionDerivation['flags'] {
  return FLAG_NAMES.filter((name) => (flags & LevelFlag[name]) !== 0);
}

/** What the children say, with the line of the level reached, or of the next level when none is. */
function deriveDiffusion(graded: Graded, region: number, t: number): DiffusionDerivation | null {
  const { panel, levels } = graded;
  const { scheme } = graded.config;
  const { tree, count } = panel;
  const children = tree.children[region]!;
  if (children.length === 0) return null;
  const spread = countSpread(tree, region, (c) => levels.level[c * count + t]!, scheme);
  const lines = WARNING_LEVELS.filter((l) => scheme.spread[l]);
  const at = (spread.level || lines[0]) as WarningLevel | undefined;
  if (!at) return null;
  const needed = scheme.spread[at]!;
  return {
    kind: 'diffusion',
    level: spread.level as WarningLevel | 0,
    atLevel: at,
    childrenAt: spread.at[at]!,
    childrenGraded: spread.graded,
    children: spread.children,
    shareOfChildren: spread.at[at]! / spread.children,
    shareOfLabourForce: spread.labourForceAt ? spread.labourForceAt[at]! : null,
    needed,
    codes: children.flatMap((c) => {
      const level = levels.level[c * count + t]!;
      return level <= 4 && level >= at ? [tree.regions[c]!.code] : [];
    }),
  };
}
