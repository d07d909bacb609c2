import { defineText } from '../../base/text';

export const BRIEFING_TEXT = defineText({
  screen: { zh: '简报', en: 'Briefing' },
  tabs: { zh: '简报页面各部分', en: 'Parts of the briefing screen' },
  drafts: { zh: '编写', en: 'Write' },
  share: { zh: '共享与对外', en: 'Share' },
  gallery: { zh: '图表样张', en: 'Chart gallery' },
});
