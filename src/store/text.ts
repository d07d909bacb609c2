import { defineText } from '../base/text';

export const STEP_TEXT = defineText({
  start: { zh: '正在启动', en: 'Starting' },
  restore: { zh: '正在读回已保存的数据', en: 'Reading kept data back' },
  fetch: { zh: '正在取数', en: 'Fetching figures' },
  read: { zh: '正在读取', en: 'Reading' },
  check: { zh: '正在核对', en: 'Checking' },
  prepare: { zh: '正在整理序列', en: 'Preparing series' },
  detect: { zh: '正在计算预警规则', en: 'Evaluating rules' },
  grade: { zh: '正在评定等级', en: 'Grading' },
  keep: { zh: '正在保存', en: 'Saving' },
});

export const SOURCE_TEXT = defineText({
  demonstration: { zh: '演示数据', en: 'Demonstration data' },
  feed: { zh: '数据接口', en: 'Data feed' },
  files: { zh: '导入的文件', en: 'Imported files' },
});

export const SESSION_TEXT = defineText({
  cutOff: {
    zh: '上次关闭时正在载入 {names}：未保存，数据仍是载入之前的状态',
    en: '{names} was being loaded when the program was closed: it was not saved, the data are as before',
  },
  cutOffTodo: { zh: '请重新导入', en: 'Import it again' },
  cutOffWhole: {
    zh: '上次关闭时正在载入 {names}：已完整保存',
    en: '{names} was being loaded when the program was closed: it was saved whole',
  },
  cutOffWholeTodo: { zh: '无需重新导入', en: 'There is no need to import it again' },
  feedStale: {
    zh: '数据接口未能取到，显示的是 {day} 取得的数据。原因：{why}',
    en: 'The feed could not be fetched; the figures of {day} are shown. Reason: {why}',
  },
  feedFaults: {
    zh: '数据接口有 {count} 处差错，相应数值未采用，详见数据页',
    en: 'The feed has {count} faults; those figures are left out, see the data screen',
  },
  feedEmpty: { zh: '数据接口没有一个可用的数值', en: 'The feed has no usable figure' },
  feedEmptyTodo: {
    zh: '请核对数据接口是否符合接口约定，或导入文件、使用演示数据',
    en: 'Check the feed against the contract, or import a file, or use the demonstration',
  },
  notKept: {
    zh: '数据已载入，但未能保存在本机：关闭或刷新页面后需重新导入',
    en: 'The data is loaded but could not be kept: after a reload it must be imported again',
  },
  stopped: { zh: '已停止', en: 'Stopped' },
  stoppedTodo: { zh: '可重试、导入文件或使用演示数据', en: 'Try again, import a file, or use the demonstration' },
  lost: { zh: '以下批次已损坏，未能读回', en: 'These batches are damaged and could not be read back' },
  lostTodo: { zh: '请重新导入相应文件', en: 'Import the files again' },
  gone: { zh: '该批次已不在本次会话中', en: 'The batch is no longer in this session' },
  goneTodo: { zh: '请重新导入该文件', en: 'Import the file again' },
});
