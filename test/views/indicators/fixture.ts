import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { adHocIndicator, catalogueOf } from '../../../src/base/indicators';
import { monthPeriod } from '../../../src/base/period';
import { buildRegionTree, type RegionTree } from '../../../src/base/regions';
import { Status } from '../../../src/base/status';
import type { Series, SeriesQuery } from '../../../src/platform/engine-api';
import { parsePlace, type Place } from '../../../src/store/place-address';
import type { SelectionView } from '../../../src/views/indicators/selection';

export const FIRST = monthPeriod(2019, 1);
export const COUNT = 96;
export const LAST = FIRST + COUNT - 1;

/** A view without warnings over the built-in regions and indicators; `latest` is the last period but one. */
export function makeView(over: Partial<SelectionView> = {}): SelectionView {
  const tree = over.tree ?? defaultRegionTree();
  const size = tree.regions.length * (over.count ?? COUNT);
  return {
    tree,
    catalogue: defaultCatalogue(),
    frequency: 'month',
    first: FIRST,
    count: COUNT,
    weekEndsOn: 6,
    latest: LAST - 1,
    levels: {
      level: new Uint8Array(size),
      own: new Uint8Array(size),
      families: {
        employment: new Uint8Array(0),
        market: new Uint8Array(0),
        macro: new Uint8Array(0),
        newforms: new Uint8Array(0),
      },
      flags: new Uint8Array(size),
      index: new Float32Array(size),
      weights: { employment: 0.25, market: 0.25, macro: 0.25, newforms: 0.25 },
      weighting: { asked: 'equal', used: 'equal', reason: null, cells: 0 },
    },
    indicators: [
      'surveyed_unemployment_rate',
      'registered_unemployment_rate',
      'new_urban_jobs',
      'new_benefit_claims',
      'coal_output',
      'openings_to_seekers',
    ],
    ...over,
  };
}

/** Thirty states without a parent, as in the real test data. */
export function statesView(): SelectionView {
  const rows = Array.from({ length: 30 }, (_, i) => ({
    code: `US-${String(i).padStart(2, '0')}`,
    nameZh: '',
    nameEn: `State ${i}`,
    level: 'state',
    parentCode: '',
  }));
  const tree = buildRegionTree('us', rows).tree as RegionTree;
  const catalogue = catalogueOf('1', [adHocIndicator('unemployment_rate_sa', 'percent', 'month', 'up')]);
  const view = makeView({ tree, catalogue, indicators: ['unemployment_rate_sa'] });
  // State 7 is at red, states 3 and 4 at orange (4 with the higher index), state 9 insufficient.
  const cell = (region: number): number => region * view.count + view.latest - view.first;
  view.levels.level[cell(7)] = 4;
  view.levels.level[cell(3)] = 3;
  view.levels.level[cell(4)] = 3;
  view.levels.index[cell(4)] = 60;
  view.levels.index[cell(3)] = 55;
  view.levels.level[cell(9)] = 255;
  view.levels.index[cell(9)] = 99;
  return view;
}

export function placeAt(search: string): Place {
  return parsePlace('/indicators', search);
}

/** A series of the whole view; periods that `at` leaves out are missing. */
export function makeSeries(
  regionCode: string,
  indicatorId: string,
  valueAt: (index: number) => number,
  over: Partial<Series> & { readonly form?: SeriesQuery['form'] } = {},
): Series {
  const values = Float64Array.from({ length: COUNT }, (_, i) => valueAt(i));
  return {
    regionCode,
    indicatorId,
    form: 'reported',
    view: 'value',
    unit: 'percent',
    first: FIRST,
    values,
    status: Uint8Array.from(values, (v) => (Number.isNaN(v) ? Status.missing : Status.observed)),
    coverage: null,
    ...over,
  };
}
