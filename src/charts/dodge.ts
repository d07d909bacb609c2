/**
 * Moves labels apart: nearest positions in the same order with at least `gap` between neighbours, inside [low, high]
 * when there is room for all.
 * @returns the new positions, in the order given
 */
export function dodge(positions: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!);
  const moved = order.map((i) => Math.min(Math.max(positions[i]!, low), high));
  for (let k = 1; k < moved.length; k++) moved[k] = Math.max(moved[k]!, moved[k - 1]! + gap);
  const last = moved.length - 1;
  if (last >= 0 && moved[last]! > high) {
    moved[last] = high;
    for (let k = last - 1; k >= 0; k--) moved[k] = Math.min(moved[k]!, moved[k + 1]! - gap);
  }
  const result = new Array<number>(positions.length);
  order.forEach((i, k) => {
    result[i] = moved[k]!;
  });
  return result;
}
