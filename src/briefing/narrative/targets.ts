import { formatNumber, roundTo } from '../../base/format';
import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { IndicatorFacts } from '../facts/facts';
import { indicatorWords, periodOf, valueOf, valueSaid } from './figure-words';
import { inRow, type Said } from './said';
import { spelled, type Named, type Teller } from './teller';

const NAMED = 4;

const T = defineText({
  progress: {
    zh: '{period}，{region}{indicator}{value}，完成年度目标{goal}的{share}，{gap}。',
    en: '{indicator} in {region}, {period}: {value}, {share} of the year’s target of {goal}, {gap}.',
  },
  ahead: { zh: '超出时序进度（{due}）{by}', en: '{by} ahead of what is due by the calendar ({due})' },
  behind: { zh: '落后时序进度（{due}）{by}', en: '{by} behind what is due by the calendar ({due})' },
  on: { zh: '与时序进度（{due}）持平', en: 'what is due by the calendar ({due})' },
  usual: {
    zh: '往年同期，{indicator}平均完成年度目标的{usual}。',
    en: 'In past years, on average, {usual} of the year’s target of {indicator} was reached by this time.',
  },
  partsBehind: {
    zh: '{indicator}落后时序进度的{noun}{count}个：{list}{rest}。',
    en: '{indicator}, behind schedule: {count} of the {noun}: {list}{rest}.',
  },
  partsOn: {
    zh: '{all}个{noun}的{indicator}均达到时序进度。',
    en: '{indicator}: all {all} {noun} are on schedule.',
  },
  rest: { zh: '；其余{count}个从略', en: '; {count} more are left out here' },
  one: { zh: '{region}（落后{by}）', en: '{region} ({by} behind)' },
});

export function targetIds(t: Teller): readonly string[] {
  return [...new Set(t.facts.figures.filter(({ target }) => target !== null).map(({ indicatorId }) => indicatorId))];
}

/** Progress against the year's targets: of the whole for each indicator, of the parts for the first one. */
export function tellTargets(t: Teller): Sentence[] {
  const ids = targetIds(t);
  const { whole } = t.facts;
  const ofWhole = whole ? ids.flatMap((id) => tellProgress(t, whole, id)) : [];
  return [...ofWhole, ...(ids[0] === undefined ? [] : tellParts(t, ids[0]))];
}

function pointsSaid(t: Teller, figure: IndicatorFacts, key: string, value: number): Said {
  const words = t.lang === 'zh' ? '个百分点' : ' percentage points';
  return boundTo(t, figure, key, value, 'points', formatNumber(Math.abs(value), 1) + words);
}

function boundTo(t: Teller, figure: IndicatorFacts, key: string, value: number, unit: string, said: string): Said {
  const at = figure.at ?? t.facts.period;
  const spelt = t.count('', 0, { at }).figures[0]!.period;
  return t.bound({
    key: `${figure.indicatorId}@${figure.regionCode}@${spelt}:${key}`,
    indicatorId: figure.indicatorId,
    regionCode: figure.regionCode,
    at,
    value,
    unit,
    said,
    knownOn: spelled(figure.knownOn),
  });
}

/** Points ahead of what is due by the calendar, as they are shown. */
function gapOf({ target }: IndicatorFacts): number | null {
  return target ? roundTo(target.share - target.due, 1) : null;
}

function tellProgress(t: Teller, region: Named, id: string): Sentence[] {
  const figure = t.figure(id, region.code);
  const indicator = t.indicator(id);
  if (!figure?.target || !indicator) return [];
  const value = valueOf(t, figure, indicator);
  const gap = gapOf(figure);
  if (!value || gap === null) return [];
  const { share, due, usual, goal } = figure.target;
  const percent = (key: string, x: number): Said => boundTo(t, figure, key, x, 'percent', `${formatNumber(x, 1)}%`);
  const name = indicatorWords(indicator, t.lang);
  return [
    t.tell(`targets.${id}`, T.progress, {
      period: periodOf(t, figure, indicator),
      region: t.name(region),
      indicator: name,
      value,
      goal: boundTo(t, figure, 'target', goal, indicator.unit, valueSaid(goal, indicator, t.lang)),
      share: percent('share', share),
      gap: t.say(gap === 0 ? T.on : gap > 0 ? T.ahead : T.behind, {
        due: percent('due', due),
        by: pointsSaid(t, figure, 'gap', gap),
      }),
    }),
    ...(usual === null
      ? []
      : [t.tell(`targets.${id}.usual`, T.usual, { indicator: name, usual: percent('usual', usual) })]),
  ];
}

function tellParts(t: Teller, id: string): Sentence[] {
  const indicator = t.indicator(id);
  const known = t.facts.parts.flatMap((region) => {
    const figure = t.figure(id, region.code);
    const gap = figure ? gapOf(figure) : null;
    return figure && gap !== null ? [{ region, figure, gap }] : [];
  });
  if (!indicator || known.length < 2) return [];
  const behind = known.filter(({ gap }) => gap < 0).toSorted((a, b) => a.gap - b.gap);
  const words = { indicator: indicatorWords(indicator, t.lang), noun: t.facts.noun[t.lang] };
  if (behind.length === 0)
    return [t.tell(`targets.${id}.parts`, T.partsOn, { ...words, all: t.count('count.targets', known.length) })];
  const rest = behind.length - NAMED;
  return [
    t.tell(`targets.${id}.parts`, T.partsBehind, {
      ...words,
      count: t.count('count.behind', behind.length),
      list: inRow(
        behind
          .slice(0, NAMED)
          .map(({ region, figure, gap }) =>
            t.say(T.one, { region: t.name(region), by: pointsSaid(t, figure, 'gap', gap) }),
          ),
        t.lang,
      ),
      rest: rest > 0 ? t.say(T.rest, { count: t.count('count.behind.rest', rest) }) : '',
    }),
  ];
}
