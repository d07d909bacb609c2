import { DEMONSTRATION_MARK } from '../../base/demonstration';
import { defineText } from '../../base/text';

/** Words that several exhibits share: heads of tables, what stands below every chart. */
export const EXHIBIT_TEXT = defineText({
  region: { zh: '地区', en: 'Region' },
  part: { zh: '所属', en: 'Part of' },
  level: { zh: '等级', en: 'Level' },
  index: { zh: '综合指数', en: 'Composite index' },
  indexOfHundred: { zh: '综合指数（0—100，越高越差）', en: 'Composite index (0–100, higher is worse)' },
  period: { zh: '时期', en: 'Period' },
  pointsShort: { zh: '百分点', en: 'pp' },

  demonstration: DEMONSTRATION_MARK,
  source: { zh: '来源：{sources}', en: 'Source: {sources}' },
  moreSources: { zh: '{sources}等{count}个来源', en: '{sources} and others, {count} sources in all' },
  known: { zh: '数据截至{day}', en: 'figures known up to {day}' },
  asOf: { zh: '按{day}已知的数据', en: 'as known on {day}' },
  asOfBehind: { zh: '（{day}时点）', en: ' (as known on {day})' },
  rules: { zh: '{name}{version}版', en: '{name} {version}' },
  ours: { zh: '（预警线为软件默认，非政策规定）', en: ' (its lines are defaults of ours, set by no policy)' },

  numbered: { zh: '{numeral}级', en: 'level {numeral}' },
  above: { zh: '{level}及以上', en: '{level} or above' },
  gaps: {
    zh: '其中{count}期无数据，断开不连。',
    en: 'Periods without a figure are left open: {count}.',
  },
  noFigure: { zh: '{names}无可比数据。', en: 'No figure that can be compared: {names}.' },
  cumulative: { zh: '{range}累计', en: '{range}, year to date' },
  andMore: { zh: '{items}等{count}个', en: '{items} and others, {count} in all' },
  inRow: { zh: '{names}等{count}个{noun}', en: '{count} {noun}' },
});
