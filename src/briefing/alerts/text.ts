import { defineText } from '../../base/text';

export const ALERT_TEXT = defineText({
  event: { zh: '失业风险预警', en: 'Unemployment risk warning' },
  headline: { zh: '{region}失业风险{level}预警', en: '{region}: unemployment risk warning, {level}' },
  headlineEnd: { zh: '{region}失业风险预警解除', en: '{region}: unemployment risk warning lifted' },
  headlineFalse: {
    zh: '{region}失业风险预警核实为误报',
    en: '{region}: unemployment risk warning found to be a false alarm',
  },
  mark: { zh: '【测试·虚构数据】{text}', en: '[TEST, invented figures] {text}' },
  exerciseMark: { zh: '【演练】{text}', en: '[EXERCISE] {text}' },
  now: { zh: '{period}等级为{level}。', en: 'Level in {period}: {level}.' },
  since: { zh: '预警始于{since}，等级变化：{course}。', en: 'The warning began in {since}; levels since: {course}.' },
  step: { zh: '{period} {level}', en: '{period} {level}' },
  index: { zh: '综合指数 {index}（0—100）。', en: 'Composite index {index} (0–100).' },
  signals: { zh: '达到预警线的规则共{count}项：{signals}。', en: 'Rules past a line: {count}: {signals}.' },
  signalsMore: {
    zh: '达到预警线的规则共{count}项，最重的{most}项：{signals}。',
    en: 'Rules past a line: {count}; the {most} worst: {signals}.',
  },
  signal: { zh: '{rule} {level}', en: '{rule} {level}' },
  diffusion: { zh: '等级来自下级地区。', en: 'The level comes from the areas below.' },
  recovering: {
    zh: '各项信号已回落，待确认解除。',
    en: 'All signals are back under their lines and wait to be cleared.',
  },
  stale: { zh: '最新数据缺失，沿用上期等级。', en: 'The newest figures are missing; the level is held over.' },
  insufficient: {
    zh: '最新数据不足，无法判断现时等级，不等于正常。',
    en: 'The newest figures do not suffice to tell the level; that does not mean normal.',
  },
  unsure: { zh: '部分数据缺失，等级可能偏低。', en: 'Some figures are missing; the level may be too low.' },
  ended: { zh: '{period}后各项指标已不在预警等级。', en: 'After {period} the region is no longer at a warning level.' },
  closed: { zh: '主管部门已结束该预警。', en: 'The office in charge has closed the warning.' },
  falseAlarm: {
    zh: '主管部门核实后认定为误报。',
    en: 'The office in charge verified the figures and found a false alarm.',
  },
  ours: {
    zh: '阈值、分级及与本协议用语的对应均为本产品默认设置。',
    en: 'Thresholds, grading and their translation into the words of this protocol are defaults of the product.',
  },
  instruction: {
    zh: '由{responds}负责响应，{reviews}负责评审，报{reportsTo}。',
    en: 'Responds: {responds}. Reviews the plan: {reviews}. Report to: {reportsTo}.',
  },
  instructionBasis: {
    zh: '依据预案第{clause}条；哪一级由哪一层响应是本产品默认设置。',
    en: 'Clause {clause}; which layer answers which level is a default of the product.',
  },
  instructionEnd: { zh: '按预案规定转入后续跟踪。', en: 'Follow up as the plan says.' },
  restriction: {
    zh: '供人力资源社会保障等政府部门使用，未经批准不对公众发布。',
    en: 'For government offices of labour and those who work with them; not for the public unless approved.',
  },
  noteTest: {
    zh: '演示数据，全部虚构，不反映任何地区实际情况。收到者不必处理。',
    en: 'Demonstration, all figures invented; says nothing of any real place. To be disregarded.',
  },
  noteExercise: { zh: '演练。', en: 'Exercise.' },
  feed: { zh: '失业风险预警', en: 'Unemployment risk warnings' },
  feedSubtitle: { zh: '数据截至{period}，规则{rules}。', en: 'Figures up to {period}, rules {rules}.' },
});
