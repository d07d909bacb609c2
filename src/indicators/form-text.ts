import { defineText } from '../base/text';

/** Why a form makes no sense for an indicator. */
export const FORM_FAULTS = defineText({
  'only-months': { zh: '只有月度数据才有此形式', en: 'Only monthly figures have this form' },
  'not-cumulative': {
    zh: '指标不是年内累计数，无须推算当月值',
    en: 'The indicator is not cumulative in the year',
  },
  'not-joint': { zh: '指标1、2月分别公布，无须合并', en: 'January and February are published apart, and stand alone' },
  'not-festival': {
    zh: '指标1—2月合并公布，没有可调整的单月数',
    en: 'January and February are published together: there is no single month to adjust',
  },
  'no-festival': { zh: '此地不过春节', en: 'The Spring Festival is not kept here' },
});
