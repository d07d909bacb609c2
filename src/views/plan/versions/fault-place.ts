import type { ShapeFault } from '../../../base/check';
import { levelName } from '../../../base/level';
import type { Lang } from '../../../base/text';
import { STEPS } from '../../../response/plan';
import { PLAN_PART_WORDS } from '../../../response/plan-part-text';
import { STEP_NAMES } from '../../../response/plan-words';

type Raw = Readonly<Record<string, unknown>>;

/**
 * Faults of a plan with their place in words before the path: 措施 开展以工代赈 · 起始等级（.measures[49].fromLevel）. What has
 * no name (it may be the very thing that is wrong) is left to the path, by which the JSON is mended.
 */
export function placedFaults(raw: unknown, faults: readonly ShapeFault[], lang: Lang): readonly ShapeFault[] {
  return faults.map((fault) => {
    const words = placeWords(raw, fault.path, lang);
    const [open, close] = lang === 'zh' ? ['（', '）'] : [' (', ')'];
    return words === '' ? fault : { ...fault, path: `${words}${open}${fault.path}${close}` };
  });
}

function placeWords(raw: unknown, path: string, lang: Lang): string {
  const [, part = '', index, rest = ''] = /^\.(\w+)(?:\[(\d+)\])?(.*)$/.exec(path) ?? [];
  const list = objectOf(raw)[part];
  const item = index !== undefined && Array.isArray(list) ? objectOf(list[Number(index)]) : {};
  const field = /\.(\w+)(?:\[\d+\])*(?:\.(?:zh|en))?$/.exec(rest)?.[1] ?? '';
  return [`${wordOf(part, lang)} ${itemName(item, lang)}`.trim(), wordOf(field, lang)].filter(Boolean).join(' · ');
}

function objectOf(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

function itemName(item: Raw, lang: Lang): string {
  const { name, level, step } = item;
  const own = objectOf(name)[lang];
  if (typeof own === 'string') return own;
  const known = STEPS.find((s) => s === step);
  return [typeof level === 'number' ? levelName(level)[lang] : '', known ? STEP_NAMES[known][lang] : '']
    .filter(Boolean)
    .join(' ');
}

function wordOf(key: string, lang: Lang): string {
  return Object.hasOwn(PLAN_PART_WORDS, key) ? PLAN_PART_WORDS[key as keyof typeof PLAN_PART_WORDS][lang] : '';
}
