import { defineText } from '../../../base/text';

export const CALENDAR_TEXT = defineText({
  title: { zh: '工作日历 {year} 年', en: 'Working calendar {year}' },
  subtitle: {
    zh: '按工作日计算的时限都用这份日历。点选一天即在“上班”和“休息”之间切换；保存后立即生效并留痕。',
    en: 'All deadlines in working days run by this calendar. Choose a day to turn it from work to rest or back; once saved it holds at once and stands on the audit trail.',
  },
  year: { zh: '年份', en: 'Year' },
  yearNotPublished: { zh: '{year}（未收录）', en: '{year} (not in yet)' },
  source: { zh: '收录的安排：{source}', en: 'Arrangements in the calendar: {source}' },
  weekdays: { zh: '一 二 三 四 五 六 日', en: 'Mo Tu We Th Fr Sa Su' },
  work: { zh: '上班', en: 'work' },
  weekend: { zh: '周末休息', en: 'weekend' },
  holiday: { zh: '放假', en: 'holiday' },
  'make-up': { zh: '调休上班', en: 'make-up work day' },
  holidayMark: { zh: '休', en: 'off' },
  makeUpMark: { zh: '班', en: 'on' },
  edited: { zh: '已改', en: 'edited' },
  editedLegend: { zh: '下有横线：与随系统提供的安排不同', en: 'underlined: differs from the calendar as shipped' },
  dayLabel: { zh: '{day}，{kind}', en: '{day}, {kind}' },
  keys: { zh: '方向键移动，回车或空格切换', en: 'Arrow keys move, Enter or Space turns the day' },
  workdays: { zh: '全年 {count} 个工作日', en: '{count} working days in the year' },

  pending: { zh: '待保存的更改', en: 'Changes to be saved' },
  noPending: { zh: '没有待保存的更改。', en: 'No changes to be saved.' },
  day: { zh: '日期', en: 'Day' },
  before: { zh: '原为', en: 'Was' },
  after: { zh: '改为', en: 'Becomes' },
  reason: { zh: '依据或理由', en: 'Reason or notice' },
  reasonHint: {
    zh: '如：国务院办公厅关于某年部分节假日安排的通知',
    en: 'for instance the notice of the State Council on that year’s holidays',
  },
  save: { zh: '保存日历', en: 'Save the calendar' },
  discard: { zh: '放弃更改', en: 'Discard changes' },
  needReason: { zh: '请填写依据或理由', en: 'Give the reason or the notice' },
  kept: { zh: '未保存的更改保留在本机。', en: 'What is not saved yet is kept in this browser.' },
});
