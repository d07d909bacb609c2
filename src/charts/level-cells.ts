import { formatNumber } from '../base/format';
import { INSUFFICIENT, levelName } from '../base/level';
import { say, type Lang, type Text } from '../base/text';
import { worstFirst } from '../briefing/exhibits/level-words';
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
