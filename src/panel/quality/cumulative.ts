import { yearOf } from '../../base/period';
import type { CheckContext } from './check';
import { isThere } from './series';
import { cumulativeWhy } from './text';

/** A figure that is counted up from January cannot fall within the year, unless something was taken back. */
export function checkCumulative({ panel, columns, collect }: CheckContext): void {
  const { count, tree, frequency, first } = panel;
  const year = Int32Array.from({ length: count }, (_, t) => yearOf(frequency, first + t));
  for (const column of columns) {
    if (column.indicator.kind !== 'cumulative' || frequency === 'year') continue;
    let checked = 0;
    for (let r = 0; r < tree.regions.length; r++) {
      let last = -1;
      for (let t = 0; t < count; t++) {
        const cell = r * count + t;
        if (!isThere(column, cell)) continue;
        const before = last;
        // What is out of line with its own past is no measure for what comes after it.
        if (!collect.isMarked(column, cell, 'jump')) last = t;
        if (before < 0 || year[before] !== year[t]) continue;
        if (collect.isNew(column, cell)) checked++;
        const [was, is] = [column.values[r * count + before]!, column.values[cell]!];
        if (is >= was) continue;
        collect.add('cumulative', column, {
          cell,
          low: was,
          high: NaN,
          restsOn: [{ column, cell: r * count + before }],
          why: () => cumulativeWhy(column.indicator, frequency, first + before, was, is),
        });
      }
    }
    collect.checked('cumulative', checked);
  }
}
