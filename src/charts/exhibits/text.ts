import { defineText } from '../../base/text';

/** The few words that are written into drawings themselves. */
export const EXHIBIT_TEXT = defineText({
  missing: { zh: '{count}个无数据，见数据表', en: 'Without a figure: {count}; see the table' },
  unnamed: { zh: '{count}个地区未标名称，见数据表', en: 'Not named here: {count}; see the table' },
  none: { zh: '没有可画的数字', en: 'No figures to draw' },
  ownScale: { zh: '各图刻度不同', en: 'Scales differ between the panels' },
  balance: { zh: '供求相等', en: 'Openings = seekers' },
  level: { zh: '等级', en: 'Level' },
  from: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  value: { zh: '数值', en: 'Value' },
  change: { zh: '变化', en: 'Change' },
  state: { zh: '状态', en: 'State' },
  usual: { zh: '◇ 往年同期', en: '◇ usual by then' },
  graded: { zh: '参评地区', en: 'Regions graded' },
  gap: { zh: '与时序相比', en: 'Against schedule' },
  cutAxis: { zh: '横轴不从零开始', en: 'The axis does not start at zero' },
  share: { zh: '完成比例', en: 'Share of target' },
  interval: { zh: '{level}% 区间', en: '{level}% interval' },
  to: { zh: '至', en: 'to' },
  noRule: { zh: '无规则', en: 'No rule' },
});
