import { defineText } from '../base/text';

export const PLAN_REVIEW_WORDS = defineText({
  never: {
    zh: '留痕中没有评审或修订过本预案的记录',
    en: 'The audit trail knows no review and no new version of this plan',
  },
  yearly: {
    zh: '上次评审或修订是{day}，每{months}个月评审一次',
    en: 'Last reviewed or renewed on {day}; to be reviewed every {months} months',
  },
  episode: { zh: '{region}的{level}预警于{period}结束', en: '{level} in {region} ended with {period}' },
  case: { zh: '{region}的评审“{title}”于{day}办结', en: 'The review “{title}” of {region} was closed on {day}' },
});
