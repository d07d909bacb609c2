import { formatDay, formatPeriod, NO_DAY, type Period } from '../../base/period';
import type { Column, Panel } from '../../panel/panel';
import type { FigureSeen } from '../trail/act';

/** A value of a column as the trail keeps it. */
export function figureAt(panel: Panel, column: Column, region: number, period: Period): FigureSeen {
  const cell = region * panel.count + (period - panel.first);
  const value = column.values[cell]!;
  const knownOn = column.knownOn?.[cell] ?? NO_DAY;
  return {
    indicatorId: column.indicator.id,
    regionCode: panel.tree.regions[region]!.code,
    period: formatPeriod(panel.frequency, period, panel.weekEndsOn),
    value: Number.isNaN(value) ? null : value,
    knownOn: knownOn === NO_DAY ? null : formatDay(knownOn),
  };
}
