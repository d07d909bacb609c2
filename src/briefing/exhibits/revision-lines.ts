import { formatDayWords, formatNumber, roundTo, withUnit } from '../../base/format';
import { unitWords } from '../../base/measure';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { regionOf } from '../facts/find';
import { change, figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, RevisionLinesData } from './exhibit';
import { measureOf } from './figures';
import { measureWithUnit } from './ranked-bars';
import { EXHIBIT_TEXT as T } from './text';
import { coveredPeriod, sourceLine, timeAxis, type Wording, wordingOf } from './wording';

const OWN = defineText({
  title: {
    zh: '{region}{measure}有{count}期数值修订，最大为{period}，由{before}改为{after}',
    en: '{region}, {measure}: {count} figures revised, most that of {period}, from {before} to {after}',
  },
  titleOne: {
    zh: '{region}{measure}{period}数由{before}改为{after}',
    en: '{region}, {measure}: the figure of {period} revised from {before} to {after}',
  },
  subtitle: {
    zh: '{measure}，{from}至{to}；{beforeName}与{afterName}两个版本',
    en: '{measure}, {from} to {to}; {beforeName} and {afterName}',
  },
  known: { zh: '{day}已知', en: 'as known on {day}' },
  now: { zh: '最新', en: 'as known now' },
  change: { zh: '修订', en: 'Revision' },
  description: {
    zh: '两条折线：{beforeName}与{afterName}。{count}期不同：{list}。{gaps}',
    en: 'Two lines: {beforeName} and {afterName}. Figures that differ: {count}: {list}. {gaps}',
  },
  item: { zh: '{period}由{before}改为{after}', en: '{period} from {before} to {after}' },
});

/** The indicator that was revised most since the last briefing, as it was known then and as it is known now. */
export function revisionLines(facts: BriefingFacts, lang: Lang): ExhibitOf<'revision-lines'> | null {
  const { revisions } = facts;
  const course = revisions?.course;
  const indicator = course && facts.indicators[course.indicatorId];
  const region = course && regionOf(facts, course.regionCode);
  if (!course || !indicator || !region) return null;
  const w = wordingOf(facts, lang);
  const moved = course.after.flatMap((after, i) => {
    const before = course.before[i] ?? null;
    const read = (value: number): number => roundTo(value, indicator.decimals);
    return before === null || after === null || read(before) === read(after)
      ? []
      : [{ at: facts.first + i, before, after }];
  });
  if (moved.length === 0) return null;
  const known = (day: number): string => w.say(OWN.known, { day: formatDayWords(day, lang) });
  const data: RevisionLinesData = {
    ...timeAxis(w, facts.first, course.after.length),
    measure: measureOf(indicator, lang),
    before: course.before,
    after: course.after,
    beforeName: known(revisions.from),
    afterName: revisions.to === null ? w.say(OWN.now) : known(revisions.to),
  };
  const most = moved.reduce((a, b) => (Math.abs(b.after - b.before) > Math.abs(a.after - a.before) ? b : a));
  const names = { beforeName: data.beforeName, afterName: data.afterName };
  // A revision is small: figures shortened by size would read the same.
  const exact = (value: number): string =>
    withUnit(formatNumber(value, indicator.decimals), unitWords(indicator.unit, lang));
  const words = (one: typeof most) => ({
    period: coveredPeriod(w, indicator, one.at),
    before: exact(one.before),
    after: exact(one.after),
  });
  const count = formatNumber(moved.length);
  const gaps = course.after.filter((value) => value === null).length;
  return {
    kind: 'revision-lines',
    id: 'revision-lines',
    title: w.say(moved.length === 1 ? OWN.titleOne : OWN.title, {
      ...words(most),
      region: region.name[lang],
      measure: indicator.name[lang],
      count,
    }),
    subtitle: w.say(OWN.subtitle, {
      ...names,
      measure: measureWithUnit(data.measure, w),
      from: w.period(facts.first),
      to: w.period(facts.period),
    }),
    description: w
      .say(OWN.description, {
        ...names,
        count,
        list: w.items(moved.map((one) => w.say(OWN.item, words(one)))),
        gaps: gaps === 0 ? '' : w.say(T.gaps, { count: formatNumber(gaps) }),
      })
      .trim(),
    source: sourceLine(w, false),
    table: tableOf(data, w),
    data,
  };
}

function tableOf(
  { first, measure, before, after, beforeName, afterName }: RevisionLinesData,
  w: Wording,
): ExhibitTable {
  const { unit, decimals } = measure;
  return {
    columns: [
      wordColumn(w.say(T.period)),
      figureColumn(w.headed(beforeName), unit),
      figureColumn(w.headed(afterName), unit),
      figureColumn(w.say(OWN.change), unit === '%' ? w.say(T.pointsShort) : unit),
    ],
    rows: after.map((now, i) => {
      const then = before[i] ?? null;
      return [
        word(w.period(first + i)),
        figure(then, decimals),
        figure(now, decimals),
        change(now === null || then === null ? null : now - then, decimals),
      ];
    }),
  };
}
