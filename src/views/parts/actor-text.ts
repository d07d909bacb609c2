import { defineText } from '../../base/text';

export const ACTOR_TEXT = defineText({
  bar: { zh: '办理角色', en: 'Who acts' },
  none: { zh: '尚未选择角色：只能查看，不能办理。', en: 'No role chosen: you can look, but not act.' },
  now: { zh: '办理角色：', en: 'Acting as: ' },
  trust: {
    zh: '角色由使用者自选，未经身份认证；所办各项按所填角色和姓名留痕。',
    en: 'A role is chosen, not authenticated; every act is put on record under the role and name given here.',
  },
  gone: {
    zh: '该角色所属地区不在当前区划内，请重新选择。',
    en: 'The region of this role is not among the regions shown; choose again.',
  },
  role: { zh: '层级', en: 'Layer' },
  region: { zh: '地区', en: 'Region' },
  choose: { zh: '请选择', en: 'Choose' },
  name: { zh: '姓名', en: 'Name' },
  needName: { zh: '请填写姓名', en: 'Enter a name' },
  needRegion: { zh: '请选择地区', en: 'Choose a region' },
  save: { zh: '确定', en: 'Set' },
  cancel: { zh: '取消', en: 'Cancel' },
  pick: { zh: '选择角色', en: 'Choose a role' },
  change: { zh: '更改角色', en: 'Change role' },
  past: {
    zh: '正在回看 {day} 所知的数据：只能查看，不能办理。',
    en: 'Shown as known on {day}: you can look, but not act.',
  },
});

export const CHAIN_TEXT = defineText({
  title: { zh: '留痕核验未通过', en: 'The audit trail does not verify' },
  count: { zh: '{count} 处异常', en: 'Faults: {count}' },
  stays: {
    zh: '记录仍可查阅，此后办理的仍逐条接续留痕；请保留现场，导出留痕并与备份核对。',
    en: 'Everything can still be read, and later acts are still chained; leave things as they are, export the trail and compare it with a backup.',
  },
  look: { zh: '查看留痕', en: 'See the audit trail' },
  more: { zh: '另有 {count} 处，见“响应—留痕”', en: '{count} more: see Response, Audit trail' },
  failed: { zh: '留痕未能读出，暂不能办理。', en: 'The audit trail could not be read; nothing can be done for now.' },
  retry: { zh: '重试', en: 'Try again' },
});
