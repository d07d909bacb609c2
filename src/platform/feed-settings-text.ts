import { defineText } from '../base/text';

export const FEED_SETTINGS_TEXT = defineText({
  headerNoName: { zh: '请填写请求头的名称，或删去这一行', en: 'Give the header a name, or remove the line' },
  headerBadName: {
    zh: '“{name}”不能作请求头的名称：只能用英文字母、数字和 - _ . 等符号',
    en: '"{name}" cannot be the name of a header: letters, digits and signs such as - _ . only',
  },
  headerForbidden: {
    zh: '“{name}”由浏览器掌管，网页不能设置；请与接口管理人员约定另一个名称，如 X-Api-Key 或 Authorization',
    en: '"{name}" is set by the browser itself and cannot be set by a page; agree on another name with those who run the feed, such as X-Api-Key or Authorization',
  },
  headerOurs: {
    zh: '“{name}”由本系统自动设置（用于询问数据有无变化），不必填写',
    en: '"{name}" is set by this program itself (to ask whether anything has changed); leave it out',
  },
  headerNoValue: { zh: '请填写“{name}”的值', en: 'Give "{name}" a value' },
  headerLong: {
    zh: '“{name}”的值太长（最多 8000 个字符）',
    en: 'The value of "{name}" is too long (8,000 characters at most)',
  },
  headerBadValue: {
    zh: '“{name}”的值含有不能发送的字符（换行、控制符或汉字等）',
    en: 'The value of "{name}" has characters that cannot be sent (line breaks, control characters, or beyond Latin-1)',
  },
  headerTwice: { zh: '“{name}”出现了两次', en: '"{name}" stands there twice' },
  headersMany: { zh: '请求头最多 {most} 个', en: 'There can be {most} headers at most' },
  urlEmpty: { zh: '请填写数据接口的目录地址', en: 'Give the address of the feed’s catalogue' },
  urlBad: { zh: '这不是有效的网址', en: 'This is not a valid address' },
  urlScheme: {
    zh: '地址须以 https:// 或 http:// 开头，或为本站内的相对地址',
    en: 'The address must begin with https:// or http://, or be relative to this page',
  },
  urlSecret: {
    zh: '地址中不能带用户名和密码；请改用请求头（如 Authorization）',
    en: 'The address cannot carry a user name and password; use a header instead (such as Authorization)',
  },
  urlMixed: {
    zh: '本页使用 https，接口也须使用 https，否则浏览器不允许访问',
    en: 'This page is on https, so the feed must be too; the browser does not allow it otherwise',
  },
  urlPolicy: {
    zh: '本系统的安全策略不允许访问 {origin}。请系统维护人员把它写入 config.json 的 feedOrigins 并重新构建，或将接口设在本站之下',
    en: 'The security policy of this installation does not allow {origin}. Ask the maintainers to add it to feedOrigins in config.json and build again, or to put the feed below this site',
  },
  interval: {
    zh: '间隔须为 0（只手动）或 1—{most} 分钟的整数',
    en: 'The interval must be 0 (by hand only) or a whole number of minutes, 1 to {most}',
  },
});
