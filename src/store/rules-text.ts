import { defineText } from '../base/text';

export const RULES_STORE_TEXT = defineText({
  taken: {
    zh: '另一个标签页已先存了第{number}版；什么也没有覆盖',
    en: 'Another tab has saved version {number} first; nothing was overwritten',
  },
  takenTodo: {
    zh: '请在“版本”中与草稿比较，再存为下一版',
    en: 'Compare it with the draft under “Versions”, then save the next one',
  },
});
