import { defineText } from '../../base/text';

export const STAND_DOWN_WORDS = defineText({
  levelLow: {
    zh: '等级连续{n}期为正常或Ⅳ级（期数为本产品默认值）',
    en: 'normal or level Ⅳ for {n} periods in a row (the number of periods is a default of ours)',
  },
  nothingPending: { zh: '没有待确认的信号', en: 'no signal is pending' },
  figuresSufficient: { zh: '数据足以判断等级', en: 'the figures suffice to tell the level' },
  belowQuiet: { zh: '下级地区没有Ⅱ级及以上', en: 'no region below is at level Ⅱ or worse' },
  measuresEnded: { zh: '已采取的措施均已完成或停止', en: 'every accepted measure is done or stopped' },
  finalReport: { zh: '需要上报的，终报已送达', en: 'the final report is sent, where reports are a duty' },

  levelAt: { zh: '{period}{level}', en: '{period} {level}' },
  pending: { zh: '待确认：{rules}', en: 'pending: {rules}' },
  unnamedRule: { zh: '现行规则集中没有的规则', en: 'a rule that the rules in force no longer have' },
  noSignals: { zh: '数据不足，信号无法判断', en: 'insufficient data: the signals cannot be told' },
  nonePending: { zh: '{count}项信号均无待确认', en: 'none of {count} signals is pending' },
  usable: {
    zh: '应有{expected}项规则出结果，{fresh}项有本期数据，判定所需{needed}项',
    en: '{fresh} of {expected} rules have a figure for this period; {needed} are needed',
  },
  usableHeld: {
    zh: '应有{expected}项规则出结果，{fresh}项有本期数据，判定所需{needed}项；近期缺数或汇总不全可能压低等级',
    en: '{fresh} of {expected} rules have a figure for this period; {needed} are needed; a gap or an incomplete aggregate may be holding the level down',
  },
  noneBelow: { zh: '没有下级地区', en: 'there is no region below' },
  regionAt: { zh: '{region} {level}', en: '{region} {level}' },
  belowNone: { zh: '{count}个下级地区均低于Ⅱ级', en: 'all of the {count} regions below are lower than level Ⅱ' },
  belowBlind: {
    zh: '{count}个下级地区中{blind}个数据不足，其余低于Ⅱ级',
    en: '{blind} of the {count} regions below have insufficient data, the others are lower than level Ⅱ',
  },
  noMeasures: { zh: '没有采取措施', en: 'no measure was accepted' },
  allEnded: { zh: '{count}项措施均已完成或停止', en: 'all of {count} measures are done or stopped' },
  stillOpen: {
    zh: '{count}项措施中{open}项未结束：{names}',
    en: '{open} of {count} measures are not ended: {names}',
  },
  unnamedMeasure: { zh: '现行预案中没有的措施', en: 'a measure that the plan in force no longer has' },
  finalSent: { zh: '已报送{count}次，含终报', en: 'reports sent: {count}, the final one among them' },
  finalNotSent: { zh: '已报送{count}次，终报未报送', en: 'reports sent: {count}, the final one not yet' },
  finalNotAsked: { zh: '本级不要求上报', en: 'reports upward are no duty at this level' },
  atLevelFor: { zh: '{level}，已连续{span}', en: '{level}, {span} in a row' },
});
