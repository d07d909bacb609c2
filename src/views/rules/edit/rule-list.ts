import { FAMILIES, type Family, type Indicator } from '../../../base/indicators';
import type { Frequency } from '../../../base/period';
import type { Lang, Text } from '../../../base/text';
import type { AssessmentView } from '../../../platform/engine-api';
import type { Rule, RuleSet } from '../../../signals/rule';
import { methodOf, unitOfStatistic } from '../../../store/rule-methods';
import type { Also } from '../../../store/rules';
import { ruleWords } from '../../../levels/rule-words';
import { EDIT_TEXT } from './text';

/** A rule with its place in the rule set, which is also the order in which rules are listed. */
export interface ListedRule {
  readonly rule: Rule;
  readonly at: number;
}

/** The rules by the family of their indicator; one of an unknown indicator counts for the first family, as in grading. */
export function byFamily(ruleSet: RuleSet, { catalogue }: Pick<AssessmentView, 'catalogue'>): [Family, ListedRule[]][] {
  const listed = ruleSet.rules.map((rule, at) => ({ rule, at }));
  return FAMILIES.map((family): [Family, ListedRule[]] => [
    family,
    listed.filter(({ rule }) => (catalogue.byId.get(rule.indicator)?.family ?? 'employment') === family),
  ]).filter(([, rules]) => rules.length > 0);
}

export interface Measure {
  /** Indicator and treatment in words. */
  readonly words: string;
  /** Behind a figure of the statistic. */
  readonly unit: string;
  /** The statistic is a change and is written with its sign. */
  readonly signed: boolean;
}

/** What a rule measures, in words; as much as can be said while its parameters are wrong. */
export function measureOf(rule: Rule, indicator: Indicator | undefined, frequency: Frequency, lang: Lang): Measure {
  const { kind, params } = rule.detector;
  const unit = indicator && unitOfStatistic(kind, params, indicator.kind);
  const method = methodOf(kind);
  if (!indicator || !unit) {
    const parts = [indicator?.name[lang] ?? rule.indicator, method?.name[lang] ?? kind];
    return { words: parts.join(lang === 'zh' ? '，' : ', '), unit: '', signed: false };
  }
  const {
    measure,
    unit: mark,
    signed,
  } = ruleWords(rule, { unit, indicatorUnit: indicator.unit }, indicator, frequency, lang);
  // A method without words of its own goes by the rule's name there; here the name stands above already.
  const own = ['level', 'change', 'rise', 'streak', 'progress', 'scale'].includes(kind);
  const words = own ? measure : [indicator.name[lang], method?.name[lang] ?? kind].join(lang === 'zh' ? '，' : ', ');
  return { words, unit: mark, signed };
}

/** An id that no rule of the set has: `base`, else `base-2`, `base-3` … */
export function freeId(ruleSet: RuleSet, base: string): string {
  const taken = new Set(ruleSet.rules.map((r) => r.id));
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** A rule to begin with: the year-on-year change of an indicator, with one line. */
export function newRule(id: string, name: Text, indicator: Indicator, note: Text): Rule {
  const points = indicator.kind === 'rate';
  const once = { blue: 2, yellow: 2, orange: 2, red: 1 };
  return {
    id,
    name,
    indicator: indicator.id,
    form: indicator.kind === 'cumulative' ? 'monthly' : 'reported',
    detector: { kind: 'change', params: { lag: 12, as: points ? 'points' : 'percent', meanPeriods: 3 } },
    thresholds: points ? { blue: 0.5, yellow: 1 } : { blue: 10, yellow: 20 },
    decimals: points ? 2 : 1,
    role: 'signal',
    confirm: once,
    clear: 2,
    exitMargin: 0,
    holdMissing: 3,
    appliesTo: 'all',
    guard: null,
    basis: { kind: 'user', note },
  };
}

/** Lines that somebody has moved are no longer those of their source: what changes together with a threshold. */
export function ownBasis(rule: Rule, at: number): Also | undefined {
  if (rule.basis.kind === 'user') return undefined;
  return { path: ['ruleSet', 'rules', at, 'basis'], value: { kind: 'user', note: EDIT_TEXT.changedNote } };
}
