import { defineText } from '../base/text';

/** Words of titles, subtitles, tables and descriptions of charts. */
export const CHART_TEXT = defineText({
  region: { zh: '地区', en: 'Region' },
  level: { zh: '等级', en: 'Level' },
  index: { zh: '综合指数', en: 'Composite index' },
  period: { zh: '时期', en: 'Period' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  span: { zh: '持续', en: 'Lasting' },
  parent: { zh: '所属', en: 'Part of' },

  mapTitleWarned: {
    zh: '{count}个{noun}中{warned}个处于预警等级',
    en: '{warned} of {count} {noun} at a warning level',
  },
  mapTitlePartly: {
    zh: '{judged}个{noun}无预警，{unknown}个数据不足',
    en: 'No warning in {judged} {noun}, insufficient data in {unknown}',
  },
  mapTitleQuiet: { zh: '{count}个{noun}均无预警', en: 'No warning in any of {count} {noun}' },
  mapTitleUnknown: { zh: '{noun}无一可作判断', en: 'None of the {noun} can be judged' },

  tapeSubtitle: {
    zh: '每格一期，罗马数字标在等级变化处，斜纹为数据不足；黑框为所选时期',
    en: 'One cell per period, numerals where the level changes, hatching is insufficient data; the frame marks the chosen period',
  },
  tapeDescription: {
    zh: '预警等级带，{regions}个地区，{from}至{to}。{now}',
    en: 'Level tape of {regions} regions, {from} to {to}. {now}',
  },

  active: { zh: '{name}{value}，处于{level}，已{span}', en: '{name} {value}, at {level} for {span}' },
  pending: { zh: '{name}{value}，越过{line}线，待确认', en: '{name} {value}, past the {line} line, to be confirmed' },
  activeWorse: {
    zh: '{name}{value}，处于{level}，越过{line}线待确认',
    en: '{name} {value}, at {level}, past the {line} line to be confirmed',
  },
  recovering: { zh: '{name}{value}，正在恢复，仍记{level}', en: '{name} {value}, recovering, still counted {level}' },
  stale: { zh: '{name}本期缺报，沿用{level}', en: '{name} not reported, {level} held' },
  quiet: { zh: '{name}{value}，未达预警线', en: '{name} {value}, below every line' },
  noFigure: { zh: '{name}数据不足，不作判断', en: '{name}: insufficient data, not judged' },
  statistic: { zh: '统计量', en: 'Statistic' },
  value: { zh: '指标值', en: 'Value' },
  state: { zh: '信号状态', en: 'Signal' },
  multipleDescription: {
    zh: '折线图，{subtitle}，{from}至{to}。{title}。预警线：{lines}。{gaps}',
    en: 'Line chart, {subtitle}, {from} to {to}. {title}. Lines: {lines}. {gaps}',
  },
  gaps: { zh: '其中{count}期无数据，断开不连。', en: '{count} periods without a figure are left open.' },

  openings: { zh: '市场需求人数', en: 'Openings' },
  seekers: { zh: '市场求职人数', en: 'Seekers' },
  ratio: { zh: '求人倍率', en: 'Openings per seeker' },
  supplyShort: {
    zh: '求人倍率{value}，岗位少于求职者，已{span}',
    en: '{value} openings per seeker: fewer openings than seekers for {span}',
  },
  supplyEnough: {
    zh: '求人倍率{value}，岗位不少于求职者，已{span}',
    en: '{value} openings per seeker: no shortage of openings for {span}',
  },
  supplyNone: { zh: '本期无市场供求数据', en: 'No supply and demand figures for this period' },
  supplySubtitle: {
    zh: '上：需求与求职人数（{unit}）；下：求人倍率＝需求÷求职，虚线为1',
    en: 'Above: openings and seekers ({unit}); below: openings per seeker, dashed line at 1',
  },
  supplyDescription: {
    zh: '折线图，{from}至{to}。{title}。需求人数{openings}，求职人数{seekers}。',
    en: 'Line chart, {from} to {to}. {title}. Openings {openings}, seekers {seekers}.',
  },
});

export const SIGNAL_STATE_TEXT = defineText({
  normal: { zh: '正常', en: 'Normal' },
  pending: { zh: '待确认', en: 'Pending' },
  active: { zh: '生效', en: 'Active' },
  recovering: { zh: '恢复中', en: 'Recovering' },
  stale: { zh: '缺报沿用', en: 'Held (not reported)' },
  insufficient: { zh: '数据不足', en: 'Insufficient data' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
});
