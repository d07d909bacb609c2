import { formatNumber, formatSpan, NO_FIGURE, withUnit } from '../base/format';
import { levelNumeral, type WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import { fanScale, fanTitle, intervalWords, RANGE_TO, scaledFigure } from '../briefing/exhibits/fan-words';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import { isFigure, type Measure, type Scale, scaleFor } from '../base/measure';
import { periodWords, type Span } from './indicator-words';
import type { ChartTheme } from './theme';
import { thresholdScale } from './threshold-scale';

/** One indicator of a region: its last figures, and what is expected of the periods after them. */
export interface ForecastFanInput {
  readonly name: string;
  /** Name in full, treatment; the unit is added. */
  readonly measureWords: string;
  readonly measure: Measure;
  readonly worse: 'up' | 'down';
  /** The figures; the last of them is the one that the forecast goes on from. NaN = gap. */
  readonly span: Span;
  readonly values: ArrayLike<number>;
  /** In percent, two of them, the narrower first. */
  readonly levels: readonly number[];
  readonly steps: readonly {
    readonly mean: number;
    readonly low: readonly number[];
    readonly high: readonly number[];
  }[];
  /** That it gets worse than all of the last year (0–1); NaN = not known. */
  readonly probability: number;
  /** What the value has to reach at each step, lowest level first; NaN = not known. */
  readonly lines: readonly { readonly level: WarningLevel; readonly values: readonly number[] }[];
  /** Method, day of the data and whether the widths come from past errors, for the subtitle. */
  readonly method: string;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

export const FAN_TEXT = defineText({
  measure: { zh: '{measure}，{unit}', en: '{measure}, {unit}' },
  until: { zh: '数据到{last}，预测到{end}', en: 'figures to {last}, forecast to {end}' },
  description: {
    zh: '折线与扇形图，{from}至{last}为实际数，最新{value}。{title}。期末{intervals}。{lines}{subtitle}。',
    en: 'Line and fan chart; {from} to {last} are actual figures, the last {value}. {title}. At the end: {intervals}. {lines}{subtitle}.',
  },
  interval: { zh: '{level}% 区间 {range}', en: '{level}% interval {range}' },
  linesAre: { zh: '期末预警线：{lines}。', en: 'Warning lines at the end: {lines}. ' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '实际值', en: 'Actual' },
  expected: { zh: '预测值', en: 'Expected' },
  intervalOf: { zh: '{level}% 区间', en: '{level}% interval' },
  lineOf: { zh: '{level} 级线', en: 'Line of level {level}' },
  now: { zh: '最新数据', en: 'last figure' },
  ahead: { zh: '{span}后', en: '{span} ahead' },
});

const T = FAN_TEXT;

/** What a drawing and its words have in common. */
export interface Fan extends ForecastFanInput {
  readonly last: Period;
  /** Places of the steps that are shown: a joint January only where February is not there. */
  readonly shown: readonly number[];
  readonly scale: Scale;
  readonly figure: (value: number | null | undefined) => string;
  readonly words: (period: Period) => string;
}

export function fanOf(input: ForecastFanInput): Fan {
  const { span, steps, lang } = input;
  const last = span.first + span.count - 1;
  const isJanuary = (period: Period): boolean => span.joint && span.frequency === 'month' && period % 12 === 0;
  const shown = steps.flatMap((_, k) => (isJanuary(last + k + 1) && k < steps.length - 1 ? [] : [k]));
  const largest = Math.max(...Array.from(input.values).filter(isFigure).map(Math.abs), Math.abs(steps.at(-1)!.mean));
  const scale = fanScale(input.measure, largest, steps.at(-1)!.high[0]! - steps.at(-1)!.low[0]!, lang);
  return {
    ...input,
    last,
    shown,
    scale,
    figure: (value) => (isFigure(value) ? scaledFigure(value, scale) : NO_FIGURE),
    words: (period) => periodWords(span, period, lang),
  };
}

export const lastValue = ({ values, span }: Pick<Fan, 'values' | 'span'>): number => values[span.count - 1]!;
const lastOf = (values: readonly number[]): number => values.findLast(isFigure) ?? Number.NaN;

/** Of the lines those that a figure or an interval reaches, and the next: one far off would flatten the fan. */
export function linesShown(fan: Fan): Fan['lines'] {
  const ends = [1, 2, 3, 4].map((level) => {
    const line = fan.lines.find((l) => l.level === level);
    return line ? lastOf(line.values) : null;
  });
  const scale = thresholdScale(figuresOf(fan), ends, fan.worse);
  return fan.lines.filter((line) => scale?.lines.some((l) => l.level === line.level));
}

function figuresOf({ values, steps }: Fan): number[] {
  return [...Array.from(values), ...steps.flatMap((s) => [s.mean, ...s.low, ...s.high])].filter(isFigure);
}

/** Title, subtitle and what a sighted reader sees. */
export function fanWords(fan: Fan): Pick<ChartModel, 'title' | 'subtitle' | 'description'> {
  const { lang, span, steps, levels, measureWords, words, last, figure } = fan;
  const end = steps.at(-1)!;
  const title = fanTitle(
    {
      name: fan.name,
      frequency: span.frequency,
      ahead: steps.length,
      mean: end.mean,
      low: end.low[0]!,
      high: end.high[0]!,
      level: levels[0]!,
      worse: fan.worse,
      probability: fan.probability,
      scale: fan.scale,
    },
    lang,
  );
  const { unit } = fan.scale;
  const subtitle = [
    unit === '' ? measureWords : say(T.measure, lang, { measure: measureWords, unit }),
    say(T.until, lang, { last: words(last), end: words(last + steps.length) }),
    fan.method,
  ].join(lang === 'zh' ? '；' : '; ');
  const lines = linesShown(fan).map((l) => `${levelNumeral(l.level)} ${withUnit(figure(lastOf(l.values)), unit)}`);
  const description = say(T.description, lang, {
    title,
    subtitle,
    from: words(span.first),
    last: words(last),
    value: withUnit(figure(lastValue(fan)), unit),
    intervals: levels
      .map((level, k) =>
        say(T.interval, lang, { level, range: intervalWords(end.low[k]!, end.high[k]!, fan.scale, lang) }),
      )
      .join(lang === 'zh' ? '，' : ', '),
    lines: lines.length === 0 ? '' : say(T.linesAre, lang, { lines: lines.join(lang === 'zh' ? '、' : ', ') }),
  });
  return { title, subtitle, description };
}

/** Newest first: what is expected, then the figures. */
export function fanTable(fan: Fan): ChartModel['table'] {
  const { lang, last, steps, levels, measure, span, values } = fan;
  const exact = (value: number): string => (isFigure(value) ? formatNumber(value, measure.decimals) : NO_FIGURE);
  const lines = linesShown(fan);
  const empty = levels.map(() => '');
  return {
    head: [
      T.period[lang],
      T.value[lang],
      T.expected[lang],
      ...levels.map((level) => say(T.intervalOf, lang, { level })),
      ...lines.map((l) => say(T.lineOf, lang, { level: levelNumeral(l.level) })),
    ],
    rows: [
      ...fan.shown
        .toReversed()
        .map((k) => [
          fan.words(last + k + 1),
          '',
          exact(steps[k]!.mean),
          ...levels.map((_, i) => `${exact(steps[k]!.low[i]!)} ${RANGE_TO[lang]} ${exact(steps[k]!.high[i]!)}`),
          ...lines.map((l) => exact(l.values[k]!)),
        ]),
      ...Array.from({ length: span.count }, (_, k) => span.count - 1 - k).map((i) => [
        fan.words(span.first + i),
        exact(values[i]!),
        '',
        ...empty,
        ...lines.map(() => ''),
      ]),
    ],
  };
}

export function fanTooltip(fan: Fan, period: Period): string {
  const { lang, span, steps, last, measure, levels, values } = fan;
  const unit = scaleFor(0, measure, lang).unit;
  const exact = (value: number | undefined): string =>
    isFigure(value) ? withUnit(formatNumber(value, measure.decimals), unit) : NO_FIGURE;
  const step = steps[period - last - 1];
  if (!step) return tooltipHtml(fan.words(period), [[fan.name, exact(values[period - span.first])]]);
  return tooltipHtml(
    `${fan.words(period)} · ${say(T.ahead, lang, { span: formatSpan(span.frequency, period - last, lang) })}`,
    [
      [T.expected[lang], exact(step.mean)],
      ...levels.map(
        (level, i) =>
          [
            say(T.intervalOf, lang, { level }),
            `${exact(step.low[i])} ${RANGE_TO[lang]} ${exact(step.high[i])}`,
          ] as const,
      ),
      ...linesShown(fan).map(
        (l) => [say(T.lineOf, lang, { level: levelNumeral(l.level) }), exact(l.values[period - last - 1])] as const,
      ),
    ],
  );
}
