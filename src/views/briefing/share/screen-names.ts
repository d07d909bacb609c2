import { defineText, type Text } from '../../../base/text';
import type { Screen } from '../../../store/place-address';

/** As they stand in the navigation. */
export const SCREEN_NAMES: Readonly<Record<Screen, Text>> = defineText({
  overview: { zh: '总览', en: 'Overview' },
  region: { zh: '地区', en: 'Region' },
  indicators: { zh: '指标', en: 'Indicators' },
  warnings: { zh: '预警', en: 'Warnings' },
  response: { zh: '响应', en: 'Response' },
  plan: { zh: '预案', en: 'Plan' },
  briefing: { zh: '简报', en: 'Briefing' },
  rules: { zh: '规则', en: 'Rules' },
  data: { zh: '数据', en: 'Data' },
});
