import type { Text } from './text';

/**
 * A region of the tree. `labourForce` etc. are optional attributes in persons; NaN when not known.
 * `promoted`: reported beside the level above by custom (满洲里, 二连浩特): views may show it there,
 * sums never count it twice because they follow the tree alone.
 */
export interface Region {
  readonly code: string;
  readonly name: Text;
  /** Kind of area: province, league, county, state …; free text of the region table. */
  readonly level: string;
  /** Index of the parent in `RegionTree.regions`, −1 for a root. Parents always stand before their children. */
  readonly parent: number;
  readonly labourForce: number;
  readonly employed: number;
  readonly insured: number;
  /** Structure: resource-based, coal-steel-power, border, farming-herding …; measures fit by it. */
  readonly traits: readonly string[];
  /** Share of jobs in steel, coal and coal power, 0–1; NaN when not known. */
  readonly coalSteelPowerShare: number;
  readonly promoted: boolean;
}

export interface RegionTree {
  readonly id: string;
  readonly regions: readonly Region[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly children: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly depth: Uint8Array;
}

/** One line of a region table before the tree is built. */
export interface RegionRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: string;
  readonly parentCode: string;
  readonly labourForce?: number;
  readonly employed?: number;
  readonly insured?: number;
  readonly traits?: readonly string[];
  readonly coalSteelPowerShare?: number;
  readonly promoted?: boolean;
}

/** Names of the levels that we know; others are shown as they come. */
const LEVEL_WORDS: Readonly<Record<string, Text>> = {
  country: { zh: '国家', en: 'country' },
  province: { zh: '自治区', en: 'autonomous region' },
  league: { zh: '盟市', en: 'league or city' },
  county: { zh: '旗县市区', en: 'banner or county' },
  state: { zh: '州', en: 'state' },
  all: { zh: '全部地区', en: 'all regions' },
  region: { zh: '地区', en: 'region' },
};

export function regionLevelName(level: string): Text {
  return LEVEL_WORDS[level] ?? { zh: level, en: level };
}

/** A fault in a region table, by line (counted from 1 without the header). */
export interface RegionFault {
  readonly row: number;
  readonly column: 'region_code' | 'parent_code' | 'region_name';
  readonly given: string;
  readonly detail: Text;
}

/**
 * Builds a tree from its rows, in any order; parents come first in the result, otherwise the order is kept.
 * All faults are collected: empty or repeated codes, unknown parents, cycles. With any fault there is no tree.
 */
export function buildRegionTree(
  id: string,
  rows: readonly RegionRow[],
): { tree: RegionTree | null; faults: RegionFault[] } {
  const faults: RegionFault[] = [];
  const rowOf = new Map<string, number>();
  rows.forEach((row, i) => {
    if (row.code === '') {
      faults.push({
        row: i + 1,
        column: 'region_code',
        given: '',
        detail: { zh: '区划代码为空', en: 'the region code is empty' },
      });
    } else if (rowOf.has(row.code)) {
      faults.push({
        row: i + 1,
        column: 'region_code',
        given: row.code,
        detail: { zh: '区划代码重复', en: 'the region code stands twice' },
      });
    } else rowOf.set(row.code, i);
  });
  rows.forEach((row, i) => {
    if (row.parentCode !== '' && !rowOf.has(row.parentCode)) {
      faults.push({
        row: i + 1,
        column: 'parent_code',
        given: row.parentCode,
        detail: { zh: '上级代码不在表中', en: 'the parent code is not in the table' },
      });
    }
  });
  if (rows.length === 0) {
    faults.push({
      row: 0,
      column: 'region_code',
      given: '',
      detail: { zh: '区划表没有数据行', en: 'the region table has no rows' },
    });
  }
  if (faults.length > 0) return { tree: null, faults };

  // Breadth first from the roots: parents before children, siblings in file order.
  const childRows: number[][] = rows.map(() => []);
  const order: number[] = [];
  rows.forEach((row, i) => {
    if (row.parentCode === '') order.push(i);
    else childRows[rowOf.get(row.parentCode)!]!.push(i);
  });
  for (let k = 0; k < order.length; k++) for (const child of childRows[order[k]!]!) order.push(child);
  if (order.length < rows.length) {
    const reached = new Set(order);
    const i = rows.findIndex((_, row) => !reached.has(row));
    return {
      tree: null,
      faults: [
        {
          row: i + 1,
          column: 'parent_code',
          given: rows[i]!.parentCode,
          detail: { zh: '上下级关系成环', en: 'the parents form a cycle' },
        },
      ],
    };
  }

  const indexOf = new Map<string, number>();
  const regions: Region[] = [];
  const children: number[][] = [];
  const depth = new Uint8Array(rows.length);
  for (const i of order) {
    const row = rows[i]!;
    const index = regions.length;
    const parent = row.parentCode === '' ? -1 : indexOf.get(row.parentCode)!;
    indexOf.set(row.code, index);
    children.push([]);
    if (parent >= 0) {
      children[parent]!.push(index);
      depth[index] = depth[parent]! + 1;
    }
    const nameZh = row.nameZh || row.nameEn || row.code;
    regions.push({
      code: row.code,
      name: { zh: nameZh, en: row.nameEn || nameZh },
      level: row.level,
      parent,
      labourForce: row.labourForce ?? NaN,
      employed: row.employed ?? NaN,
      insured: row.insured ?? NaN,
      traits: row.traits ?? [],
      coalSteelPowerShare: row.coalSteelPowerShare ?? NaN,
      promoted: row.promoted ?? false,
    });
  }
  return {
    tree: {
      id,
      regions,
      indexOf,
      children,
      roots: order.flatMap((r, i) => (rows[r]!.parentCode === '' ? [i] : [])),
      depth,
    },
    faults,
  };
}
