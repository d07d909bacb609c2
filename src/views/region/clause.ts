import { formatList } from '../../base/format';
import type { Lang } from '../../base/text';

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `6.4` as the document counts: 六（四）; in English as it stands. Several, separated by commas, become a list. */
export function clauseWords(clause: string, lang: Lang): string {
  if (lang === 'en') return clause;
  const words = clause.split(/[,，、]\s*/).map((one) => {
    const match = /^(\d+)\.(\d+)$/.exec(one.trim());
    const [chapter, item] = [NUMERALS[Number(match?.[1])], NUMERALS[Number(match?.[2])]];
    return chapter && item ? `${chapter}（${item}）` : one;
  });
  return formatList(words, 'zh');
}
