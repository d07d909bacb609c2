import type { IndicatorCatalogue } from '../../base/indicators';
import { formatPeriod } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { Lang } from '../../base/text';
import { csvText } from '../../observations/to-csv';
import { CHECK_NAMES } from '../../panel/quality/names';
import type { QualityFlag } from '../../panel/quality/quality';
import { QUALITY_TEXT } from './quality-text';

const HEAD = [
  'file',
  'line',
  'check',
  'regionCode',
  'region',
  'indicator',
  'period',
  'value',
  'low',
  'high',
  'unit',
  'count',
  'why',
] as const;

/** The flags as CSV in one language: figures as they are, foreign text neutral for spreadsheets. */
export function flagsCsv(
  flags: readonly QualityFlag[],
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
  lang: Lang,
): string {
  const rows = flags.map((f) =>
    [
      csvText(f.source),
      f.row > 0 ? String(f.row) : '',
      csvText(CHECK_NAMES[f.check][lang]),
      csvText(f.regionCode ?? ''),
      csvText(regionWords(f, tree, lang)),
      csvText(indicatorWords(f, catalogue, lang)),
      f.period === null ? '' : formatPeriod(f.frequency, f.period, f.weekEndsOn),
      figure(f.value),
      figure(f.low),
      figure(f.high),
      f.unit,
      String(f.count),
      csvText(f.why[lang]),
    ].join(','),
  );
  return `${[HEAD.map((key) => csvText(QUALITY_TEXT[key][lang])).join(','), ...rows].join('\n')}\n`;
}

/** Expectations are estimates: seven figures are more than they hold. */
const figure = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(12))));

export function regionWords({ regionCode }: QualityFlag, tree: RegionTree, lang: Lang): string {
  if (regionCode === null) return QUALITY_TEXT.allRegions[lang];
  const index = tree.indexOf.get(regionCode);
  return index === undefined ? regionCode : tree.regions[index]!.name[lang];
}

export function indicatorWords({ indicatorId }: QualityFlag, catalogue: IndicatorCatalogue, lang: Lang): string {
  if (indicatorId === null) return QUALITY_TEXT.allIndicators[lang];
  return catalogue.byId.get(indicatorId)?.short[lang] ?? indicatorId;
}
