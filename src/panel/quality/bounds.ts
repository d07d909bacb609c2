import { reportableRange } from './range';
import type { CheckContext } from './check';
import { isThere } from './series';
import { boundsWhy } from './text';

/** Values that cannot be: outside the catalogue's range, a negative count, a share beyond 100 per cent. */
export function checkBounds({ columns, collect }: CheckContext): void {
  for (const column of columns) {
    const [low, high] = reportableRange(column.indicator);
    let checked = 0;
    for (let cell = 0; cell < column.values.length; cell++) {
      if (!isThere(column, cell)) continue;
      if (collect.isNew(column, cell)) checked++;
      const v = column.values[cell]!;
      if (v >= low && v <= high) continue;
      collect.add('bounds', column, { cell, low, high, why: () => boundsWhy(column.indicator, v, low, high) });
    }
    collect.checked('bounds', checked);
  }
}
