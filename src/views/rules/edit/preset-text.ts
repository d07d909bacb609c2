import { defineText } from '../../../base/text';

export const PRESET_TEXT = defineText({
  title: { zh: '现成的规则与方案', en: 'Presets of rules and schemes' },
  help: {
    zh: '载入后成为草稿，可再改；现行规则不受影响，直到存为新版本。各地颜色含义不同，等级以数字为准',
    en: 'Taken as the draft, to be changed further; the rules in force stay until a version is saved. Colours mean different things in different places: go by the numeral',
  },
  failed: { zh: '未能取得现成规则', en: 'The presets could not be fetched' },
  lines: { zh: '可计算的界限', en: 'Lines that are computed' },
  notComputed: { zh: '未能计算的', en: 'Not computed' },
  needs: { zh: '数据须自带的指标', en: 'Indicators that the data must bring' },
  take: { zh: '载入为草稿', en: 'Take as the draft' },
});

export const STATUS_TEXT = defineText({
  law: { zh: '现行法规', en: 'law in force' },
  secondary: { zh: '据报道', en: 'from press reports' },
  draft: { zh: '据草案报道', en: 'from reports of a draft' },
  adapted: { zh: '借用公布的数字', en: 'published numbers put to another use' },
  ours: { zh: '本产品拟定', en: 'made for this product' },
});
