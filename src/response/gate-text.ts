import { defineText } from '../base/text';

export const GATE_WORDS = defineText({
  atLeast: { zh: '不少于{line}', en: 'at least {line}' },
  atMost: { zh: '不超过{line}', en: 'at most {line}' },
  unknown: { zh: '未知', en: 'not known' },
  never: { zh: '未实施过', en: 'never run before' },
  toType: { zh: '在评审中填写：{how}', en: 'to be typed in the review: {how}' },
  months: { zh: '个月', en: 'months' },
  persons: { zh: '人', en: 'persons' },
  month: { zh: '个月', en: 'month' },
  person: { zh: '人', en: 'person' },
  region: { zh: '个地区', en: 'region' },
  regions: { zh: '个地区', en: 'regions' },

  layoffsPerEmployed: {
    zh: '{from}至{to}报告裁员{layoffs}人，按就业人员{jobs}人计',
    en: '{layoffs} lay-offs reported from {from} to {to}, of {jobs} employed',
  },
  layoffsPerInsured: {
    zh: '{from}至{to}报告裁员{layoffs}人，按失业保险参保职工{jobs}人计（地区表没有就业人数）',
    en: '{layoffs} lay-offs reported from {from} to {to}, of {jobs} insured employees (the region table has no number of employed)',
  },
  layoffsMissing: {
    zh: '规模裁员人数近12个月只有{count}个月有数，不能计算',
    en: 'mass layoffs have figures for {count} of the last 12 months only: not computable',
  },
  layoffsNoJobs: {
    zh: '地区表没有就业人数，也没有参保职工人数，不能计算',
    en: 'neither the number of employed nor of insured employees is known: not computable',
  },
  sinceLevel: { zh: '自{from}起连续达到Ⅱ级及以上', en: 'at level Ⅱ or worse without a break since {from}' },
  belowLevel: { zh: '{period}不到Ⅱ级', en: 'below level Ⅱ in {period}' },
  levelUnknown: { zh: '{period}数据不足，等级不明', en: 'no level for {period}: insufficient data' },
  levelMonthly: { zh: '等级不是按月评定，月数不能计算', en: 'levels are not monthly: months cannot be counted' },

  ran: { zh: '上一次实施于{day}结束（评审“{title}”）', en: 'the last run ended on {day} (review “{title}”)' },
  running: { zh: '正在实施（评审“{title}”）', en: 'running now (review “{title}”)' },
  neverRan: {
    zh: '留痕中没有本地区更早的实施记录；系统之外的实施情况不掌握',
    en: 'the audit trail has no earlier run in this region; what was run outside this system is not known',
  },
  fund: {
    zh: '评审填写：基金结余{balance}万元，月支出{outlay}万元',
    en: 'typed in the review: balance {balance}, monthly outlay {outlay} (10,000 yuan)',
  },
  bestPartner: { zh: '富余最多的地区：{words}', en: 'the one with most to spare: {words}' },
  noPartner: { zh: '没有岗位富余的地区', en: 'no region has openings to spare' },
  typed: { zh: '评审填写', en: 'typed in the review' },
});
