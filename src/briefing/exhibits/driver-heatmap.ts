import { formatNumber } from '../../base/format';
import { FAMILIES, FAMILY_NAMES } from '../../base/indicators';
import { levelRank } from '../../base/level';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts, RegionFacts } from '../facts/facts';
import { signalsOf } from '../narrative/teller';
import { word, wordColumn } from './cells';
import type { DriverHeatmapData, ExhibitOf, ExhibitTable } from './exhibit';
import { worstFirst } from './level-words';
import { EXHIBIT_TEXT as T } from './text';
import { indexNow, isWarned, levelNow, sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{period}处于预警等级的{noun}，各指标信号的等级；空格为该指标无规则适用，斜纹为数据不足{others}',
    en: '{noun} at a warning level, {period}: level of each indicator’s signal; empty where no rule applies, hatching is insufficient data{others}',
  },
  most: {
    zh: '{count}个预警{noun}中，{names}信号出现最多（{on}个）',
    en: '{names} past a line in {on} of {count} warned {noun}, more than any other',
  },
  mostTied: {
    zh: '{count}个预警{noun}中，{names}信号出现最多（各{on}个）',
    en: '{names} each past a line in {on} of {count} warned {noun}, more than any other',
  },
  all: {
    zh: '{count}个预警{noun}的{names}信号均已出现',
    en: '{names} past a line in all {count} warned {noun}',
  },
  one: { zh: '{name}的预警信号：{names}', en: '{name}: {names} past a line' },
  many: { zh: '{names}等{count}项', en: '{count} indicators ({names} among them)' },
  others: { zh: '；另有{count}项指标未列', en: '; {count} further indicators left out' },
  othersAre: { zh: '未列的：{names}。', en: 'Left out: {names}.' },
  none: { zh: '不适用', en: 'does not apply' },
  description: {
    zh: '热力图，每行一个地区，每列一个指标。{list}。{others}',
    en: 'Heatmap, a row for each region and a column for each indicator. {list}. {others}',
  },
  item: { zh: '{name}（{level}）：{names}', en: '{name} ({level}): {names}' },
});

const LEAST_COLUMNS = 2;
/** More columns than these have no room for their names. */
const MOST_COLUMNS = 14;
/** Indicators that are named where several come to the same. */
const MOST_NAMES = 3;

/** Which signals are on in the warned parts. Null where no part is warned, or less than two indicators are behind it. */
export function driverHeatmap(facts: BriefingFacts, lang: Lang): ExhibitOf<'driver-heatmap'> | null {
  const w = wordingOf(facts, lang);
  const parts = worstFirst(
    facts.parts
      .filter((part) => isWarned(levelNow(part)))
      .map((part) => ({
        name: part.name[lang],
        level: levelNow(part),
        index: indexNow(part),
        code: part.code,
        signals: levelsByIndicator(part),
      })),
  );
  const on = new Set(
    parts.flatMap(({ signals }) => [...signals].flatMap(([id, level]) => (isWarned(level) ? [id] : []))),
  );
  const telling = mostTelling([...on], parts);
  // By family, within it as in the catalogue.
  const columns = FAMILIES.flatMap((family) =>
    Object.values(facts.indicators)
      .filter((indicator) => indicator.family === family && telling.has(indicator.id))
      .map(({ id, short }) => ({ id, name: short[lang], family: FAMILY_NAMES[family][lang] })),
  );
  const others = [...on].filter((id) => !telling.has(id)).map((id) => facts.indicators[id]?.short[lang] ?? id);
  // One column is no map: the ranking of that indicator says it.
  if (columns.length < LEAST_COLUMNS) return null;
  const rows = parts.map(({ code, name, level, signals }) => ({
    code,
    name,
    level,
    cells: columns.map(({ id }) => signals.get(id) ?? null),
  }));
  const data: DriverHeatmapData = { columns, rows };
  return {
    kind: 'driver-heatmap',
    id: 'driver-heatmap',
    title: finding(data, w),
    subtitle: w.headed(
      w.say(OWN.subtitle, {
        period: w.period(facts.period),
        noun: facts.noun[lang],
        others: others.length === 0 ? '' : w.say(OWN.others, { count: formatNumber(others.length) }),
      }),
    ),
    description: w
      .say(OWN.description, {
        list: w.items(
          rows.map((row) => itemWords(row, columns, w)),
          lang === 'zh' ? '；' : '; ',
        ),
        others: others.length === 0 ? '' : w.say(OWN.othersAre, { names: w.list(others) }),
      })
      .trim(),
    source: sourceLine(w, true),
    table: tableOf(data, w),
    data,
  };
}

interface Row {
  readonly signals: ReadonlyMap<string, number>;
}

/** Of many indicators those that are on in the most parts, of equal ones those at the higher levels. */
function mostTelling(ids: readonly string[], rows: readonly Row[]): ReadonlySet<string> {
  const levels = (id: string): number[] => rows.map(({ signals }) => signals.get(id) ?? 0).filter(isWarned);
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const ranked = ids
    .map((id) => ({ id, on: levels(id).length, total: sum(levels(id)) }))
    .toSorted((a, b) => b.on - a.on || b.total - a.total);
  return new Set(ranked.slice(0, MOST_COLUMNS).map(({ id }) => id));
}

/** The highest level that any rule on an indicator gives; insufficient only where no rule on it can tell. */
function levelsByIndicator({ derivation }: RegionFacts): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { indicatorId, level, state } of signalsOf(derivation)) {
    if (state === 'notApplicable') continue;
    const known = levels.get(indicatorId);
    if (known === undefined || levelRank(level) > levelRank(known)) levels.set(indicatorId, level);
  }
  return levels;
}

function finding({ columns, rows }: DriverHeatmapData, w: Wording): string {
  const noun = w.facts.noun[w.lang];
  const counts = columns.map((_, i) => rows.filter(({ cells }) => cells[i] !== null && isWarned(cells[i]!)).length);
  const most = Math.max(...counts);
  const all = columns.filter((_, i) => counts[i] === most).map(({ name }) => name);
  const first = all.slice(0, MOST_NAMES);
  const names =
    all.length > MOST_NAMES
      ? w.say(OWN.many, { names: first.join(w.lang === 'zh' ? '、' : ', '), count: formatNumber(all.length) })
      : w.list(first);
  if (rows.length === 1) return w.say(OWN.one, { name: rows[0]!.name, names });
  const sentence = most === rows.length ? OWN.all : all.length > 1 ? OWN.mostTied : OWN.most;
  return w.say(sentence, { names, noun, count: formatNumber(rows.length), on: formatNumber(most) });
}

function itemWords(
  { name, level, cells }: DriverHeatmapData['rows'][number],
  columns: DriverHeatmapData['columns'],
  w: Wording,
): string {
  const on = columns.filter((_, i) => isWarned(cells[i] ?? 0)).map((column) => column.name);
  return w.say(OWN.item, { name, level: w.numbered(level), names: on.length === 0 ? '—' : w.items(on) });
}

function tableOf({ columns, rows }: DriverHeatmapData, w: Wording): ExhibitTable {
  return {
    columns: [wordColumn(w.say(T.region)), wordColumn(w.say(T.level)), ...columns.map(({ name }) => wordColumn(name))],
    rows: rows.map(({ name, level, cells }) => [
      word(name),
      word(w.level(level)),
      ...cells.map((cell) => word(cell === null ? w.say(OWN.none) : w.level(cell))),
    ]),
  };
}
