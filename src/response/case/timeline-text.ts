import { defineText, type Text } from '../../base/text';
import type { Step } from '../plan';

/** What is done about a warning, step by step, as a sentence begins with it (plan-words.ts has the names of clocks). */
export const STEP_NOUNS: Readonly<Record<Step, Text>> = defineText({
  acknowledge: { zh: '签收', en: 'Acknowledgement' },
  verify: { zh: '核实', en: 'Verification' },
  consult: { zh: '会商', en: 'Consultation' },
  report: { zh: '上报', en: 'Report upward' },
  followUp: { zh: '首次跟踪', en: 'First follow-up' },
});

export const TIMELINE_WORDS = defineText({
  level: { zh: '{period}数据到齐，等级为{level}', en: 'Figures of {period} are in: {level}' },
  levelUndated: {
    zh: '{period}等级为{level}（数据未载明获知日期）',
    en: '{period}: {level} (the data does not tell when the figures came in)',
  },
  pending: { zh: '{period}出现待确认信号', en: 'Signals pending in {period}' },
  notSetOff: { zh: '{step}：期限尚未起算', en: '{step}: its time has not begun' },
  running: { zh: '{step}：{due}到期', en: '{step}: due {due}' },
  overdue: { zh: '{step}：{due}到期，尚未完成，已逾期{late}', en: '{step}: was due {due}, not done yet, {late} late' },
  kept: { zh: '{step}按时完成，用时{took}（{due}到期）', en: '{step} done in time, after {took} (due {due})' },
  doneLate: {
    zh: '{step}逾期{late}完成，用时{took}（{due}到期）',
    en: '{step} done {late} late, after {took} (was due {due})',
  },
});
