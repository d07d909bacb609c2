import { defineText } from '../../base/text';

export const EFFECT_WORDS = defineText({
  noRegion: { zh: '数据中没有该地区', en: 'the data has no such region' },
  noIndicator: { zh: '数据中没有该指标', en: 'the data has no such indicator' },
  notInData: { zh: '起始时间不在数据期内', en: 'the start lies outside the periods of the data' },
  noOwnFigures: {
    zh: '该地区没有可比的数（需要同口径的上年同期数）',
    en: 'the region has no comparable figures (those of the year before are needed)',
  },
  fewBefore: {
    zh: '起始前可用时期只有 {n} 个，至少需要 {least} 个',
    en: 'only {n} usable periods before the start; at least {least} are needed',
  },
  fewSince: {
    zh: '起始后可用时期只有 {n} 个，至少需要 {least} 个',
    en: 'only {n} usable periods since the start; at least {least} are needed',
  },
  ownGaps: {
    zh: '该地区在比较期内缺 {n} 个时期的数，超过一成',
    en: '{n} periods of the region itself lack their figure, more than one in ten',
  },
  fewControls: {
    zh: '可比地区只有 {n} 个，至少需要 {least} 个（同级 {all} 个；{why}）',
    en: 'only {n} comparable regions; at least {least} are needed (of {all} of the same level; {why})',
  },
  'missing-n': { zh: '{n} 个缺数', en: '{n} lack figures' },
  'warned-n': { zh: '{n} 个自身处于Ⅲ级及以上预警', en: '{n} at level Ⅲ or above themselves' },
  'own-measure-n': { zh: '{n} 个实施了同类措施', en: '{n} under a measure of the kind' },
  'unlike-n': { zh: '{n} 个结构不同', en: '{n} of another structure' },
  'far-n': { zh: '{n} 个未取', en: '{n} not taken' },
  'removed-n': { zh: '{n} 个被人工剔除', en: '{n} taken out by hand' },

  trendsDiffer: {
    zh: '起始前走势不平行：每年相差{slope}（95%区间 {low} 至 {high}），双重差分的前提不成立',
    en: 'the courses before the start were not parallel: {slope} a year apart (95% interval {low} to {high}), so the premise of difference in differences fails',
  },
  baseShock: {
    zh: '上年同期该地区已处于Ⅲ级及以上预警：同比的变化含基数作用，不能归于措施（可改按原值比较）',
    en: 'the region was at level Ⅲ or above in the year before that it is compared with: part of the change comes from that base, not from the measure (compare the figures as they are instead)',
  },
  beganBefore: {
    zh: '起始前最近{n}期与可比地区的差距已改变{value}：变化先于措施',
    en: 'in the last {n} periods before the start the distance to the controls had already changed by {value}: the change came before the measure',
  },
  leftTwin: {
    zh: '起始前最近{n}期该地区已偏离合成对照',
    en: 'in the last {n} periods before the start the region had already left its synthetic twin',
  },
  noisy: {
    zh: '该地区起始前的波动是可比地区的 {ratio} 倍，不能用可比地区的差异衡量偶然性',
    en: 'before the start the region scattered {ratio} times as much as the controls: their differences do not measure chance here',
  },
  noPeers: { zh: '没有同级地区可比', en: 'there is no other region of the same level' },
  fewPlacebos: {
    zh: '安慰剂检验至少需要 {least} 个可比地区，现有 {n} 个',
    en: 'the placebo test needs at least {least} comparable regions; there are {n}',
  },
  misfit: {
    zh: '合成对照在起始前拟合不好：误差 {misfit}，是可比地区通常误差的 {ratio} 倍',
    en: 'the synthetic twin fits badly before the start: off by {misfit}, {ratio} times what is usual among the controls',
  },

  lower: {
    zh: '{span}，{region}{indicator}比按可比地区走势推算的水平低{value}{interval}',
    en: '{indicator} in {region}, {span}: {value} lower than the course of comparable regions suggests{interval}',
  },
  higher: {
    zh: '{span}，{region}{indicator}比按可比地区走势推算的水平高{value}{interval}',
    en: '{indicator} in {region}, {span}: {value} higher than the course of comparable regions suggests{interval}',
  },
  interval: { zh: '（{level}%区间 {low} 至 {high}）', en: ' ({level}% interval {low} to {high})' },
  noDifference: {
    zh: '{span}，{region}{indicator}与可比地区走势的差别（{value}）不能与偶然波动区分',
    en: '{indicator} in {region}, {span}: the difference from the course of comparable regions ({value}) cannot be told from chance',
  },
  disagree: {
    zh: '{span}，{region}{indicator}：两种方法结论不一，不能认定有差别',
    en: '{indicator} in {region}, {span}: the two methods disagree, so no difference is stated',
  },
  cannotBeTold: {
    zh: '{region}{indicator}：措施成效无法判断',
    en: '{indicator} in {region}: the effect of the measure cannot be told',
  },
  onlyDifference: {
    zh: '只依据双重差分；合成对照不能用：{why}',
    en: 'on difference in differences alone; the synthetic control cannot be used: {why}',
  },
  onlySynthetic: {
    zh: '只依据合成对照；双重差分不能用：{why}',
    en: 'on the synthetic control alone; difference in differences cannot be used: {why}',
  },
  differenceSays: {
    zh: '双重差分：{value}（95%区间 {low} 至 {high}）',
    en: 'difference in differences: {value} (95% interval {low} to {high})',
  },
  syntheticSays: {
    zh: '合成对照：{value}，安慰剂检验 p = {p}',
    en: 'synthetic control: {value}, placebo test p = {p}',
  },

  assumeParallel: {
    zh: '双重差分假定：没有措施时，该地区的变化与可比地区的平均变化一样；各地变化的离散程度相近、大致服从正态分布。',
    en: 'Difference in differences assumes that without the measure the region would have changed as the controls did on average, and that changes of regions spread alike and about normally.',
  },
  assumeTwin: {
    zh: '合成对照假定：起始前与该地区走势一致的加权组合，起始后仍代表没有措施时的走势。',
    en: 'The synthetic control assumes that the weighted mean that went along before the start shows what would have come without the measure.',
  },
  assumeNoSpill: {
    zh: '两种方法都假定：措施在起始前没有影响，也不影响可比地区；起始后没有只发生在该地区的其他事件。',
    en: 'Both assume that the measure did nothing before its start and nothing to the controls, and that nothing else befell this region alone since.',
  },
  notProof: {
    zh: '结果只说明走势是否不同，不能证明由措施引起。',
    en: 'The result tells whether the courses differ; it does not prove that the measure is the cause.',
  },

  ours: {
    zh: '最少时期数、可比地区数、检验界限等均为本系统默认值，文件未作规定。',
    en: 'The least numbers of periods and regions and the lines of the tests are defaults of ours; the document gives none.',
  },
  startedLow: {
    zh: '该地区在起始时处于Ⅲ级及以上预警：措施往往始于最坏时，之后的回落可能只是恢复常态。',
    en: 'The region was at level Ⅲ or above at the start: measures tend to begin when things are worst, and what comes after may be a return to normal by itself.',
  },
  notItsFault: {
    zh: '方向不利不等于措施无效或有害：引发措施的冲击可能仍在持续。',
    en: 'The worse way does not mean that the measure failed or did harm: the shock that it answers may still go on.',
  },
  cutToYear: {
    zh: '按同比比较时起始后最多看一年：再往后，上年同期已在措施之中。',
    en: 'Against the year before at most one year since the start is looked at: behind it the year before lies under the measure, too.',
  },
  seasonStays: {
    zh: '按原值比较未剔除季节因素：只有各地季节变动一致时才可比。',
    en: 'As they are, the figures keep their season: they compare only where the seasons of the regions are alike.',
  },
  festival: {
    zh: '1—2月合并为一个数，以消除春节早晚的影响。',
    en: 'January and February are taken as one figure, so that the moving Spring Festival does not disturb.',
  },
  gapsLeftOut: {
    zh: '该地区缺数的 {n} 个时期对所有地区均未计入。',
    en: '{n} periods in which the region lacks its figure are left out for all.',
  },
  levelUnknown: {
    zh: '{n} 个可比地区没有预警等级（数据不足），无法确认其自身没有冲击。',
    en: '{n} controls have no level for lack of data: whether they had a shock of their own is not known.',
  },
  fewAlike: {
    zh: '结构相近的可比地区不足 {least} 个，因此未按结构筛选。',
    en: 'Fewer than {least} comparable regions are alike in structure, so structure did not choose among them.',
  },
  byHand: {
    zh: '人工加入 {n} 个可比地区，它们自身有预警、措施或结构不同。',
    en: '{n} controls were put in by hand although they had a warning or a measure of their own or another structure.',
  },
  trendMatters: {
    zh: '起始前走势的差别若延续，可造成 {value} 的差异，与测得的差异相当。',
    en: 'Should the difference in trend from before the start have gone on, it would make {value}: as much as was found.',
  },
  lowPower: {
    zh: '可比地区只有 {n} 个，小的成效看不出来：没有发现差别不等于没有成效。',
    en: 'With {n} controls a small effect cannot be seen: finding no difference does not mean that there is no effect.',
  },
});
