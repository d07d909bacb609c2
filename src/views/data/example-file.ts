import type { IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import { csvText } from '../../observations/to-csv';

const INDICATORS = ['surveyed_unemployment_rate', 'new_benefit_claims', 'openings', 'seekers'] as const;
const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;

/**
 * A small file in the canonical form, with regions and indicators of the catalogue in force, to show the form. Its
 * figures are counted up from round numbers and its source says that it is an example.
 */
export function exampleCsv(catalogue: IndicatorCatalogue, tree: RegionTree): string {
  const regions = tree.regions.filter((r) => r.parent >= 0).slice(0, 3);
  const wanted = INDICATORS.flatMap((id) => catalogue.byId.get(id) ?? []);
  const indicators = wanted.length > 0 ? wanted : catalogue.indicators.slice(0, 3);
  const lines = ['region_code,region_name,indicator,period,value,unit,source,known_on,status'];
  (regions.length > 0 ? regions : tree.regions.slice(0, 3)).forEach((region, r) => {
    for (const { id, unit } of indicators) {
      MONTHS.forEach((month, m) => {
        const value = unit === 'percent' ? (5 + (r + m) / 10).toFixed(1) : String(1000 + 100 * r + 10 * m);
        lines.push(
          [csvText(region.code), csvText(region.name.zh), id, month, value, unit, '示例 example', '', ''].join(','),
        );
      });
    }
  });
  return `${lines.join('\n')}\n`;
}
