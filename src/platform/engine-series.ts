import { PERIODS_PER_YEAR } from '../base/period';
import { Status } from '../base/status';
import { unitOfChange } from '../base/units';
import { formKey } from '../indicators/form';
import type { Column, Panel } from '../panel/panel';
import type { Series, SeriesQuery } from './engine-api';

/** Series of a prepared panel, turned as asked. Regions and indicators that are not there are left out. */
export function seriesOf(panel: Panel, query: SeriesQuery): Series[] {
  return query.indicatorIds.flatMap((indicatorId) =>
    query.regionCodes.flatMap((regionCode) => {
      const region = panel.tree.indexOf.get(regionCode);
      const column = panel.columns.get(formKey(indicatorId, query.form));
      return region === undefined || !column ? [] : [oneSeries(panel, column, region, query)];
    }),
  );
}

export function oneSeries(
  panel: Panel,
  column: Column,
  region: number,
  { form, view }: Pick<SeriesQuery, 'form' | 'view'>,
): Series {
  const from = region * panel.count;
  const values = column.values.slice(from, from + panel.count);
  const status = column.status.slice(from, from + panel.count);
  const rate = column.indicator.kind === 'rate';
  const skipped = (t: number): boolean => form === 'joint' && status[t] === Status.expectedGap;
  const shown = turned(values, view, rate, PERIODS_PER_YEAR[panel.frequency], skipped);
  // The number in a joint January is February's: it has no place of its own on a chart or in a table.
  for (let t = 0; t < shown.length; t++) if (status[t] === Status.expectedGap) shown[t] = NaN;
  return {
    regionCode: panel.tree.regions[region]!.code,
    indicatorId: column.indicator.id,
    form,
    view,
    unit: unitOfView(column.indicator.unit, view, rate),
    first: panel.first,
    values: shown,
    status,
    coverage: column.coverage ? column.coverage.slice(from, from + panel.count) : null,
  };
}

function unitOfView(unit: string, view: SeriesQuery['view'], rate: boolean): string {
  if (view === 'value') return unit;
  if (view === 'index') return 'index';
  return rate ? unitOfChange(unit) : 'percent';
}

/**
 * Rates differ by points, everything else by percent of a positive base; an index has its first value at 100. `skipped`
 * are places without a figure of their own: before a joint February comes December, not the January that it holds.
 */
function turned(
  values: Float64Array,
  view: SeriesQuery['view'],
  rate: boolean,
  perYear: number,
  skipped: (t: number) => boolean,
): Float64Array {
  if (view === 'value') return values;
  if (view === 'index') {
    const base = values.find((v) => v === v && v > 0) ?? NaN;
    return values.map((v) => (100 * v) / base);
  }
  const lag = view === 'yoy' ? perYear : 1;
  return values.map((v, t) => {
    const at = view === 'mom' && skipped(t - 1) ? t - 2 : t - lag;
    const before = at >= 0 ? values[at]! : NaN;
    if (rate) return v - before;
    return before > 0 ? 100 * (v / before - 1) : NaN;
  });
}
