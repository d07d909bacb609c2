import { formatSpan, NO_FIGURE } from '../base/format';
import { sayBoth, type Text } from '../base/text';
import { PLAN_PART_WORDS as WORDS } from './plan-part-text';
import { LAYER_NAMES } from './actor-text';
import type { Deadline, Layer, Measure, Plan, Step } from './plan';

export const STEP_NAMES: Readonly<Record<Step, Text>> = {
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  verify: { zh: '核实', en: 'Verify' },
  consult: { zh: '会商', en: 'Consult' },
  report: { zh: '上报', en: 'Report' },
  followUp: { zh: '首次跟踪', en: 'First follow-up' },
};

/** 12小时 · 12 hours; 5个工作日 · 5 working days. */
export function deadlineWords({ amount, unit }: Pick<Deadline, 'amount' | 'unit'>): Text {
  if (unit === 'hours') return sayBoth(amount === 1 ? WORDS.hour : WORDS.hours, { amount });
  return sayBoth(amount === 1 ? WORDS.workingDay : WORDS.workingDays, { amount });
}

export function layersWords(layers: readonly Layer[]): Text {
  return inRow(layers.map((layer) => LAYER_NAMES[layer]));
}

/** Words in a row: 甲、乙 · A, B. Nothing is an em dash. */
export function inRow(words: readonly Text[]): Text {
  if (words.length === 0) return { zh: NO_FIGURE, en: NO_FIGURE };
  return { zh: words.map((w) => w.zh).join('、'), en: words.map((w) => w.en).join(', ') };
}

/** Name of a department as the document has it; `full`: with its present name where that has changed. */
export function departmentWords(plan: Pick<Plan, 'departments'>, id: string, full = false): Text {
  const department = plan.departments.find((d) => d.id === id);
  if (!department) return { zh: id, en: id };
  const { name, now } = department;
  return full && now ? sayBoth(WORDS.nowCalled, { name, now }) : name;
}

/** 再就业人数，6个月内 · Re-employed, within 6 months. */
export function effectWords({ effect }: Pick<Measure, 'effect'>, indicator: Text): Text {
  const within = (lang: 'zh' | 'en'): string => formatSpan('month', effect.withinMonths, lang);
  return sayBoth(WORDS.effect, { indicator, within: { zh: within('zh'), en: within('en') } });
}
