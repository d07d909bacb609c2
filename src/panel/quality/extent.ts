import { seasonOf } from '../../base/period';
import type { Column, Panel } from '../panel';
import type { IndicatorExtent } from './quality';

/**
 * What the looked-at values of an indicator reach: regions × periods from the first to the last of them, and how much
 * of that is there. A January that is published with February is not due. Null: no such value.
 */
export function extentOf(
  panel: Panel,
  column: Column,
  isLooked: (column: Column, cell: number) => boolean,
): IndicatorExtent | null {
  const { indicator } = column;
  const { count } = panel;
  const perPeriod = new Uint32Array(count);
  let regions = 0;
  let values = 0;
  for (let r = 0; r < panel.tree.regions.length; r++) {
    let own = 0;
    for (let t = 0; t < count; t++) {
      if (!isLooked(column, r * count + t)) continue;
      perPeriod[t]!++;
      own++;
    }
    values += own;
    if (own > 0) regions++;
  }
  if (values === 0) return null;
  const from = perPeriod.findIndex((n) => n > 0);
  const to = perPeriod.findLastIndex((n) => n > 0);
  const joint = panel.frequency === 'month' && indicator.janFeb === 'joint-published';
  let due = 0;
  for (let t = from; t <= to; t++) {
    const optional = joint && seasonOf('month', panel.first + t) === 0;
    due += optional ? perPeriod[t]! : regions;
  }
  return {
    indicatorId: indicator.id,
    frequency: panel.frequency,
    weekEndsOn: panel.weekEndsOn,
    first: panel.first + from,
    last: panel.first + to,
    regions,
    values,
    due,
  };
}
