import { defineText } from '../../base/text';
import type { SignalDerivation } from '../../levels/derivation';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figureSaid } from './figure-words';
import { groundSaid, lastingSaid } from './ground';
import { indexParts } from './overall';
import { inSeries, namesInRow, type Said } from './said';
import { signalSaid } from './signal-words';
import { distinctSignals, isInsufficient, levelNow, signalsOf, type Teller, warned, warns } from './teller';

/** Signals and figures that are told of one region in full, and in one sentence of many; defaults of ours. */
const SIGNALS = 4;
const SIGNALS_IN_ONE = 2;
const FIGURES = 2;
/** Regions that get a sentence on the page of causes. */
const REGIONS = 6;

const T = defineText({
  where: { zh: '{region}（{level}，{lasting}）：{signals}。', en: '{region} ({level}, {lasting}): {signals}.' },
  whereOnly: { zh: '{region}（{level}，{lasting}）：{ground}。', en: '{region} ({level}, {lasting}): {ground}.' },
  others: { zh: '另有{count}个处于预警等级：{names}。', en: 'At a warning level besides: {count} ({names}).' },
  nowhere: {
    zh: '没有{noun}处于预警等级。',
    en: 'None of the {noun} is at a warning level.',
  },
  nowhereGraded: {
    zh: '有等级的{noun}均未处于预警等级。',
    en: 'None of the {noun} that have a level is at a warning level.',
  },
  unknown: {
    zh: '各{noun}均数据不足，风险在哪里不能判断。',
    en: 'None of the {noun} has enough data for a level: where the risk is cannot be told.',
  },
  level: {
    zh: '{region}预警等级为{level}，{lasting}。',
    en: '{region} {stands}{level}, {lasting}.',
  },
  unable: {
    zh: '{region}数据不足，不能判定等级：应有{expected}项规则出结果，有本期数据的{fresh}项。',
    en: 'The data of {region} do not suffice for a level (rules due: {expected}; with a figure for this period: {fresh}).',
  },
  ruleless: {
    zh: '{region}没有应出结果的规则，不能判定等级。',
    en: 'No rule is due for the figures of {region}: it has no level.',
  },
  standsAt: { zh: '', en: 'stands at ' },
  is: { zh: '', en: 'is ' },
  ground: { zh: '定级依据：{ground}。', en: 'Ground for that level: {ground}.' },
  families: {
    zh: '达到预警线的信号共{count}项，分布在{families}个指标族。',
    en: 'Signals past a warning line: {count}; indicator families that they lie in: {families}.',
  },
  signal: { zh: '{signal}。', en: '{signal}.' },
  index: {
    zh: '{region}综合风险指数为{index}，{change}。',
    en: 'The composite risk index of {region} is {index}, {change}.',
  },
  figure: { zh: '{said}。', en: '{said}.' },
  quiet: {
    zh: '{region}没有达到预警线的信号。',
    en: 'No signal of {region} is past a warning line.',
  },
  mute: {
    zh: '{region}本期没有规则出结果，有无信号不能判断。',
    en: 'No rule gives a result for {region} in this period: whether a signal is past a line cannot be told.',
  },
  partial: {
    zh: '{count}项规则数据不足，等级可能偏低。',
    en: 'Rules without enough data: {count}. The level may be too low.',
  },
});

/** Where the risk is and why: one sentence for each warned part, with the signals that carry its level. */
export function tellWhere(t: Teller): Sentence[] {
  const regions = warned(t);
  const parts = allParts(t.facts);
  if (regions.length === 0) {
    if (parts.length === 0) return [];
    const missing = parts.filter((part) => isInsufficient(levelNow(part))).length;
    const text = missing === 0 ? T.nowhere : missing === parts.length ? T.unknown : T.nowhereGraded;
    return [t.tell('where.none', text, { noun: t.facts.noun[t.lang] })];
  }
  const rest = regions.slice(REGIONS);
  return [
    ...regions.slice(0, REGIONS).map((region) => tellCause(t, region)),
    ...(rest.length === 0
      ? []
      : [
          t.tell('where.others', T.others, {
            count: t.count('count.others', rest.length),
            names: namesInRow(
              rest.map((region) => levelled(t, region)),
              t.lang,
            ),
          }),
        ]),
  ];
}

function levelled(t: Teller, region: RegionFacts): Said {
  const { text, figures } = t.level(region, levelNow(region), t.facts.period, 'short');
  const name = t.name(region);
  return { text: t.lang === 'zh' ? `${name}${text}` : `${name} at ${text}`, figures };
}

/** One warned region in one sentence. */
export function tellCause(t: Teller, region: RegionFacts): Sentence {
  const signals = distinctSignals(carrying(region)).slice(0, SIGNALS_IN_ONE);
  const parts = {
    region: t.name(region),
    level: t.level(region, levelNow(region), t.facts.period, 'short'),
    lasting: lastingSaid(t, region, 'lastingShort'),
  };
  const id = `where.${region.code}`;
  if (signals.length === 0) return t.tell(id, T.whereOnly, { ...parts, ground: groundSaid(t, region) ?? '' });
  return t.tell(id, T.where, {
    ...parts,
    signals: inSeries(
      signals.map((signal) => signalSaid(t, region, signal)),
      t.lang,
    ),
  });
}

/** Signals that carry the level: those that count, worst first. */
function carrying({ derivation }: RegionFacts): readonly SignalDerivation[] {
  return signalsOf(derivation).filter(({ level }) => warns(level));
}

/** Where a region stands: level and its ground, how many signals, the index. */
export function tellStanding(t: Teller, region: RegionFacts, scope = `region.${region.code}`): Sentence[] {
  return [...levelOf(t, region, scope), ...indexOf(t, region, scope), ...partialOf(t, region, scope)];
}

/** A region of its own page: where it stands, its signals, the figures behind them. */
export function tellRegion(t: Teller, region: RegionFacts): Sentence[] {
  return [...tellStanding(t, region), ...tellCarrying(t, region)];
}

/** The signals that carry the level of a region, and the figures behind them; or that none does. */
export function tellCarrying(t: Teller, region: RegionFacts): Sentence[] {
  const scope = `region.${region.code}`;
  if (carrying(region).length === 0) {
    const judged = signalsOf(region.derivation).some(({ level }) => !isInsufficient(level));
    return [t.tell(`${scope}.quiet`, judged ? T.quiet : T.mute, { region: t.name(region) })];
  }
  return [
    ...distinctSignals(carrying(region))
      .slice(0, SIGNALS)
      .map((signal) => t.tell(`${scope}.signal.${signal.ruleId}`, T.signal, { signal: signalSaid(t, region, signal) })),
    ...figuresBehind(t, region, scope),
  ];
}

function levelOf(t: Teller, region: RegionFacts, scope: string): Sentence[] {
  const at = { regionCode: region.code };
  const { derivation } = region;
  if (isInsufficient(levelNow(region))) {
    const { expected, fresh } = derivation.usable;
    if (expected === 0) return [t.tell(`${scope}.level`, T.ruleless, { region: t.name(region) })];
    return [
      t.tell(`${scope}.level`, T.unable, {
        region: t.name(region),
        expected: t.count('rules.expected', expected, at),
        fresh: t.count('rules.fresh', fresh, at),
      }),
    ];
  }
  const level = t.tell(`${scope}.level`, T.level, {
    region: t.name(region),
    stands: T[levelNow(region) === 0 ? 'is' : 'standsAt'][t.lang],
    level: t.level(region, levelNow(region), t.facts.period),
    lasting: lastingSaid(t, region),
  });
  const ground = warns(levelNow(region)) ? groundSaid(t, region) : null;
  const count = carrying(region).length;
  const families = derivation.families.filter(({ signals }) => signals.some(({ level: l }) => warns(l))).length;
  return [
    level,
    ...(ground ? [t.tell(`${scope}.ground`, T.ground, { ground })] : []),
    ...(count === 0
      ? []
      : [
          t.tell(`${scope}.families`, T.families, {
            count: t.count('signals.counted', count, at),
            families: t.count('signals.families', families, at),
          }),
        ]),
  ];
}

/** The figures of the indicators whose signals carry the level, each with its change on the year. */
function figuresBehind(t: Teller, region: RegionFacts, scope: string): Sentence[] {
  const ids = [...new Set(carrying(region).map(({ indicatorId }) => indicatorId))];
  return ids
    .flatMap((id) => {
      const said = figureSaid(t, region, id);
      return said ? [t.tell(`${scope}.figure.${id}`, T.figure, { said })] : [];
    })
    .slice(0, FIGURES);
}

function indexOf(t: Teller, region: RegionFacts, scope: string): Sentence[] {
  const now = region.index.at(-1);
  return now === null || now === undefined ? [] : [t.tell(`${scope}.index`, T.index, indexParts(t, region, now))];
}

function partialOf(t: Teller, region: RegionFacts, scope: string): Sentence[] {
  const { expected, fresh } = region.derivation.usable;
  if (!region.derivation.flags.includes('partial') || fresh >= expected) return [];
  return [
    t.tell(`${scope}.partial`, T.partial, {
      count: t.count('rules.missing', expected - fresh, { regionCode: region.code }),
    }),
  ];
}
