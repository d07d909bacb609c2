import { defineText } from '../../base/text';

/** Why an act is not taken, and what would be. */
export const REFUSALS = defineText({
  unknownAct: { zh: '没有这种操作', en: 'There is no such act.' },
  form: { zh: '{act}的内容不合规：{faults}', en: '{act}: not in the form that is kept: {faults}' },
  blank: { zh: '{act}须填写“{field}”', en: '{act} needs “{field}”.' },

  move: {
    zh: '该预警{state}，不能{act}；此时可以：{open}',
    en: 'The warning is {state}: {act} is not open. Open now: {open}.',
  },
  onlyRisen: {
    zh: '该预警{state}，等级未再升高，不能再次{act}',
    en: 'The warning is {state} and has not risen since: {act} again is not open.',
  },
  risenFirst: { zh: '该预警等级又有升高，请先签收', en: 'The warning has risen since: acknowledge it first.' },
  underReview: {
    zh: '该预警正在评审，随评审办结而关闭',
    en: 'The warning is under review and ends when the review is closed.',
  },
  levelStands: {
    zh: '数据显示该预警仍在持续，等级结束后方可关闭；如为误报请选“误报”',
    en: 'By the figures the warning goes on: it can be closed when its level has ended. If it is a false alarm, mark it as one.',
  },
  silenceTwice: { zh: '该静默编号已使用', en: 'There is a silence of this number already.' },
  noSilence: { zh: '没有这条静默', en: 'There is no such silence.' },
  silenceEnded: { zh: '该静默已经结束', en: 'The silence has ended already.' },
  silenceRed: {
    zh: 'Ⅰ级预警不得静默，最高到Ⅱ级',
    en: 'A warning of level Ⅰ is never silenced: up to Ⅱ at most.',
  },
  silencePast: { zh: '静默截止日期不能早于今天', en: 'A silence cannot end before today.' },
  silenceLong: {
    zh: '静默最长{days}天（本产品默认值）',
    en: 'A silence lasts {days} days at most (a default of this product).',
  },

  noCase: { zh: '没有这项评审', en: 'There is no such review.' },
  caseTwice: { zh: '该评审编号已使用', en: 'There is a review of this number already.' },
  regionBusy: {
    zh: '{region}已有一项评审未办结，请在其中办理',
    en: 'A review of {region} is open already: act within it.',
  },
  otherRegion: { zh: '该预警不属于{region}', en: 'The warning is not one of {region}.' },
  closedCase: { zh: '该评审已办结，不能再改动', en: 'The review is closed and cannot be changed.' },
  stage: {
    zh: '评审处于“{stage}”环节，不能{act}；可在以下环节办理：{open}',
    en: 'The review is at the stage “{stage}”: {act} is not open there, but at: {open}.',
  },
  noStage: { zh: '没有这个环节', en: 'There is no such stage.' },
  sameStage: { zh: '评审已处于“{stage}”环节', en: 'The review is at the stage “{stage}” already.' },
  skipped: {
    zh: '环节须依次进行，下一环节是“{next}”',
    en: 'Stages follow each other: the next one is “{next}”.',
  },
  backReason: { zh: '退回前面的环节须说明理由', en: 'Going back to an earlier stage needs a reason.' },
  guard: { zh: '进入“{stage}”环节的条件尚未具备：{words}', en: 'Not yet open: the stage “{stage}” asks that {words}.' },

  noMeasure: { zh: '现行预案中没有这项措施', en: 'The plan in force has no such measure.' },
  notOpenYet: {
    zh: '“{measure}”自{from}起可采取，本评审现为{level}；预警等级如已升高，请先签收该预警',
    en: '“{measure}” is open from {from}; the review is at {level}. If the warning has risen, acknowledge it first.',
  },
  decision: {
    zh: '“{measure}”在{level}须经自治区决定，请填写依据的决定',
    en: 'At {level} “{measure}” is opened by a decision of the autonomous region: name it.',
  },
  noDepartment: { zh: '现行预案中没有这个部门', en: 'The plan in force has no such department.' },
  dueBefore: { zh: '完成期限不能早于今天', en: 'The due day cannot be before today.' },
  expectedPeriod: {
    zh: '预期时期的写法不对，例如 2026-10',
    en: 'The period of the expected effect is spelt like 2026-10.',
  },
  expectedPast: { zh: '预期成效的时期须在今天之后', en: 'The period of the expected effect must end after today.' },
  accepted: {
    zh: '该措施已采纳并已开始跟踪，不能改动；如不再实施，请登记为“已停止”',
    en: 'The measure was accepted and is being followed: it cannot be changed. If it is given up, record it as stopped.',
  },
  notAccepted: {
    zh: '该措施未被采纳，不能登记进展',
    en: 'The measure is not an accepted one: there is no progress to record.',
  },
  finished: {
    zh: '该措施{state}，只能登记为重新启动（“实施中”）',
    en: 'The measure is {state}: from there it can only be taken up again, as running.',
  },

  reportTwice: { zh: '该上报编号已使用', en: 'There is a report of this number already.' },
  sentLater: { zh: '报出时间不能晚于现在', en: 'A report cannot have been sent later than now.' },
  meetingLater: { zh: '会议日期不能晚于今天', en: 'A meeting that was held cannot be later than today.' },
  conditionReason: {
    zh: '有解除条件未满足或不明，须说明理由',
    en: 'A condition for standing down is not met or not known: give the reason.',
  },
  suspectNote: { zh: '存疑的须说明疑点', en: 'Say what is suspect about it.' },
  clearedNote: { zh: '排除疑点须说明如何排除', en: 'Say how the doubt was cleared.' },
  stillSuspect: {
    zh: '该项已标为存疑，不能直接确认；请说明如何排除疑点',
    en: 'The item is marked as suspect: it is not confirmed but cleared, with how.',
  },
  notSuspect: { zh: '该项没有存疑，无需排除疑点', en: 'The item is not suspect: there is no doubt to clear.' },
  negative: { zh: '人数和金额不能为负', en: 'Persons and amounts cannot be negative.' },

  calendarDay: { zh: '日历中有不存在的日期：{day}', en: 'The calendar has a day that does not exist: {day}.' },
  planPast: { zh: '预案生效日期不能早于今天', en: 'A version of the plan cannot come into force before today.' },
  planNothing: { zh: '没有预案内容', en: 'There is no plan in it.' },

  householdTwice: { zh: '该家庭编号已认定', en: 'The household of this number is recognised already.' },
  noHousehold: { zh: '没有这户零就业家庭', en: 'There is no such household.' },
  settled: { zh: '该户已销号', en: 'The household is settled already.' },
  dayLater: { zh: '日期不能晚于今天', en: 'The day cannot be later than today.' },
  settledBefore: { zh: '销号日期不能早于认定日期', en: 'A household cannot be settled before it was recognised.' },
  noSuchRegion: { zh: '地区表中没有代码 {code}', en: 'The table of regions has no code {code}.' },

  undoNothing: { zh: '没有这条记录，或已撤回', en: 'There is no such entry, or it was taken back already.' },
  undoNotLast: {
    zh: '其后对同一事项还有记录，请从最后一条起撤回',
    en: 'Later entries on the same thing stand: take back from the last one.',
  },
  undoNever: {
    zh: '该操作不能撤回：{act}',
    en: 'This is an act that cannot be taken back: {act}.',
  },
});

/** Fields that must hold words, as the forms call them. */
export const FIELD_NAMES = defineText({
  reason: { zh: '理由', en: 'reason' },
  note: { zh: '说明', en: 'note' },
  id: { zh: '编号', en: 'number' },
  case: { zh: '评审编号', en: 'number of the review' },
  title: { zh: '标题', en: 'title' },
  item: { zh: '核实项', en: 'item' },
  opinion: { zh: '意见', en: 'opinion' },
  minutes: { zh: '会议纪要', en: 'minutes' },
  why: { zh: '提出理由', en: 'why it is proposed' },
  owner: { zh: '牵头部门', en: 'owner' },
  report: { zh: '上报编号', en: 'number of the report' },
  to: { zh: '接收单位或环节', en: 'to whom or where' },
  channel: { zh: '报送方式', en: 'channel' },
  proof: { zh: '报送凭证', en: 'proof that it was sent' },
  summary: { zh: '总体情况', en: 'summary' },
  lessons: { zh: '经验教训', en: 'lessons' },
  version: { zh: '预案版本', en: 'version of the plan' },
  finding: { zh: '评估结论', en: 'finding' },
  household: { zh: '家庭编号', en: 'number of the household' },
  how: { zh: '就业去向', en: 'how it was settled' },
});
