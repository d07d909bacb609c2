import { FAMILIES, type Family } from '../base/indicators';
import { INSUFFICIENT } from '../base/level';
import type { Panel } from '../panel/panel';
import type { RuleSignals } from '../signals/rule';
import { atLevel, type Counts, levelFrom, makeCounts, upTo } from './conditions';
import { diffuse } from './diffusion';
import { indexWeights, weighsByData } from './index-weights';
import { type Levels, UNSURE } from './levels';
import { tallyScore } from './light-score';
import type { Scheme } from './scheme';
import { FLOOR, makeTally, NAMED, SCALE, type Tally, tallyRegion, votersOf } from './tally';

/** Signals of all rules → family levels, own level and index of every region and period, then diffusion upward. */
export function gradeRegions(panel: Panel, signals: readonly RuleSignals[], scheme: Scheme): Levels {
  const { count } = panel;
  const regions = panel.tree.regions.length;
  const size = regions * count;
  const all = votersOf(panel, signals, scheme);
  const present = FAMILIES.map((_, f) => all.some((v) => v.family === f && v.signals.started.some((t) => t >= 0)));
  /** Mean severities by family, kept only where the weights come from all of them. */
  const severities = weighsByData(scheme) ? FAMILIES.map(() => new Float32Array(size).fill(NaN)) : null;
  const given = severities ? null : indexWeights(scheme, present, null);
  const own = new Uint8Array(size);
  const flags = new Uint8Array(size);
  /** Level that the own signals could give if no value were missing: what is missing counts at its worst. */
  const possible = new Uint8Array(size);
  const families = FAMILIES.map(() => new Uint8Array(size));
  const index = new Float32Array(size);
  const tally = makeTally(count, scheme);
  const scores = scheme.score ? { at: new Float64Array(count), possible: new Float64Array(count) } : null;
  const said = makeGrader(scheme, tally.at, scores?.at ?? null, count);
  const couldSay = makeGrader(scheme, tally.possible, scores?.possible ?? null, count);

  for (let r = 0; r < regions; r++) {
    const voters = all.filter((v) => v.signals.started[r]! >= 0);
    tallyRegion(voters, r, count, tally);
    if (scores) tallyScore(voters, r, count, scheme, scheme.score!, scores);
    if (given) indexOfRegion(tally, count, given.weights, index, r * count);
    else severitiesOfRegion(tally, count, severities!, r * count);
    for (let t = 0; t < count; t++) {
      const cell = r * count + t;
      const level = said.levelAt(t);
      let fresh = 0;
      let expected = 0;
      for (let f = 0; f < FAMILIES.length; f++) {
        const at = f * count + t;
        fresh += tally.fresh[at]!;
        expected += tally.expected[at]!;
        // A warning stands on held signals; "normal" has to be shown by fresh ones, of a family as of a region.
        const silent = tally.fresh[at] === 0 && tally.expected[at]! > 0 && said.families[f] === 0;
        families[f]![cell] = silent || tally.usable[at] === 0 ? INSUFFICIENT : said.families[f]!;
      }
      const enough = level > 0 || fresh >= neededFresh(scheme, expected);
      own[cell] = enough ? level : INSUFFICIENT;
      flags[cell] = tally.flags[t]!;
      possible[cell] = (tally.flags[t]! & UNSURE) === 0 ? level : couldSay.levelAt(t);
    }
  }

  const { weights, weighting } = given ?? indexWeights(scheme, present, severities);
  if (severities) indexFrom(severities, weights, index);
  const level = diffuse(panel, own, possible, scheme, flags);
  for (let cell = 0; cell < size; cell++) if (level[cell] === INSUFFICIENT) index[cell] = NaN;
  return {
    level,
    own,
    families: Object.fromEntries(FAMILIES.map((f, i) => [f, families[i]!])) as Record<Family, Uint8Array>,
    flags,
    index,
    weights,
    weighting,
  };
}

interface Grader {
  /** Level of the region at a position. */
  levelAt(t: number): number;
  /** Levels of the families at the position asked for last. */
  readonly families: Uint8Array;
}

/** Grades one region's counts. Those of one period are mostly those of the period before: then so are the levels. */
function makeGrader(scheme: Scheme, tracks: Uint32Array, totals: Float64Array | null, count: number): Grader {
  const families = new Uint8Array(FAMILIES.length);
  const before = new Uint32Array(tracks.length / count);
  const counts = makeCounts(scheme);
  let level = 0;
  return {
    families,
    levelAt(t) {
      let same = true;
      for (let k = 0; k < before.length; k++) {
        const now = tracks[k * count + t]!;
        if (now === before[k]) continue;
        before[k] = now;
        same = false;
      }
      if (totals && !Object.is(totals[t], counts.score)) {
        counts.score = totals[t]!;
        same = false;
      }
      if (!same) level = gradeTracks(scheme, before, counts, families);
      return level;
    },
  };
}

/** Levels of the families, and of the region, from one position's tracks; `counts` holds the score and is lent for the rest. */
function gradeTracks(scheme: Scheme, tracks: Uint32Array, counts: Counts, families: Uint8Array): number {
  counts.signals = 0;
  counts.families = 0;
  counts.floor = tracks[FLOOR]!;
  counts.scale = tracks[SCALE]!;
  let track = NAMED;
  for (const condition of counts.named.keys()) counts.named.set(condition, tracks[track++]!);
  for (let f = 0; f < FAMILIES.length; f++) {
    const signals = tracks[f]!;
    let level = 0;
    for (const l of scheme.levels) if (atLevel(signals, l) >= scheme.minSignals[l]) level = l;
    families[f] = level;
    counts.signals += signals;
    counts.families += upTo(level);
  }
  return levelFrom(scheme, counts).level;
}

/** Fresh rules without which "normal" may not be said, out of those that were expected to speak. */
export function neededFresh(scheme: Scheme, expected: number): number {
  return Math.max(scheme.minUsable.count, Math.ceil(scheme.minUsable.share * expected));
}

/**
 * Composite index: 25 × the weighted mean over families of the mean severity (0–4) of their signals. A signal without
 * a statistic at this period lends its last severity until it is insufficient; families without signals are left out
 * and the weights normed over the rest.
 */
function indexOfRegion(
  tally: Tally,
  count: number,
  weights: Record<Family, number>,
  index: Float32Array,
  offset: number,
): void {
  for (let t = 0; t < count; t++) {
    let total = 0;
    let weight = 0;
    for (let f = 0; f < FAMILIES.length; f++) {
      const n = tally.usable[f * count + t]!;
      if (n === 0) continue;
      const w = weights[FAMILIES[f]!];
      total += (w * tally.severity[f * count + t]!) / n;
      weight += w;
    }
    index[offset + t] = weight > 0 ? (25 * total) / weight : NaN;
  }
}

/** Mean severity of each family of one region by position; NaN where it does not speak. */
function severitiesOfRegion(tally: Tally, count: number, severities: readonly Float32Array[], offset: number): void {
  severities.forEach((out, f) => {
    for (let t = 0; t < count; t++) {
      const n = tally.usable[f * count + t]!;
      if (n > 0) out[offset + t] = tally.severity[f * count + t]! / n;
    }
  });
}

/** The index of all cells from the mean severities; as `indexOfRegion`, once the weights are known. */
function indexFrom(severities: readonly Float32Array[], weights: Levels['weights'], index: Float32Array): void {
  for (let cell = 0; cell < index.length; cell++) {
    let total = 0;
    let weight = 0;
    for (let f = 0; f < FAMILIES.length; f++) {
      const severity = severities[f]![cell]!;
      if (severity !== severity) continue;
      const w = weights[FAMILIES[f]!];
      total += w * severity;
      weight += w;
    }
    index[cell] = weight > 0 ? (25 * total) / weight : NaN;
  }
}
