import { INSUFFICIENT, levelShort } from '../../../base/level';
import { type Lang, say } from '../../../base/text';
import { OUT_TEXT } from '../text';

/** "Ⅰ 红 · Ⅱ 橙 · … · 空白为正常": of the levels that occur, worst first. */
export function levelLegend(levels: readonly (number | null)[], lang: Lang, blankIsNormal: boolean): string {
  const words = [4, 3, 2, 1].filter((level) => levels.includes(level)).map((level) => levelShort(level)[lang]);
  if (levels.includes(0) && blankIsNormal) words.push(say(OUT_TEXT.normal, lang));
  if (levels.includes(INSUFFICIENT)) words.push(say(OUT_TEXT.unknown, lang));
  return words.join(' · ');
}
