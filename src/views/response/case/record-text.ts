import { defineText } from '../../../base/text';

/** Words of the printed review. */
export const RECORD_TEXT = defineText({
  judged: { zh: '{what}：{says}（{who}）', en: '{what}: {says} ({who})' },
  noted: { zh: '{result}，{note}', en: '{result}, {note}' },
  opinion: { zh: '{name}：{stance}。{opinion}（{who}）', en: '{name}: {stance}. {opinion} ({who})' },
  meeting: { zh: '{on}{place}，参加：{names}。{minutes}', en: '{on} {place}, present: {names}. {minutes}' },
  nothing: { zh: '没有登记', en: 'Nothing on record' },
  none: { zh: '无', en: 'none' },
  question: { zh: '程序性问题', en: 'Question of procedure' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  suspect: { zh: '存疑', en: 'suspect' },
  cleared: { zh: '疑点已排除', en: 'cleared' },
  persons: { zh: '涉及 {persons} 人。', en: 'Persons affected: {persons}. ' },
  personsUnknown: { zh: '涉及人数无法判断。', en: 'Persons affected: cannot be told. ' },
  groups: { zh: '重点群体：', en: 'Key groups: ' },
  districts: { zh: '地区：', en: 'Districts: ' },
  fund: {
    zh: '失业保险基金结余 {balance} 万元，月支出 {outlay} 万元。',
    en: 'Unemployment-insurance fund: balance {balance}, monthly outlay {outlay} (10,000 yuan).',
  },
  accepted: { zh: '采纳，由{owner}负责，{due}前完成', en: 'accepted, {owner}, due {due}' },
  rejected: { zh: '不采纳', en: 'rejected' },
  met: { zh: '满足', en: 'met' },
  notMet: { zh: '不满足', en: 'not met' },
  unknown: { zh: '无法判断', en: 'cannot be told' },
});
