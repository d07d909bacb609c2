import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { figureSaid } from './figure-words';
import { lastingSaid } from './ground';
import { joined, namesInRow, type Part, type Said } from './said';
import {
  aYear,
  isInsufficient,
  levelBack,
  levelNow,
  type Named,
  type Teller,
  tight,
  warns,
  within,
  worstFirst,
} from './teller';

const T = defineText({
  level: {
    zh: '{period}，{region}失业风险总体等级为{level}，{lasting}。',
    en: 'In {period} the unemployment risk in {region} as a whole {stands}{level}, {lasting}.',
  },
  standsAt: { zh: '', en: 'stands at ' },
  is: { zh: '', en: 'is ' },
  insufficient: {
    zh: '{period}，{region}数据不足，不能判定总体等级：应有{expected}项规则出结果，有本期数据的{fresh}项，判定正常至少需要{needed}项。',
    en: 'In {period} the data of {region} do not suffice for a level of the whole (rules due: {expected}; with a figure for this period: {fresh}; needed to say normal: {needed}).',
  },
  ruleless: {
    zh: '{period}，{region}没有应出结果的规则，不能判定总体等级。',
    en: 'In {period} no rule is due for the figures of {region}: it has no level as a whole.',
  },
  counts: { zh: '{all}个{noun}中，{levels}。', en: '{all} {noun}: {levels}.' },
  atLevel: { zh: '{level}{count}个（{names}）', en: '{count} at {level} ({names})' },
  normal: { zh: '{level}{count}个', en: '{count} {level}' },
  insufficientParts: { zh: '{level}{count}个（{names}）', en: '{count} with {level} ({names})' },
  compared: {
    zh: '处于预警等级的{noun}共{now}个，{previous}{year}。',
    en: 'At a warning level: {now} of {all} {noun}, {previous}{year}.',
  },
  noneWarned: {
    zh: '没有{noun}处于预警等级，{previous}{year}。',
    en: 'None of the {all} {noun} at a warning level, {previous}{year}.',
  },
  more: { zh: '比{past}增加{by}个', en: '{by} more than {past}' },
  fewer: { zh: '比{past}减少{by}个', en: '{by} fewer than {past}' },
  same: { zh: '与{past}持平', en: 'as many as {past}' },
  and: { zh: '，', en: ', ' },
  ends: {
    zh: '{all}个{noun}中，处于预警等级的{now}个，{previous}{year}。',
    en: 'One layer down, at a warning level: {now} of {all} {noun}, {previous}{year}.',
  },
  noEnds: {
    zh: '{all}个{noun}均未处于预警等级，{previous}{year}。',
    en: 'One layer down, none of the {all} {noun} at a warning level, {previous}{year}.',
  },
  endsUnknown: {
    zh: '{all}个{noun}均数据不足，不能判定等级。',
    en: 'One layer down, none of the {all} {noun} has enough data for a level.',
  },
  index: {
    zh: '{region}综合风险指数为{index}（数值越高风险越大），{change}。',
    en: 'The composite risk index of {region} is {index} (higher is worse), {change}.',
  },
  up: { zh: '比{past}上升{by}', en: '{by} higher than {past}' },
  down: { zh: '比{past}下降{by}', en: '{by} lower than {past}' },
  flat: { zh: '与{past}持平', en: 'the same as {past}' },
  noBase: { zh: '{past}无可比数值', en: 'with no figure {past} to compare it with' },
  figure: { zh: '{said}。', en: '{said}.' },
});

/** The judgement in one sentence. */
export function tellLevel(t: Teller): Sentence[] {
  const { whole } = t.facts;
  if (!whole) return [];
  const { derivation } = whole;
  const at = { regionCode: whole.code };
  const parts = { period: t.period(t.facts.period), region: whole.name[t.lang] };
  if (isInsufficient(levelNow(whole))) {
    const { expected, fresh, needed } = derivation.usable;
    if (expected === 0) return [t.tell('overall.level', T.ruleless, parts)];
    return [
      t.tell('overall.level', T.insufficient, {
        ...parts,
        expected: t.count('rules.expected', expected, at),
        fresh: t.count('rules.fresh', fresh, at),
        needed: t.count('rules.needed', needed, at),
      }),
    ];
  }
  const said = t.tell('overall.level', T.level, {
    ...parts,
    stands: T[levelNow(whole) === 0 ? 'is' : 'standsAt'][t.lang],
    level: t.level(whole, levelNow(whole), t.facts.period),
    lasting: lastingSaid(t, whole),
  });
  return [said];
}

/** How many parts stand at each level, by name where they warn, and against the period before and the year before. */
export function tellCounts(t: Teller): Sentence[] {
  const { noun } = t.facts;
  const parts = allParts(t.facts);
  if (parts.length === 0) return [];
  const levels = [4, 3, 2, 1, 0, 255].flatMap((byte): Part[] => {
    const members = worstFirst(parts.filter((part) => levelNow(part) === byte));
    if (members.length === 0) return [];
    const level = levelName(t, byte);
    const count = t.count(byte === 255 ? 'count.insufficient' : `count.level${byte}`, members.length);
    if (byte === 0) return [t.say(T.normal, { level, count })];
    const names = namesInRow(
      members.map((part) => nameSaid(t, part, byte)),
      t.lang,
    );
    return [t.say(byte === 255 ? T.insufficientParts : T.atLevel, { level, count, names })];
  });
  const counts = t.tell('overall.counts', T.counts, {
    all: t.count('count.parts', parts.length),
    noun: noun[t.lang],
    levels: joined(levels, t.lang === 'zh' ? '，' : ', '),
  });
  // Without a level nothing is at a warning level, and nothing is normal.
  if (parts.every((part) => isInsufficient(levelNow(part)))) return [counts];
  const none = !parts.some((part) => warns(levelNow(part)));
  const compared = t.tell('overall.compared', none ? T.noneWarned : T.compared, {
    all: t.count('count.parts', parts.length),
    noun: noun[t.lang],
    ...against(t, parts, 'count.warned'),
  });
  return [counts, compared];
}

/** The name of a part, bound to the level at which it stands. */
function nameSaid(t: Teller, part: Named, byte: number): Said {
  const name = t.name(part);
  return {
    text: name,
    figures: t.bound({ key: 'level', value: byte, unit: 'level', said: name, regionCode: part.code }).figures,
  };
}

function levelName(t: Teller, byte: number): string {
  const words = (warns(byte) ? t.levels.inline(byte) : t.levels.full(byte))[t.lang];
  return t.lang === 'zh' ? tight(words) : within(words);
}

/** Regions at a warning level now, against the period before and the year before. */
function against(t: Teller, regions: readonly { readonly levels: readonly number[] }[], key: string) {
  const warnedAt = (back: number): number | null =>
    regions.every((r) => levelBack(r, back) === null || isInsufficient(levelBack(r, back)!))
      ? null
      : regions.filter((r) => warns(levelBack(r, back) ?? 0)).length;
  const now = warnedAt(0) ?? 0;
  const compare = (back: number): Said | null => {
    const before = warnedAt(back);
    if (before === null) return null;
    const by = now - before;
    const words = { past: t.past(back), by: t.count(`${key}.change${back}`, Math.abs(by)) };
    return by === 0 ? t.say(T.same, { past: words.past }) : t.say(by > 0 ? T.more : T.fewer, words);
  };
  const previous = compare(t.step);
  const year = t.step === aYear(t) ? null : compare(aYear(t));
  return {
    now: t.count(key, now),
    previous: previous ?? t.say(T.noBase, { past: t.past(t.step) }),
    year: year ? joined([T.and[t.lang], year], '') : '',
  };
}

/** Regions at the ends of the tree, where these are not the parts themselves. */
export function tellEnds(t: Teller): Sentence[] {
  const { ends, endsNoun } = t.facts;
  if (ends.length === 0) return [];
  if (ends.every((end) => isInsufficient(levelNow(end)))) {
    const words = { all: t.count('count.ends', ends.length), noun: endsNoun[t.lang] };
    return [t.tell('overall.ends', T.endsUnknown, words)];
  }
  return [
    t.tell('overall.ends', ends.some((end) => warns(levelNow(end))) ? T.ends : T.noEnds, {
      all: t.count('count.ends', ends.length),
      noun: endsNoun[t.lang],
      ...against(t, ends, 'count.endsWarned'),
    }),
  ];
}

/** The composite index of the whole against the period before. */
export function tellIndex(t: Teller): Sentence[] {
  const { whole } = t.facts;
  const now = whole?.index.at(-1);
  if (!whole || now === null || now === undefined) return [];
  return [t.tell('overall.index', T.index, indexParts(t, whole, now))];
}

export function indexParts(t: Teller, region: RegionFacts, now: number) {
  const before = region.index[region.index.length - 1 - t.step] ?? null;
  const past = t.past(t.step);
  const by = before === null ? null : round1(now - before);
  const figure = (key: string, value: number): Said =>
    t.bound({ key, value, unit: 'index', said: value.toFixed(1), regionCode: region.code });
  const change =
    by === null
      ? t.say(T.noBase, { past })
      : by === 0
        ? t.say(T.flat, { past })
        : t.say(by > 0 ? T.up : T.down, { past, by: figure('index.change', Math.abs(by)) });
  return {
    region: t.name(region),
    index: figure('index', round1(now)),
    change,
  };
}

const round1 = (value: number): number => Math.round(value * 10) / 10;

/** Indicators that are told of the whole, where it has them: the floor of clause 1.1, then benefits and the market. */
const HEADLINES = [
  'surveyed_unemployment_rate',
  'registered_unemployment_rate',
  'unemployment_rate',
  'unemployment_rate_sa',
  'unemployment_rate_nsa',
  'new_urban_jobs',
  'benefit_recipients',
  'new_benefit_claims',
];

/** Main figures of a region, one sentence each; where it has none of the usual ones, the first that it has. */
export function tellFigures(
  t: Teller,
  region: RegionFacts | null,
  scope: string,
  ids = HEADLINES,
  most = 3,
): Sentence[] {
  if (!region) return [];
  const told = (list: readonly string[]): Sentence[] =>
    list
      .flatMap((id) => {
        const said = figureSaid(t, region, id);
        return said ? [t.tell(`${scope}.figure.${id}`, T.figure, { said })] : [];
      })
      .slice(0, most);
  const usual = told(ids);
  if (usual.length > 0 || ids !== HEADLINES) return usual;
  return told(t.facts.figures.flatMap((f) => (f.regionCode === region.code ? f.indicatorId : [])));
}
