import { defineText } from '../../base/text';

export const PLAN_TEXT = defineText({
  screen: { zh: '预案', en: 'Plan' },
  tabs: { zh: '预案页面各部分', en: 'Parts of the plan screen' },
  matrix: { zh: '预案矩阵', en: 'Matrix' },
  versions: { zh: '版本与修订', en: 'Versions' },
  calendar: { zh: '工作日历', en: 'Working calendar' },
  review: { zh: '预案评审', en: 'Review of the plan' },
  recorded: { zh: '已记录（第 {seq} 条）', en: 'Recorded (entry {seq})' },
  refused: { zh: '未办理：{why}', en: 'Not done: {why}' },
  noRole: {
    zh: '请先在页面上方选择角色；本页各项办理由自治区级办理',
    en: 'Choose a role at the top first; what is done on this page is done by the autonomous region',
  },
});
