import { defineText, type Text } from '../../base/text';
import type { Stage } from '../case/case';
import type { Layer } from '../plan';
import type { DocumentKind, MeasureState, Stance } from './act';
import type { GuardId } from './machine';

/** The office of a layer, within a sentence. */
export const LAYER_OFFICES: Readonly<Record<Layer, Text>> = {
  county: { zh: '旗县（市区）', en: 'banner or county office' },
  league: { zh: '盟市', en: 'league or city office' },
  region: { zh: '自治区', en: 'autonomous region office' },
};

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  verify: { zh: '核实', en: 'Verify' },
  assess: { zh: '研判', en: 'Assess' },
  consult: { zh: '会商', en: 'Consult' },
  decide: { zh: '决策', en: 'Decide' },
  report: { zh: '上报', en: 'Report upward' },
  'follow-up': { zh: '跟踪', en: 'Follow up' },
  'stand-down': { zh: '解除', en: 'Stand down' },
  'after-action': { zh: '总结', en: 'After-action note' },
  closed: { zh: '办结', en: 'Closed' },
};

export const STANCE_NAMES: Readonly<Record<Stance, Text>> = {
  agree: { zh: '同意', en: 'agrees' },
  'agree-with-changes': { zh: '修改后同意', en: 'agrees with changes' },
  disagree: { zh: '不同意', en: 'disagrees' },
};

export const MEASURE_STATE_NAMES: Readonly<Record<MeasureState, Text>> = {
  planned: { zh: '待实施', en: 'planned' },
  running: { zh: '实施中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  stopped: { zh: '已停止', en: 'stopped' },
};

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, Text>> = {
  notice: { zh: '预警通知', en: 'warning notice' },
  report: { zh: '情况报告', en: 'report upward' },
  minutes: { zh: '会商纪要', en: 'consultation minutes' },
  assignment: { zh: '措施任务分解表', en: 'measure assignment list' },
  lifting: { zh: '解除通知', en: 'notice of lifting' },
  'after-action': { zh: '评估总结', en: 'after-action report' },
};

export const WHO_WORDS = defineText({
  noName: { zh: '请先填写经办人姓名', en: 'Enter the name of the person who acts first.' },
  noSuchRegion: {
    zh: '地区表中没有代码 {code}，请重新选择办理单位',
    en: 'The table of regions has no code {code}: choose the office again.',
  },
  otherLayer: {
    zh: '{region}不是{role}一级的地区，请重新选择办理单位',
    en: '{region} is not a region of this layer ({role}): choose the office again.',
  },
  otherArea: {
    zh: '{region}不在本单位辖区内，由该地区或其上级单位办理',
    en: '{region} is outside the area of your office; its own office or one above it may act.',
  },
  higherLayer: {
    zh: '此项须由{needed}或其上级办理，{role}不能办理',
    en: 'This is for the {needed} or one above it, not for a {role}.',
  },
  topLayer: { zh: '此项须由{needed}办理，{role}不能办理', en: 'This is for the {needed}, not for a {role}.' },
  notYours: {
    zh: '该操作由{region}（{office}）记录，只能由同一单位或其上级撤回',
    en: 'It was recorded by the {office} of {region}; only that office or one above it may take it back.',
  },
});

export const GUARD_WORDS: Readonly<Record<GuardId, Text>> = {
  'something-judged': { zh: '至少核实一项数据', en: 'at least one figure has been judged' },
  'nothing-suspect': {
    zh: '没有仍存疑的核实项，或说明理由',
    en: 'no item of the checklist is left suspect, or a reason is given',
  },
  'assessment-there': { zh: '已填写研判意见', en: 'the assessment has been recorded' },
  consulted: {
    zh: '已有牵头部门意见，或已召开会商会议',
    en: 'the leading department has given its opinion, or a meeting was held',
  },
  'measure-accepted': {
    zh: '至少采纳一项措施，或说明理由',
    en: 'at least one measure is accepted, or a reason is given',
  },
  'report-sent': {
    zh: '该等级须上报的，已报出首报',
    en: 'where the level must be reported, the first report has been sent',
  },
  'measures-finished': { zh: '采纳的措施均已完成或停止', en: 'every accepted measure is done or stopped' },
  'stood-down': { zh: '已作出解除决定', en: 'the decision to stand down has been recorded' },
  'noted-after': { zh: '已完成总结', en: 'the after-action note has been recorded' },
};

/** State of a warning as people left it, within a sentence. */
export const RECORD_STATE_NAMES = defineText({
  new: { zh: '尚未签收', en: 'not acknowledged yet' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  verified: { zh: '已核实', en: 'verified' },
  'false-alarm': { zh: '已判为误报', en: 'marked as a false alarm' },
  'under-review': { zh: '评审中', en: 'under review' },
  closed: { zh: '已关闭', en: 'closed' },
});

/** What each act is called, as the subject of a refusal. */
export const ACT_NAMES = defineText({
  acknowledge: { zh: '签收', en: 'Acknowledging' },
  'verify-warning': { zh: '核实', en: 'Verifying' },
  dismiss: { zh: '判为误报', en: 'Marking as a false alarm' },
  reopen: { zh: '重新打开', en: 'Reopening' },
  'close-warning': { zh: '关闭预警', en: 'Closing the warning' },
  note: { zh: '备注', en: 'Adding a note' },
  silence: { zh: '静默', en: 'Silencing' },
  unsilence: { zh: '结束静默', en: 'Ending the silence' },
  'open-case': { zh: '启动评审', en: 'Opening a review' },
  'check-figure': { zh: '核实数据', en: 'Judging a figure' },
  'assess-case': { zh: '填写研判', en: 'Recording the assessment' },
  'give-opinion': { zh: '登记部门意见', en: 'Recording an opinion' },
  'hold-meeting': { zh: '登记会商会议', en: 'Recording a meeting' },
  'accept-measure': { zh: '采纳措施', en: 'Accepting a measure' },
  'reject-measure': { zh: '不采纳措施', en: 'Rejecting a measure' },
  'send-report': { zh: '登记上报', en: 'Recording a report upward' },
  'follow-measure': { zh: '登记措施进展', en: 'Recording the progress of a measure' },
  'stand-down': { zh: '解除响应', en: 'Standing down' },
  'after-action': { zh: '填写总结', en: 'Recording the after-action note' },
  'advance-case': { zh: '转入其他环节', en: 'Moving to another stage' },
  'save-document': { zh: '保存文书', en: 'Saving a document' },
  'set-calendar': { zh: '修改工作日历', en: 'Changing the calendar' },
  'adopt-plan': { zh: '启用预案版本', en: 'Adopting a version of the plan' },
  'review-plan': { zh: '登记预案评估', en: 'Recording a review of the plan' },
  'recognise-household': { zh: '认定零就业家庭', en: 'Recognising a zero-employment household' },
  'settle-household': { zh: '零就业家庭销号', en: 'Settling a zero-employment household' },
  undo: { zh: '撤回', en: 'Taking back' },
});
