import { formatNumber } from '../../base/format';
import { defineText } from '../../base/text';
import type { LevelCellData } from './exhibit';
import { worstFirst } from './level-words';
import { isGraded, isWarned, type Wording } from './wording';

const T = defineText({
  unknown: {
    zh: '{count}个{noun}均数据不足，不能判断',
    en: 'None of the {count} {noun} can be judged: insufficient data',
  },
  quiet: { zh: '{count}个{noun}均无预警', en: 'No warning in any of the {count} {noun}' },
  quietPartly: {
    zh: '{quiet}个{noun}无预警，{unknown}个数据不足',
    en: 'No warning in {quiet} {noun}; {unknown} cannot be judged',
  },
  all: { zh: '{count}个{noun}均处于{level}', en: 'All {count} {noun} stand at {level}' },
  stand: { zh: '{names}处于{level}', en: '{names} stand at {level}' },
  standOne: { zh: '{names}处于{level}', en: '{names} stands at {level}' },
  more: { zh: '另有{count}个处于{level}', en: '{count} more at {level}' },
  moreWarned: { zh: '另有{count}个处于其他预警等级', en: '{count} more at a lower warning level' },
  rest: { zh: '其余{count}个{noun}无预警', en: 'no warning in the other {count}' },
  restOne: { zh: '其余{count}个{noun}无预警', en: 'no warning in the other one' },
  cannot: { zh: '{count}个数据不足', en: '{count} cannot be judged' },
  oneQuiet: { zh: '{name}无预警', en: 'No warning in {name}' },
  oneUnknown: { zh: '{name}数据不足，不能判断', en: '{name} cannot be judged: insufficient data' },
});

/** Level Ⅱ: from here on a region is named in the finding. */
const GRAVE = 3;

/**
 * The finding of a map of levels: who stands at Ⅱ or above, or at whatever is the highest; how many more are warned, how many
 * are not, how many cannot be judged.
 */
export function levelsFinding(cells: readonly LevelCellData[], noun: string, w: Wording): string {
  const graded = cells.filter(({ level }) => isGraded(level));
  const warned = worstFirst(graded.filter(({ level }) => isWarned(level)));
  const unknown = cells.length - graded.length;
  const quiet = graded.length - warned.length;
  const count = formatNumber(cells.length);
  const [only] = cells;
  if (cells.length === 1) {
    const { short: name, level } = only!;
    if (isWarned(level)) return w.say(T.standOne, { names: name, level: w.numbered(level) });
    return w.say(isGraded(level) ? T.oneQuiet : T.oneUnknown, { name });
  }
  if (graded.length === 0) return w.say(T.unknown, { count, noun });
  if (warned.length === 0) {
    return w.say(unknown === 0 ? T.quiet : T.quietPartly, {
      count,
      noun,
      quiet: formatNumber(quiet),
      unknown: formatNumber(unknown),
    });
  }
  const [worst] = warned;
  const floor = Math.min(GRAVE, worst!.level);
  const named = warned.filter(({ level }) => level >= floor);
  const exact = named.every(({ level }) => level === worst!.level);
  const level = exact ? w.numbered(worst!.level) : w.orAbove(floor);
  if (named.length === cells.length) return w.say(T.all, { count, noun, level });
  const more = warned.slice(named.length);
  return w.clauses([
    w.say(named.length === 1 ? T.standOne : T.stand, {
      names: w.names(
        named.map(({ short }) => short),
        noun,
      ),
      level,
    }),
    moreWords(more, w),
    quiet === 0 ? '' : w.say(quiet === 1 ? T.restOne : T.rest, { count: formatNumber(quiet), noun }),
    unknown === 0 ? '' : w.say(T.cannot, { count: formatNumber(unknown) }),
  ]);
}

function moreWords(more: readonly LevelCellData[], w: Wording): string {
  const [first] = more;
  if (!first) return '';
  const count = formatNumber(more.length);
  return more.every(({ level }) => level === first.level)
    ? w.say(T.more, { count, level: w.numbered(first.level) })
    : w.say(T.moreWarned, { count });
}
