import { formatNumber, roundTo } from '../../base/format';
import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { tellFigures } from './overall';
import { inRow, type Said } from './said';
import { signalSaid } from './signal-words';
import { signalsOf, type Teller, warns } from './teller';

const NAMED = 3;

const T = defineText({
  highest: {
    zh: '综合风险指数居前的{noun}：{list}。',
    en: 'Composite risk index, highest among the {noun}: {list}.',
  },
  rising: {
    zh: '与{past}相比，综合风险指数升幅居前的{noun}：{list}。',
    en: 'Composite risk index, largest rises compared with {past}: {list}.',
  },
  noRise: {
    zh: '与{past}相比，没有{noun}的综合风险指数上升。',
    en: 'Compared with {past}, the composite risk index has risen in none of the {noun}.',
  },
  nought: {
    zh: '各{noun}综合风险指数均为零。',
    en: 'The composite risk index of all {noun} is nought.',
  },
  one: { zh: '{region}（{index}）', en: '{region} ({index})' },
  floor: { zh: '下限指标：{region}{signal}。', en: 'Floor indicator, {region}: {signal}.' },
  floorsQuiet: {
    zh: '{region}有数据的{count}项下限指标未达到预警线。',
    en: 'Floor indicators of {region} past a warning line: none of {count}.',
  },
  floorsPartly: {
    zh: '{region}的下限指标中，{count}项本期数据不足，不能判断。',
    en: 'Floor indicators of {region} that cannot be judged for want of data: {count}.',
  },
});

/** Regions with the highest index, and with the largest rise of it. */
export function tellRanks(t: Teller): Sentence[] {
  const { parts, noun } = t.facts;
  const known = parts.flatMap((region) => {
    const index = region.index.at(-1);
    return index === null || index === undefined ? [] : [{ region, index }];
  });
  if (known.length < 2) return [];
  const highest = known
    .filter(({ index }) => roundTo(index, 1) > 0)
    .toSorted((a, b) => b.index - a.index)
    .slice(0, NAMED);
  const past = t.past(t.step, 'with');
  const changed = known.flatMap(({ region, index }) => {
    const before = region.index[region.index.length - 1 - t.step];
    return before === null || before === undefined ? [] : [{ region, index: index - before }];
  });
  const rising = changed
    .filter(({ index }) => roundTo(index, 1) > 0)
    .toSorted((a, b) => b.index - a.index)
    .slice(0, NAMED);
  const list = (ranked: readonly { region: RegionFacts; index: number }[], key: string, sign: string): Said =>
    inRow(
      ranked.map(({ region, index }) =>
        t.say(T.one, {
          region: t.name(region),
          index: t.bound({
            key,
            value: index,
            unit: 'index',
            said: sign + formatNumber(index, 1),
            regionCode: region.code,
          }),
        }),
      ),
      t.lang,
    );
  return [
    highest.length === 0
      ? t.tell('risks.highest', T.nought, { noun: noun[t.lang] })
      : t.tell('risks.highest', T.highest, { noun: noun[t.lang], list: list(highest, 'index', '') }),
    ...(changed.length === 0
      ? []
      : [
          rising.length === 0
            ? t.tell('risks.rising', T.noRise, { past, noun: noun[t.lang] })
            : t.tell('risks.rising', T.rising, { past, noun: noun[t.lang], list: list(rising, 'index.change', '+') }),
        ]),
  ];
}

/** The floor indicators (clause 1.1) of the whole: those past a line, or that none is. */
export function tellFloors(t: Teller): Sentence[] {
  const { whole } = t.facts;
  if (!whole) return [];
  const floors = signalsOf(whole.derivation).filter(({ role }) => role === 'floor');
  if (floors.length === 0) return [];
  const past = floors.filter(({ level }) => warns(level));
  const unknown = floors.filter(({ level }) => level > 4).length;
  const at = { regionCode: whole.code };
  return [
    ...past.map((signal) =>
      t.tell(`risks.floor.${signal.ruleId}`, T.floor, { region: t.name(whole), signal: signalSaid(t, whole, signal) }),
    ),
    ...(past.length > 0 || unknown === floors.length
      ? []
      : [
          t.tell('risks.floors', T.floorsQuiet, {
            region: t.name(whole),
            count: t.count('floors', floors.length - unknown, at),
          }),
        ]),
    ...(unknown === 0
      ? []
      : [
          t.tell('risks.floorsUnknown', T.floorsPartly, {
            region: t.name(whole),
            count: t.count('floors.unknown', unknown, at),
          }),
        ]),
    ...tellFigures(t, whole, 'risks', ['new_benefit_claims', 'monitored_jobs', 'reported_layoffs'], 3),
  ];
}
