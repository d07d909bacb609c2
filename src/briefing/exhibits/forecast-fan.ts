import { formatJointMonth, formatNumber, withUnit } from '../../base/format';
import { isFigure, type Measure, type Scale, unitWords } from '../../base/measure';
import type { Indicator } from '../../base/indicators';
import { type Period, seasonOf } from '../../base/period';
import { defineText, type Lang } from '../../base/text';
import type { OutlookAhead } from '../../outlook/outlook';
import { MODEL_NAMES } from '../../outlook/model-names';
import type { BriefingFacts } from '../facts/facts';
import { figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, ForecastFanData, TimeAxis } from './exhibit';
import { fanScale, fanTitle, intervalWords, scaledFigure } from './fan-words';
import { EXHIBIT_TEXT as T } from './text';
import { sourceLine, timeAxis, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{region}{measure}；数据到{last}，预测到{end}；{method}，{widths}',
    en: '{region}, {measure}; figures to {last}, forecast to {end}; {method}, {widths}',
  },
  withUnit: { zh: '{name}，{unit}', en: '{name}, {unit}' },
  plain: { zh: '{name}', en: '{name}' },
  monthly: { zh: '{name}（单月）', en: '{name} (single months)' },
  joint: { zh: '{name}（1—2月合并）', en: '{name} (January and February together)' },
  jointMean: { zh: '{name}（1—2月合并为月均）', en: '{name} (January and February as their monthly mean)' },
  calibrated: { zh: '区间按本序列以往误差校准', en: 'intervals calibrated on past errors of this series' },
  uncalibrated: { zh: '以往误差不足，区间取自模型，未校准', en: 'too few past errors: intervals as the model says' },
  lineOf: { zh: '{level}线', en: 'Line of {level}' },
  expected: { zh: '预测值', en: 'Expected' },
  value: { zh: '实际值', en: 'Actual' },
  low: { zh: '{level}%区间下限', en: '{level}% interval, low' },
  high: { zh: '{level}%区间上限', en: '{level}% interval, high' },
  interval: { zh: '{level}%区间{range}', en: '{level}% interval {range}' },
  lines: { zh: '期末预警线：{lines}。', en: 'Lines at the end: {lines}.' },
  line: { zh: '{level} {value}', en: '{level} {value}' },
  description: {
    zh: '折线与扇形图，{from}至{last}为实际数，最新{value}；{end}预计{mean}，{intervals}。{lines}{gaps}',
    en: 'Line and fan chart; {from} to {last} are actual figures, the last {value}; {end}: {mean} expected, {intervals}. {lines} {gaps}',
  },
});

/** What is expected of an indicator of the whole: of the first one that can be looked ahead, or (`about`) of that one. */
export function forecastFan(facts: BriefingFacts, lang: Lang, about?: string): ExhibitOf<'forecast-fan'> | null {
  const outlook = facts.outlooks.find(
    ({ indicatorId, ahead }) =>
      ahead !== null && ahead.steps.length > 0 && (about === undefined || indicatorId === about),
  );
  const indicator = outlook?.indicatorId == null ? undefined : facts.indicators[outlook.indicatorId];
  if (!outlook?.ahead || !indicator || !facts.whole) return null;
  const w = wordingOf(facts, lang);
  const { ahead } = outlook;
  const end = ahead.steps.at(-1)!;
  const measure: Measure = { unit: indicator.unit, decimals: indicator.decimals, signed: false, base: null };
  const largest = Math.max(...Array.from(ahead.values).filter(isFigure).map(Math.abs), Math.abs(end.mean));
  const scale = fanScale(measure, largest, end.high[0]! - end.low[0]!, lang);
  const joint = outlook.form === 'joint' && facts.frequency === 'month';
  const counted = indicator.kind === 'flow' || indicator.kind === 'cumulative';
  const words = (period: Period): string => (joint ? formatJointMonth(period, lang) : w.period(period));
  const name = w.say(
    outlook.form === 'monthly' ? OWN.monthly : joint ? (counted ? OWN.jointMean : OWN.joint) : OWN.plain,
    {
      name: indicator.name[lang],
    },
  );
  const data = dataOf(ahead, indicator, name, joint, w);
  const last = ahead.first + ahead.values.length - 1;
  const unit = unitWords(indicator.unit, lang);
  return {
    kind: 'forecast-fan',
    id: `forecast-fan:${indicator.id}`,
    title: fanTitle(
      {
        name: indicator.short[lang],
        frequency: facts.frequency,
        ahead: ahead.steps.length,
        mean: end.mean,
        low: end.low[0]!,
        high: end.high[0]!,
        level: ahead.levels[0]!,
        worse: indicator.worse === 'down' ? 'down' : 'up',
        probability: ahead.probability,
        scale,
      },
      lang,
    ),
    subtitle: w.say(OWN.subtitle, {
      // 全国 stands in 全国城镇调查失业率 already.
      region: lang === 'zh' && name.startsWith(facts.whole.name.zh) ? '' : facts.whole.name[lang],
      measure: unit === '' ? name : w.say(OWN.withUnit, { name, unit }),
      last: words(last),
      end: words(last + ahead.steps.length),
      method: MODEL_NAMES[outlook.model][lang],
      widths: w.say(ahead.calibrated ? OWN.calibrated : OWN.uncalibrated),
    }),
    description: descriptionOf(data, scale, words, w),
    source: sourceLine(w, data.lines.length > 0),
    table: tableOf(data, words, w),
    data,
  };
}

const orNull = (value: number | undefined): number | null => (isFigure(value) ? value : null);

function dataOf(ahead: OutlookAhead, indicator: Indicator, name: string, joint: boolean, w: Wording): ForecastFanData {
  const axis = timeAxis(w, ahead.first, ahead.values.length + ahead.steps.length);
  return {
    ...(joint ? jointAxis(axis, w.lang) : axis),
    measure: { name, unit: unitWords(indicator.unit, w.lang), decimals: indicator.decimals },
    ...(joint ? { joint } : {}),
    history: Array.from(ahead.values, orNull),
    steps: ahead.steps.map(({ mean, low, high }) => ({ mean, lower: low, upper: high })),
    intervals: ahead.levels,
    lines: ahead.lines.map(({ level, values }) => ({
      level,
      name: w.headed(w.say(OWN.lineOf, { level: w.numbered(level) })),
      values: values.map(orNull),
    })),
  };
}

/** January stands empty, February for both. */
function jointAxis(axis: TimeAxis, lang: Lang): TimeAxis {
  const labels = axis.labels.map((label, i) => {
    const season = seasonOf('month', axis.first + i);
    return season === 0 ? '' : season === 1 ? formatJointMonth(axis.first + i, lang) : label;
  });
  return { ...axis, labels };
}

function descriptionOf(
  { first, history, steps, intervals, lines, joint = false }: ForecastFanData,
  scale: Scale,
  words: (period: Period) => string,
  w: Wording,
): string {
  const end = steps.at(-1)!;
  const last = first + history.length - 1;
  const said = (value: number): string => withUnit(scaledFigure(value, scale), scale.unit);
  const atEnd = lines.flatMap(({ name, values }) => {
    const value = values.findLast((one) => one !== null);
    return value == null ? [] : [w.say(OWN.line, { level: name, value: said(value) })];
  });
  const january = (i: number): boolean => seasonOf('month', first + i) === 0;
  const gaps = history.filter((value, i) => value === null && !(joint && january(i))).length;
  return w
    .say(OWN.description, {
      from: words(first),
      last: words(last),
      value: said(history.at(-1)!),
      end: words(last + steps.length),
      mean: said(end.mean),
      intervals: w.items(
        intervals.map((level, k) =>
          w.say(OWN.interval, { level, range: intervalWords(end.lower[k]!, end.upper[k]!, scale, w.lang) }),
        ),
      ),
      lines: atEnd.length === 0 ? '' : w.say(OWN.lines, { lines: w.items(atEnd) }),
      gaps: gaps === 0 ? '' : w.say(T.gaps, { count: formatNumber(gaps) }),
    })
    .replace(/ +/g, ' ')
    .trim();
}

/** Newest first: what is expected, then the figures. */
function tableOf(
  { first, history, steps, intervals, lines, measure, joint = false }: ForecastFanData,
  words: (period: Period) => string,
  w: Wording,
): ExhibitTable {
  const { unit, decimals } = measure;
  const shown = steps.flatMap((step, k) => {
    const period = first + history.length + k;
    const skipped = joint && seasonOf('month', period) === 0 && k < steps.length - 1;
    return skipped ? [] : [{ step, period, k }];
  });
  const figures = history.flatMap((value, i) =>
    joint && value === null && seasonOf('month', first + i) === 0 ? [] : [{ value, period: first + i }],
  );
  const none = word('');
  return {
    columns: [
      wordColumn(w.say(T.period)),
      figureColumn(w.say(OWN.value), unit),
      figureColumn(w.say(OWN.expected), unit),
      ...intervals.flatMap((level) => [
        figureColumn(w.say(OWN.low, { level }), unit),
        figureColumn(w.say(OWN.high, { level }), unit),
      ]),
      ...lines.map(({ name }) => figureColumn(name, unit)),
    ],
    rows: [
      ...shown
        .toReversed()
        .map(({ step, period, k }) => [
          word(words(period)),
          none,
          figure(step.mean, decimals),
          ...intervals.flatMap((_, i) => [figure(step.lower[i]!, decimals), figure(step.upper[i]!, decimals)]),
          ...lines.map(({ values }) => figure(values[k] ?? null, decimals)),
        ]),
      ...figures
        .toReversed()
        .map(({ value, period }) => [
          word(words(period)),
          figure(value, decimals),
          none,
          ...intervals.flatMap(() => [none, none]),
          ...lines.map(() => none),
        ]),
    ],
  };
}
