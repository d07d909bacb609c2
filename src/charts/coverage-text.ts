import { defineText } from '../base/text';

export const COVERAGE_TEXT = defineText({
  titleFull: {
    zh: '{count}项指标近{span}应报均已报',
    en: '{count} indicators: all that was due in the last {span} is there',
  },
  titleWorst: {
    zh: '近{span}“{name}”缺报最多，到报率{share}',
    en: '"{name}" has most gaps in the last {span}: {share} reported',
  },
  titleNone: { zh: '没有可统计的指标', en: 'There are no indicators to count' },
  subtitle: {
    zh: '到报率：曾上报该指标的地区中当期有数的比例；空白为按规定不公布或尚未到期',
    en: 'Share of the regions that ever report an indicator with a figure for the period; blank: none due',
  },
  description: {
    zh: '各项指标{from}至{to}的到报率热力图。近{span}：{words}。',
    en: 'Heat map of reporting by indicator, {from} to {to}. In the last {span}: {words}.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  overall: { zh: '全部时期', en: 'All periods' },
  recent: { zh: '近{span}', en: 'Last {span}' },
  lastPeriod: { zh: '最近一期', en: 'Last figure' },
  period: { zh: '时期', en: 'Period' },
  share: { zh: '到报率', en: 'Reported' },
  notDue: { zh: '不应报', en: 'none due' },
  pieceNone: { zh: '全缺', en: 'none' },
  pieceLow: { zh: '不足50%', en: 'below 50%' },
  pieceMid: { zh: '50%–90%', en: '50%–90%' },
  pieceHigh: { zh: '90%以上', en: 'over 90%' },
  pieceFull: { zh: '全部', en: 'all' },
});
