import { formatSpan } from '../../base/format';
import { levelRuns } from '../../base/level-runs';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, LevelTapeData } from './exhibit';
import { levelsInWords } from './level-words';
import { tapeTitle } from './tape-words';
import { EXHIBIT_TEXT as T } from './text';
import { indexNow, isGraded, levelNow, sourceLine, timeAxis, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{from}至{to}的预警等级；每格一期，罗马数字标在等级变化处，斜纹为数据不足',
    en: 'Warning level, {from} to {to}; one cell per period, numerals where the level changes, hatching is insufficient data',
  },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  span: { zh: '持续期数', en: 'Periods' },
  single: {
    zh: '{name}自{from}起处于{level}，已{span}',
    en: '{name}: {level} since {from}, for {span}',
  },
  singleAll: {
    zh: '{from}以来{name}一直处于{level}',
    en: '{name}: {level} all the time since {from}',
  },
  description: { zh: '预警等级带，{from}至{to}。{period}，{now}', en: 'Level tape, {from} to {to}. {period}, {now}' },
});

/** Periods of the tape, at most: of months two years. */
const MOST_PERIODS = 24;
/** Rows of the tape, the whole besides: further parts are in the map and the table of levels. */
const MOST_ROWS = 60;

/** Levels over the window: the whole first, then the parts in the order of the tree. Null where none was ever graded. */
export function levelTape(facts: BriefingFacts, lang: Lang): ExhibitOf<'level-tape'> | null {
  const w = wordingOf(facts, lang);
  const regions = [
    ...(facts.whole ? [{ ...facts.whole, whole: true }] : []),
    ...allParts(facts)
      .slice(0, MOST_ROWS)
      .map((part) => ({ ...part, whole: false })),
  ];
  const rows = regions.map(({ code, name, short, whole, levels }) => ({
    code,
    name: name[lang],
    short: short[lang],
    whole,
    levels: levels.slice(-MOST_PERIODS),
  }));
  const count = rows[0]?.levels.length ?? 0;
  if (!rows.some(({ levels }) => levels.some(isGraded))) return null;
  const data: LevelTapeData = { ...timeAxis(w, facts.period - count + 1, count), rows };
  const [from, to] = [w.period(data.first), w.period(facts.period)];
  const now = regions
    .filter(({ whole }) => !whole || regions.length === 1)
    .map((region) => ({ name: region.name[lang], level: levelNow(region), index: indexNow(region) }));
  return {
    kind: 'level-tape',
    id: 'level-tape',
    title: rows.length === 1 ? singleTitle(data, w) : tapeTitle(rows, from, facts.frequency, lang),
    subtitle: w.say(OWN.subtitle, { from, to }),
    description: w.say(OWN.description, { from, to, period: to, now: levelsInWords(now, lang, w.levelText) }),
    source: sourceLine(w, true),
    table: runsTable(data, w),
    data,
  };
}

/** Of one region alone: at what it stands, and since when. */
function singleTitle({ first, rows, frequency }: LevelTapeData, w: Wording): string {
  const [{ name, levels }] = rows as [LevelTapeData['rows'][number]];
  const run = levelRuns(levels).at(-1)!;
  const span = formatSpan(frequency, run.to - run.from, w.lang);
  const level = w.level(run.level).replace(/^(Level|Normal|Insufficient)/, (start) => start.toLowerCase());
  const params = { name, level, from: w.period(first + run.from), span };
  return w.say(run.from === 0 ? OWN.singleAll : OWN.single, params);
}

/** A row for every stretch of equal levels. */
function runsTable({ first, rows }: LevelTapeData, w: Wording): ExhibitTable {
  return {
    columns: [
      wordColumn(w.say(T.region)),
      wordColumn(w.say(T.level)),
      wordColumn(w.say(OWN.from)),
      wordColumn(w.say(OWN.to)),
      figureColumn(w.say(OWN.span)),
    ],
    rows: rows.flatMap(({ name, levels }) =>
      levelRuns(levels).map((run) => [
        word(name),
        word(w.level(run.level)),
        word(w.period(first + run.from)),
        word(w.period(first + run.to - 1)),
        { text: String(run.to - run.from), value: run.to - run.from },
      ]),
    ),
  };
}
