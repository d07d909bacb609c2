import { type Aggregation, catalogueOf, type Indicator, type IndicatorCatalogue } from '../../src/base/indicators';
import { FREQUENCIES, NO_DAY, parseDay, parsePeriod } from '../../src/base/period';
import { buildRegionTree, type RegionRow, type RegionTree } from '../../src/base/regions';
import { Status } from '../../src/base/status';
import type { Batch } from '../../src/observations/observations';
import type { Column, Panel } from '../../src/panel/panel';

/** Small trees, indicators, batches and panels for tests, written as a person would write them down. */

/** `treeOf({ R: '', A: 'R', B: 'R' })`: codes with their parents; attributes of a region by its code. */
export function treeOf(
  parents: Readonly<Record<string, string>>,
  attributes: Readonly<Record<string, Partial<RegionRow>>> = {},
): RegionTree {
  const rows = Object.entries(parents).map(
    ([code, parentCode]): RegionRow => ({
      code,
      nameZh: code,
      nameEn: code,
      level: parentCode === '' ? 'province' : 'county',
      parentCode,
      ...attributes[code],
    }),
  );
  const { tree, faults } = buildRegionTree('test', rows);
  if (!tree) throw new Error(JSON.stringify(faults));
  return tree;
}

export function indicatorOf(id: string, over: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: { zh: id, en: id },
    short: { zh: id, en: id },
    family: 'employment',
    unit: 'percent',
    frequency: 'month',
    kind: 'rate',
    worse: 'up',
    aggregation: { by: 'none' } as Aggregation,
    janFeb: 'separate',
    range: [-1e9, 1e9],
    lagDays: 0,
    decimals: 1,
    definition: { zh: id, en: id },
    source: { zh: id, en: id },
    ...over,
  };
}

export function catalogue(...indicators: Indicator[]): IndicatorCatalogue {
  return catalogueOf('test', indicators);
}

/** A row as in the canonical file: `['A', 'rate', '2020-01', 5.1]`, and perhaps `known_on` and a status. */
export type Row = readonly [
  region: string,
  indicator: string,
  period: string,
  value: number,
  knownOn?: string | null,
  status?: number,
];

export function batchOf(rows: readonly Row[], over: Partial<Batch> = {}): Batch {
  const regionCodes = [...new Set(rows.map((r) => r[0]))];
  const indicatorIds = [...new Set(rows.map((r) => r[1]))];
  const parsed = rows.map((r) => {
    const p = parsePeriod(r[2]);
    if (!p) throw new Error(`no period: ${r[2]}`);
    return p;
  });
  return {
    id: 'batch',
    name: 'batch.csv',
    source: 'test',
    takenOn: parseDay('2030-01-01')!,
    demonstration: false,
    ...over,
    observations: {
      regionCodes,
      indicatorIds,
      length: rows.length,
      region: Uint32Array.from(rows, (r) => regionCodes.indexOf(r[0])),
      indicator: Uint16Array.from(rows, (r) => indicatorIds.indexOf(r[1])),
      frequency: Uint8Array.from(parsed, (p) => FREQUENCIES.indexOf(p.frequency)),
      period: Int32Array.from(parsed, (p) => p.period),
      value: Float64Array.from(rows, (r) => r[3]),
      status: Uint8Array.from(rows, (r) => r[5] ?? Status.observed),
      knownOn: Int32Array.from(rows, (r) => (r[4] ? parseDay(r[4])! : NO_DAY)),
      row: Uint32Array.from(rows, (_, i) => i + 2),
      weekEndsOn: parsed.find((p) => p.weekEndsOn !== undefined)?.weekEndsOn ?? 6,
    },
  };
}

/** A monthly panel from series by indicator and region code; regions without a series are all missing. */
export function panelOf(
  tree: RegionTree,
  list: IndicatorCatalogue,
  firstMonth: string,
  series: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>,
  frequency: Panel['frequency'] = 'month',
): Panel {
  const count = Math.max(...Object.values(series).flatMap((byRegion) => Object.values(byRegion).map((s) => s.length)));
  const columns = new Map<string, Column>();
  for (const [id, byRegion] of Object.entries(series)) {
    const values = new Float64Array(tree.regions.length * count).fill(NaN);
    for (const [code, list_] of Object.entries(byRegion)) values.set(list_, tree.indexOf.get(code)! * count);
    columns.set(id, columnOf(list.byId.get(id)!, values));
  }
  const first = parsePeriod(firstMonth)!.period;
  return { frequency, tree, catalogue: list, first, count, weekEndsOn: 6, columns, batches: [] };
}

export function columnOf(indicator: Indicator, values: Float64Array): Column {
  return {
    indicator,
    values,
    status: Uint8Array.from(values, (v) => (Number.isNaN(v) ? Status.missing : Status.observed)),
    knownOn: null,
    batch: null,
    row: null,
    revisions: null,
    coverage: null,
    steps: [],
  };
}

/** A region's part of a column, as plain numbers. */
export function seriesOf(panel: Panel, column: Column | undefined, code: string): number[] {
  if (!column) throw new Error('no such column');
  const offset = panel.tree.indexOf.get(code)! * panel.count;
  return Array.from(column.values.subarray(offset, offset + panel.count));
}

export function statusesOf(panel: Panel, column: Column | undefined, code: string): number[] {
  if (!column) throw new Error('no such column');
  const offset = panel.tree.indexOf.get(code)! * panel.count;
  return Array.from(column.status.subarray(offset, offset + panel.count));
}
