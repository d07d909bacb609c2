import { formatNumber, formatShare, formatSpan, roundTo } from '../../base/format';
import type { Frequency } from '../../base/period';
import { say, type Lang } from '../../base/text';
import { headlineWords, type Measure } from '../../base/measure';
import type { Outlook, OutlookAhead } from '../../outlook/outlook';
import { OUTLOOK_TEXT as T } from './outlook-text';

/** Below so many past forecasts the figures are a hint. */
const FEW = 24;
/** An outer interval so many times as wide as the inner one is explained. */
const WIDE = 3;

/** How good such forecasts of this series were: error against the last figure carried on, and what the interval held. */
export function qualityWords(
  { horizon }: Pick<Outlook, 'horizon'>,
  { quality, levels, steps }: Pick<OutlookAhead, 'quality' | 'levels' | 'steps'>,
  measure: Measure,
  frequency: Frequency,
  lang: Lang,
): string {
  const { forecasts, error, mase, naiveError, naiveMase, coverage } = quality;
  if (forecasts === 0) return T.none[lang];
  const exact: Measure = {
    ...measure,
    // The error of a rate is a difference of two rates.
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    // Two errors are compared: they are told closer than the figures, but for what is counted.
    decimals: measure.decimals === 0 ? 0 : Math.max(2, measure.decimals + 1),
  };
  const figure = (value: number): string => unsigned(headlineWords(value, exact, lang));
  const gap = naiveError > 0 ? roundTo((error / naiveError - 1) * 100, 0) : Number.NaN;
  const end = steps.at(-1)!;
  const width = (k: number): number => end.high[k]! - end.low[k]!;
  const verdict = gap < 0 ? T.better : gap > 0 ? T.worse : T.same;
  return [
    say(T.error, lang, {
      n: formatNumber(forecasts),
      span: formatSpan(frequency, horizon, lang),
      error: figure(error),
      mase: formatNumber(mase, 2),
      naive: figure(naiveError),
      naiveMase: formatNumber(naiveMase, 2),
    }),
    ...(Number.isNaN(gap) ? [] : [say(verdict, lang, { share: `${formatNumber(Math.abs(gap))}%` })]),
    say(T.coverage, lang, { level: levels[0]!, share: formatShare(coverage) }),
    ...(width(1) > WIDE * width(0) ? [say(T.wide, lang, { level: levels[1]!, inner: levels[0]! })] : []),
    ...(forecasts < FEW ? [T.few[lang]] : []),
  ].join(lang === 'zh' ? '' : ' ');
}

/** Points are written as changes, with a sign; an error has none. */
function unsigned(words: string): string {
  return words.replace(/^\+/, '');
}
