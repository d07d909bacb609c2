import { formatNumber, formatSpan, withUnit } from '../base/format';
import { type Lang, sayBoth, type Text } from '../base/text';
import type { Gate, GateFact, GateResult, KnownFact, KnownFacts, Measure, Plan } from './plan';
import { GATE_WORDS as WORDS } from './gate-text';

/** Key of a fact that belongs to one measure: its own earlier runs are not those of another. */
export function factKey(fact: string, measure: string): string {
  return `${fact}/${measure}`;
}

/**
 * The gates of a measure against what is known, in the order of the plan. A fact that is not known (absent or NaN) is
 * `unknown`, never met and never failed. The line itself counts as met. A gate informs and is recorded with the
 * decision; it forbids nothing.
 */
export function evaluateGates(
  measure: Pick<Measure, 'id' | 'gates'>,
  plan: Pick<Plan, 'facts'>,
  facts: KnownFacts,
): readonly GateResult[] {
  return measure.gates.map((gate) => {
    const fact = plan.facts.find((f) => f.id === gate.fact);
    if (!fact) throw new Error(`measure ${measure.id}: the plan has no fact ${gate.fact}`);
    return resultOf(gate, fact, facts.get(factKey(fact.id, measure.id)) ?? facts.get(fact.id));
  });
}

function resultOf(gate: Gate, fact: GateFact, known: KnownFact | undefined): GateResult {
  const asked = { gate, fact, required: requiredWords(gate, fact) };
  if (!known || Number.isNaN(known.value)) {
    const source = known?.source ?? (fact.from === 'case' ? sayBoth(WORDS.toType, { how: fact.how }) : fact.how);
    return { ...asked, state: 'unknown', figure: WORDS.unknown, source };
  }
  return {
    ...asked,
    state: holds(gate, known.value) ? 'met' : 'not-met',
    figure: figureWords(fact, known.value),
    source: known.source,
  };
}

function holds({ atLeast, atMost }: Gate, value: number): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** 不少于12个月 · at least 12 months. */
export function requiredWords(gate: Gate, fact: GateFact): Text {
  const [words, line] = gate.atLeast === undefined ? [WORDS.atMost, gate.atMost ?? NaN] : [WORDS.atLeast, gate.atLeast];
  return sayBoth(words, { line: amountWords(fact, line) });
}

function figureWords(fact: GateFact, value: number): Text {
  return value === Infinity ? WORDS.never : amountWords(fact, value);
}

const ONE = { months: WORDS.month, persons: WORDS.person, regions: WORDS.region } as const;

/** At most one decimal: gates are drawn with a broad pen. Whole numbers stay whole. */
function amountWords({ unit }: GateFact, value: number): Text {
  const figure = formatNumber(value, Number.isInteger(value) ? 0 : 1);
  const inLang = (lang: Lang): string => {
    if (unit === 'percent') return `${figure}%`;
    if (unit === 'months' && Number.isInteger(value)) return formatSpan('month', value, lang);
    return withUnit(figure, (value === 1 ? ONE[unit] : WORDS[unit])[lang]);
  };
  return { zh: inLang('zh'), en: inLang('en') };
}
