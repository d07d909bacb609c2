import { formatNumber, roundTo } from '../../base/format';
import { PERIODS_PER_YEAR } from '../../base/period';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figure, figureColumn, word, wordColumn } from './cells';
import type { DiffusionCurveData, ExhibitOf, ExhibitTable } from './exhibit';
import { EXHIBIT_TEXT as T } from './text';
import { isGraded, sourceLine, timeAxis, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '处于各预警等级及以上的{noun}占有等级的{noun}的比例，%，{from}至{to}',
    en: 'Share of {noun} at or above each warning level, % of those with a level, {from} to {to}',
  },
  some: { zh: '{share}%的{noun}处于{level}', en: '{share}% of the {noun} at {level}' },
  all: { zh: '{graded}个{noun}均处于{level}', en: 'All {graded} {noun} at {level}' },
  none: { zh: '{graded}个{noun}均无预警', en: 'None of {graded} {noun} at a warning level' },
  ofPeriod: { zh: '{period}，{finding}', en: '{period}: {finding}' },
  warning: { zh: '预警等级', en: 'a warning level' },
  up: { zh: '比上年同期高{by}个百分点', en: '{by} percentage points more than a year before' },
  down: { zh: '比上年同期低{by}个百分点', en: '{by} percentage points less than a year before' },
  same: { zh: '与上年同期相同', en: 'the same as a year before' },
  grave: { zh: '{share}%处于{level}', en: '{share}% at {level}' },
  count: { zh: '{name}{count}个（{share}%）', en: '{name} {count} ({share}%)' },
  graded: { zh: '有等级的{noun}', en: '{noun} with a level' },
  description: {
    zh: '阶梯曲线，{from}至{to}。{period}有等级的{graded}个，其中：{list}。处于预警等级的比例最高为{most}%（{at}）。{gaps}',
    en: 'Stepped curves, {from} to {to}. {period}, of {graded} with a level: {list}. The share at a warning level was highest in {at} ({most}%). {gaps}',
  },
});

/** Level Ⅱ. */
const GRAVE = 3;

/** Shares of the regions at the ends of the tree (else of the parts) at or above each level. Null where none was ever graded. */
export function diffusionCurve(facts: BriefingFacts, lang: Lang): ExhibitOf<'diffusion-curve'> | null {
  const w = wordingOf(facts, lang);
  const [regions, noun] =
    facts.ends.length > 0 ? [facts.ends, facts.endsNoun[lang]] : [allParts(facts), facts.noun[lang]];
  if (regions.length < 2) return null;
  const count = facts.period - facts.first + 1;
  const places = Array.from({ length: count }, (_, i) => regions.map(({ levels }) => levels[i]!).filter(isGraded));
  const graded = places.map((levels) => levels.length);
  const last = graded.findLastIndex((n) => n > 0);
  if (last < 0) return null;
  const data: DiffusionCurveData = {
    ...timeAxis(w, facts.first, count),
    series: facts.rules.schemeLevels.map((level) => ({
      level,
      name: w.headed(w.orAbove(level)),
      values: places.map((levels) =>
        levels.length === 0 ? null : (100 * levels.filter((one) => one >= level).length) / levels.length,
      ),
    })),
    graded,
  };
  const range = { from: w.period(facts.first), to: w.period(facts.period) };
  return {
    kind: 'diffusion-curve',
    id: 'diffusion-curve',
    title: finding(data, last, noun, w),
    subtitle: w.say(OWN.subtitle, { ...range, noun }),
    description: descriptionOf(data, last, range, w),
    source: sourceLine(w, true),
    table: tableOf(data, noun, w),
    data,
  };
}

function finding({ first, series, graded }: DiffusionCurveData, last: number, noun: string, w: Wording): string {
  const warned = series[0]!.values;
  const share = warned[last]!;
  const yearBefore = warned[last - PERIODS_PER_YEAR[w.facts.frequency]] ?? null;
  const by = yearBefore === null ? null : roundTo(share - yearBefore, 1);
  const grave = series.find(({ level }) => level >= GRAVE);
  const graveShare = grave?.values[last] ?? 0;
  // Where all that are warned are gravely so, the one number says both.
  const allGrave = grave !== undefined && graveShare === share;
  const params = {
    noun,
    level: allGrave ? w.orAbove(grave.level) : w.say(OWN.warning),
    share: formatNumber(share, 1),
    graded: formatNumber(graded[last]!),
  };
  const said = w.clauses([
    w.say(share === 0 ? OWN.none : share === 100 ? OWN.all : OWN.some, params),
    by === null ? '' : w.say(by > 0 ? OWN.up : by < 0 ? OWN.down : OWN.same, { by: formatNumber(Math.abs(by), 1) }),
    graveShare > 0 && !allGrave
      ? w.say(OWN.grave, { level: w.orAbove(grave!.level), share: formatNumber(graveShare, 1) })
      : '',
  ]);
  // The period is that of the briefing, but where none can be judged in it.
  return last === graded.length - 1 ? said : w.say(OWN.ofPeriod, { period: w.period(first + last), finding: said });
}

function descriptionOf(
  { first, series, graded }: DiffusionCurveData,
  last: number,
  range: { readonly from: string; readonly to: string },
  w: Wording,
): string {
  const warned = series[0]!.values;
  const most = Math.max(...warned.map((share) => share ?? 0));
  const gaps = graded.filter((n) => n === 0).length;
  return w
    .say(OWN.description, {
      ...range,
      period: w.period(first + last),
      graded: formatNumber(graded[last]!),
      list: w.items(series.map(({ name, values }) => countWords(name, values[last]!, graded[last]!, w))),
      most: formatNumber(most, 1),
      at: w.period(first + warned.findIndex((share) => share === most)),
      gaps: gaps === 0 ? '' : w.say(T.gaps, { count: formatNumber(gaps) }),
    })
    .trim();
}

/** `Ⅱ级及以上 7个（6.8%）`. */
function countWords(name: string, share: number, graded: number, w: Wording): string {
  const count = formatNumber((share * graded) / 100);
  return w.say(OWN.count, { name, count, share: formatNumber(share, 1) });
}

function tableOf({ first, series, graded }: DiffusionCurveData, noun: string, w: Wording): ExhibitTable {
  return {
    columns: [
      wordColumn(w.say(T.period)),
      ...series.map(({ name }) => figureColumn(name, '%')),
      figureColumn(w.headed(w.say(OWN.graded, { noun }))),
    ],
    rows: graded.map((n, i) => [
      word(w.period(first + i)),
      ...series.map(({ values }) => figure(values[i]!, 1)),
      figure(n, 0),
    ]),
  };
}
