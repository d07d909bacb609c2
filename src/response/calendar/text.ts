import { defineText } from '../../base/text';

export const CALENDAR_TEXT = defineText({
  unpublished: {
    zh: '{years}年的放假和调休安排尚未收录，暂按周六、周日休息计算；公布后请在工作日历中录入。',
    en: 'The holidays and make-up days of {years} are not in the calendar yet: weekends alone count as days off. Enter them once they are published.',
  },
});
