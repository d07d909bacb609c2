import { formatNumber } from '../../base/format';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, LevelCellData, TileMapData } from './exhibit';
import { levelsFinding } from './level-finding';
import { levelCell, levelsDescription, levelsTable } from './level-map';
import { LEVEL_MAP_SUBTITLES, worstFirst } from './level-words';
import { EXHIBIT_TEXT as T } from './text';
import { isGraded, isWarned, sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  warned: { zh: '{count}个{noun}中{warned}个处于{level}', en: '{warned} of {count} {noun} at {level}' },
  warning: { zh: '预警等级', en: 'a warning level' },
  most: { zh: '{part}最多（{count}个）', en: '{part} has most of them ({count})' },
  mostTied: { zh: '{part}最多（各{count}个）', en: '{part} have most of them ({count} each)' },
  allIn: { zh: '均在{part}', en: 'all of them in {part}' },
  grave: { zh: '{count}个处于{level}', en: '{count} at {level}' },
  unknown: { zh: '{count}个数据不足', en: '{count} cannot be judged' },
  parts: {
    zh: '{period}，{noun}各等级个数：{counts}。{parts}',
    en: '{period}, number of {noun} at each level: {counts}. {parts}',
  },
  levelCount: { zh: '{level}{count}个', en: '{level} {count}' },
  ofPart: { zh: '{part}{warned}个（共{count}个）', en: '{part} {warned} of {count}' },
  byPart: { zh: '处于预警等级的：{list}。', en: 'At a warning level: {list}.' },
});

type Tile = TileMapData['tiles'][number];

/** Level Ⅱ. */
const GRAVE = 3;
/** Parts that hold the most and are named in the title; more are too many to be a finding. */
const MOST_TIED = 2;

/**
 * Levels of the parts and of the regions at the ends of the tree below them. Where nothing lies below
 * the parts, they are the tiles.
 */
export function tileMap(facts: BriefingFacts, lang: Lang): ExhibitOf<'tile-map'> | null {
  const parts = allParts(facts).map((part) => levelCell(part, lang));
  if (parts.length < 2) return null;
  const w = wordingOf(facts, lang);
  const period = w.period(facts.period);
  const common = { kind: 'tile-map', id: 'tile-map', source: sourceLine(w, true) } as const;
  if (facts.ends.length === 0) {
    return {
      ...common,
      title: levelsFinding(parts, facts.noun[lang], w),
      subtitle: w.say(LEVEL_MAP_SUBTITLES.tilesPlainSubtitle, { period }),
      description: levelsDescription(parts, period, w),
      table: levelsTable(parts, w),
      data: { parts, tiles: [] },
    };
  }
  const tiles = facts.ends.map((end) => ({ ...levelCell(end, lang), part: end.part }));
  const noun = facts.endsNoun[lang];
  return {
    ...common,
    title: tilesFinding(tiles, parts, noun, w),
    subtitle: w.say(LEVEL_MAP_SUBTITLES.tilesSubtitle, { period, noun }),
    description: tilesDescription(tiles, parts, period, noun, w),
    table: tilesTable(tiles, parts, w),
    data: { parts, tiles },
  };
}

/** How many of the small regions are warned, how gravely, and where most of them lie. */
function tilesFinding(tiles: readonly Tile[], parts: readonly LevelCellData[], noun: string, w: Wording): string {
  const warned = tiles.filter(({ level }) => isWarned(level));
  if (warned.length === 0 || tiles.length === 1) return levelsFinding(tiles, noun, w);
  const grave = warned.filter(({ level }) => level >= GRAVE).length;
  const unknown = tiles.filter(({ level }) => !isGraded(level)).length;
  const allGrave = grave === warned.length;
  return w.clauses([
    w.say(OWN.warned, {
      count: formatNumber(tiles.length),
      noun,
      warned: formatNumber(warned.length),
      level: allGrave ? w.orAbove(GRAVE) : w.say(OWN.warning),
    }),
    whereMost(warned, parts, w),
    grave === 0 || allGrave ? '' : w.say(OWN.grave, { count: formatNumber(grave), level: w.orAbove(GRAVE) }),
    unknown === 0 ? '' : w.say(OWN.unknown, { count: formatNumber(unknown) }),
  ]);
}

function whereMost(warned: readonly Tile[], parts: readonly LevelCellData[], w: Wording): string {
  const counts = parts.map(({ code }) => warned.filter(({ part }) => part === code).length);
  const most = Math.max(...counts);
  const at = parts.filter((_, i) => counts[i] === most).map(({ short }) => short);
  if (parts.length < 2 || at.length > MOST_TIED) return '';
  const part = w.list(at);
  if (most * at.length === warned.length) return w.say(OWN.allIn, { part });
  return w.say(at.length === 1 ? OWN.most : OWN.mostTied, { part, count: formatNumber(most) });
}

/** A hundred names are no description: counts by level, and by part. */
function tilesDescription(
  tiles: readonly Tile[],
  parts: readonly LevelCellData[],
  period: string,
  noun: string,
  w: Wording,
): string {
  const separator = w.lang === 'zh' ? '、' : ', ';
  const levels = worstFirst(tiles).map(({ level }) => level);
  const counts = [...new Set(levels)].map((level) =>
    w.say(OWN.levelCount, {
      level: w.level(level),
      count: formatNumber(levels.filter((one) => one === level).length),
    }),
  );
  const byPart = parts.flatMap(({ code, name }) => {
    const own = tiles.filter(({ part }) => part === code);
    const warned = own.filter(({ level }) => isWarned(level)).length;
    return warned === 0
      ? []
      : [w.say(OWN.ofPart, { part: name, warned: formatNumber(warned), count: formatNumber(own.length) })];
  });
  return w
    .say(OWN.parts, {
      period,
      noun,
      counts: counts.join(separator),
      parts: byPart.length === 0 ? '' : w.say(OWN.byPart, { list: byPart.join(separator) }),
    })
    .trim();
}

function tilesTable(tiles: readonly Tile[], parts: readonly LevelCellData[], w: Wording): ExhibitTable {
  const nameOf = new Map(parts.map(({ code, name }) => [code, name]));
  return {
    columns: [
      wordColumn(w.say(T.region)),
      wordColumn(w.say(T.part)),
      wordColumn(w.say(T.level)),
      figureColumn(w.say(T.index)),
    ],
    rows: worstFirst(tiles).map(({ name, part, level, index }) => [
      word(name),
      word(nameOf.get(part) ?? ''),
      word(w.level(level)),
      figure(index, 1),
    ]),
  };
}
