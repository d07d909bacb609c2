import { formatNumber, formatShare } from '../../base/format';
import { type Lang, say } from '../../base/text';
import type { IndicatorExtent, QualityReport } from '../../panel/quality/quality';
import { QUALITY_TEXT } from './quality-text';

/** Share of the due values that are there. */
export function coverageShare(extents: readonly IndicatorExtent[]): number {
  const due = extents.reduce((sum, e) => sum + e.due, 0);
  return extents.reduce((sum, e) => sum + e.values, 0) / due;
}

/** How many values are suspect, in one sentence. */
export function qualitySummary({ values, suspects }: QualityReport, lang: Lang): string {
  const share = formatShare(suspects / values, 2);
  const words = { values: formatNumber(values), suspects: formatNumber(suspects), share };
  return say(suspects === 0 ? QUALITY_TEXT.clean : QUALITY_TEXT.summary, lang, words);
}
