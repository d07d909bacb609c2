import { LEVEL_NUMERALS, WARNING_LEVELS, type WarningLevel } from '../../../base/level';
import type { Lang } from '../../../base/text';
import { CLAUSES, type Clause, clauseName } from '../../../response/clauses';
import { type Layer, LAYERS, type Measure, type Plan } from '../../../response/plan';
import { departmentWords } from '../../../response/plan-words';
import { openingAt } from '../../../response/propose';

/** Which measures are shown; null and empty = all. */
export interface MatrixFilter {
  readonly words: string;
  /** Open at this level, by decision included. */
  readonly level: WarningLevel | null;
  /** May be started by this layer. */
  readonly layer: Layer | null;
  readonly clause: string | null;
  /** Leads or supports. */
  readonly department: string | null;
}

/** A filter from the parameters of the address; what is not understood counts as not said. */
export function filterOf(free: Readonly<Record<string, string>>): MatrixFilter {
  return {
    words: free.q ?? '',
    level: WARNING_LEVELS.find((l) => LEVEL_NUMERALS[l] === free.level || String(l) === free.level) ?? null,
    layer: LAYERS.find((l) => l === free.layer) ?? null,
    clause: free.clause || null,
    department: free.dept || null,
  };
}

export interface ClauseGroup {
  readonly clause: string;
  readonly name: Clause['name'];
  readonly measures: readonly Measure[];
}

/** The measures that pass, by clause in the order of the document; clauses of which none passes are left out. */
export function groupMeasures(plan: Plan, filter: MatrixFilter, lang: Lang): readonly ClauseGroup[] {
  const clauses = [...new Set([...CLAUSES.map((c) => c.clause), ...plan.measures.map((m) => m.clause)])];
  return clauses.flatMap((clause) => {
    const measures = plan.measures.filter((m) => m.clause === clause && passes(plan, m, filter, lang));
    return measures.length === 0 ? [] : [{ clause, name: clauseName(clause), measures }];
  });
}

function passes(
  plan: Plan,
  m: Measure,
  { words, level, layer, clause, department }: MatrixFilter,
  lang: Lang,
): boolean {
  if (level !== null && openingAt(m, level) === null) return false;
  if (layer !== null && !m.mayStart.includes(layer)) return false;
  if (clause !== null && m.clause !== clause) return false;
  if (department !== null && m.lead !== department && !m.supporting.includes(department)) return false;
  const sought = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return true;
  const departments = [m.lead, ...m.supporting].map((id) => departmentWords(plan, id, true)[lang]);
  const text = [m.name, m.summary, m.targetGroup, clauseName(m.clause), ...(m.funding ? [m.funding] : [])]
    .map((part) => part[lang])
    .concat(departments)
    .join('\n')
    .toLowerCase();
  return sought.every((word) => text.includes(word));
}
