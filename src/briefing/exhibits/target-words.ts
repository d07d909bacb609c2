import { formatChange, NO_FIGURE } from '../../base/format';
import { defineText, type Lang, say, type Text } from '../../base/text';

const TEXT = defineText({
  allOn: { zh: '{count}个{noun}均达到时序进度', en: 'All {count} {noun} are on schedule' },
  oneOn: { zh: '{name}达到时序进度，{gap}', en: '{name} is on schedule, {gap}' },
  oneBehind: { zh: '{name}落后时序进度{gap}', en: '{name} is {gap} behind schedule' },
  behind: {
    zh: '{count}个{noun}中{behind}个落后时序进度，{worst}差距最大，落后{gap}',
    en: '{behind} of {count} {noun} behind schedule, {worst} furthest, by {gap}',
  },
  allBehind: {
    zh: '{count}个{noun}均落后时序进度，{worst}差距最大，落后{gap}',
    en: 'All {count} {noun} behind schedule, {worst} furthest, by {gap}',
  },
  none: { zh: '没有可比的目标进度', en: 'No progress that can be compared' },
});

/** How bullets are read; `period`: the last one counted, `due`: share of the year gone by, per cent. */
export const TARGETS_SUBTITLE: Text = {
  zh: '{indicator}占全年目标的份额，%；{period}累计；线为时序进度 {due}%，菱形为前三年同期平均；加重的为落后',
  en: '{indicator}, share of the year’s target, %, up to {period}. Line: share of the year gone by, {due}%; diamonds: mean of the last three years by then; strong bars are behind',
};
/** On the line of the calendar. */
export const TARGETS_DUE: Text = { zh: '时序 {due}%', en: 'Due {due}%' };

/** A region on its way to the year's target: points ahead of what was due by the calendar, behind below 0. */
interface Progress {
  readonly name: string;
  readonly gap: number;
}

/** Signed, in percentage points, one decimal. */
export function pointsWords(value: number | null, lang: Lang): string {
  return value === null ? NO_FIGURE : formatChange(value, 'points', lang, 1);
}

/** Without its sign: how far behind. */
function distance(gap: number, lang: Lang): string {
  return formatChange(Math.abs(gap), 'points', lang, 1).replace(/^\+/, '');
}

/** The finding: who is behind what was due, and how far. `noun`: what the rows are called together. */
export function targetsTitle(drawn: readonly Progress[], noun: string, lang: Lang): string {
  if (drawn.length === 0) return TEXT.none[lang];
  const worst = drawn.reduce((low, row) => (row.gap < low.gap ? row : low));
  if (drawn.length === 1) {
    const { name, gap } = worst;
    if (gap < 0) return say(TEXT.oneBehind, lang, { name, gap: distance(gap, lang) });
    return say(TEXT.oneOn, lang, { name, gap: pointsWords(gap, lang) });
  }
  const behind = drawn.filter((row) => row.gap < 0).length;
  if (behind === 0) return say(TEXT.allOn, lang, { count: drawn.length, noun });
  return say(behind === drawn.length ? TEXT.allBehind : TEXT.behind, lang, {
    count: drawn.length,
    noun,
    behind,
    worst: worst.name,
    gap: distance(worst.gap, lang),
  });
}
