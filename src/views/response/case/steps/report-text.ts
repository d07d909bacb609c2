import { defineText } from '../../../../base/text';

export const REPORT_TEXT = defineText({
  duty: { zh: '向上报告', en: 'Reporting upward' },
  dutySubtitle: {
    zh: '报告时限不等评审进度，任何环节都可以上报；已发出的报告不能撤回',
    en: 'Its clock does not wait for the review: report at any stage. What was sent cannot be undone',
  },
  to: { zh: '报告对象', en: 'To whom' },
  must: { zh: '上报义务', en: 'Duty' },
  mustReport: { zh: '须按程序向上级报告（{clause}）', en: 'must report upward by procedure ({clause})' },
  mayReport: { zh: '按预案报告', en: 'reports as the plan says' },
  clock: { zh: '首次报告时限', en: 'First report due' },
  sent: { zh: '已发出的报告', en: 'Reports sent' },
  noneSent: { zh: '尚未登记报告', en: 'No report entered yet' },
  number: { zh: '第{count}次报告', en: 'Report {count}' },
  first: { zh: '首次报告', en: 'first report' },
  progress: { zh: '续报', en: 'progress report' },
  final: { zh: '终报', en: 'final report' },
  form: { zh: '登记已发出的报告', en: 'Enter a report that was sent' },
  kind: { zh: '报告类别', en: 'Kind of report' },
  channel: { zh: '报送方式', en: 'Channel' },
  channelHint: {
    zh: '如公文交换、专报、电话后补书面',
    en: 'such as official dispatch, special report, telephone with the paper to follow',
  },
  sentAt: { zh: '发出时间（北京时间）', en: 'Sent at (Beijing time)' },
  proof: { zh: '凭证', en: 'Proof' },
  proofHint: { zh: '文号、回执号或签收人', en: 'number of the paper, of the receipt, or who took it' },
  enter: { zh: '登记报告', en: 'Enter the report' },
  cannotUndo: { zh: '登记后不能撤回', en: 'cannot be undone once entered' },
  future: { zh: '发出时间不能晚于现在', en: 'It cannot have been sent later than now' },
  line: { zh: '致{to}，{channel}，凭证：{proof}', en: 'To {to}, {channel}; proof: {proof}' },
});
