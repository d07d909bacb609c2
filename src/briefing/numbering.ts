import type { Lang } from '../base/text';
import type { Block, HeadingLevel } from './document';

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1–99 as official papers count: 一 … 十, 十一, 二十, 二十一. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${ONES[tens]}十`;
  return ten + (ONES[n % 10] ?? '');
}

/** What stands before the text of a heading: GB/T 9704-2012, 7.3.3 for Chinese; decimal for English. */
function label(lang: Lang, counts: readonly number[], level: HeadingLevel): string {
  const n = counts[level - 1]!;
  if (lang === 'en')
    return `${counts
      .slice(0, level)
      .filter((count) => count > 0)
      .join('.')}${level === 1 ? '. ' : ' '}`;
  switch (level) {
    case 1:
      return `${chineseNumeral(n)}、`;
    case 2:
      return `（${chineseNumeral(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
  }
}

/** The number of each block, by its place: empty for what is not a heading. A heading begins the counts below it anew. */
export function numberBlocks(blocks: readonly Block[], lang: Lang): string[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    counts[block.level - 1]! += 1;
    counts.fill(0, block.level);
    return label(lang, counts, block.level);
  });
}
