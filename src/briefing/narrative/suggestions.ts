import { defineText, type Lang, say, type Text } from '../../base/text';
import { deadlineWords, STEP_NAMES } from '../../response/plan-words';
import type { ProposedMeasure } from '../../response/plan';
import { chineseNumeral } from '../numbering';
import type { Sentence } from '../briefing';
import type { BriefingFacts, RegionFacts } from '../facts/facts';
import { regionOf } from '../facts/find';
import { inRow, inSeries, joined, namesInRow, type Said } from './said';
import { levelNow, type Teller, tight, within, worstFirst } from './teller';

/** Regions that get suggestions of their own, and measures and signals in each; defaults of ours. */
const REGIONS = 2;
const MEASURES = 4;
const SIGNALS = 2;

const T = defineText({
  duty: {
    zh: '{region}（{level}）：由{responds}负责响应，由{reviews}组织预案评审；报告对象：{reportsTo}。',
    en: '{region} ({level}): who responds: {responds}; who reviews the plan: {reviews}; report to: {reportsTo}.',
  },
  deadlines: {
    zh: '{region}各环节时限：{steps}（均为本系统默认值，文件未作规定）。',
    en: 'Deadlines for {region}: {steps} (defaults of this system; the document sets none).',
  },
  step: { zh: '{step}{within}内', en: '{step} within {within}' },
  measures: {
    zh: '按预案规则匹配，建议{region}研究采取：{list}。',
    en: 'By the rules of the plan, measures for {region} to consider: {list}.',
  },
  measure: {
    zh: '{name}（{clause}{answers}{decision}，{lead}牵头）',
    en: '{name} ({clause}{answers}{decision}; lead: {lead})',
  },
  answers: { zh: '，对应{signals}', en: ', answers {signals}' },
  byDecision: { zh: '，须由自治区决定后启动', en: ', only by a decision of the higher government' },
  clause: { zh: '第{clause}条', en: 'clause {clause}' },
  signal: { zh: '{indicator}{level}', en: '{indicator} {level}' },
  others: {
    zh: '其余{count}个预警地区按所处等级的响应要求办理：{names}。',
    en: 'The other regions at a warning level follow the duties of theirs: {count} ({names}).',
  },
  none: {
    zh: '没有地区处于预警等级，预案不要求启动响应；按常规开展监测。',
    en: 'No region is at a warning level: the plan asks for no response, and monitoring goes on as usual.',
  },
  unsure: {
    zh: '数据不足的{count}个地区不能判定等级，建议先补报数据：{names}。',
    en: 'Regions without enough data for a level ({count}) should first supply their figures: {names}.',
  },
  ruleless: {
    zh: '没有应出结果的规则、不能判定等级的{count}个地区：{names}。',
    en: 'Regions that no rule is due for, and that have no level: {count} ({names}).',
  },
  label: {
    zh: '以上建议由规则自动匹配生成，供研究参考，不代表决定。',
    en: 'These suggestions are matched by rules, for people to consider; they decide nothing.',
  },
});

/** How points of a list are counted in a Chinese paper. */
const ORDER: Readonly<Record<Lang, readonly string[]>> = { zh: ['一是', '二是', '三是', '四是'], en: [] };

/** 第四（八）条 · clause 4.8 */
export function clauseSaid({ lang }: Pick<Teller, 'lang'>, clause: string): string {
  const parts = /^(\d+)\.(\d+)$/.exec(clause);
  const spelt =
    lang === 'en' || !parts ? clause : `${chineseNumeral(Number(parts[1]))}（${chineseNumeral(Number(parts[2]))}）`;
  return say(T.clause, lang, { clause: spelt });
}

type Proposal = BriefingFacts['proposals'][number];

/** What the plan asks for and its rules propose: who responds, by when, which measures with their clauses. */
export function tellSuggestions(t: Teller): Sentence[] {
  const { proposals } = t.facts;
  const { whole } = t.facts;
  const all = proposals.flatMap(({ regionCode }) => regionOf(t.facts, regionCode) ?? []);
  const found = worstFirst(all.filter(({ code }) => code !== whole?.code));
  const unsure = (t.facts.parts.length === 0 ? t.regions : t.facts.parts).filter((part) => levelNow(part) > 4);
  const due = (part: RegionFacts): boolean => part.derivation.usable.expected > 0;
  const unsureSaid = [
    ...tellUnsure(t, 'suggestions.unsure', T.unsure, unsure.filter(due)),
    ...tellUnsure(
      t,
      'suggestions.ruleless',
      T.ruleless,
      unsure.filter((part) => !due(part)),
    ),
  ];
  if (all.length === 0)
    return [...(t.regions.some((r) => levelNow(r) <= 4) ? [t.tell('suggestions.none', T.none)] : []), ...unsureSaid];
  const rest = found.slice(REGIONS);
  const responseOf = (region: RegionFacts): Proposal => proposals.find((p) => p.regionCode === region.code)!;
  return [
    ...(whole && all.includes(whole) ? tellProposal(t, whole, responseOf(whole)).slice(0, inFull(t)) : []),
    ...found.slice(0, REGIONS).flatMap((region) => tellProposal(t, region, responseOf(region))),
    ...(rest.length === 0
      ? []
      : [
          t.tell('suggestions.others', T.others, {
            count: t.count('count.otherProposals', rest.length),
            names: namesInRow(
              rest.map((region) => named(t, region)),
              t.lang,
            ),
          }),
        ]),
    ...unsureSaid,
    t.tell('suggestions.label', T.label),
  ];
}

/** Regions without a level, by the reason for it. */
function tellUnsure(t: Teller, id: string, text: Text, regions: readonly RegionFacts[]): Sentence[] {
  if (regions.length === 0) return [];
  const key = id === 'suggestions.unsure' ? 'count.unsure' : 'count.ruleless';
  const names = regions.map((region) => named(t, region));
  return [t.tell(id, text, { count: t.count(key, regions.length), names: namesInRow(names, t.lang) })];
}

/** Of the whole the duty alone, unless it is what a special report is about. */
function inFull({ facts }: Teller): number {
  return facts.ask.kind === 'special' ? 3 : 1;
}

/** The name of a region, bound to its level. */
function named(t: Teller, region: RegionFacts): Said {
  const name = t.name(region);
  const { figures } = t.level(region, levelNow(region), t.facts.period);
  return { text: name, figures: figures.map((figure) => ({ ...figure, said: name })) };
}

function tellProposal(t: Teller, region: RegionFacts, { response }: Proposal): Sentence[] {
  const { duty, deadlines, measures, level } = response;
  const scope = `suggestions.${region.code}`;
  const at = { regionCode: region.code };
  const name = t.name(region);
  const steps = deadlines.map((deadline) => {
    const words = deadlineWords(deadline)[t.lang];
    const step = STEP_NAMES[deadline.step][t.lang];
    return t.say(T.step, {
      step: t.lang === 'zh' ? step : within(step),
      within: t.bound({
        key: `deadline.${deadline.step}:${level}`,
        ...at,
        value: deadline.amount,
        unit: deadline.unit,
        said: words,
      }),
    });
  });
  return [
    t.tell(`${scope}.duty`, T.duty, {
      region: name,
      level: t.level(region, level, t.facts.period, 'short'),
      responds: duty.responds[t.lang],
      reviews: duty.reviews[t.lang],
      reportsTo: duty.reportsTo[t.lang],
    }),
    ...(steps.length === 0
      ? []
      : [
          t.tell(`${scope}.deadlines`, T.deadlines, {
            region: name,
            steps: joined(steps, t.lang === 'zh' ? '、' : ', '),
          }),
        ]),
    ...(measures.length === 0
      ? []
      : [
          t.tell(`${scope}.measures`, T.measures, {
            region: name,
            list: inSeries(
              measures
                .slice(0, MEASURES)
                .map((measure, i) => joined([ORDER[t.lang][i] ?? '', measureSaid(t, region, measure)], '')),
              t.lang,
            ),
          }),
        ]),
  ];
}

function measureSaid(t: Teller, region: RegionFacts, { measure, answers, opening }: ProposedMeasure): Said {
  const seen = new Set<string>();
  const signals = answers
    .filter(({ indicatorId }) => !seen.has(indicatorId) && seen.add(indicatorId))
    .slice(0, SIGNALS);
  const signalWords = signals.map(({ ruleId, indicatorId, level }) => {
    const indicator = t.indicator(indicatorId);
    const inline = t.levels.inline(level)[t.lang];
    return t.say(T.signal, {
      indicator: indicator ? (t.lang === 'zh' ? indicator.short.zh : within(indicator.short.en)) : indicatorId,
      level: t.bound({
        key: `signal:${ruleId}`,
        indicatorId,
        regionCode: region.code,
        value: level,
        unit: 'level',
        said: t.lang === 'zh' ? tight(inline) : inline,
      }),
    });
  });
  return t.say(T.measure, {
    name: t.numbersIn(measure.name[t.lang], `name.${measure.id}`, { regionCode: region.code }),
    clause: clauseSaid(t, measure.clause),
    answers: signalWords.length === 0 ? '' : t.say(T.answers, { signals: inRow(signalWords, t.lang) }),
    decision: opening === 'by-decision' ? T.byDecision[t.lang] : '',
    lead: t.facts.rules.departments[measure.lead]?.[t.lang] ?? measure.lead,
  });
}
