import { NO_FIGURE } from '../base/format';
import type { Text } from '../base/text';
import type { Plan } from './plan';
import { type IndicatorName, PLAN_PARTS, type PlanField, planItems, type PlanItem, type PlanPart } from './plan-fields';
import { PLAN_PART_WORDS as WORDS } from './plan-part-text';

/** One line of a comparison: of which thing, which field, what it was and what it is. */
export interface PlanChange {
  readonly key: string;
  readonly part: PlanPart;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: Text;
  /** Null: the whole thing came or went. */
  readonly field: Text | null;
  readonly before: Text;
  readonly after: Text;
}

const NOTHING: Text = { zh: NO_FIGURE, en: NO_FIGURE };

/**
 * What is other in the second plan, a line for each field, old and new in words: parts in the order of the plan, things
 * in the order of the second one, what went last. Things are the same when their ids are (for duties and deadlines:
 * level, layer, step). Another order of the same things is a line of its own, since ties of measures are settled by it.
 */
export function diffPlans(a: Plan, b: Plan, indicatorName: IndicatorName): readonly PlanChange[] {
  return PLAN_PARTS.flatMap((part) => {
    const [before, after] = [planItems(a, part, indicatorName), planItems(b, part, indicatorName)];
    const old = new Map(before.map((i) => [i.id, i]));
    const now = new Set(after.map((i) => i.id));
    return [
      ...after.flatMap((item) => {
        const was = old.get(item.id);
        return was ? changesOf(part, was, item) : [whole(part, 'added', item)];
      }),
      ...before.filter((item) => !now.has(item.id)).map((item) => whole(part, 'removed', item)),
      ...reordered(part, before, after),
    ];
  });
}

function whole(part: PlanPart, kind: 'added' | 'removed', { id, name }: PlanItem): PlanChange {
  const [before, after] = kind === 'added' ? [NOTHING, WORDS.added] : [NOTHING, WORDS.removed];
  return { key: `${part} ${kind} ${id}`, part, kind, what: name, field: null, before, after };
}

function changesOf(part: PlanPart, before: PlanItem, after: PlanItem): PlanChange[] {
  const keys = [...new Set([...after.fields.keys(), ...before.fields.keys()])];
  return keys.flatMap((key): PlanChange[] => {
    const [old, now] = [before.fields.get(key), after.fields.get(key)];
    if (isSame(old, now)) return [];
    const { label } = (now ?? old)!;
    return [
      {
        key: `${part} ${after.id} ${key}`,
        part,
        kind: 'changed',
        what: after.name,
        field: label,
        before: old?.words ?? NOTHING,
        after: now?.words ?? NOTHING,
      },
    ];
  });
}

/** Values of plans come from JSON: what is written the same is the same. */
function isSame(a: PlanField | undefined, b: PlanField | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a.raw) === JSON.stringify(b.raw);
}

function reordered(part: PlanPart, before: readonly PlanItem[], after: readonly PlanItem[]): PlanChange[] {
  const names = (items: readonly PlanItem[], shared: readonly PlanItem[]): PlanItem[] =>
    items.filter(({ id }) => shared.some((s) => s.id === id));
  const [old, now] = [names(before, after), names(after, before)];
  const first = now.findIndex((item, i) => item.id !== old[i]!.id);
  if (first < 0) return [];
  // The first place at which they part tells enough: the rest follows from it.
  const [was, is] = [old[first]!.name, now[first]!.name];
  return [
    { key: `${part} order`, part, kind: 'changed', what: WORDS[part], field: WORDS.order, before: was, after: is },
  ];
}
