import { defineText } from '../../../../base/text';

/** Words of the printed briefing, in the language of the briefing. */
export const PAPER_TEXT = defineText({
  to: { zh: '报送：{to}', en: 'To: {to}' },
  figure: { zh: '图{n}　{title}', en: 'Figure {n}. {title}' },
  definitions: { zh: '附：指标口径', en: 'Annex: definitions' },
  unit: { zh: '（单位：{unit}）', en: ' ({unit})' },
  source: { zh: '来源：{source}', en: 'Source: {source}' },
});
