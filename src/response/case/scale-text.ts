import { defineText } from '../../base/text';

export const SCALE_WORDS = defineText({
  unemployed: { zh: '失业人数增加', en: 'rise of the unemployed' },
  recipients: { zh: '领取失业保险金人数增加', en: 'rise of benefit recipients' },
  layoffs: { zh: '规模裁员人数比上年同期多', en: 'more persons laid off than a year before' },
  claims: { zh: '新申领失业保险金人数比上年同期多', en: 'more new benefit claims than a year before' },
  insured: { zh: '失业保险参保职工减少', en: 'fall of insured employees' },
  jobs: { zh: '监测企业岗位减少', en: 'fall of jobs in monitored enterprises' },
  stockRise: {
    zh: '{indicator}：{period}{now}，比{earlier}的{before}增加{amount}',
    en: '{indicator}: {now} in {period}, {before} in {earlier}: a rise of {amount}',
  },
  stockFall: {
    zh: '{indicator}：{period}{now}，比{earlier}的{before}减少{amount}',
    en: '{indicator}: {now} in {period}, {before} in {earlier}: a fall of {amount}',
  },
  flowRise: {
    zh: '{indicator}：{period}合计{now}，比{earlier}的{before}增加{amount}',
    en: '{indicator}: {now} over {period}, {before} over {earlier}: a rise of {amount}',
  },
  flowFall: {
    zh: '{indicator}：{period}合计{now}，比{earlier}的{before}减少{amount}',
    en: '{indicator}: {now} over {period}, {before} over {earlier}: a fall of {amount}',
  },
  largest: {
    zh: '{words}（各项口径人群有交叉，不相加，取最大的一项）',
    en: '{words} (the counts overlap and are not added up; the largest is taken)',
  },
  noRise: {
    zh: '按现有口径，与预警前同期相比没有增加',
    en: 'none of the counts is larger than in the same period before the warning',
  },
  noneComputable: {
    zh: '各项口径均缺数，无法计算，见各项说明',
    en: 'cannot be told: every count lacks figures, see each of them',
  },
  noneInData: {
    zh: '数据中没有失业、领取失业保险金、裁员等人数指标，无法计算',
    en: 'cannot be told: the data has no count of unemployed, benefit recipients or lay-offs for this region',
  },
  noFigure: { zh: '{indicator}：{period}没有数，无法计算', en: '{indicator}: cannot be told, no figure in {period}' },
  gap: {
    zh: '{indicator}：缺{period}数，无法计算',
    en: '{indicator}: cannot be told, the figure of {period} is missing',
  },
  partial: {
    zh: '{indicator}：{period}仅由部分下级汇总（{share}），前后范围不同，无法计算',
    en: '{indicator}: cannot be told, {period} is aggregated from {share} of the parts only',
  },
  share: { zh: '占劳动力{share}（劳动力{force}人）', en: '{share} of the labour force of {force}' },
});
