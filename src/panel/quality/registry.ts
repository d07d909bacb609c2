import { defineText } from '../../base/text';
import { checkBounds } from './bounds';
import { checkCumulative } from './cumulative';
import { checkDigits, checkRounding } from './digits';
import { checkJumps } from './jump';
import { checkPeers } from './peers';
import type { CheckContext, QualityCheck } from './check';
import type { QualityCheckId } from './quality';
import { checkRatios } from './ratios';
import { checkRepeats, checkStale } from './repeats';
import { checkSums } from './sums';
import { checkSwaps } from './swap';

const WHAT = defineText({
  bounds: {
    zh: '超出指标目录给出的合理范围、为负的人数或户数、超过100%的比率',
    en: 'Outside the catalogue’s plausible range, negative counts, shares above 100 per cent',
  },
  jump: {
    zh: '与往年同期的变化和前后各期不一致，偏离超过该序列自身波动的若干倍',
    en: 'Out of line with the change since the same season of other years, by a multiple of the series’ own variation',
  },
  swap: {
    zh: '同一地区同一时期的两项指标互换后都在应有范围内',
    en: 'Two figures of one region and period that would both be as expected if changed over',
  },
  peers: {
    zh: '没有足够历史时，与同级其他地区相比',
    en: 'Without enough history: beside the other regions of the level',
  },
  sum: {
    zh: '下级合计与本级之差超出四舍五入；本级比率不在下级之间',
    en: 'Parts that do not add up to the region beyond rounding; a rate outside those of its parts',
  },
  ratio: {
    zh: '比率与其分子、分母计算的结果之差超出四舍五入',
    en: 'Ratios that differ from their parts beyond rounding',
  },
  cumulative: { zh: '年内累计数下降', en: 'A cumulative figure that falls within the year' },
  stale: {
    zh: '同一数值连续多期不变，而该序列平时少有重复',
    en: 'One figure many periods in a row in a series that seldom repeats itself',
  },
  repeat: {
    zh: '整个地区或整项指标与上期或上年同期完全相同',
    en: 'A whole region or a whole indicator the same as in the period, or the year, before',
  },
  rounding: { zh: '平时精确到末位的数值连续为整百数', en: 'Whole hundreds in a row where figures are otherwise exact' },
  digits: {
    zh: '末位数字分布不均（卡方检验），不标记单个数值',
    en: 'Unevenly spread last digits (χ² test); marks no single value',
  },
});

const METHOD = defineText({
  bounds: { zh: '逻辑审核（UNECE《统计数据审核》）', en: 'Range edits (UNECE, Statistical Data Editing)' },
  jump: {
    zh: '中位数与绝对中位差（Hampel 1974）；历史比率审核（Hidiroglou、Berthelot 1986）；小数用 Anscombe 1948 变换',
    en: 'Median and MAD (Hampel 1974); historical ratio edits (Hidiroglou & Berthelot 1986); Anscombe 1948 for small counts',
  },
  swap: { zh: '最小改动原则（Fellegi、Holt 1976）', en: 'Least change (Fellegi & Holt 1976)' },
  peers: {
    zh: '历史比率审核（Hidiroglou、Berthelot 1986）',
    en: 'Historical ratio edits (Hidiroglou & Berthelot 1986)',
  },
  sum: {
    zh: '平衡审核与最小改动定位（Fellegi、Holt 1976）；含舍入容差',
    en: 'Balance edits, located by least change (Fellegi & Holt 1976), within rounding',
  },
  ratio: { zh: '比率审核，含舍入误差传递', en: 'Ratio edits within the rounding of all parts' },
  cumulative: { zh: '逻辑审核', en: 'Logical edit' },
  stale: { zh: '重复游程的概率（几何分布）', en: 'Probability of a run of repeats (geometric distribution)' },
  repeat: { zh: '联合重复概率（似然）', en: 'Joint probability of the repeats (likelihood)' },
  rounding: { zh: '数字堆积（UNECE；Mosimann 等 1995）', en: 'Digit heaping (Mosimann et al. 1995)' },
  digits: { zh: '末位数字卡方检验（Mosimann 等 1995）', en: 'Terminal-digit χ² test (Mosimann et al. 1995)' },
});

type Run = (context: CheckContext, params: never) => void;

const RUNS: Readonly<Record<QualityCheckId, readonly [run: Run, params: Readonly<Record<string, number>>]>> = {
  bounds: [checkBounds, {}],
  jump: [checkJumps, { k: 6, minLog: 0.25, minPoints: 4, minHistory: 12, chanceSigmas: 4, holiday: 1.6 }],
  swap: [checkSwaps, {}],
  peers: [checkPeers, { k: 6, minLog: 1.6, minPeers: 8 }],
  sum: [checkSums, { systematicShare: 0.3, minPeriods: 6, k: 6 }],
  ratio: [checkRatios, { systematicShare: 0.3, minPeriods: 6, k: 6 }],
  cumulative: [checkCumulative, {}],
  stale: [checkStale, { expectedRuns: 0.001, minRun: 3, minSteps: 20 }],
  repeat: [checkRepeats, { surprise: 18, minFigures: 5, minShare: 0.6 }],
  rounding: [checkRounding, { minRun: 4, minFigures: 5, minShare: 0.75 }],
  // 9 degrees of freedom, 1 in ten million: thousands of series are tested at once.
  digits: [checkDigits, { minFigures: 50, critical: 50.172 }],
};

/** Every check with its words and settings, in the order in which they run. */
export const REGISTRY: readonly QualityCheck[] = Object.entries(RUNS).map(([key, [run, params]]) => {
  const id = key as QualityCheckId;
  return { id, what: WHAT[id], method: METHOD[id], params, run: run as QualityCheck['run'] };
});
