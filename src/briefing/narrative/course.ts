import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { inSeries, type Said } from './said';
import { isInsufficient, type Teller, warns } from './teller';

/** Changes of the level that are told one by one; a default of ours. */
const MOVES = 8;

const T = defineText({
  moves: {
    zh: '{from}以来，{region}等级变化{count}次：{list}{rest}。',
    en: 'Changes of the level of {region} since {from}: {count}. {list}{rest}.',
  },
  steady: {
    zh: '{from}以来，{region}等级没有变化，一直为{level}。',
    en: 'Since {from} the level of {region} has not changed: {level}.',
  },
  move: { zh: '{period}为{level}', en: '{period}, {level}' },
  rest: { zh: '；此前{count}次从略', en: '; {count} earlier ones are left out here' },
  warned: {
    zh: '{all}中，处于预警等级的{warned}{insufficient}。',
    en: 'At a warning level: {warned} of {all}{insufficient}.',
  },
  insufficient: { zh: '，数据不足的{count}', en: ', without enough data {count}' },
  peak: {
    zh: '综合风险指数在{period}最高，为{index}。',
    en: 'The composite risk index was highest in {period}: {index}.',
  },
});

/** First period of the course: of the episode that is asked for, else of the window. */
function courseFrom(t: Teller): number {
  const { first, period, ask } = t.facts;
  return Math.min(period, Math.max(first, ask.since ?? first));
}

/** How the level of a region came to be what it is. */
export function tellCourse(t: Teller, region: RegionFacts): Sentence[] {
  const from = courseFrom(t);
  const start = from - t.facts.first;
  const levels = region.levels.slice(start);
  const scope = `course.${region.code}`;
  const moves = levels.flatMap((level, i) => (i > 0 && level === levels[i - 1] ? [] : [{ level, at: from + i }]));
  const said = { region: t.name(region), from: t.period(from) };
  const warnedPeriods = levels.filter(warns).length;
  const missing = levels.filter(isInsufficient).length;
  const at = { regionCode: region.code };
  const told = moves.slice(-MOVES);
  const rest = moves.length - told.length;
  return [
    moves.length <= 1
      ? t.tell(`${scope}.moves`, T.steady, { ...said, level: t.level(region, levels[0]!, from) })
      : t.tell(`${scope}.moves`, T.moves, {
          ...said,
          count: t.count('course.moves', moves.length - 1, at),
          list: inSeries(
            told.map(
              ({ level, at: period }): Said =>
                t.say(T.move, { period: t.period(period), level: t.level(region, level, period, 'short') }),
            ),
            t.lang,
          ),
          rest: rest > 0 ? t.say(T.rest, { count: t.count('course.rest', rest, at) }) : '',
        }),
    t.tell(`${scope}.warned`, T.warned, {
      all: t.span('course.periods', levels.length, at),
      warned: (t.lang === 'zh' ? t.span : t.count)('course.warned', warnedPeriods, at),
      insufficient: missing === 0 ? '' : t.say(T.insufficient, { count: t.span('course.missing', missing, at) }),
    }),
    ...peak(t, region, start, scope),
  ];
}

function peak(t: Teller, region: RegionFacts, start: number, scope: string): Sentence[] {
  let best = -1;
  region.index.forEach((value, i) => {
    if (i >= start && value !== null && (best < 0 || value > region.index[best]!)) best = i;
  });
  if (best < 0) return [];
  const value = Math.round(region.index[best]! * 10) / 10;
  const period = t.facts.first + best;
  const index = t.bound({
    key: 'index',
    value,
    unit: 'index',
    said: value.toFixed(1),
    regionCode: region.code,
    at: period,
  });
  return [t.tell(`${scope}.peak`, T.peak, { period: t.period(period), index })];
}
