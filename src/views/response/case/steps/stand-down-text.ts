import { defineText } from '../../../../base/text';

export const STAND_DOWN_TEXT = defineText({
  conditions: { zh: '解除条件', en: 'Conditions for standing down' },
  conditionsSubtitle: {
    zh: '按最新数据（{period}）：{met} 项满足，{notMet} 项不满足，{unknown} 项无法判断；条件均为本产品默认，非文件规定',
    en: 'On the newest figures ({period}): {met} met, {notMet} not met, {unknown} cannot be told; all are defaults of ours, none is set by the document',
  },
  condition: { zh: '条件', en: 'Condition' },
  state: { zh: '结论', en: 'State' },
  figure: { zh: '现状', en: 'How it stands' },
  met: { zh: '满足', en: 'met' },
  notMet: { zh: '不满足', en: 'not met' },
  unknown: { zh: '无法判断', en: 'cannot be told' },
  form: { zh: '作出解除决定', en: 'Decide to stand down' },
  reason: { zh: '说明', en: 'Reason' },
  reasonHint: {
    zh: '有条件不满足或无法判断时必填',
    en: 'needed where a condition is not met or cannot be told',
  },
  decide: { zh: '登记解除决定', en: 'Record the decision' },
  decided: { zh: '已作出的解除决定', en: 'The decision on record' },
  asThen: { zh: '决定时的条件', en: 'The conditions as they stood at the decision' },
});
