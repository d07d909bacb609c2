import { AGAINST_PREVIOUS, formatNumber, formatSigned, roundTo, withUnit } from '../../base/format';
import { type Indicator, worseSign } from '../../base/indicators';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { valueSaid } from '../narrative/figure-words';
import { change, figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, RankedBarsData } from './exhibit';
import {
  changeMeasure,
  type Comparison,
  comparisonOf,
  isAmount,
  kindOfChange,
  measureOf,
  worstValueFirst,
} from './figures';
import { EXHIBIT_TEXT as T } from './text';
import { coveredPeriod, indexNow, levelNow, sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: { zh: '{measure}，{period}{changes}', en: '{measure}, {period}{changes}' },
  changes: { zh: '；右侧为{against}变化{unit}', en: '; at the right the change {against}{unit}' },
  ofUnit: { zh: '，{unit}', en: ', {unit}' },
  joint: { zh: '（1—2月合并计算）', en: ' (January and February together)' },
  change: { zh: '{against}变化', en: 'Change {against}' },
  onYear: { zh: '较上年同期', en: 'on a year before' },

  alone: { zh: '{name}{measure}{value}', en: '{name}: {measure} {value}' },
  allEqual: { zh: '{count}个{noun}{measure}均为{value}', en: '{measure} at {value} in all {count} {noun}' },
  first: { zh: '{names}{measure}{end}（{value}）', en: '{measure}: {end} in {names} ({value})' },
  second: { zh: '{names}{end}（{value}）', en: '{end} in {names} ({value})' },
  highest: { zh: '最高', en: 'highest' },
  lowest: { zh: '最低', en: 'lowest' },
  most: { zh: '最多', en: 'most' },
  fewest: { zh: '最少', en: 'fewest' },
  roseMost: { zh: '{name}{against}上升最多（{change}）', en: '{name} up most {against} ({change})' },
  roseMostToo: { zh: '{against}上升也最多（{change}）', en: 'also up most {against} ({change})' },
  noneRose: { zh: '没有{noun}{against}上升', en: 'none is up {against}' },
  same: { zh: '{against}均无变化', en: 'none has changed {against}' },
  some: { zh: '{count}个{noun}中{some}个同比{way}', en: '{way} on a year before in {some} of {count} {noun}' },
  none: { zh: '{count}个{noun}无一同比{way}', en: '{way} on a year before in none of {count} {noun}' },
  all: { zh: '{count}个{noun}均同比{way}', en: '{way} on a year before in all {count} {noun}' },
  rise: { zh: '上升', en: 'up' },
  fall: { zh: '下降', en: 'down' },
  grow: { zh: '增加', en: 'up' },
  shrink: { zh: '减少', en: 'down' },
  description: { zh: '条形图，{order}：{list}。{absent}', en: 'Bar chart, {order}: {list}. {absent}' },
  highFirst: { zh: '由高到低', en: 'highest first' },
  lowFirst: { zh: '由低到高', en: 'lowest first' },
});

type Row = RankedBarsData['rows'][number];

/** The composite index by part with its change on the period before; `about` an indicator: its figure, with the change on the year. */
export function rankedBars(facts: BriefingFacts, lang: Lang, about?: string): ExhibitOf<'ranked-bars'> | null {
  const w = wordingOf(facts, lang);
  return about === undefined ? indexBars(w) : indicatorBars(w, about);
}

function indexBars(w: Wording): ExhibitOf<'ranked-bars'> | null {
  const { facts, lang } = w;
  const against = AGAINST_PREVIOUS[facts.frequency][lang];
  const rows = worstValueFirst(
    allParts(facts).map((part): Row => {
      const [now, before] = [indexNow(part), part.index.at(-2) ?? null];
      return {
        code: part.code,
        name: part.name[lang],
        value: now,
        change: now === null || before === null ? null : now - before,
        level: levelNow(part),
      };
    }),
    ({ value }) => value,
    1,
  );
  const measure = { name: w.say(T.index), unit: '', decimals: 1 };
  const data = { measure, against, change: { name: w.say(OWN.change, { against }), unit: '', decimals: 1 }, rows };
  const subtitle = w.say(OWN.subtitle, {
    measure: w.say(T.indexOfHundred),
    period: w.period(facts.period),
    changes: changesWords(data, against, w),
  });
  return exhibitOf(w, 'ranked-bars', data, indexFinding(data, w), subtitle, 1);
}

function indicatorBars(w: Wording, id: string): ExhibitOf<'ranked-bars'> | null {
  const { facts, lang } = w;
  const comparison = comparisonOf(
    facts,
    id,
    facts.parts.map(({ code }) => code),
  );
  if (!comparison) return null;
  const { indicator, figures } = comparison;
  const sign = worseSign(indicator);
  // Amounts that start from nothing have no change in per cent: one kind of change to a chart.
  const kind = figures.find((one) => one?.onYear)?.onYear?.kind ?? kindOfChange(indicator);
  const rows = worstValueFirst(
    facts.parts.map((part, i): Row => {
      const { value = null, onYear = null } = figures[i] ?? {};
      return {
        code: part.code,
        name: part.name[lang],
        value,
        change: onYear?.kind === kind ? onYear.value : null,
        level: levelNow(part),
      };
    }),
    ({ value }) => value,
    sign,
  );
  const against = w.say(OWN.onYear);
  const changed = changeMeasure(indicator, kind, w.say(OWN.change, { against }), lang);
  const data = { measure: measureOf(indicator, lang), against, change: changed, rows };
  const joint = figures.some((one) => one?.onYear?.joint);
  const subtitle = w.say(OWN.subtitle, {
    measure: measureWithUnit(data.measure, w),
    period: coveredPeriod(w, indicator, comparison.at),
    changes: changesWords(data, against + (joint ? w.say(OWN.joint) : ''), w),
  });
  return exhibitOf(w, `ranked-bars:${id}`, data, indicatorFinding(data, comparison, w), subtitle, sign);
}

/** Nothing is said of changes where there are none. */
function changesWords({ rows, change: { unit } }: RankedBarsData, against: string, w: Wording): string {
  if (rows.every((row) => row.change === null)) return '';
  return w.say(OWN.changes, { against, unit: unit === '' ? '' : w.say(OWN.ofUnit, { unit }) });
}

function exhibitOf(
  w: Wording,
  id: string,
  data: RankedBarsData,
  title: string,
  subtitle: string,
  sign: 1 | -1,
): ExhibitOf<'ranked-bars'> | null {
  const { measure, rows } = data;
  if (rows.length < 2 || rows.every(({ value }) => value === null)) return null;
  const listed = rows.flatMap((row) =>
    row.value === null ? [] : [`${row.name} ${withUnit(formatNumber(row.value, measure.decimals), measure.unit)}`],
  );
  const absent = rows.filter(({ value }) => value === null).map(({ name }) => name);
  return {
    kind: 'ranked-bars',
    id,
    title,
    subtitle,
    description: w
      .say(OWN.description, {
        order: w.say(sign === 1 ? OWN.highFirst : OWN.lowFirst),
        list: w.items(listed),
        absent: absent.length === 0 ? '' : w.say(T.noFigure, { names: w.items(absent) }),
      })
      .trim(),
    source: sourceLine(w, true),
    table: tableOf(data, w),
    data,
  };
}

export function measureWithUnit({ name, unit }: RankedBarsData['measure'], w: Wording): string {
  return unit === '' ? name : name + w.say(OWN.ofUnit, { unit });
}

function tableOf({ measure, change: changed, rows }: RankedBarsData, w: Wording): ExhibitTable {
  return {
    columns: [
      wordColumn(w.say(T.region)),
      wordColumn(w.say(T.level)),
      figureColumn(measure.name, measure.unit),
      figureColumn(changed.name, changed.unit),
    ],
    rows: rows.map((row) => [
      word(row.name),
      word(w.level(row.level)),
      figure(row.value, measure.decimals),
      change(row.change, changed.decimals),
    ]),
  };
}

/** Rows that read the same as the first one. */
function tied(rows: readonly Row[], decimals: number): readonly Row[] {
  const read = (row: Row): number => roundTo(row.value!, decimals);
  return rows.filter((row) => read(row) === read(rows[0]!));
}

function indexFinding({ measure, against, rows }: RankedBarsData, w: Wording): string {
  const noun = w.facts.noun[w.lang];
  const known = rows.filter(({ value }) => value !== null);
  const [first] = known;
  if (!first) return '';
  const top = tied(known, 1);
  const value = formatNumber(first.value, 1);
  const names = w.names(
    top.map(({ name }) => name),
    noun,
  );
  if (known.length === 1) return w.say(OWN.alone, { name: first.name, measure: measure.name, value });
  const head =
    top.length === known.length
      ? w.say(OWN.allEqual, { count: formatNumber(known.length), noun, measure: measure.name, value })
      : w.say(OWN.first, { names, measure: measure.name, value, end: w.say(OWN.highest) });
  return w.clauses([head, riseWords(known, top, against, noun, w)]);
}

function riseWords(known: readonly Row[], top: readonly Row[], against: string, noun: string, w: Wording): string {
  const changes = known.flatMap((row) => (row.change === null ? [] : [{ row, by: roundTo(row.change, 1) }]));
  if (changes.length === 0) return '';
  const most = Math.max(...changes.map(({ by }) => by));
  if (changes.every(({ by }) => by === 0)) return w.say(OWN.same, { against });
  if (most <= 0) return w.say(OWN.noneRose, { noun, against });
  const risers = changes.filter(({ by }) => by === most).map(({ row }) => row);
  const params = { against, change: formatSigned(most, 1) };
  if (risers.length === 1 && top.length === 1 && risers[0] === top[0]) return w.say(OWN.roseMostToo, params);
  const name = w.names(
    risers.map((row) => row.name),
    noun,
  );
  return w.say(OWN.roseMost, { ...params, name });
}

function indicatorFinding(
  { measure, change: changed, rows }: RankedBarsData,
  { indicator }: Comparison,
  w: Wording,
): string {
  const noun = w.facts.noun[w.lang];
  const known = rows.filter(({ value }) => value !== null);
  if (known.length === 0) return '';
  const said = (row: Row): string => valueSaid(row.value!, indicator, w.lang);
  const top = tied(known, measure.decimals);
  const bottom = tied(known.toReversed(), measure.decimals);
  const names = (of: readonly Row[]): string =>
    w.names(
      of.map(({ name }) => name),
      noun,
    );
  const worst = { names: names(top), measure: measure.name, value: said(top[0]!) };
  const best = { names: names(bottom), value: said(bottom[0]!) };
  if (known.length === 1) return w.say(OWN.alone, { ...worst, name: worst.names });
  const down = worseSign(indicator) === -1;
  const [high, low] = isAmount(indicator) ? [OWN.most, OWN.fewest] : [OWN.highest, OWN.lowest];
  const heads =
    top.length === known.length
      ? [w.say(OWN.allEqual, { ...worst, count: formatNumber(known.length), noun })]
      : [
          w.say(OWN.first, { ...worst, end: w.say(down ? low : high) }),
          w.say(OWN.second, { ...best, end: w.say(down ? high : low) }),
        ];
  return w.clauses([...heads, yearWords(known, changed.decimals, indicator, noun, w)]);
}

/** In how many the year brought a change for the worse. */
function yearWords(known: readonly Row[], decimals: number, indicator: Indicator, noun: string, w: Wording): string {
  const changes = known.flatMap(({ change: by }) => (by === null ? [] : [roundTo(by, decimals)]));
  if (changes.length === 0) return '';
  const sign = worseSign(indicator);
  const some = changes.filter((by) => by * sign > 0).length;
  const [up, down] = isAmount(indicator) ? [OWN.grow, OWN.shrink] : [OWN.rise, OWN.fall];
  return w.say(some === 0 ? OWN.none : some === changes.length ? OWN.all : OWN.some, {
    count: formatNumber(changes.length),
    noun,
    some: formatNumber(some),
    way: w.say(sign === 1 ? up : down),
  });
}
