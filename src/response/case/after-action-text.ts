import { defineText } from '../../base/text';

export const AFTER_WORDS = defineText({
  spell: {
    zh: '{region}自{since}起预警，最高{top}，{until}。',
    en: '{region} was under warning from {since}, at most {top}; {until}.',
  },
  onlyPending: { zh: '仅为待确认信号', en: 'signals pending' },
  pendingShort: { zh: '待确认', en: 'pending' },
  goesOn: { zh: '最新一期仍在持续', en: 'it still goes on in the newest period' },
  ended: { zh: '最后一期为{period}', en: 'its last period was {period}' },
  move: { zh: '{period}{level}', en: '{period} {level}' },
  moves: { zh: '等级变化：{moves}。', en: 'Levels: {moves}.' },
  byHand: {
    zh: '{region}的评审由人工启动，等级{level}。',
    en: 'The review of {region} was opened by hand, at {level}.',
  },
  opened: { zh: '评审于{at}启动。', en: 'The review was opened on {at}.' },
  checked: {
    zh: '核实数据{confirmed}项属实，{cleared}项存疑后排除，{suspect}项仍存疑。',
    en: 'Figures and questions: {confirmed} confirmed, {cleared} doubted and cleared, {suspect} still in doubt.',
  },
  notAssessed: { zh: '未作影响评估。', en: 'No assessment was made.' },
  personsUnknown: { zh: '受影响人数无法判断。', en: 'The number of persons affected could not be told.' },
  persons: { zh: '评估受影响{persons}人。依据：{basis}', en: 'Persons affected: {persons}. Basis: {basis}' },
  consulted: {
    zh: '会商{meetings}次，收到部门意见{opinions}份。',
    en: 'Meetings: {meetings}; opinions of departments: {opinions}.',
  },
  decided: {
    zh: '采取措施{accepted}项，不采取{rejected}项。',
    en: 'Measures accepted: {accepted}; rejected: {rejected}.',
  },
  reported: { zh: '向上报送{count}次。', en: 'Reports sent upward: {count}.' },
  noMeasures: { zh: '没有采取措施。', en: 'No measure was accepted.' },
  expected: {
    zh: '{measure}：预期{indicator}在{by}前{direction}{target}。',
    en: '{measure}: {indicator} expected to {direction}{target} by {by}.',
  },
  fall: { zh: '下降', en: 'fall' },
  rise: { zh: '上升', en: 'rise' },
  target: { zh: '至{value}', en: ' to {value}' },
  noTarget: { zh: '（未定目标值）', en: ' (no target set)' },
  actual: { zh: '{measure}（{state}）：{verdict}；{words}', en: '{measure} ({state}): {verdict}; {words}' },
  notAsked: { zh: '指标情况未取得', en: 'its indicator was not looked up' },
  nothingComputed: {
    zh: '没有可供计算的预警过程和时限记录。',
    en: 'There is no course of a warning and no clock from which anything could be computed.',
  },
  neverCounted: { zh: '预警过程中未达到任何等级。', en: 'The warning never came to a level.' },
  leadPeriods: {
    zh: '自{since}起到{period}达到{level}，历时{span}。',
    en: 'From its beginning in {since} to {level} in {period}: {span}.',
  },
  leadDays: {
    zh: '自{since}起到{period}达到{level}，历时{span}，按数据获知日期相隔{days}天。',
    en: 'From its beginning in {since} to {level} in {period}: {span}, {days} days by the dates on which figures came in.',
  },
  noLead: {
    zh: '{period}首期即达到{level}，此前没有待确认信号。',
    en: '{level} came in the first period, {period}: no signal was pending before it.',
  },
  reference: {
    zh: '以{period}（首次达到评审等级{level}）为准：',
    en: 'Held against {period}, the first period at the level of the review ({level}):',
  },
  referenceAny: {
    zh: '未达到评审等级{level}，以首次定级的{period}为准：',
    en: 'Held against {period}, the first period at any level, since that of the review ({level}) was not reached:',
  },
  early: { zh: '提前计入的规则{count}项：{rules}', en: 'Rules that counted before it ({count}): {rules}' },
  same: { zh: '同期计入的规则{count}项：{rules}', en: 'Rules that counted with it ({count}): {rules}' },
  late: { zh: '滞后计入的规则{count}项：{rules}', en: 'Rules that counted after it ({count}): {rules}' },
  never: {
    zh: '越线而始终未确认的规则{count}项：{rules}',
    en: 'Rules over their line and never confirmed ({count}): {rules}',
  },
  doubted: {
    zh: '所依据数字核实中仍存疑的规则{count}项：{rules}',
    en: 'Rules that rest on figures still in doubt ({count}): {rules}',
  },
  by: { zh: '{rule}（{span}）', en: '{rule} ({span})' },
});
