import { defineText } from '../../base/text';

export const RESPONSE_TEXT = defineText({
  screen: { zh: '响应', en: 'Response' },
  tabs: { zh: '响应页面各部分', en: 'Parts of the response screen' },
  cases: { zh: '评审与处置', en: 'Reviews' },
  groups: { zh: '重点群体', en: 'Key groups' },
  effects: { zh: '措施成效', en: 'Effect of measures' },
  trail: { zh: '留痕', en: 'Audit trail' },
});
