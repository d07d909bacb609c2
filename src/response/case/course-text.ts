import { defineText } from '../../base/text';

export const COURSE_WORDS = defineText({
  notInData: { zh: '数据中没有这个指标或地区', en: 'the data has no such indicator or region' },
  otherFrequency: {
    zh: '预期时间“{by}”与数据的周期不一致，无法比较',
    en: 'the period expected (“{by}”) is not one of the data: cannot be compared',
  },
  nothingAtDecision: {
    zh: '{day}决定时还没有{indicator}的数，没有可比的起点',
    en: '{indicator}: no figure was known at the decision ({day}), so there is nothing to compare with',
  },
  nothingSince: {
    zh: '决定以后还没有新数；决定时{at}',
    en: 'no newer figure since the decision; at the decision {at}',
  },
  otherYear: {
    zh: '目标按{year}年累计数计，该年尚无可比的数',
    en: 'the target is a sum over {year}: no figure of that year can be compared yet',
  },
  noYearBefore: {
    zh: '{period}没有可比的上年同期数，季节性变动无法剔除',
    en: 'no figure of the year before to compare {period} with: the seasonal part cannot be told apart',
  },
  figure: { zh: '{period}{value}', en: '{value} in {period}' },
  figures: {
    zh: '{indicator}：决定时{before}，最新{now}；预期{by}前{expected}{left}',
    en: '{indicator}: {before} at the decision, {now} now; expected by {by}: {expected}{left}',
  },
  fall: { zh: '下降', en: 'a fall' },
  rise: { zh: '上升', en: 'a rise' },
  target: { zh: '达到{value}', en: '{value}' },
  due: { zh: '（已到期）', en: ' (due now)' },
  left: { zh: '（还有{span}）', en: ' ({span} to go)' },
  targetReached: { zh: '已达到目标', en: 'the target is reached' },
  targetMissed: { zh: '到期未达到目标', en: 'the target is not reached in time' },
  straightWay: {
    zh: '按从决定时到目标的直线进度，本期应为{value}（未剔除季节因素）',
    en: 'on a straight way from the decision to the target this period would be {value} (not seasonally adjusted)',
  },
  evenShare: {
    zh: '按年内均衡进度，本期累计应为{value}',
    en: 'on an even pace over the year the sum up to this period would be {value}',
  },
  plainChange: { zh: '决定以来变化{change}', en: 'change since the decision {change}' },
  yearly: {
    zh: '与上年同期相比：决定时{before}，最新{now}',
    en: 'against the year before: {before} at the decision, {now} now',
  },
});

/** The states in words. */
export const COURSE_STATES = defineText({
  reached: { zh: '达到预期', en: 'reached' },
  'on-track': { zh: '按预期推进', en: 'on track' },
  behind: { zh: '落后于预期', en: 'behind' },
  missed: { zh: '到期未达到', en: 'missed' },
  'cannot-be-told': { zh: '无法判断', en: 'cannot be told' },
});
