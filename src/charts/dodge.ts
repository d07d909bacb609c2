/**
 * Moves labels apart: nearest positions (by squares) in the same order with at least `gap` between neighbours, inside
 * [low, high] when there is room for all. Labels that press on one another form a block around the mean of their places.
 * @returns the new positions, in the order given
 */
export function dodge(positions: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const blocks: Block[] = [];
  for (const i of order) {
    let block = blockOf(positions[i]!, 1, gap, low, high);
    for (let before = blocks.at(-1); before && before.first + before.size * gap > block.first; before = blocks.at(-1)) {
      blocks.pop();
      const wanted = before.wanted + block.wanted - block.size * before.size * gap;
      block = blockOf(wanted, before.size + block.size, gap, low, high);
    }
    blocks.push(block);
  }
  const result = Array.from(positions);
  let k = 0;
  for (const { first, size } of blocks) for (let n = 0; n < size; n++) result[order[k++]!] = first + n * gap;
  return result;
}

interface Block {
  /** Sum of the places that its members want for the first of them. */
  readonly wanted: number;
  readonly size: number;
  readonly first: number;
}

function blockOf(wanted: number, size: number, gap: number, low: number, high: number): Block {
  return { wanted, size, first: Math.max(low, Math.min(high - (size - 1) * gap, wanted / size)) };
}
