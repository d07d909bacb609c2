import { defineText } from '../../base/text';

/** What was done, one sentence per kind of act; who and when stand beside it. */
export const DEEDS = defineText({
  acknowledge: { zh: '签收{warning}', en: 'Acknowledged {warning}' },
  'verify-warning': { zh: '核实{warning}属实', en: 'Verified {warning}' },
  dismiss: { zh: '将{warning}判为误报', en: 'Marked {warning} as a false alarm' },
  reopen: { zh: '重新打开{warning}', en: 'Reopened {warning}' },
  'close-warning': { zh: '关闭{warning}', en: 'Closed {warning}' },
  note: { zh: '为{warning}添加备注', en: 'Added a note to {warning}' },
  silence: {
    zh: '静默{area}{indicators}最高至{level}的预警，至{until}止',
    en: 'Silenced warnings of {area}{indicators} up to {level}, until {until}',
  },
  unsilence: { zh: '提前结束一条静默', en: 'Ended a silence before its time' },
  'open-case': {
    zh: '启动{region}的评审“{title}”（{level}，数据截至{period}）',
    en: 'Opened a review of {region}, “{title}” ({level}, figures to {period})',
  },
  'check-figure': { zh: '核实项{item}：{result}', en: 'Checklist item{item}: {result}' },
  'assess-case': { zh: '填写研判：影响{persons}', en: 'Recorded the assessment: {persons}' },
  'give-opinion': { zh: '登记{department}意见：{stance}', en: 'Recorded the opinion of {department}: {stance}' },
  'hold-meeting': { zh: '登记{on}的会商会议', en: 'Recorded the consultation meeting of {on}' },
  'accept-measure': {
    zh: '采纳措施“{measure}”，由{department}牵头，{due}前完成',
    en: 'Accepted the measure “{measure}”, led by {department}, due {due}',
  },
  'reject-measure': { zh: '不采纳措施“{measure}”', en: 'Rejected the measure “{measure}”' },
  'send-report': {
    zh: '报出{stage}（{sentAt}，{channel}），报送对象：{to}',
    en: 'Sent the {stage} to {to} ({sentAt}, {channel})',
  },
  'follow-measure': { zh: '登记措施“{measure}”进展：{state}', en: 'Recorded the measure “{measure}” as {state}' },
  'stand-down': {
    zh: '作出解除决定（{met}/{all}项条件满足）',
    en: 'Recorded the decision to stand down ({met} of {all} conditions met)',
  },
  'after-action': { zh: '填写总结', en: 'Recorded the after-action note' },
  'advance-case': { zh: '评审转入“{stage}”环节', en: 'Moved the review to the stage “{stage}”' },
  'save-document': { zh: '保存{document}（{lang}）', en: 'Saved the {document} ({lang})' },
  'set-calendar': {
    zh: '修改工作日历，现有{n}天与内置日历不同',
    en: 'Changed the working calendar: {n} days now differ from the built-in one',
  },
  'adopt-plan': { zh: '启用预案{version}，自{from}起生效', en: 'Adopted the plan{version}, in force from {from}' },
  'review-plan': { zh: '评估预案 {version}', en: 'Reviewed the plan, version {version}' },
  'recognise-household': {
    zh: '于{on}认定{region}零就业家庭（编号 {household}）',
    en: 'Recognised a zero-employment household in {region} on {on} (number {household})',
  },
  'settle-household': {
    zh: '零就业家庭（编号 {household}）于{on}销号',
    en: 'Settled the zero-employment household of number {household} on {on}',
  },
  undo: { zh: '撤回第{seq}条', en: 'Took back entry {seq}' },
});

export const DEED_PARTS = defineText({
  warning: {
    zh: '{region}预警（{level}，数据截至{period}）',
    en: 'the warning of {region} ({level}, figures to {period})',
  },
  pending: { zh: '待定', en: 'pending' },
  reason: { zh: '{deed}。理由：{words}', en: '{deed}. Reason: {words}' },
  saying: { zh: '{deed}：{words}', en: '{deed}: {words}' },
  inReview: { zh: '{review}：{deed}', en: '{review}: {deed}' },
  below: { zh: '{region}及其下级地区', en: '{region} and the regions below it' },
  indicators: { zh: '仅由{indicators}引起的', en: ' that rest on {indicators} alone' },
  figureOf: { zh: '“{indicator}”（{region}，{period}）', en: ' “{indicator}” ({region}, {period})' },
  question: { zh: '“{question}”', en: ' “{question}”' },
  confirmed: { zh: '属实', en: 'confirmed' },
  suspect: { zh: '存疑', en: 'suspect' },
  cleared: { zh: '疑点已排除', en: 'cleared' },
  persons: { zh: '约 {n} 人', en: 'about {n} persons affected' },
  personsUnknown: { zh: '人数无法判断', en: 'the number of persons affected cannot be told' },
  first: { zh: '首报', en: 'first report' },
  progress: { zh: '续报', en: 'progress report' },
  final: { zh: '终报', en: 'final report' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  version: { zh: '{version}版', en: ', version {version}' },
});
