import { formatNumber, formatSigned } from '../../base/format';
import { say, type Lang } from '../../base/text';
import type { RankedRegion } from '../../store/ranking';
import { OVERVIEW_TEXT as T } from './text';

/** The finding of the ranked table: how many rose, and who most. */
export function rankTitle(rows: readonly RankedRegion[], noun: string, lang: Lang): string {
  const compared = rows.filter((r) => Number.isFinite(r.change));
  if (compared.length === 0) return say(T.rankTitle, lang, { count: formatNumber(rows.length), noun });
  const risen = compared.filter((r) => r.change >= 0.05);
  if (risen.length === 0) return say(T.rankTitleFalling, lang, { noun });
  const most = risen.reduce((a, b) => (b.change > a.change ? b : a));
  return say(T.rankTitleRising, lang, {
    count: formatNumber(risen.length),
    noun,
    name: most.name[lang],
    change: formatSigned(most.change, 1),
  });
}
