import { formatList, formatNumber } from '../../base/format';
import { levelName, levelRank } from '../../base/level';
import { defineText, type Lang, say, type Text } from '../../base/text';

const T = defineText({
  levelsInWords: { zh: '{level}：{names}', en: '{level}: {names}' },
  andMore: { zh: '{names}等{count}个', en: '{names} and others, {count} in all' },
});

/** What a map of levels is of, and how it is read. */
export const LEVEL_MAP_SUBTITLES = defineText({
  mapSubtitle: {
    zh: '{period}；颜色与罗马数字同示等级，斜纹为数据不足。轮廓仅为示意，无审图号',
    en: '{period}; colour and numeral show the level, hatching is insufficient data. A sketch without a map review number',
  },
  tilesSubtitle: {
    zh: '{period}；每小格一个{noun}，位置大致示意；颜色与罗马数字同示等级，斜纹为数据不足',
    en: '{period}; one small tile each ({noun}), roughly in place; colour and numeral show the level, hatching is insufficient data',
  },
  tilesPlainSubtitle: {
    zh: '{period}；每格一个地区；颜色与罗马数字同示等级，斜纹为数据不足',
    en: '{period}; one tile per region; colour and numeral show the level, hatching is insufficient data',
  },
});

/** A region with its level byte and composite index; no index = NaN or null. */
interface Levelled {
  readonly name: string;
  readonly level: number;
  readonly index: number | null;
}

const NAMES_IN_WORDS = 14;

/**
 * "Ⅰ级（红色）：乌海市；Ⅱ级（橙色）：…": every level with its regions, worst first. `named`: what the levels are called
 * where a scheme has names of its own.
 */
export function levelsInWords(
  cells: readonly Levelled[],
  lang: Lang,
  named: (level: number) => Text = levelName,
): string {
  const byLevel = new Map<number, Levelled[]>();
  for (const cell of worstFirst(cells)) byLevel.set(cell.level, [...(byLevel.get(cell.level) ?? []), cell]);
  const parts = [...byLevel].map(([level, members]) => {
    const listed = formatList(
      members.slice(0, NAMES_IN_WORDS).map((c) => c.name),
      lang,
    );
    const names =
      members.length > NAMES_IN_WORDS
        ? say(T.andMore, lang, { names: listed, count: formatNumber(members.length) })
        : listed;
    return say(T.levelsInWords, lang, { level: named(level)[lang], names });
  });
  return parts.join(lang === 'zh' ? '；' : '; ') + (lang === 'zh' ? '。' : '.');
}

/** Highest level first, insufficient last; of one level the larger index first. Stable. */
export function worstFirst<C extends Levelled>(cells: readonly C[]): readonly C[] {
  return [...cells].sort((a, b) => levelRank(b.level) - levelRank(a.level) || (b.index || 0) - (a.index || 0));
}
