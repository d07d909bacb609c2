import { defineText } from '../../base/text';

export const GROUP_FAULTS = defineText({
  idOnce: { zh: '每个编号只出现一次', en: 'each id once' },
  areaRule: {
    zh: '地区类须有认定规则，群体类不得有',
    en: 'a rule for areas, and null for groups of persons',
  },
  graded: { zh: '指标目录中参与分级的指标', en: 'an indicator of the catalogue that is graded' },
});
