import { defineText } from '../base/text';
import type { Detector } from './detector';

const T = defineText({
  path: {
    zh: '往年进度只能按月度或季度数据计算',
    en: 'the path of past years is taken from monthly or quarterly figures only',
  },
});

/** Only months and quarters stand at the same place in every year; weeks do not, and a year has no path. */
function hasPath(periodsPerYear: number): boolean {
  return periodsPerYear === 12 || periodsPerYear === 4;
}

/**
 * Distance behind the year's target, in points of the target: x(t) = expected share − achieved share, both × 100.
 * The input is a cumulative-in-year series. Expected share: `calendar` = share of the year gone by; `past` = mean share
 * of the year's final figure that had been reached by this period in the last `years` whole years (all needed; monthly
 * and quarterly series only).
 */
export const progressDetector: Detector = {
  kind: 'progress',
  name: { zh: '目标进度差', en: 'Progress behind target' },
  definition: {
    zh: '应完成全年目标的份额减实际完成份额（百分点）；应完成份额按时序或往年同期均值',
    en: 'Share of the year’s target that was due minus the share achieved, in points; due by calendar or by past years',
  },
  params: {
    expected: { type: 'option', default: 'calendar', options: ['calendar', 'past'] },
    years: { type: 'integer', default: 3, min: 1, max: 10 },
  },
  unit: () => 'points',
  refuses: (params, { periodsPerYear }) => (params.expected === 'past' && !hasPath(periodsPerYear) ? T.path : null),
  minHistory: (params, { periodsPerYear }) =>
    params.expected === 'past' ? Number(params.years) * periodsPerYear + 1 : 1,
  reads(params, { periodsPerYear }, season) {
    if (params.expected !== 'past') return [0];
    // Of each past year its end and this place in it; at the end of a year they are the same value.
    const read = new Set([0]);
    for (let y = 1; y <= Number(params.years); y++) {
      read.add((y - 1) * periodsPerYear + 1 + season);
      read.add(y * periodsPerYear);
    }
    return [...read];
  },
  blocks: () => 1,
  readsTarget: true,
  countsOn: false,
  signed: false,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, periodsPerYear, firstSeason, targets }, params, { statistic, expected }) {
    const years = params.years as number;
    const past = params.expected === 'past';
    const pathless = !hasPath(periodsPerYear);
    for (let t = 0; t < count; t++) {
      const season = (firstSeason + t) % periodsPerYear;
      let due = (season + 1) / periodsPerYear;
      if (past) {
        due = pathless ? NaN : 0;
        for (let y = 1; y <= years; y++) {
          const then = t - y * periodsPerYear;
          const yearEnd = then + (periodsPerYear - 1 - season);
          const whole = then >= 0 ? values[offset + yearEnd]! : NaN;
          due += whole > 0 ? values[offset + then]! / whole / years : NaN;
        }
      }
      const target = targets ? targets[t]! : NaN;
      expected[t] = 100 * due;
      // "Worse is down" (jobs created): behind is positive. For a ceiling (worse is up) ahead is positive.
      statistic[t] = target > 0 ? -sign * 100 * (due - values[offset + t]! / target) : NaN;
    }
  },
};
