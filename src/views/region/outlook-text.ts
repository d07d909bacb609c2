import type { Frequency } from '../../base/period';
import { defineText } from '../../base/text';

export const OUTLOOK_TEXT = defineText({
  outlook: { zh: '展望', en: 'Outlook' },
  indicator: { zh: '指标', en: 'Indicator' },
  horizon: { zh: '预测期', en: 'Ahead' },
  model: { zh: '方法', en: 'Method' },
  automatic: { zh: '自动', en: 'Automatic' },
  notComputable: { zh: '{name}：不能预测', en: '{name}: no forecast' },
  reason: { zh: '{model}：{reason}。', en: '{model}: {reason}.' },
  reasonPlain: { zh: '{reason}。', en: '{reason}.' },
  failed: { zh: '未能算出展望', en: 'The outlook could not be computed' },
  joint: { zh: '1—2月合并', en: 'January and February together' },
  jointMean: { zh: '1—2月合并（月均）', en: 'January and February together (monthly mean)' },
  monthly: { zh: '单月', en: 'single months' },
  calibrated: { zh: '区间按本序列以往误差校准', en: 'intervals calibrated on past errors of this series' },
  uncalibrated: {
    zh: '以往误差不足，区间取自模型，未校准',
    en: 'too few past errors: intervals as the model says, not calibrated',
  },
  knownOn: { zh: '{day}已知的数据', en: 'data known on {day}' },
  chosen: { zh: '{model}（自动选取）', en: '{model} (chosen automatically)' },
  howGood: { zh: '这样的预测在本地区此指标上有多准', en: 'How good such forecasts of this series were' },
  error: {
    zh: '以往{n}次提前{span}的预测，平均误差 {error}，MASE {mase}；沿用最新值为 {naive}，MASE {naiveMase}。',
    en: 'Mean error of {n} past forecasts {span} ahead: {error}, MASE {mase}; of the last figure carried on: {naive}, MASE {naiveMase}.',
  },
  better: {
    zh: '误差比沿用最新值小 {share}。',
    en: 'The error is {share} smaller than that of the last figure carried on.',
  },
  worse: {
    zh: '误差比沿用最新值大 {share}：在此序列上不如直接沿用最新值，请慎用。',
    en: 'The error is {share} larger than that of the last figure carried on: on this series the method is worse than no method. Use with care.',
  },
  same: { zh: '与沿用最新值无差别。', en: 'No better and no worse than the last figure carried on.' },
  coverage: {
    zh: '{level}% 区间实际包含了 {share} 的实际值。',
    en: 'The {level}% interval held {share} of the actual values.',
  },
  wide: {
    zh: '{level}% 区间远宽于 {inner}% 区间：以往有少数几次误差特别大（突变）。',
    en: 'The {level}% interval is far wider than the {inner}% one: a few past errors were very large (sudden turns).',
  },
  few: { zh: '次数少，只供参考。', en: 'These are few: take it as a hint.' },
  none: {
    zh: '序列尚短，没有可供检验的以往预测。',
    en: 'The series is too short for past forecasts to be checked.',
  },
  next: {
    zh: '预测期内达到 {level} 级线 {value} 的概率 {probability}。',
    en: 'Probability of reaching the line of level {level}, {value}, within these periods: {probability}.',
  },
  linesLevel: { zh: '虚线为规则“{rule}”的预警线。', en: 'Dashed: the lines of the rule "{rule}".' },
  linesChange: {
    zh: '虚线为规则“{rule}”的预警线换算成的数值：{lag}前的数加阈值。',
    en: 'Dashed: the lines of the rule "{rule}" as values: the figure of {lag} before and the threshold.',
  },
  linesChangeMean: {
    zh: '虚线为规则“{rule}”的预警线换算成的数值：{lag}前的{mean}期平均加阈值，须由{mean}期平均达到。',
    en: 'Dashed: the lines of the rule "{rule}" as values: the {mean}-period mean of {lag} before and the threshold, to be reached by the {mean}-period mean.',
  },
  noLines: {
    zh: '此指标没有可换算成数值的预警线。',
    en: 'No rule on this indicator has a line that could be drawn as a value.',
  },
  footer: {
    zh: '预测只由本序列以往数据推出，不含政策与事件的影响。来源：{source}',
    en: 'Forecast from the past of this series alone, without policies and events to come. Source: {source}',
  },
});

/** How far ahead can be looked, in periods; the first is the default. */
export const HORIZONS: Readonly<Record<Frequency, readonly number[]>> = {
  week: [4, 8, 12],
  month: [3, 6, 12],
  quarter: [2, 4, 8],
  year: [1, 2, 3],
};
