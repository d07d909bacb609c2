import { formatJointMonth, formatNumber, roundTo } from '../../base/format';
import { worseSign } from '../../base/indicators';
import { type Period, PERIODS_PER_YEAR, seasonOf } from '../../base/period';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts, IndicatorFacts } from '../facts/facts';
import { allParts, figureAt } from '../facts/find';
import { valueSaid } from '../narrative/figure-words';
import { change, figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, SlopeData } from './exhibit';
import { comparisonOf, isAmount, measureOf, worstValueFirst } from './figures';
import { measureWithUnit } from './ranked-bars';
import { EXHIBIT_TEXT as T } from './text';
import { coveredPeriod, levelNow, sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: { zh: '{measure}，{from}与{to}相比', en: '{measure}, {from} and {to}' },
  above: { zh: '高于', en: 'above' },
  below: { zh: '低于', en: 'below' },
  some: {
    zh: '{count}个{noun}中{some}个{measure}{than}上年同期',
    en: '{measure}: {than} a year before in {some} of {count} {noun}',
  },
  none: {
    zh: '{count}个{noun}{measure}均未{than}上年同期',
    en: '{measure}: {than} a year before in none of {count} {noun}',
  },
  all: {
    zh: '{count}个{noun}{measure}均{than}上年同期',
    en: '{measure}: {than} a year before in all {count} {noun}',
  },
  most: { zh: '{name}{way}最多（由{from}到{to}）', en: '{name} {way} most (from {from} to {to})' },
  rose: { zh: '上升', en: 'rose' },
  fell: { zh: '下降', en: 'fell' },
  grew: { zh: '增加', en: 'rose' },
  shrank: { zh: '减少', en: 'fell' },
  same: { zh: '{count}个{noun}{measure}均与上年同期相同', en: '{measure}: as a year before in all {count} {noun}' },
  change: { zh: '变化', en: 'Change' },
  description: { zh: '斜线图，{list}。{absent}', en: 'Slope chart, {list}. {absent}' },
  item: { zh: '{name}由{from}到{to}', en: '{name} from {from} to {to}' },
});

type Row = SlopeData['rows'][number];

/** What is compared: how its values read, and which way is worse. */
interface Slopes extends Pick<SlopeData, 'measure' | 'from' | 'to'> {
  readonly id: string;
  readonly sign: 1 | -1;
  /** Counted, not a rate: it grows and does not rise. */
  readonly amount: boolean;
  readonly said: (value: number) => string;
  readonly rows: readonly Omit<Row, 'emphasis'>[];
}

/** A year ago and now by part: the composite index, or (`about`) an indicator. Null where the year before is not known. */
export function slope(facts: BriefingFacts, lang: Lang, about?: string): ExhibitOf<'slope'> | null {
  const w = wordingOf(facts, lang);
  const slopes = about === undefined ? indexSlopes(w) : indicatorSlopes(w, about);
  const paired = slopes?.rows.filter(isPaired) ?? [];
  if (!slopes || paired.length < 2) return null;
  const { measure, from, to, sign } = slopes;
  const said = finding(slopes, paired, w);
  const rows = worstValueFirst(slopes.rows, (row) => row.to, sign).map(
    (row): Row => ({ ...row, emphasis: said.codes.includes(row.code) }),
  );
  const data: SlopeData = { measure, from, to, rows };
  const absent = rows.filter((row) => !isPaired(row)).map(({ name }) => name);
  const listed = worstValueFirst(paired, (row) => row.to, sign).map((row) =>
    w.say(OWN.item, { name: row.name, from: slopes.said(row.from), to: slopes.said(row.to) }),
  );
  return {
    kind: 'slope',
    id: slopes.id,
    title: said.title,
    subtitle: w.say(OWN.subtitle, { measure: measureWithUnit(measure, w), from, to }),
    description: w
      .say(OWN.description, {
        list: w.items(listed),
        absent: absent.length === 0 ? '' : w.say(T.noFigure, { names: w.items(absent) }),
      })
      .trim(),
    source: sourceLine(w, true),
    table: tableOf(data, w),
    data,
  };
}

type Paired = Omit<Row, 'emphasis'> & { readonly from: number; readonly to: number };
const isPaired = (row: Omit<Row, 'emphasis'>): row is Paired => row.from !== null && row.to !== null;

function indexSlopes(w: Wording): Slopes {
  const { facts, lang } = w;
  const year = PERIODS_PER_YEAR[facts.frequency];
  return {
    id: 'slope',
    sign: 1,
    amount: false,
    measure: { name: w.say(T.index), unit: '', decimals: 1 },
    from: w.period(facts.period - year),
    to: w.period(facts.period),
    said: (value) => formatNumber(value, 1),
    rows: allParts(facts).map((part) => ({
      code: part.code,
      name: part.name[lang],
      from: part.index.at(-1 - year) ?? null,
      to: part.index.at(-1) ?? null,
      level: levelNow(part),
    })),
  };
}

function indicatorSlopes(w: Wording, id: string): Slopes | null {
  const { facts, lang } = w;
  const comparison = comparisonOf(
    facts,
    id,
    facts.parts.map(({ code }) => code),
  );
  if (!comparison) return null;
  const { indicator, at, figures } = comparison;
  const year = PERIODS_PER_YEAR[facts.frequency];
  const moved = facts.frequency === 'month' && indicator.janFeb !== 'separate' && seasonOf('month', at) < 2;
  // A January that the festival moves is not held against another one.
  if (moved && seasonOf('month', at) === 0) return null;
  const both = moved && indicator.kind === 'flow' && indicator.janFeb === 'joint';
  const value = (one: IndicatorFacts | null, period: Period): number | null => {
    const [last, first] = one ? [figureAt(facts, one, period), figureAt(facts, one, period - 1)] : [null, null];
    if (!both || last === null) return last;
    return first === null ? null : first + last;
  };
  const words = (period: Period): string =>
    both ? formatJointMonth(period, lang) : coveredPeriod(w, indicator, period);
  return {
    id: `slope:${id}`,
    sign: worseSign(indicator),
    amount: isAmount(indicator),
    measure: measureOf(indicator, lang),
    from: words(at - year),
    to: words(at),
    said: (v) => valueSaid(v, indicator, lang),
    rows: facts.parts.map((part, i) => ({
      code: part.code,
      name: part.name[lang],
      from: value(figures[i] ?? null, at - year),
      to: value(figures[i] ?? null, at),
      level: levelNow(part),
    })),
  };
}

/** In how many it is worse than a year before, and where most; where it is worse nowhere, where it got better most. */
function finding(
  { measure, sign, amount, said }: Slopes,
  paired: readonly Paired[],
  w: Wording,
): { readonly title: string; readonly codes: readonly string[] } {
  const { decimals } = measure;
  const noun = w.facts.noun[w.lang];
  const moves = paired.map((row) => ({ row, by: sign * (roundTo(row.to, decimals) - roundTo(row.from, decimals)) }));
  const worse = moves.filter(({ by }) => by > 0);
  const params = {
    count: formatNumber(paired.length),
    noun,
    measure: measure.name,
    some: formatNumber(worse.length),
    than: w.say(sign === 1 ? OWN.above : OWN.below),
  };
  if (moves.every(({ by }) => by === 0)) return { title: w.say(OWN.same, params), codes: [] };
  const most = moves.reduce((a, b) => ((worse.length > 0 ? b.by > a.by : b.by < a.by) ? b : a));
  const { row } = most;
  const ways = amount ? [OWN.grew, OWN.shrank] : [OWN.rose, OWN.fell];
  const way = w.say(row.to > row.from ? ways[0]! : ways[1]!);
  const head = worse.length === 0 ? OWN.none : worse.length === paired.length ? OWN.all : OWN.some;
  return {
    title: w.clauses([
      w.say(head, params),
      w.say(OWN.most, { name: row.name, way, from: said(row.from), to: said(row.to) }),
    ]),
    codes: [row.code],
  };
}

function tableOf({ measure, from, to, rows }: SlopeData, w: Wording): ExhibitTable {
  const { unit, decimals } = measure;
  return {
    columns: [
      wordColumn(w.say(T.region)),
      wordColumn(w.say(T.level)),
      figureColumn(from, unit),
      figureColumn(to, unit),
      figureColumn(w.say(OWN.change), unit === '%' ? w.say(T.pointsShort) : unit),
    ],
    rows: rows.map((row) => [
      word(row.name),
      word(w.level(row.level)),
      figure(row.from, decimals),
      figure(row.to, decimals),
      change(isPaired(row) ? row.to - row.from : null, decimals),
    ]),
  };
}
