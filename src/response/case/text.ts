import { defineText } from '../../base/text';

export const AFFECTED_WORDS = defineText({
  signal: { zh: '{indicator} {level}', en: '{indicator} {level}' },
  byTrait: { zh: '本地区属于此类地区且已预警', en: 'the region is of this kind and at a warning level' },
  noSignal: { zh: '相关指标没有预警信号', en: 'no signal on its indicators' },
  noIndicator: {
    zh: '数据中没有直接反映的指标，需人工判断',
    en: 'no indicator of the data speaks of it directly: to be judged by people',
  },
  family: { zh: '{family}（{level}）：{signals}', en: '{family} ({level}): {signals}' },
  fromBelow: {
    zh: '本级没有计入等级的信号，等级来自下级地区',
    en: 'no signal of its own counts: the level comes from the regions below',
  },
  noDriver: { zh: '没有计入等级的信号', en: 'no signal counts' },
});

export const FUND_WORDS = defineText({
  unknown: {
    zh: '尚未填写基金结余和月均支出，无法计算',
    en: 'cannot be told: balance and monthly outlay are not filled in',
  },
  noOutlay: { zh: '月均支出须大于零，无法计算', en: 'cannot be told: the monthly outlay has to be above zero' },
  months: {
    zh: '基金结余{balance}万元，月均支出{outlay}万元，可支付{months}个月',
    en: 'balance {balance}, monthly outlay {outlay} (10,000 yuan): enough for {months} months',
  },
  projected: {
    zh: '领取人数再增加{rise}时，月均支出{outlay}万元，可支付{months}个月（假定人均待遇不变，不计当期征缴收入）',
    en: 'with {rise} more recipients the monthly outlay is {outlay}: enough for {months} months (same benefit per head, without contributions coming in)',
  },
  riseFromData: {
    zh: '增幅取自数据：{words}',
    en: 'the rise is taken from the data: {words}',
  },
  riseOurs: {
    zh: '增幅{rise}为本产品默认的测算值，可修改',
    en: 'the rise of {rise} is a default of this product, and can be changed',
  },
});

export const PARTNER_WORDS = defineText({
  figures: {
    zh: '{period}月均需求{openings}人、求职{seekers}人，求人倍率{ratio}，月均富余岗位{surplus}个',
    en: '{openings} openings and {seekers} seekers a month over {period}, {ratio} openings per seeker, {surplus} to spare a month',
  },
  figuresOther: {
    zh: '{period}平均每期需求{openings}人、求职{seekers}人，求人倍率{ratio}，富余岗位{surplus}个',
    en: '{openings} openings and {seekers} seekers a period over {period}, {ratio} openings per seeker, {surplus} to spare',
  },
  shortage: {
    zh: '{period}月均需求{openings}人、求职{seekers}人，求人倍率{ratio}，每月缺岗位{shortage}个',
    en: '{openings} openings and {seekers} seekers a month over {period}, {ratio} openings per seeker, {shortage} too few a month',
  },
  shortageOther: {
    zh: '{period}平均每期需求{openings}人、求职{seekers}人，求人倍率{ratio}，缺岗位{shortage}个',
    en: '{openings} openings and {seekers} seekers a period over {period}, {ratio} openings per seeker, {shortage} too few',
  },
  unknownRegion: { zh: '地区不在区划表中', en: 'the region is not in the region table' },
  noMarketFigures: {
    zh: '数据中没有需求人数和求职人数，无法找出对接地区',
    en: 'the data has no openings and seekers: no partner can be named',
  },
  noPeers: {
    zh: '没有同级的其他地区可作对接对象',
    en: 'there is no other region of the same level to match with',
  },
  none: {
    zh: '{all}个同级地区中没有可对接的：{noSurplus}个没有富余岗位，{warned}个处于Ⅲ级及以上或等级不明，{missing}个缺数',
    en: 'none of the {all} regions of the same level can take labour: {noSurplus} have no openings to spare, {warned} are at level Ⅲ or worse or have no level, {missing} lack figures',
  },
  ownMissing: {
    zh: '本地区{period}需求或求职人数不全，缺口无法计算',
    en: 'openings or seekers of this region are incomplete over {period}: its own shortage cannot be told',
  },
  noOccupations: {
    zh: '数据中没有分职业、工种的供求，岗位是否对口需由双方核实',
    en: 'the data does not tell occupations: whether the openings fit has to be found out with the partner',
  },
  noDistance: {
    zh: '数据中没有距离和交通，排序只按富余岗位数',
    en: 'the data does not tell distances: the order is by openings to spare alone',
  },
  ours: {
    zh: '筛选条件（同级、另一上级、低于Ⅲ级、近3个月平均有富余）为本产品默认值',
    en: 'the conditions (same level, another parent, below level Ⅲ, openings to spare on the mean of 3 months) are defaults of this product',
  },
});
