import { AGAINST_PREVIOUS, formatChange, formatList, formatNumber, formatSpan } from '../../base/format';
import { INSUFFICIENT, levelName, levelNumeral, levelRank, WARNING_LEVELS } from '../../base/level';
import type { Period } from '../../base/period';
import { say, type Lang } from '../../base/text';
import { unitShort } from '../../base/units';
import type { AssessmentView } from '../../platform/engine-api';
import { valueAt, yearChange } from '../../indicators/change';
import { regionsNoun } from '../../base/region-names';
import { levelAt, periodsAtLevel } from '../../store/view-select';
import { atOrAbove, countLevels } from './counts';
import { OVERVIEW_TEXT as T } from './text';
import type { Watch } from './watch';

/** The first line: the finding in bold, then the sentences that carry it. */
export interface Judgement {
  readonly lead: string;
  readonly sentences: readonly string[];
}

interface Mover {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const NAMED = 3;

/** What a leader should be told first, written from the levels and figures of the period and nothing else. */
export function judgementOf(view: AssessmentView, watch: Watch, period: Period, lang: Lang): Judgement {
  const noun = regionsNoun(view.tree, watch.parts)[lang];
  const movers = moversOf(view, watch.parts, period, lang);
  return {
    lead: leadOf(view, watch, period, lang, noun, movers),
    sentences: [
      ...wholeSentence(view, watch, period, lang),
      ...countSentences(view, watch, period, lang, noun),
      ...fallSentence(movers, lang),
      ...figureSentences(view, period, lang),
    ],
  };
}

function moversOf(view: AssessmentView, regions: readonly number[], period: Period, lang: Lang): readonly Mover[] {
  return regions.flatMap((region) => {
    const from = levelAt(view, region, period - 1);
    const to = levelAt(view, region, period);
    if (from === null || to === null || from === to || from === INSUFFICIENT || to === INSUFFICIENT) return [];
    return [{ name: view.tree.regions[region]!.name[lang], from, to }];
  });
}

/** Who rose, highest level first; else who stands highest; else that all is quiet. */
function leadOf(
  view: AssessmentView,
  watch: Watch,
  period: Period,
  lang: Lang,
  noun: string,
  movers: readonly Mover[],
): string {
  const risen = movers.filter((m) => m.to > m.from).sort((a, b) => b.to - a.to);
  if (risen.length > 0) {
    const levels = [...new Set(risen.map((m) => m.to))].slice(0, 2);
    const clauses = levels.map((level) =>
      say(T.roseTo, lang, {
        names: namesOf(
          risen.filter((m) => m.to === level).map((m) => m.name),
          lang,
        ),
        level: levelName(level)[lang],
      }),
    );
    return sentence(clauses.join(lang === 'zh' ? '，' : ', '), lang);
  }
  const levels = watch.parts.map((region) => levelAt(view, region, period) ?? INSUFFICIENT);
  const worst = levels.reduce((a, b) => (levelRank(b) > levelRank(a) ? b : a), INSUFFICIENT);
  if (worst === INSUFFICIENT) return sentence(say(T.allInsufficient, lang, { noun }), lang);
  if (worst === 0) {
    const judged = levels.filter((l) => l !== INSUFFICIENT).length;
    const count = formatNumber(levels.length);
    const unknown = formatNumber(levels.length - judged);
    const key = judged < levels.length ? T.judgedQuiet : T.allQuiet;
    return sentence(say(key, lang, { count, noun, judged: formatNumber(judged), unknown }), lang);
  }
  const names = watch.parts.filter((_, i) => levels[i] === worst).map((r) => view.tree.regions[r]!.name[lang]);
  return sentence(say(T.noneRose, lang, { noun, names: namesOf(names, lang), level: levelName(worst)[lang] }), lang);
}

function wholeSentence(view: AssessmentView, watch: Watch, period: Period, lang: Lang): readonly string[] {
  if (watch.whole === null) return [];
  const level = levelAt(view, watch.whole, period)!;
  const before = levelAt(view, watch.whole, period - 1);
  const span = formatSpan(view.frequency, periodsAtLevel(view, watch.whole, period), lang);
  const params = {
    whole: view.tree.regions[watch.whole]!.name[lang],
    level: levelName(level)[lang],
    before: before === null ? '' : levelName(before)[lang],
    span,
  };
  const changed = before !== null && before !== level;
  return [sentence(say(changed ? T.wholeChanged : T.wholeStays, lang, params), lang)];
}

function countSentences(
  view: AssessmentView,
  watch: Watch,
  period: Period,
  lang: Lang,
  noun: string,
): readonly string[] {
  const counts = countLevels(view, watch.parts, period);
  const parts = WARNING_LEVELS.toReversed()
    .filter((level) => counts.at[level] > 0)
    .map((level) => say(T.countAt, lang, { level: levelNumeral(level), count: formatNumber(counts.at[level]) }));
  if (counts.at[0] > 0) parts.push(say(T.countNormal, lang, { count: formatNumber(counts.at[0]) }));
  if (counts.insufficient > 0) {
    parts.push(say(T.countInsufficient, lang, { count: formatNumber(counts.insufficient) }));
  }
  const list = parts.join(lang === 'zh' ? '、' : ', ');
  const first = sentence(say(T.counts, lang, { count: formatNumber(watch.parts.length), noun, list }), lang);
  if (period === view.first) return [first];
  const before = countLevels(view, watch.parts, period - 1);
  const change = atOrAbove(counts, 3) - atOrAbove(before, 3);
  const against = AGAINST_PREVIOUS[view.frequency][lang];
  const params = { count: formatNumber(atOrAbove(counts, 3)), change: formatNumber(Math.abs(change)), against };
  const key = change > 0 ? T.orangeMore : change < 0 ? T.orangeFewer : T.orangeSame;
  return [first, sentence(say(key, lang, params), lang)];
}

function fallSentence(movers: readonly Mover[], lang: Lang): readonly string[] {
  const fallen = movers.filter((m) => m.to < m.from).sort((a, b) => b.from - a.from);
  if (fallen.length === 0) return [];
  const clauses = fallen
    .slice(0, NAMED)
    .map((m) => say(T.fellTo, lang, { name: m.name, level: levelName(m.to)[lang] }));
  if (fallen.length > NAMED) clauses.push(say(T.moreFell, lang, { count: formatNumber(fallen.length - NAMED) }));
  return [sentence(clauses.join(lang === 'zh' ? '，' : ', '), lang)];
}

/** New claims against the year before, and how long openings have been short of seekers. */
function figureSentences(view: AssessmentView, period: Period, lang: Lang): readonly string[] {
  const words: string[] = [];
  const claims = view.headline.find((s) => s.indicatorId === 'new_benefit_claims');
  const claimsIndicator = view.catalogue.byId.get('new_benefit_claims');
  if (claims && claimsIndicator && Number.isFinite(valueAt(claims, period))) {
    const change = yearChange(view.frequency, claims, claimsIndicator, period);
    words.push(
      say(change ? (change.joint ? T.claimsJoint : T.claims) : T.claimsAlone, lang, {
        name: claimsIndicator.name[lang],
        value: formatNumber(valueAt(claims, period)),
        unit: unitShort(claimsIndicator.unit)[lang],
        change: change ? formatChange(change.value, 'percent', lang) : '',
      }),
    );
  }
  const ratio = view.headline.find((s) => s.indicatorId === 'openings_to_seekers');
  const now = ratio ? valueAt(ratio, period) : Number.NaN;
  if (ratio && Number.isFinite(now)) {
    let run = 0;
    for (let p = period; p >= ratio.first; p--) {
      const v = valueAt(ratio, p);
      // A period without a figure of its own neither breaks nor makes the run.
      if (Number.isFinite(v) && v < 1 !== now < 1) break;
      run++;
    }
    words.push(
      say(now < 1 ? T.ratioShort : T.ratioEnough, lang, {
        value: formatNumber(now, 2),
        span: formatSpan(view.frequency, run, lang),
      }),
    );
  }
  return words.length === 0 ? [] : [sentence(words.join(lang === 'zh' ? '；' : '; '), lang)];
}

function namesOf(names: readonly string[], lang: Lang): string {
  if (names.length <= NAMED + 1) return formatList(names, lang);
  return say(T.namesAndMore, lang, {
    names: formatList(names.slice(0, NAMED), lang),
    count: formatNumber(names.length),
  });
}

function sentence(words: string, lang: Lang): string {
  return lang === 'zh' ? `${words}。` : `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}
