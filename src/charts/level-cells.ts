import { formatList, formatNumber } from '../base/format';
import { INSUFFICIENT, levelName, levelRank } from '../base/level';
import { say, type Lang, type Text } from '../base/text';
import type { ChartTable } from './chart-model';
import { CHART_TEXT } from './text';

/** One region on a map of levels. */
export interface LevelCell {
  readonly code: string;
  readonly name: string;
  /** Without 市, 盟: for labels. */
  readonly short: string;
  readonly level: number;
  /** Composite index; NaN when insufficient. */
  readonly index: number;
  /** Name of the region above, where the map shows several stages. */
  readonly parent?: string;
}

/** The finding of a map of levels: how many regions stand at a warning level. */
export function levelsTitle(cells: readonly LevelCell[], noun: Text, lang: Lang): string {
  const warned = cells.filter((c) => c.level >= 1 && c.level <= 4).length;
  const judged = cells.filter((c) => c.level !== INSUFFICIENT).length;
  const params = {
    count: formatNumber(cells.length),
    noun: noun[lang],
    warned: formatNumber(warned),
    judged: formatNumber(judged),
    unknown: formatNumber(cells.length - judged),
  };
  if (judged === 0) return say(CHART_TEXT.mapTitleUnknown, lang, params);
  if (warned > 0) return say(CHART_TEXT.mapTitleWarned, lang, params);
  return say(judged < cells.length ? CHART_TEXT.mapTitlePartly : CHART_TEXT.mapTitleQuiet, lang, params);
}

const NAMES_IN_WORDS = 14;

/** "Ⅰ级（红色）：乌海市；Ⅱ级（橙色）：…": every level with its regions, worst first. */
export function levelsInWords(cells: readonly LevelCell[], lang: Lang): string {
  const byLevel = new Map<number, LevelCell[]>();
  for (const cell of worstFirst(cells)) byLevel.set(cell.level, [...(byLevel.get(cell.level) ?? []), cell]);
  const parts = [...byLevel].map(([level, members]) => {
    const listed = formatList(
      members.slice(0, NAMES_IN_WORDS).map((c) => c.name),
      lang,
    );
    const names =
      members.length > NAMES_IN_WORDS
        ? say(CHART_TEXT.andMore, lang, { names: listed, count: formatNumber(members.length) })
        : listed;
    return say(CHART_TEXT.levelsInWords, lang, { level: levelName(level)[lang], names });
  });
  return parts.join(lang === 'zh' ? '；' : '; ') + (lang === 'zh' ? '。' : '.');
}

function worstFirst(cells: readonly LevelCell[]): readonly LevelCell[] {
  return [...cells].sort((a, b) => levelRank(b.level) - levelRank(a.level) || (b.index || 0) - (a.index || 0));
}

export function levelsTable(cells: readonly LevelCell[], lang: Lang): ChartTable {
  const staged = cells.some((c) => c.parent !== undefined);
  return {
    head: [
      CHART_TEXT.region[lang],
      ...(staged ? [CHART_TEXT.parent[lang]] : []),
      CHART_TEXT.level[lang],
      CHART_TEXT.index[lang],
    ],
    rows: worstFirst(cells).map((c) => [
      c.name,
      ...(staged ? [c.parent ?? ''] : []),
      levelName(c.level)[lang],
      formatNumber(c.index, 1),
    ]),
  };
}
