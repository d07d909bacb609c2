import { defineText } from '../../../base/text';

/** Heads of the table, in few words. */
export const FIGURE_TEXT = defineText({
  episodes: { zh: '事件数', en: 'Episodes' },
  hits: { zh: '命中', en: 'Hits' },
  misses: { zh: '漏报', en: 'Misses' },
  caught: { zh: '报出率', en: 'Caught' },
  spells: { zh: '警报数', en: 'Alarms' },
  away: { zh: '误报占比', en: 'False' },
  precision: { zh: '查准率', en: 'Precision' },
  recall: { zh: '查全率', en: 'Recall' },
  falseAlarmRate: { zh: '虚警率', en: 'False rate' },
  noiseToSignal: { zh: '噪声信号比', en: 'NSR' },
  youden: { zh: '约登指数', en: 'Youden' },
  auc: { zh: 'AUROC', en: 'AUROC' },
  lead: { zh: '提前几期', en: 'Periods ahead' },
  shareOn: { zh: '预警期占比', en: 'On alert' },
  flipsPerYear: { zh: '年翻转次数', en: 'Flips a year' },
  perRegionDecade: { zh: '每地区每十年警报', en: 'Alarms per region-decade' },
});

/** What each figure means. */
export const HELP_TEXT = defineText({
  episodes: {
    zh: '计入得分的事件，各地区分别计数；开始于所选时段之前、或警报尚不可知时开始的不计入。',
    en: 'Episodes that are scored, each region its own; those that began before the stretch, or before the alarm could be known, are left out.',
  },
  hits: {
    zh: '从事件开始前的预警窗口起到事件结束，警报至少亮过一期的事件。',
    en: 'Episodes with the alarm on at least once, from the window before their start to their end.',
  },
  misses: { zh: '从头到尾没有警报的事件。', en: 'Episodes without any alarm.' },
  caught: { zh: '命中 ÷ 事件数。', en: 'Hits ÷ episodes.' },
  spells: {
    zh: '在所选时段内开始的警报，从亮起到解除算一次。',
    en: 'Alarms that begin in the stretch; from on to off is one.',
  },
  away: {
    zh: '开始时离任何事件都远（连前后余量在内）的警报所占份额；“随机”是把警报随意放置时的份额：不低于它，警报就没有信息。',
    en: 'Share of the alarms that begin away from every episode, margins included; “chance” is that share if alarms were placed at random: no lower than it, they tell nothing.',
  },
  precision: {
    zh: '警报亮着的各期中确为事件期的份额；“随机”是事件期在全部时期中的份额。',
    en: 'Of the periods with the alarm on, the share that are event periods; “chance” is the share of event periods in all.',
  },
  recall: { zh: '事件期中警报亮着的份额。', en: 'Of the event periods, the share with the alarm on.' },
  falseAlarmRate: { zh: '平静期中警报亮着的份额。', en: 'Of the quiet periods, the share with the alarm on.' },
  noiseToSignal: {
    zh: '虚警率 ÷ 查全率（Kaminsky–Reinhart）；1 等于随机，越小越好。',
    en: 'False rate ÷ recall (Kaminsky–Reinhart); 1 is chance, lower is better.',
  },
  youden: { zh: '查全率 − 虚警率；0 等于随机，1 为完美。', en: 'Recall − false rate; 0 is chance, 1 perfect.' },
  auc: {
    zh: '任取一个事件期和一个平静期，事件期统计量较大的概率；与阈值无关，0.5 等于随机。',
    en: 'The chance that an event period has a larger statistic than a quiet one; it knows no threshold, 0.5 is chance.',
  },
  lead: {
    zh: '警报首次亮起在事件开始之前几期：正为提前，负为迟到；中位数，旁为四分位与命中数。',
    en: 'Periods from the first alarm to the start of the episode: plus is early, minus late; the median, beside it the quartiles and the number of hits.',
  },
  shareOn: {
    zh: '警报亮着的时期所占份额，旁为地区期数。',
    en: 'Share of periods with the alarm on; beside it how many region-periods.',
  },
  flipsPerYear: { zh: '每地区每年亮灭改变的次数。', en: 'Changes between on and off, a region and year.' },
  perRegionDecade: { zh: '每个地区每十年新警报的次数。', en: 'New alarms in a region and ten years.' },
});

/** Why there is no figure. */
export const REASON_TEXT = defineText({
  noEpisode: { zh: '无可计事件', en: 'no episode' },
  noHit: { zh: '无命中', en: 'no hit' },
  noAlarm: { zh: '无警报', en: 'no alarm' },
  noJudged: { zh: '警报处事件未知', en: 'not known there' },
  noEvent: { zh: '无事件期', en: 'no event period' },
  noQuiet: { zh: '无平静期', en: 'no quiet period' },
  noRecall: { zh: '查全率为零', en: 'recall is zero' },
});
