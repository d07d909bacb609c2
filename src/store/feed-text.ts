import { defineText } from '../base/text';

export const FEED_TEXT = defineText({
  offline: { zh: '没有网络连接', en: 'There is no network' },
  staleTodo: {
    zh: '系统会自动再次取数，也可在“数据”页立即重试；其间可继续查看原有数据',
    en: 'It is fetched again by itself, or at once on the data screen; meanwhile the earlier figures stay in use',
  },
});
