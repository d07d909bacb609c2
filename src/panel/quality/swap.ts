import type { Column } from '../panel';
import type { CheckContext, Expectation } from './check';
import { swapWhy } from './text';

/** Two figures of one region and period of which each is as the other was expected: columns changed over. */
export function checkSwaps({ columns, expected, collect }: CheckContext): void {
  const byCell = new Map<number, { column: Column; off: Expectation }[]>();
  let checked = 0;
  for (const column of columns) {
    for (const off of expected.get(column.indicator.id)?.off.values() ?? []) {
      byCell.set(off.cell, [...(byCell.get(off.cell) ?? []), { column, off }]);
      if (collect.isNew(column, off.cell)) checked++;
    }
  }
  collect.checked('swap', checked);
  for (const here of byCell.values()) {
    for (let i = 0; i < here.length; i++) {
      for (let j = i + 1; j < here.length; j++) {
        const a = here[i]!;
        const b = here[j]!;
        if (!fits(a.off.value, b.off) || !fits(b.off.value, a.off)) continue;
        collect.add('swap', a.column, {
          cell: a.off.cell,
          more: [{ column: b.column, cell: b.off.cell }],
          low: a.off.low,
          high: a.off.high,
          why: () => swapWhy(a.column.indicator, a.off.value, b.column.indicator, b.off.value),
        });
      }
    }
  }
}

function fits(value: number, { low, high }: Expectation): boolean {
  return value >= low && value <= high;
}
