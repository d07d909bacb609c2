import { formatNumber, formatSigned, withUnit } from '../../base/format';
import { formatDay, formatPeriod } from '../../base/period';
import type { Lang } from '../../base/text';
import { unitOfChange, unitShort } from '../../base/units';
import { csvText } from '../../observations/to-csv';
import type { AssessmentView, RevisionChange } from '../../platform/engine-api';
import { QUALITY_TEXT } from './quality-text';

const HEAD = [
  'regionCode',
  'region',
  'indicator',
  'period',
  'before',
  'knownOn',
  'after',
  'knownOn',
  'change',
] as const;

type Words = Pick<AssessmentView, 'tree' | 'catalogue' | 'weekEndsOn'>;

/** The figures that changed as CSV, as they are. */
export function revisionsCsv(changes: readonly RevisionChange[], view: Words, lang: Lang): string {
  const rows = changes.map((c) =>
    [
      csvText(c.regionCode),
      csvText(regionName(view, c.regionCode, lang)),
      csvText(indicatorName(view, c.indicatorId, lang)),
      formatPeriod(c.frequency, c.period, view.weekEndsOn),
      c.before === null ? '' : String(c.before),
      c.beforeKnownOn === null ? '' : formatDay(c.beforeKnownOn),
      c.after === null ? '' : String(c.after),
      c.afterKnownOn === null ? '' : formatDay(c.afterKnownOn),
      c.before === null || c.after === null ? '' : String(Number((c.after - c.before).toPrecision(12))),
    ].join(','),
  );
  return `${[HEAD.map((key) => csvText(QUALITY_TEXT[key][lang])).join(','), ...rows].join('\n')}\n`;
}

export function regionName({ tree }: Pick<Words, 'tree'>, code: string, lang: Lang): string {
  const index = tree.indexOf.get(code);
  return index === undefined ? code : tree.regions[index]!.name[lang];
}

export function indicatorName({ catalogue }: Pick<Words, 'catalogue'>, id: string, lang: Lang): string {
  return catalogue.byId.get(id)?.short[lang] ?? id;
}

/** A figure with its unit; what is not there in words. */
export function figureWords(view: Words, indicatorId: string, value: number | null, lang: Lang): string {
  if (value === null) return QUALITY_TEXT.none[lang];
  const indicator = view.catalogue.byId.get(indicatorId);
  return withUnit(formatNumber(value, indicator?.decimals ?? 2), unitShort(indicator?.unit ?? '')[lang]);
}

/** By how much, in the words of statistics: two rates differ by points, counts by their unit and by per cent. */
export function changeWords(view: Words, c: RevisionChange, lang: Lang): string {
  if (c.before === null || c.after === null) return '';
  const indicator = view.catalogue.byId.get(c.indicatorId);
  const by = c.after - c.before;
  const unit = unitShort(unitOfChange(indicator?.unit ?? ''))[lang];
  const amount = withUnit(formatSigned(by, indicator?.decimals ?? 2), unit);
  if (indicator?.kind === 'rate' || !(c.before > 0)) return amount;
  const percent = (100 * by) / c.before;
  // A small change of a large figure still has a size.
  const share = `${formatSigned(percent, Math.abs(percent) < 0.05 ? 3 : 1)}%`;
  return lang === 'zh' ? `${amount}（${share}）` : `${amount} (${share})`;
}
