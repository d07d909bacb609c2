import { formatNumber, roundTo } from '../../base/format';
import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { RevisionFacts } from '../facts/facts';
import { allParts, regionOf } from '../facts/find';
import { indicatorWords, valueSaid } from './figure-words';
import { inSeries, joined, namesInRow, type Said } from './said';
import { isInsufficient, levelNow, type Named, spelled, type Teller } from './teller';

/** Revisions and moved levels that are named; the rest is counted. Defaults of ours. */
const CHANGES = 3;
const MOVES = 6;

const T = defineText({
  knownOn: {
    zh: '本简报依据截至{day}获知的数据。',
    en: 'This briefing rests on figures as known on {day}.',
  },
  asOf: {
    zh: '本简报按{asOf}当日已知的数据生成，其后公布和修订的数据未计入。',
    en: 'This briefing is made from what was known on {asOf}; later figures and revisions are not in it.',
  },
  undated: {
    zh: '数据未注明获知日期，不能区分初次公布数与修订数。',
    en: 'The figures do not say when they became known: first figures and revised ones cannot be told apart.',
  },
  coverage: {
    zh: '{all}个{noun}中，有等级的{graded}个；数据不足的{count}个：{names}，不视为正常。',
    en: '{graded} of {all} {noun} have a level; {count} have too few data: {names}. They are not counted as normal.',
  },
  covered: { zh: '{all}个{noun}均有等级。', en: '{all} of {all} {noun} have a level.' },
  rules: {
    zh: '{region}应有{expected}项规则出结果，有本期数据的{fresh}项。',
    en: '{region}: of {expected} rules due, {fresh} have a figure for this period.',
  },
  partial: {
    zh: '{region}有{count}项指标因部分下级地区本期未报，不列合计数：{indicators}。',
    en: 'Indicators of {region} without a total, since some of the places below it have not reported: {count} ({indicators}).',
  },
  revised: {
    zh: '{from}以来修订数据{revised}个，新到数据{arrived}个{changes}。',
    en: '{revised} figures have been revised since {from} and {arrived} have arrived{changes}.',
  },
  changes: { zh: '；相对修订幅度居前的：{list}', en: '; the largest relative revisions: {list}' },
  change: {
    zh: '{period}{region}{indicator}由{before}改为{after}',
    en: '{indicator} in {region}, {period}, from {before} to {after}',
  },
  noRevisions: {
    zh: '{from}以来没有数据被修订，新到数据{arrived}个。',
    en: 'Since {from} no figure has been revised; {arrived} have arrived.',
  },
  nothing: {
    zh: '{from}以来没有数据被修订，也没有新到数据。',
    en: 'Since {from} no figure has been revised, and none has arrived.',
  },
  moves: {
    zh: '因修订和补报，{count}个等级与当时所报不同：{list}{rest}。',
    en: 'Levels that revisions and late figures have changed: {count}. {list}{rest}.',
  },
  move: { zh: '{region}{period}由{before}变为{after}', en: '{region} in {period}, from {before} to {after}' },
  rest: { zh: '；其余{count}个从略', en: '; {count} more are left out here' },
  noMoves: {
    zh: '修订和补报没有改变窗口期内任何等级。',
    en: 'Revisions and late figures have changed no level within the window.',
  },
  ours: {
    zh: '预警阈值、权重和时限为本系统默认值，文件未作规定，可由使用单位调整。',
    en: 'Thresholds, weights and deadlines are defaults of this system; the document sets none, and the office may change them.',
  },
  byUser: {
    zh: '{all}项规则中，{ours}项的阈值为本系统默认值，其余由使用单位设定或引自公开文献。',
    en: 'Thresholds of {ours} of the {all} rules are defaults of this system; the others were set by the office or are published ones.',
  },
  demonstration: {
    zh: '本简报数据为演示数据，由程序生成，不是任何地区的真实统计。',
    en: 'The figures are invented for demonstration; they are no real statistics of any place.',
  },
});

/** What a reader has to know of the figures themselves. */
export function tellData(t: Teller): Sentence[] {
  return [...tellDemonstration(t), ...tellVintage(t), ...tellCoverage(t), ...tellRevisions(t), ...tellThresholds(t)];
}

function tellDemonstration(t: Teller): Sentence[] {
  return t.facts.demonstration ? [t.tell('data.demonstration', T.demonstration)] : [];
}

function tellVintage(t: Teller): Sentence[] {
  const { asOf, knownOn } = t.facts;
  if (knownOn === null) return [t.tell('data.vintage', T.undated)];
  return [
    t.tell('data.vintage', T.knownOn, { day: t.day(knownOn) }),
    ...(asOf === null ? [] : [t.tell('data.asOf', T.asOf, { asOf: t.day(asOf) })]),
  ];
}

/** Regions without a level are named: they are never counted as normal. */
export function tellCoverage(t: Teller): Sentence[] {
  const { whole, noun } = t.facts;
  const parts = allParts(t.facts);
  const without = parts.filter((part) => isInsufficient(levelNow(part)));
  const all = t.count('count.parts', parts.length);
  const said: Sentence[] = [];
  if (parts.length > 0)
    said.push(
      without.length === 0
        ? t.tell('data.coverage', T.covered, { all, noun: noun[t.lang] })
        : t.tell('data.coverage', T.coverage, {
            all,
            noun: noun[t.lang],
            graded: t.count('count.graded', parts.length - without.length),
            count: t.count('count.insufficient', without.length),
            names: namesInRow(
              without.map((part) => insufficient(t, part)),
              t.lang,
            ),
          }),
    );
  if (whole && whole.derivation.usable.expected > 0) {
    const at = { regionCode: whole.code };
    const { expected, fresh } = whole.derivation.usable;
    said.push(
      t.tell('data.rules', T.rules, {
        region: t.name(whole),
        expected: t.count('rules.expected', expected, at),
        fresh: t.count('rules.fresh', fresh, at),
      }),
    );
  }
  return [...said, ...tellPartial(t)];
}

/** Indicators that the whole has no figure of because some of its parts lack one. */
function tellPartial(t: Teller): Sentence[] {
  const { whole, figures } = t.facts;
  if (!whole) return [];
  const names = figures.flatMap(({ indicatorId, regionCode, partial }) => {
    const indicator = partial && regionCode === whole.code ? t.indicator(indicatorId) : undefined;
    return indicator ? [indicatorWords(indicator, t.lang)] : [];
  });
  if (names.length === 0) return [];
  return [
    t.tell('data.partial', T.partial, {
      region: t.name(whole),
      count: t.count('count.partial', names.length, { regionCode: whole.code }),
      indicators: namesInRow(names, t.lang),
    }),
  ];
}

function insufficient(t: Teller, part: Named): Said {
  const said = t.name(part);
  return t.bound({ key: 'level', value: 255, unit: 'level', said, regionCode: part.code });
}

function tellRevisions(t: Teller): Sentence[] {
  const { revisions } = t.facts;
  if (!revisions) return [];
  const from = t.day(revisions.from);
  const arrived = t.count('revisions.arrived', revisions.arrived);
  if (revisions.revised === 0 && revisions.moves.length === 0)
    return [t.tell('data.revisions', revisions.arrived === 0 ? T.nothing : T.noRevisions, { from, arrived })];
  const list = revisions.changes.flatMap((change) => changeSaid(t, change) ?? []).slice(0, CHANGES);
  const rest = revisions.moves.length - MOVES;
  return [
    t.tell('data.revisions', T.revised, {
      from,
      revised: t.count('revisions.revised', revisions.revised),
      arrived,
      changes: list.length === 0 ? '' : t.say(T.changes, { list: inSeries(list, t.lang) }),
    }),
    revisions.moves.length === 0
      ? t.tell('data.moves', T.noMoves)
      : t.tell('data.moves', T.moves, {
          count: t.count('revisions.moves', revisions.moves.length),
          list: joined(
            revisions.moves.slice(0, MOVES).map((move) => moveSaid(t, move)),
            t.lang === 'zh' ? '；' : '; ',
          ),
          rest: rest > 0 ? t.say(T.rest, { count: t.count('revisions.moves.rest', rest) }) : '',
        }),
  ];
}

function changeSaid(
  t: Teller,
  { regionCode, indicatorId, period, before, after, knownOn }: RevisionFacts['changes'][number],
): Said | null {
  const indicator = t.indicator(indicatorId);
  const region = regionOf(t.facts, regionCode);
  if (!indicator || !region || before === null || after === null) return null;
  // In full: a revision may be smaller than what the shortened words show.
  const decimals = indicator.decimals;
  const exact = valueSaid(before, indicator, t.lang) === valueSaid(after, indicator, t.lang);
  const value = (x: number, key: string): Said =>
    t.bound({
      key: `${key}:${indicatorId}`,
      indicatorId,
      regionCode,
      at: period,
      value: x,
      unit: indicator.unit,
      said: exact ? formatNumber(roundTo(x, decimals), decimals) : valueSaid(x, indicator, t.lang),
      knownOn: spelled(knownOn),
    });
  return t.say(T.change, {
    period: t.period(period),
    region: t.name(region),
    indicator: indicatorWords(indicator, t.lang),
    before: value(before, 'revision.before'),
    after: value(after, 'revision.after'),
  });
}

function moveSaid(t: Teller, { regionCode, period, before, after }: RevisionFacts['moves'][number]): Said {
  const found: Named | undefined =
    regionOf(t.facts, regionCode) ??
    t.facts.ends.find(({ code }) => code === regionCode) ??
    t.facts.rest.find(({ code }) => code === regionCode);
  const region = found ?? { code: regionCode, name: { zh: regionCode, en: regionCode }, short: { zh: '', en: '' } };
  return t.say(T.move, {
    region: t.name(region),
    period: t.period(period),
    before: t.level(region, before, period, 'short'),
    after: t.level(region, after, period, 'short'),
  });
}

function tellThresholds(t: Teller): Sentence[] {
  const { all } = t.facts.rules;
  const ours = all.filter(({ basis }) => basis.kind === 'ours').length;
  if (ours === all.length) return [t.tell('data.thresholds', T.ours)];
  return [
    t.tell('data.thresholds', T.byUser, {
      all: t.count('rules.all', all.length),
      ours: t.count('rules.ours', ours),
    }),
  ];
}
