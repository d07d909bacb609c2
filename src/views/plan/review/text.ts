import { defineText } from '../../../base/text';

export const REVIEW_TEXT = defineText({
  dueTitle: { zh: '何时评审', en: 'When it is due' },
  dueSubtitle: {
    zh: '文件第六（四）条要求完善应急预案。每 {months} 个月评审一次，每次{level}及以上预警结束后 {days} 个工作日内再评审：均为本产品默认，可在修订中更改。',
    en: 'Clause 6.4 wants the plan kept complete. Review every {months} months, and within {days} working days after each warning of {level} or worse has ended: defaults of ours, to be changed in a revision.',
  },
  last: { zh: '上次评审或修订：{day}', en: 'Last reviewed or revised: {day}' },
  lastNever: { zh: '留痕中没有评审或修订记录。', en: 'The audit trail holds no review or revision.' },
  spellsLoading: { zh: '正在查找已结束的预警……', en: 'Looking for warnings that have ended …' },
  reason: { zh: '事由', en: 'Reason' },
  due: { zh: '应于', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  overdue: { zh: '已逾期', en: 'overdue' },
  'due-soon': { zh: '近期到期', en: 'due soon' },
  later: { zh: '未到期', en: 'not due yet' },
  calendarNote: { zh: '工作日按工作日历计算', en: 'Working days by the working calendar' },

  formTitle: { zh: '登记一次评审', en: 'Record a review' },
  formSubtitle: {
    zh: '评审对象：现行预案第 {number} 版（{version}）。评审由自治区级登记。',
    en: 'Of the plan in force, version {number} ({version}). A review is recorded by the autonomous region.',
  },
  finding: { zh: '评审意见', en: 'Finding' },
  findingHint: {
    zh: '哪些条款、时限、措施、条件适用，哪些需要修订',
    en: 'which clauses, deadlines, measures and gates hold, and which need revision',
  },
  needFinding: { zh: '请填写评审意见', en: 'Write the finding' },
  save: { zh: '登记评审', en: 'Record the review' },

  historyTitle: { zh: '评审和修订记录', en: 'Reviews and revisions' },
  when: { zh: '时间', en: 'When' },
  what: { zh: '事项', en: 'What' },
  by: { zh: '办理', en: 'By' },
  words: { zh: '意见或理由', en: 'Finding or reason' },
  reviewed: { zh: '评审（{version}）', en: 'Review ({version})' },
  adopted: { zh: '修订，第 {number} 版自{from}起执行', en: 'Version {number}, in force from {from}' },
  none: { zh: '还没有评审或修订。', en: 'No review or revision yet.' },
});
