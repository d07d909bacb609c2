import { defineText } from '../base/text';

/** Why something is refused, and what a file of episodes or a target should have held. */
export const TEXT = defineText({
  fewEpisodes: {
    zh: '校准至少需要 {least} 个事件，拟合期内只有 {found} 个',
    en: 'calibration needs at least {least} episodes; the part that is fitted has {found}',
  },
  noStatistic: {
    zh: '拟合期内没有既有统计量、又有事件期和非事件期的数据',
    en: 'the part that is fitted has no statistic of both event and quiet periods',
  },
  noCandidate: {
    zh: '没有一个候选阈值使命中率达到 {share}',
    en: 'no candidate threshold reaches a recall of {share}',
  },
  episodeHeader: {
    zh: '第一行为 region_code,start,end，可另有 label',
    en: 'a first row region_code,start,end and perhaps label',
  },
  unknownRegion: { zh: '地区表中没有该代码', en: 'the region table has no such code' },
  knownRegion: {
    zh: '区划代码；空白或 * 表示所有地区',
    en: 'a region code; empty or * for every region',
  },
  badPeriod: { zh: '不是本数据频率的时期', en: 'not a period of the frequency of the figures' },
  period: { zh: '与数据同频率的时期，如 2008-01', en: 'a period such as 2008-01, of the frequency of the figures' },
  backwards: { zh: '结束早于开始', en: 'the end lies before the start' },
  notBackwards: { zh: '结束不早于开始', en: 'an end at or after the start' },
  noEpisodes: { zh: '没有一个可用的事件', en: 'there is no episode' },
});
