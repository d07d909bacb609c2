import { defineText } from '../base/text';

export const RESPONSE_STORE_TEXT = defineText({
  noRole: {
    zh: '尚未选择角色：请先在页面上方选择层级、地区并填写姓名',
    en: 'No role is chosen yet: choose layer, region and name at the top of the page first',
  },
  past: {
    zh: '当前显示的是 {day} 所知的数据：回看时不能办理，请先回到最新数据',
    en: 'The figures are shown as known on {day}: nothing can be done while looking at the past; go back to the newest figures first',
  },
  noFigures: {
    zh: '尚无评估结果，不能办理',
    en: 'There is no assessment yet; nothing can be done',
  },
  notRead: {
    zh: '本机留痕未能读出，未办理。原因：{why}',
    en: 'The trail on this device could not be read; nothing was done. Reason: {why}',
  },
  notKept: {
    zh: '未能记入留痕，未办理。原因：{why}',
    en: 'It could not be put on the trail; nothing was done. Reason: {why}',
  },
  notInForm: {
    zh: '这条记录不合规，未记入留痕，未办理：{faults}',
    en: 'The entry is not in the form that the trail keeps; nothing was done: {faults}',
  },
  faster: {
    zh: '另一窗口已先办理：{others}。因此：{why}',
    en: 'Another window was faster: {others}. Hence: {why}',
  },
  did: { zh: '{who}已{what}', en: '{who}: {what}' },
  moved: {
    zh: '本机留痕在此期间被清除或改动，未办理；请刷新页面后重试',
    en: 'The trail on this device was cleared or changed meanwhile; nothing was done; reload the page and try again',
  },
  cut: {
    zh: '留痕缺了末尾：本浏览器记得曾有第 {seq} 条，现在没有，或已是另一条',
    en: 'The end of the trail is missing: this browser remembers an entry {seq} that is no longer there, or is another one',
  },
});
