import { defineText } from '../base/text';

export const PUBLISH_TEXT = defineText({
  died: {
    zh: '生成文件的进程意外中止（可能是内存不足），文件未生成',
    en: 'The process that makes the file stopped unexpectedly (perhaps out of memory); there is no file',
  },
  diedTodo: {
    zh: '请关闭其他页面后重试；简报草稿没有受影响',
    en: 'Close other pages and try again; the draft of the briefing is not affected',
  },
});
