import { formatNumber, formatShare } from '../../base/format';
import { type Lang, say } from '../../base/text';
import type { QualityReport } from '../../panel/quality/quality';
import { QUALITY_TEXT } from './quality-text';

/** How many values are suspect, in one sentence. */
export function qualitySummary({ values, suspects }: QualityReport, lang: Lang): string {
  const share = formatShare(suspects / values, 2);
  const words = { values: formatNumber(values), suspects: formatNumber(suspects), share };
  return say(suspects === 0 ? QUALITY_TEXT.clean : QUALITY_TEXT.summary, lang, words);
}
