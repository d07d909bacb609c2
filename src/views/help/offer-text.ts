import { defineText } from '../../base/text';

export const OFFER_TEXT = defineText({
  tour: { zh: '入门', en: 'Tour' },
  offer: { zh: '第一次使用？', en: 'First time here?' },
  offerMore: {
    zh: '用几分钟做三件真事：看风险、处理一条预警、出一份简报。',
    en: 'Do three real jobs in a few minutes: find the risk, act on a warning, make a briefing.',
  },
  yes: { zh: '开始', en: 'Start' },
  no: { zh: '不用，以后可在“帮助”中找到', en: 'No; it stays under Help' },
});
