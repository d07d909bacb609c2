import { defineText } from '../../../../base/text';

export const AFTER_TEXT = defineText({
  form: { zh: '总结', en: 'After-action note' },
  formSubtitle: {
    zh: '前四栏已按留痕和数据预填，可修改；经验教训由人填写',
    en: 'The first four are filled in from the trail and the data, to be corrected; what was learnt is for people to say',
  },
  summary: { zh: '经过', en: 'What happened' },
  predicted: { zh: '决策时的预期', en: 'What was expected' },
  actual: { zh: '实际情况', en: 'What came' },
  thresholds: { zh: '需重新审视的阈值和时限', en: 'Thresholds and times to look at again' },
  lessons: { zh: '经验教训', en: 'What was learnt' },
  save: { zh: '登记总结', en: 'Record the note' },
  saveAgain: { zh: '登记新的总结', en: 'Record a newer note' },
  recorded: { zh: '已登记的总结', en: 'The note on record' },
  none: { zh: '没有登记总结', en: 'No note on record' },
  refill: { zh: '按最新记录重新预填', en: 'Fill in anew from the record' },
});
