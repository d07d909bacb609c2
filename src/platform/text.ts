import { defineText } from '../base/text';

export const CONFIG_TEXT = defineText({
  unreachable: {
    zh: '未能读取设置文件 config.json，已改用演示数据',
    en: 'The settings file config.json could not be read; the demonstration is used instead',
  },
  bad: {
    zh: '设置文件 config.json 不合规定，已改用演示数据：{where} 应为{expected}，实为 {given}',
    en: 'The settings file config.json is faulty, the demonstration is used instead: {where} should be {expected}, is {given}',
  },
  indicators: {
    zh: 'config.json 所指的指标目录未能读取，仍用内置目录',
    en: 'The indicator list that config.json names could not be read; the built-in one is used',
  },
  badIndicators: {
    zh: 'config.json 所指的指标目录不合规定，仍用内置目录：{path} 应为{expected}',
    en: 'The indicator list that config.json names is faulty, the built-in one is used: {path} should be {expected}',
  },
  notJson: {
    zh: '设置文件 config.json 不是有效的 JSON，已改用演示数据',
    en: 'The settings file config.json is not valid JSON; the demonstration is used instead',
  },
  todo: {
    zh: '请维护人员核对该文件，或导入数据文件',
    en: 'Ask the maintainers to check the file, or import a data file',
  },
});

export const FEED_TEXT = defineText({
  offline: {
    zh: '未能连接数据接口（网络不通、地址有误，或接口不允许本站访问）',
    en: 'The feed could not be reached (no network, a wrong address, or it does not admit this site)',
  },
  timeout: { zh: '数据接口 {seconds} 秒内没有答复', en: 'The feed did not answer within {seconds} seconds' },
  status: { zh: '数据接口答复了错误状态 {status}', en: 'The feed answered with error status {status}' },
  notJson: {
    zh: '数据接口的答复不是 JSON（可能是登录页或错误页）',
    en: 'The answer of the feed is not JSON (perhaps a login or error page)',
  },
  text: { zh: '文本', en: 'text' },
  yesOrNo: { zh: 'true 或 false', en: 'true or false' },
  list: { zh: '列表 […]', en: 'a list […]' },
  shape: {
    zh: '数据接口的目录不合约定：{where} 应为{expected}，实为 {given}',
    en: 'The catalogue of the feed breaks the contract: {where} should be {expected}, is {given}',
  },
  otherOrigin: {
    zh: '数据接口的目录指向另一个站点，已拒绝',
    en: 'The catalogue of the feed points to another site; refused',
  },
  badUrl: { zh: '数据接口的地址不是有效的网址', en: 'The address of the feed is not a valid URL' },
  todo: {
    zh: '请稍后重试；若持续如此，请联系数据接口的管理人员，或先导入文件',
    en: 'Try again later; if it persists, ask those who run the feed, or import a file meanwhile',
  },
});

export const STORE_TEXT = defineText({
  missing: {
    zh: '此浏览器不能保存数据（无痕窗口或被策略禁止）',
    en: 'This browser cannot keep data (a private window, or forbidden by policy)',
  },
  missingTodo: {
    zh: '数据只在本页打开期间有效；请改用普通窗口，或联系系统管理人员',
    en: 'Data lasts only while this page is open; use an ordinary window or ask your administrator',
  },
  full: { zh: '本机存储空间不足，数据未保存', en: 'There is no room left on this device; the data was not saved' },
  fullTodo: {
    zh: '请移除不用的批次或清理磁盘后，再次导入',
    en: 'Remove batches that are no longer needed, or free disk space, and import again',
  },
  blocked: {
    zh: '另一个标签页正以旧版本打开本系统，数据库暂不能使用',
    en: 'Another tab has an older version of this program open; the database cannot be used meanwhile',
  },
  blockedTodo: { zh: '请关闭其他标签页后刷新本页', en: 'Close the other tabs and reload this page' },
  newer: {
    zh: '本机数据由更新版本的程序保存，当前版本不能读取',
    en: 'The data on this device was kept by a newer version of the program; this one cannot read it',
  },
  newerTodo: { zh: '请刷新页面以取得新版本', en: 'Reload the page to get the newer version' },
  closed: {
    zh: '数据库已被浏览器关闭（另一标签页正在升级，或数据已被清除）',
    en: 'The browser closed the database (another tab upgrades it, or data was cleared)',
  },
  reload: { zh: '请刷新本页', en: 'Reload this page' },
  broken: { zh: '本机数据库读写失败', en: 'The database on this device failed' },
  brokenTodo: {
    zh: '请刷新页面重试；若再次失败，请在浏览器设置中清除本站数据后重新导入',
    en: 'Reload and try again; if it fails again, clear the data of this site in the browser settings and import anew',
  },
  timeout: { zh: '本机数据库没有答复', en: 'The database on this device does not answer' },
  changed: {
    zh: '数据集在此期间已有变动，未作更改',
    en: 'The data set has changed meanwhile; nothing was done',
  },
  changedTodo: { zh: '请查看最新的变更记录后再试', en: 'Look at the latest changes and try again' },
});

export const BACKUP_TEXT = defineText({
  other: { zh: '这不是烽燧的备份文件', en: 'This is not a backup of Fengsui' },
  otherTodo: {
    zh: '请选择“备份”得到的文件；数据文件请在“导入”处选择',
    en: 'Choose a file that "Back up" made; files of figures go to the import',
  },
  newer: { zh: '备份由更新版本的程序制作', en: 'The backup was made by a newer version of the program' },
  newerTodo: { zh: '请刷新页面取得新版本后再恢复', en: 'Reload the page to get the newer version, then restore' },
  damaged: {
    zh: '备份文件不完整或已被改动，未恢复任何内容',
    en: 'The backup is incomplete or was changed; nothing was restored',
  },
  damagedTodo: { zh: '请换用另一份备份', en: 'Use another copy of the backup' },
});

export const WORKER_TEXT = defineText({
  crashed: {
    zh: '计算进程意外中止（可能是内存不足）',
    en: 'The computing process stopped unexpectedly (perhaps out of memory)',
  },
  crashedTodo: {
    zh: '已自动重新启动；请重试，数据较大时请分批导入',
    en: 'It was started again; try again, and import large data in parts',
  },
  inPage: {
    zh: '浏览器未能启动后台计算，已改在页面内计算：结果相同，载入大文件时页面会暂时停顿',
    en: 'The browser could not start the computing process; the page computes itself: the results are the same, but it may pause on large files',
  },
  inPageTodo: {
    zh: '请更新浏览器，或请系统管理人员允许本站运行 Web Worker，然后刷新页面',
    en: 'Update the browser, or ask your administrator to allow Web Workers for this site, then reload the page',
  },
  inner: { zh: '计算中出现意外错误', en: 'An unexpected error in the computation' },
  innerTodo: {
    zh: '请重试；若再次出现，请将以下文字报告给维护人员',
    en: 'Try again; if it comes back, report the text below to the maintainers',
  },
});

export const FILE_TEXT = defineText({
  unreadable: {
    zh: '文件读不出来（可能已被移动、改动，或没有读取权限）',
    en: 'The file cannot be read (moved, changed meanwhile, or not permitted)',
  },
  unreadableTodo: { zh: '请核对文件后重新选择', en: 'Check the file and choose it again' },
});

export const ENGINE_TEXT = defineText({
  nothingLoaded: { zh: '还没有载入数据', en: 'No data is loaded yet' },
  nothingLoadedTodo: { zh: '请先载入演示数据、数据源或文件', en: 'Load the demonstration, a feed or a file first' },
  batchGone: { zh: '该批数据已不在内存中', en: 'This batch is no longer in memory' },
  batchGoneTodo: { zh: '请重新选择文件导入', en: 'Choose the file again' },
  noFigures: { zh: '没有可用的数值：所有行都未载入', en: 'There are no figures to use: no row was taken' },
  noFiguresTodo: {
    zh: '请按问题清单修正文件，或先导入区划表',
    en: 'Mend the file by its list of faults, or bring a region table first',
  },
});

export const PART_TEXT = defineText({
  missing: {
    zh: '这一页的程序尚未取到：网络不通，或服务器已更新',
    en: 'This screen has not been fetched: no network, or the server has been updated',
  },
  todo: {
    zh: '数据没有受影响，已打开过的页仍可使用；网络恢复后请重新加载页面',
    en: 'The data is not affected, and screens opened before still work; reload the page once the network is back',
  },
});
