import { defineText } from '../../../base/text';
import type { EffectView, Exclusion, VERDICTS } from '../../../response/effects/effect';
import type { Text } from '../../../base/text';

export const EFFECTS_TEXT = defineText({
  question: { zh: '问题', en: 'Question' },
  questionSubtitle: {
    zh: '措施起始后，该地区指标的走势是否与没有实施该措施的可比地区不同？',
    en: 'Since the measure began, has the indicator gone another way than in comparable regions without it?',
  },
  measure: { zh: '措施', en: 'Measure' },
  noMeasure: { zh: '不指定（自行设定）', en: 'None (set by hand)' },
  measureOption: { zh: '{region}·{measure}（{from}起）', en: '{region} · {measure} (from {from})' },
  measureDecided: {
    zh: '{region}·{measure}（{from}决定，未报实施）',
    en: '{region} · {measure} (decided {from}, not reported as begun)',
  },
  region: { zh: '地区', en: 'Region' },
  indicator: { zh: '指标', en: 'Indicator' },
  start: { zh: '起始', en: 'Start' },
  length: { zh: '观察期', en: 'Look at' },
  view: { zh: '口径', en: 'Figures' },
  auto: { zh: '按指标默认（{view}）', en: 'Usual for it ({view})' },
  noMeasuresYet: {
    zh: '评审中尚无已采纳的措施；可自行设定地区、指标和起始时间。',
    en: 'No review has an accepted measure yet; region, indicator and start can be set by hand.',
  },

  verdict: { zh: '结论', en: 'Verdict' },
  better: { zh: '方向有利', en: 'the better way' },
  worse: { zh: '方向不利', en: 'the worse way' },
  methods: { zh: '两种方法', en: 'The two methods' },
  method: { zh: '方法', en: 'Method' },
  difference: { zh: '差异', en: 'Difference' },
  range: { zh: '区间', en: 'Interval' },
  chance: { zh: '偶然出现的概率', en: 'By chance' },
  checks: { zh: '前提检查', en: 'Checks' },
  says: { zh: '结果', en: 'Result' },
  did: { zh: '双重差分', en: 'Difference in differences' },
  synthetic: { zh: '合成对照', en: 'Synthetic control' },
  effect: { zh: '有差别', en: 'differs' },
  none: { zh: '看不出差别', en: 'no difference seen' },
  untold: { zh: '不能用', en: 'cannot be used' },
  interval: { zh: '{low} 至 {high}（{level}%）', en: '{low} to {high} ({level}%)' },
  noInterval: { zh: '没有恒定的成效与之相符', en: 'no constant effect fits' },
  didDetail: {
    zh: '起始前{b}→起始后{a}，可比地区平均{cb}→{ca}',
    en: 'from {b} before to {a} since; controls from {cb} to {ca}',
  },
  didChecks: {
    zh: '起始前走势每年相差{slope}（{p}）；最近几期已变：{lead}；波动为可比地区的{noise}倍',
    en: 'trend before the start {slope} a year apart ({p}); changed in the last periods: {lead}; scatter {noise} times that of the controls',
  },
  didChance: { zh: '{p}；排序检验{rank}', en: '{p}; by rank {rank}' },
  syntheticDetail: { zh: '起始后与合成对照之差的平均', en: 'mean gap to the twin since the start' },
  syntheticChecks: {
    zh: '起始前拟合误差{misfit}，可比地区通常{usual}；最近几期已偏离：{lead}',
    en: 'off by {misfit} before the start, usually {usual} among the controls; left in the last periods: {lead}',
  },
  syntheticChance: { zh: '{p}（{n}个地区排序）', en: '{p} (rank among {n} regions)' },

  controls: { zh: '可比地区', en: 'Comparable regions' },
  controlsSubtitle: {
    zh: '同级地区 {all} 个，采用 {n} 个；可人工加入或剔除',
    en: '{all} regions of the same level, {n} taken; any can be put in or out by hand',
  },
  use: { zh: '采用', en: 'Take' },
  useOne: { zh: '采用{region}', en: 'Take {region}' },
  weight: { zh: '合成权重', en: 'Weight in twin' },
  apart: { zh: '起始前走势偏离', en: 'Apart before' },
  standing: { zh: '情况', en: 'Standing' },
  taken: { zh: '采用', en: 'taken' },
  takenByHand: { zh: '人工加入', en: 'put in by hand' },
  back: { zh: '恢复自动选取', en: 'Back to automatic' },
  noPeers: { zh: '没有同级地区', en: 'There are no other regions of the same level' },

  assumptions: { zh: '假定与局限', en: 'Assumptions and limits' },
  assume: { zh: '假定', en: 'Assumptions' },
  limits: { zh: '局限', en: 'Limits' },
  download: { zh: '下载CSV', en: 'Download CSV' },
  fileName: { zh: '措施成效-{region}-{indicator}', en: 'effect-{region}-{indicator}' },
  failed: { zh: '成效分析未完成', en: 'The effect could not be worked out' },
  working: { zh: '正在计算……', en: 'Working …' },
  noFigures: { zh: '数据不足一年，无法比较', en: 'With less than a year of figures nothing can be compared' },
  csvTitle: { zh: '烽燧 措施成效', en: 'Fengsui: effect of a measure' },
  csvSection: { zh: '项目', en: 'Item' },
  csvValue: { zh: '内容', en: 'Content' },
  csvReason: { zh: '理由', en: 'Reason' },
  csvPeriod: { zh: '时期', en: 'Period' },
  csvTwin: { zh: '合成对照', en: 'Synthetic twin' },
  csvMean: { zh: '可比地区平均（移至同一水平）', en: 'Mean of controls (moved to the same level)' },
  csvGap: { zh: '与合成对照之差', en: 'Gap to the twin' },
  csvLow: { zh: '偶然波动下限', en: 'Chance, low' },
  csvHigh: { zh: '偶然波动上限', en: 'Chance, high' },
  csvSince: { zh: '起始后', en: 'Since the start' },
  csvYes: { zh: '是', en: 'yes' },
  code: { zh: '区划代码', en: 'Region code' },
});

export const VERDICT_NAMES: Readonly<Record<(typeof VERDICTS)[number], Text>> = defineText({
  lower: { zh: '低于可比走势', en: 'Lower than comparable' },
  higher: { zh: '高于可比走势', en: 'Higher than comparable' },
  'no-difference': { zh: '不能认定有差别', en: 'No difference stated' },
  'cannot-be-told': { zh: '无法判断', en: 'Cannot be told' },
});

export const VIEW_NAMES: Readonly<Record<EffectView, Text>> = defineText({
  yoy: { zh: '同比', en: 'against the year before' },
  own: { zh: '原值', en: 'as they are' },
});

export const EXCLUSION_NAMES: Readonly<Record<Exclusion, Text>> = defineText({
  missing: { zh: '比较期内缺数', en: 'lacks figures' },
  warned: { zh: '自身处于Ⅲ级及以上预警', en: 'at level Ⅲ or above itself' },
  'own-measure': { zh: '实施了同类措施', en: 'under a measure of the kind' },
  unlike: { zh: '结构不同', en: 'of another structure' },
  far: { zh: '超出数量，未取', en: 'not taken: enough nearer ones' },
  removed: { zh: '人工剔除', en: 'taken out by hand' },
});
