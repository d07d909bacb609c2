import { DEMONSTRATION_MARK } from '../base/demonstration';
import { formatDayWords, formatList, formatMonthRange, formatPeriodWords } from '../base/format';
import { type Frequency, seasonOf, yearOf } from '../base/period';
import { defineText, type Lang, say, type Text } from '../base/text';
import type { BriefingFacts } from './facts/facts';

const T = defineText({
  regular: {
    zh: '{region}失业风险监测预警{report}（{period}）',
    en: '{region}: unemployment-risk monitoring, {report}, {period}',
  },
  special: {
    zh: '关于{region}失业风险情况的专题报告（{period}）',
    en: '{region}: special report on the unemployment risk, {period}',
  },
  flash: { zh: '{region}失业风险预警快报（{period}）', en: '{region}: unemployment-risk flash, {period}' },
  everywhere: { zh: '各地区', en: 'All regions' },
  subtitle: { zh: '{region} · {period}', en: '{region} · {period}' },
  since: { zh: '{from}至{to}', en: '{from} to {to}' },
  source: { zh: '来源：{sources}；{known}', en: 'Source: {sources}; {known}' },
  noSource: { zh: '来源未注明', en: 'not stated' },
  known: { zh: '截至{day}获知的数据', en: 'figures as known on {day}' },
  knownAsOf: { zh: '按{asOf}当日已知的数据', en: 'figures as known on {asOf}' },
  undated: { zh: '数据未注明获知日期', en: 'figures without a day of knowledge' },
  basis: {
    zh: '规则集：{rules}（{rulesVersion}版）；分级方案：{scheme}（{schemeVersion}版）；预案：{plan}（{planVersion}版）；结果指纹：{fingerprint}',
    en: 'Rule set: {rules} (version {rulesVersion}); scheme: {scheme} (version {schemeVersion}); plan: {plan} (version {planVersion}); fingerprint of the result: {fingerprint}',
  },
});

const REPORTS: Readonly<Record<Frequency, Text>> = {
  month: { zh: '月报', en: 'monthly briefing' },
  quarter: { zh: '季报', en: 'quarterly briefing' },
  week: { zh: '周报', en: 'weekly briefing' },
  year: { zh: '年报', en: 'yearly briefing' },
};

export interface Head {
  readonly title: string;
  readonly subtitle: string;
  readonly sourceLine: string;
  readonly basisLine: string;
  readonly demonstration: string;
}

/** Title in official form and the lines that stand below every page. */
export function headOf(facts: BriefingFacts, lang: Lang): Head {
  const region = (facts.whole?.name ?? T.everywhere)[lang];
  const period = periodWords(facts, lang);
  const { ruleSet, scheme, plan } = facts.rules;
  const { kind } = facts.ask;
  const report = REPORTS[kind === 'quarterly' ? 'quarter' : facts.frequency][lang];
  return {
    title: say(kind === 'special' ? T.special : kind === 'flash' ? T.flash : T.regular, lang, {
      region,
      report,
      period,
    }),
    subtitle: say(T.subtitle, lang, { region, period }),
    sourceLine: sourceLine(facts, lang),
    basisLine: say(T.basis, lang, {
      rules: ruleSet.name[lang],
      rulesVersion: ruleSet.version,
      scheme: scheme.name[lang],
      schemeVersion: scheme.version,
      plan: plan.name[lang],
      planVersion: plan.version,
      fingerprint: facts.fingerprint.slice(0, 12),
    }),
    demonstration: facts.demonstration ? DEMONSTRATION_MARK[lang] : '',
  };
}

function sourceLine({ sources, asOf, knownOn }: BriefingFacts, lang: Lang): string {
  const named =
    sources.length === 0
      ? T.noSource[lang]
      : formatList(
          sources.map((source) => source[lang]),
          lang,
        );
  const known =
    knownOn === null
      ? T.undated[lang]
      : asOf === null
        ? say(T.known, lang, { day: formatDayWords(knownOn, lang) })
        : say(T.knownAsOf, lang, { asOf: formatDayWords(asOf, lang) });
  return say(T.source, lang, { sources: named, known });
}

/** The stretch that a briefing is on: a period, a quarter, the time since an episode began. */
function periodWords({ ask, frequency, period, weekEndsOn }: BriefingFacts, lang: Lang): string {
  const words = (at: number): string => formatPeriodWords(frequency, at, lang, weekEndsOn);
  if (ask.kind === 'special' && ask.since !== null && ask.since < period)
    return frequency === 'month'
      ? formatMonthRange(ask.since, period, lang)
      : say(T.since, lang, { from: words(ask.since), to: words(period) });
  if (ask.kind !== 'quarterly' || frequency !== 'month') return words(period);
  const season = seasonOf('month', period);
  if (season % 3 !== 2) return formatMonthRange(period - 2, period, lang);
  const year = yearOf('month', period);
  return formatPeriodWords('quarter', year * 4 + (season - 2) / 3, lang);
}
