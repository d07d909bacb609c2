import { formatList, formatSpan } from '../../base/format';
import { INSUFFICIENT } from '../../base/level';
import { countAtOrAbove } from '../../base/level-runs';
import type { Frequency } from '../../base/period';
import { defineText, type Lang, say } from '../../base/text';

const T = defineText({
  tapeTitle: { zh: '{from}以来等级变化', en: 'Levels since {from}' },
  tapeTitleWorst: {
    zh: '{from}以来，{region}处于Ⅱ级及以上的时间最长（{span}）',
    en: 'Since {from}, {region} has been at level Ⅱ or above longest ({span})',
  },
  tapeTitleTied: {
    zh: '{from}以来，{region}处于Ⅱ级及以上的时间最长（均为{span}）',
    en: 'Since {from}, {region} have been at level Ⅱ or above longest ({span} each)',
  },
  tapeTitleMany: {
    zh: '{from}以来，{count}个地区处于Ⅱ级及以上的时间同为最长（{span}）',
    en: 'Since {from}, {count} regions have been at level Ⅱ or above for {span}, the longest of all',
  },
  tapeTitleQuiet: { zh: '{from}以来无Ⅱ级及以上预警', en: 'No level Ⅱ or above since {from}' },
  tapeTitleNone: { zh: '{from}以来无预警', en: 'No warning since {from}' },
  tapeTitleGaps: {
    zh: '{from}以来有等级的各期均无预警',
    en: 'No warning since {from} in any period with a level',
  },
});

/** Level Ⅱ. */
const GRAVE = 3;
/** More names than these are counted instead. */
const MOST_NAMES = 3;

interface Tape {
  readonly name: string;
  /** The region over the others, left out of the finding. */
  readonly whole?: boolean;
  readonly levels: ArrayLike<number>;
}

/** The finding of a tape of levels: who was at level Ⅱ or above longest; that nobody was. */
export function tapeTitle(rows: readonly Tape[], from: string, frequency: Frequency, lang: Lang): string {
  const parts = rows.filter((row) => !row.whole);
  if (rows.length < 2) return say(T.tapeTitle, lang, { from });
  const counts = parts.map((row) => countAtOrAbove(row.levels, GRAVE));
  const most = Math.max(0, ...counts);
  if (most === 0) {
    const warned = parts.some((row) => countAtOrAbove(row.levels, 1) > 0);
    const gaps = parts.some((row) => Array.from(row.levels).includes(INSUFFICIENT));
    return say(warned ? T.tapeTitleQuiet : gaps ? T.tapeTitleGaps : T.tapeTitleNone, lang, { from });
  }
  const longest = parts.filter((_, i) => counts[i] === most).map((row) => row.name);
  const title =
    longest.length === 1 ? 'tapeTitleWorst' : longest.length <= MOST_NAMES ? 'tapeTitleTied' : 'tapeTitleMany';
  return say(T[title], lang, {
    from,
    region: formatList(longest, lang),
    count: longest.length,
    span: formatSpan(frequency, most, lang),
  });
}
