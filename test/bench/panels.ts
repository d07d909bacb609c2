import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import type { Indicator } from '../../src/base/indicators';
import { monthPeriod } from '../../src/base/period';
import { buildRegionTree, type RegionRow, type RegionTree } from '../../src/base/regions';
import { Status } from '../../src/base/status';
import type { Column, Panel, Panels } from '../../src/panel/panel';

/** Panels of the sizes in quality.md, in the shape of the 27 indicators; the same figures in every run. */
export interface Size {
  readonly name: string;
  /** Copies of the tree of Inner Mongolia (1 + 12 + 103 regions). */
  readonly copies: number;
  readonly months: number;
}

export const SIZES: readonly Size[] = [
  { name: 'region 116 × 27 × 120', copies: 1, months: 120 },
  { name: 'province×10 1,160 × 27 × 120', copies: 10, months: 120 },
  { name: 'nation 2,900 × 27 × 240', copies: 25, months: 240 },
];

/** The 27 indicators of domain.md. */
export function benchIndicators(): readonly Indicator[] {
  return defaultCatalogue().indicators.slice(0, 27);
}

/** A small generator (xorshift), so that no run differs from another. */
function chanceOf(seed: number): () => number {
  let x = seed | 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 2 ** 32;
  };
}

function benchTree(copies: number): RegionTree {
  const chance = chanceOf(7);
  const rows: RegionRow[] = [];
  for (let k = 0; k < copies; k++) {
    for (const region of defaultRegionTree().regions) {
      const parent = region.parent < 0 ? '' : `${k}-${defaultRegionTree().regions[region.parent]!.code}`;
      const labourForce = Math.round({ province: 12e6, league: 1e6, county: 1e5 }[region.level]! * (0.5 + chance()));
      rows.push({
        code: `${k}-${region.code}`,
        nameZh: region.name.zh,
        nameEn: region.name.en,
        level: region.level,
        parentCode: parent,
        labourForce,
      });
    }
  }
  const { tree, faults } = buildRegionTree('bench', rows);
  if (!tree) throw new Error(JSON.stringify(faults));
  return tree;
}

export function benchPanels({ copies, months }: Size): Panels {
  const tree = benchTree(copies);
  const first = monthPeriod(2007, 1);
  const chance = chanceOf(20261122);
  const columns = new Map(
    benchIndicators().map((i) => [i.id, benchColumn(i, tree.regions.length, months, chance)] as const),
  );
  const shared = { tree, catalogue: defaultCatalogue(), weekEndsOn: 6, batches: [] };
  const years = Math.ceil(months / 12);
  const targets = ['new_urban_jobs', 'reemployed', 'hardship_employed'].map((id) => {
    const target = defaultCatalogue().byId.get(`${id}_target`)!;
    return [target.id, withSources(target, new Float64Array(tree.regions.length * years).fill(12_000))] as const;
  });
  const month: Panel = { ...shared, frequency: 'month', first, count: months, columns };
  return { month, year: { ...shared, frequency: 'year', first: 2007, count: years, columns: new Map(targets) } };
}

/** Wandering values with seasons and about one hole in 200; unpublished Januaries, sums that restart each year. */
function benchColumn(indicator: Indicator, regions: number, months: number, chance: () => number): Column {
  const values = new Float64Array(regions * months);
  // Lay-offs are few: at the size of other flows every place would be red for ever.
  const few = indicator.id === 'reported_layoffs' ? 0.02 : 1;
  const [low, high] = {
    stock: [1000, 2000],
    flow: [500, 1500],
    rate: [2, 8],
    index: [45, 55],
    cumulative: [500, 1500],
  }[indicator.kind] as [number, number];
  for (let r = 0; r < regions; r++) {
    let level = low + (high - low) * chance();
    let sum = 0;
    for (let t = 0; t < months; t++) {
      const month = t % 12;
      level += (high - low) * 0.03 * (chance() - 0.5);
      const value = few * level * (1 + 0.05 * Math.sin((2 * Math.PI * month) / 12));
      sum = month === 0 ? value : sum + value;
      const unpublished = month === 0 && indicator.janFeb === 'joint-published';
      values[r * months + t] = unpublished || chance() < 0.005 ? NaN : indicator.kind === 'cumulative' ? sum : value;
    }
  }
  return withSources(indicator, values);
}

/** A column as a file without dates leaves it: values, status, batch and row. */
function withSources(indicator: Indicator, values: Float64Array): Column {
  const status = new Uint8Array(values.length);
  const row = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    status[i] = Number.isNaN(values[i]) ? Status.missing : Status.observed;
    row[i] = i + 2;
  }
  return {
    indicator,
    values,
    status,
    knownOn: null,
    batch: new Uint16Array(values.length),
    row,
    revisions: null,
    coverage: null,
    steps: [],
  };
}

/** The months from one position up to another, without their sources; the years as they are. */
export function cutMonths({ month, ...rest }: Panels, from: number, to: number): Panels {
  const { count, tree, first } = month!;
  const size = tree.regions.length * (to - from);
  const columns = new Map(
    Array.from(month!.columns, ([id, column]) => {
      const values = new Float64Array(size);
      const status = new Uint8Array(size);
      for (let r = 0; r < tree.regions.length; r++) {
        values.set(column.values.subarray(r * count + from, r * count + to), r * (to - from));
        status.set(column.status.subarray(r * count + from, r * count + to), r * (to - from));
      }
      return [id, { ...column, values, status, batch: null, row: null }] as const;
    }),
  );
  return { ...rest, month: { ...month!, first: first + from, count: to - from, columns } };
}

/** The panel's own bytes: all of its arrays. */
export function bytesOf(panels: Panels): number {
  let bytes = 0;
  for (const panel of Object.values(panels)) {
    for (const c of panel.columns.values()) {
      for (const array of [c.values, c.status, c.knownOn, c.batch, c.row, c.coverage]) bytes += array?.byteLength ?? 0;
    }
  }
  return bytes;
}
