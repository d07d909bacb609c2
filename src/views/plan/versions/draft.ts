import { defaultCatalogue } from '../../../base/catalogue';
import type { Checked, ShapeFault } from '../../../base/check';
import { loadPlan, PLAN_SCHEMA } from '../../../response/load-plan';
import type { Plan } from '../../../response/plan';
import type { PlanVersion } from '../../../response/plan-versions';
import { parseJson } from '../../rules/shelf/Faults';

/** A new version that is being worked on. */
export interface PlanDraft {
  /** In the form of defaults/plan.json; it may be wrong in any way. Null = nothing is being worked on. */
  readonly plan: unknown;
  readonly from: string;
  readonly reason: string;
}
export const NO_DRAFT: PlanDraft = { plan: null, from: '', reason: '' };

/** What a new version begins as: a plan with the next version number that is free. */
export function draftOf(plan: Plan, versions: readonly PlanVersion[]): unknown {
  return { schema: PLAN_SCHEMA, ...plan, version: nextVersion(versions) };
}

/** One more in the second place of the highest number that was used: 1.1.0 → 1.2.0. */
export function nextVersion(versions: readonly PlanVersion[]): string {
  const numbers = versions.flatMap(({ plan }) => {
    const match = /^(\d+)\.(\d+)/.exec(plan?.version ?? '');
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const [major, minor] = numbers.reduce((a, b) => (b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? b : a), [1, 0]);
  return `${major}.${minor + 1}.0`;
}

export function checkDraft(raw: unknown): Checked<Plan> {
  return loadPlan(raw, defaultCatalogue());
}

/** A plan file as it was read: its JSON, or why it is none. */
export function readPlanFile(text: string): { readonly raw: unknown; readonly fault: ShapeFault | null } {
  const { value, fault } = parseJson(text.replace(/^\uFEFF/, ''));
  return { raw: value, fault };
}

/** May the editor show it field by field? Lists and objects must stand; what is in them may be wrong. */
export function hasFrame(raw: unknown): raw is Plan {
  if (typeof raw !== 'object' || raw === null) return false;
  const lists = ['departments', 'duties', 'liftedDuties', 'deadlines', 'facts', 'measures'] as const;
  return lists.every((key) => {
    const list = (raw as Record<string, unknown>)[key];
    return (
      Array.isArray(list) &&
      list.every((item) => typeof item === 'object' && item !== null && textsStand(item as object))
    );
  });
}

/** Texts in two languages have both, and a measure its lists. */
function textsStand(item: object): boolean {
  const one = item as Record<string, unknown>;
  const texts = ['name', 'summary', 'responds', 'reviews', 'reportsTo', 'targetGroup'];
  const isText = (v: unknown): boolean =>
    v === undefined || (typeof v === 'object' && v !== null && 'zh' in v && 'en' in v);
  const gates = one['gates'];
  return texts.every((key) => isText(one[key])) && (gates === undefined || Array.isArray(gates));
}
