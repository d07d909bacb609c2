import type { RegionTree } from '../base/regions';
import { csvCell, csvText } from './to-csv';

/** Code and name of the region that holds all others of a list without parents. */
const ALL = { code: 'ALL', name: '全部地区', nameEn: 'All regions' };

/** A flat region table (CSV) of the regions that a file names, under one region that holds them all. */
export function regionTableCsv(found: readonly { readonly code: string; readonly name: string }[]): string {
  const regions = new Map(found.filter((r) => r.code !== '').map((r) => [r.code, r.name] as const));
  let all = ALL.code;
  while (regions.has(all)) all = `_${all}`;
  const lines = ['region_code,region_name,region_name_en,level,parent_code', `${all},${ALL.name},${ALL.nameEn},all,`];
  // Cells as they are: this text is read back by us, not opened by a spreadsheet.
  for (const [code, name] of regions) lines.push([code, name || code, '', 'region', all].map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}

/** A tree as a region table (CSV) that reads back as the same tree. */
export function treeCsv(tree: RegionTree): string {
  const number = (value: number): string => (Number.isNaN(value) ? '' : String(value));
  const lines = tree.regions.map((r) =>
    [
      csvText(r.code),
      csvText(r.name.zh),
      csvText(r.name.en),
      csvText(r.level),
      csvText(r.parent < 0 ? '' : tree.regions[r.parent]!.code),
      number(r.labourForce),
      number(r.employed),
      number(r.insured),
      csvText(r.traits.join(';')),
      number(r.coalSteelPowerShare),
      r.promoted ? 'true' : '',
    ].join(','),
  );
  const header =
    'region_code,region_name,region_name_en,level,parent_code,labour_force,employed,insured,traits,coal_steel_power_share,promoted';
  return `${[header, ...lines].join('\n')}\n`;
}
