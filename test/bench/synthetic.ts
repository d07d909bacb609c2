import { defaultCatalogue } from '../../src/base/catalogue';
import { FAMILIES } from '../../src/base/indicators';
import { monthPeriod } from '../../src/base/period';
import { buildRegionTree, type RegionRow, type RegionTree } from '../../src/base/regions';
import { Status } from '../../src/base/status';
import type { Column, Panel } from '../../src/panel/panel';

/** The sizes of the quality lines: regions × 27 indicators × months. */
export const SIZES = {
  region: { regions: 116, months: 120 },
  'province×10': { regions: 1160, months: 120 },
  nation: { regions: 2900, months: 240 },
} as const;

/** A tree of three layers with so many regions in all, ten or so below each of the middle layer. */
function treeOf(regions: number): RegionTree {
  const rows: RegionRow[] = [{ code: 'R', nameZh: '全域', nameEn: 'All', level: 'province', parentCode: '' }];
  const leagues = Math.round(regions / 10);
  for (let i = 1; i < regions; i++) {
    const league = i <= leagues;
    rows.push({
      code: `R${i}`,
      nameZh: `地区${i}`,
      nameEn: `Region ${i}`,
      level: league ? 'league' : 'county',
      parentCode: league ? 'R' : `R${1 + (i % leagues)}`,
      labourForce: 40_000 + ((i * 7919) % 160_000),
    });
  }
  const { tree, faults } = buildRegionTree('bench', rows);
  if (!tree) throw new Error(faults[0]!.detail.en);
  return tree;
}

/** Every region reports all 27 monthly indicators: a trend, seasons and noise of a fixed generator, no gaps. */
export function syntheticPanel({ regions, months }: { regions: number; months: number }): Panel {
  const tree = treeOf(regions);
  const catalogue = defaultCatalogue();
  const indicators = catalogue.indicators.filter(
    (i) => FAMILIES.includes(i.family) && i.frequency === 'month' && !/^(unemploy|labor_force)/.test(i.id),
  );
  let state = 12345;
  const noise = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const columns = new Map<string, Column>();
  for (const indicator of indicators) {
    const values = new Float64Array(regions * months);
    for (let r = 0; r < regions; r++) {
      let total = 0;
      for (let t = 0; t < months; t++) {
        const season = 1 + 0.1 * Math.sin((2 * Math.PI * t) / 12);
        const own = 1000 * season * (1 + 0.15 * Math.sin(t / 17 + r) + 0.05 * noise());
        total = t % 12 === 0 ? own : total + own;
        const rate = 4 + 0.5 * Math.sin(t / 17 + r) + 0.1 * noise();
        const isRate = indicator.kind === 'rate' || indicator.kind === 'index';
        values[r * months + t] = indicator.kind === 'cumulative' ? total : isRate ? rate : own;
      }
    }
    columns.set(indicator.id, {
      indicator,
      values,
      status: new Uint8Array(values.length).fill(Status.observed),
      knownOn: null,
      batch: null,
      row: null,
      revisions: null,
      coverage: null,
      steps: [],
    });
  }
  const first = monthPeriod(2006, 1);
  return { frequency: 'month', tree, catalogue, first, count: months, weekEndsOn: 6, columns, batches: [] };
}

/** Bytes of values and status: what the memory line is measured against. */
export function panelBytes(panel: Panel): number {
  let bytes = 0;
  for (const { values, status } of panel.columns.values()) bytes += values.byteLength + status.byteLength;
  return bytes;
}
