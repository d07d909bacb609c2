import { defineText } from '../../../../base/text';

export const FOLLOW_TEXT = defineText({
  measures: { zh: '措施跟踪', en: 'Follow-up of the measures' },
  measuresSubtitle: {
    zh: '采纳 {count} 项，已完成或停止 {finished} 项。指标变动不能证明由措施引起，成效另见“措施成效”',
    en: 'Accepted: {count}, done or stopped: {finished}. That an indicator moves is no proof that the measure moved it; see “Effect of measures”',
  },
  none: { zh: '没有采纳的措施', en: 'No measure was accepted' },
  owner: { zh: '责任部门：{name}', en: 'Owner: {name}' },
  due: { zh: '完成期限：{day}', en: 'Due: {day}' },
  late: { zh: '已逾期', en: 'overdue' },
  expectedFall: { zh: '预期：{indicator}到{by}下降', en: 'Expected: {indicator} to fall by {by}' },
  expectedRise: { zh: '预期：{indicator}到{by}上升', en: 'Expected: {indicator} to rise by {by}' },
  expectedFallTo: {
    zh: '预期：{indicator}到{by}降至{target}',
    en: 'Expected: {indicator} to fall to {target} by {by}',
  },
  expectedRiseTo: {
    zh: '预期：{indicator}到{by}升至{target}',
    en: 'Expected: {indicator} to rise to {target} by {by}',
  },
  courseFailed: { zh: '指标进展未能取到', en: 'The course of the indicator could not be read' },
  series: { zh: '看走势', en: 'See the series' },
  history: { zh: '登记过的进展（{count}）', en: 'Progress on record ({count})' },
  form: { zh: '登记进展', en: 'Record progress' },
  again: { zh: '重新启动', en: 'Take it up again' },
  formOf: { zh: '登记进展：{measure}', en: 'Record progress: {measure}' },
  state: { zh: '措施状态', en: 'State of the measure' },
  note: { zh: '进展说明', en: 'What was done' },
  figureToo: { zh: '一并记下当前数字：{figure}', en: 'Recorded with it, the figure now: {figure}' },
});
