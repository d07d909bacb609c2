import { defineText } from '../base/text';

/** Words that the layout adds to a paper; the same in DOCX, preview and print. */
export const SHEET_WORDS = defineText({
  to: { zh: '{to}：', en: 'To: {to}' },
  attachment: { zh: '附件：{name}', en: 'Attachment: {name}' },
  attachments: { zh: '附件：{n}.{name}', en: 'Attachments: {n}. {name}' },
  another: { zh: '{n}.{name}', en: '{n}. {name}' },
  copies: { zh: '抄送：{copies}。', en: 'Copies: {copies}.' },
});
