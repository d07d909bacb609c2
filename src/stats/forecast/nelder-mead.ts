/** What the search needs room for, to be used again and again: one for a number of parameters. */
export interface Simplex {
  readonly corners: readonly Float64Array[];
  readonly heights: Float64Array;
  readonly centre: Float64Array;
  readonly trial: Float64Array;
}

export function makeSimplex(size: number): Simplex {
  return {
    corners: Array.from({ length: size + 1 }, () => new Float64Array(size)),
    heights: new Float64Array(size + 1),
    centre: new Float64Array(size),
    trial: new Float64Array(size),
  };
}

const TOLERANCE = Math.sqrt(2 ** -52);
/** Stands for a height that is not finite. */
const BIG = 1e35;

/**
 * Nelder–Mead search for the lowest point of a function, from `point`, which is overwritten with what was found. Steps
 * of 1 (reflection), ½ (contraction), 2 (expansion); the first simplex is the point and, for each parameter, the point
 * with a tenth of the greatest parameter added to it. Ends when highest and lowest corner are within
 * 1.5e-8·(|first height| + 1.5e-8), or after `most` evaluations. Returns the lowest height; NaN when the first is not finite.
 * Source: J. C. Nash, "Compact Numerical Methods for Computers", 2nd ed. (1990), algorithm 19, in the order of steps in
 * which R's `optim` takes them: where a search ends before it has arrived, the way matters.
 */
export function nelderMead(
  point: Float64Array,
  height: (at: Float64Array) => number,
  most: number,
  { corners, heights, centre, trial }: Simplex,
  firstStep = 0,
): number {
  const size = point.length;
  const heightAt = (at: Float64Array): number => {
    const found = height(at);
    return Number.isFinite(found) ? found : BIG;
  };
  let used = 1;
  const first = height(point);
  if (!Number.isFinite(first)) return NaN;
  const tolerance = TOLERANCE * (Math.abs(first) + TOLERANCE);
  let step = firstStep;
  if (step === 0) for (let i = 0; i < size; i++) step = Math.max(step, 0.1 * Math.abs(point[i]!));
  if (step === 0) step = 0.1;
  corners[0]!.set(point);
  heights[0] = first;
  let lowest = 0;
  let extent = 0;
  for (let j = 1; j <= size; j++) {
    const corner = corners[j]!;
    corner.set(point);
    let move = step;
    while (corner[j - 1] === point[j - 1]) {
      corner[j - 1] = point[j - 1]! + move;
      move *= 10;
    }
    extent += move;
  }
  let newCorners = true;
  for (;;) {
    if (newCorners) {
      for (let j = 0; j <= size; j++) {
        if (j === lowest) continue;
        heights[j] = heightAt(corners[j]!);
        used++;
      }
      newCorners = false;
    }
    let highest = lowest;
    for (let j = 0; j <= size; j++) {
      if (heights[j]! < heights[lowest]!) lowest = j;
      if (heights[j]! > heights[highest]!) highest = j;
    }
    if (heights[highest]! <= heights[lowest]! + tolerance || used > most) break;
    const top = corners[highest]!;
    for (let i = 0; i < size; i++) {
      let sum = -top[i]!;
      for (let j = 0; j <= size; j++) sum += corners[j]![i]!;
      centre[i] = sum / size;
      trial[i] = 2 * centre[i]! - top[i]!;
    }
    const reflected = heightAt(trial);
    used++;
    if (reflected < heights[lowest]!) {
      top.set(trial);
      heights[highest] = reflected;
      for (let i = 0; i < size; i++) trial[i] = 2 * trial[i]! - centre[i]!;
      const expanded = heightAt(trial);
      used++;
      if (expanded < reflected) {
        top.set(trial);
        heights[highest] = expanded;
      }
      continue;
    }
    const helps = reflected < heights[highest]!;
    if (helps) {
      top.set(trial);
      heights[highest] = reflected;
    }
    for (let i = 0; i < size; i++) trial[i] = 0.5 * top[i]! + 0.5 * centre[i]!;
    const contracted = heightAt(trial);
    used++;
    if (contracted < heights[highest]!) {
      top.set(trial);
      heights[highest] = contracted;
    } else if (!helps) {
      const low = corners[lowest]!;
      let left = 0;
      for (let j = 0; j <= size; j++) {
        if (j === lowest) continue;
        const corner = corners[j]!;
        for (let i = 0; i < size; i++) {
          corner[i] = 0.5 * (corner[i]! - low[i]!) + low[i]!;
          left += Math.abs(corner[i]! - low[i]!);
        }
      }
      if (left >= extent) break;
      extent = left;
      newCorners = true;
    }
  }
  point.set(corners[lowest]!);
  return heights[lowest]!;
}
