import type { Lang } from '../../base/text';
import type { BriefingFacts, EndFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, LevelCellData } from './exhibit';
import { levelsFinding } from './level-finding';
import { LEVEL_MAP_SUBTITLES, levelsInWords, worstFirst } from './level-words';
import { EXHIBIT_TEXT as T } from './text';
import { indexNow, levelNow, sourceLine, type Wording, wordingOf } from './wording';

/** The only outlines that come with the program are those of the leagues and cities (public/maps); others are shown as tiles. */
const OUTLINED = 'league';

/** Levels of the parts over their outlines. Null where there are no outlines of them. */
export function levelMap(facts: BriefingFacts, lang: Lang): ExhibitOf<'level-map'> | null {
  if (facts.parts.length < 2 || facts.parts.some(({ level }) => level !== OUTLINED)) return null;
  const w = wordingOf(facts, lang);
  const cells = allParts(facts).map((part) => levelCell(part, lang));
  const period = w.period(facts.period);
  return {
    kind: 'level-map',
    id: 'level-map',
    title: levelsFinding(cells, facts.noun[lang], w),
    subtitle: w.say(LEVEL_MAP_SUBTITLES.mapSubtitle, { period }),
    description: levelsDescription(cells, period, w),
    source: sourceLine(w, true),
    table: levelsTable(cells, w),
    data: { cells },
  };
}

export function levelCell(
  region: Pick<EndFacts, 'code' | 'name' | 'short' | 'levels' | 'index'>,
  lang: Lang,
): LevelCellData {
  return {
    code: region.code,
    name: region.name[lang],
    short: region.short[lang],
    level: levelNow(region),
    index: indexNow(region),
  };
}

/** Every level with its regions. */
export function levelsDescription(cells: readonly LevelCellData[], period: string, w: Wording): string {
  return `${period}${w.lang === 'zh' ? '，' : ', '}${levelsInWords(cells, w.lang, w.levelText)}`;
}

/** Worst first. */
export function levelsTable(cells: readonly LevelCellData[], w: Wording): ExhibitTable {
  return {
    columns: [wordColumn(w.say(T.region)), wordColumn(w.say(T.level)), figureColumn(w.say(T.index))],
    rows: worstFirst(cells).map(({ name, level, index }) => [word(name), word(w.level(level)), figure(index, 1)]),
  };
}
