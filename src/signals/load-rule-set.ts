import * as z from 'zod/mini';
import { type Checked, checkShape, type ShapeFault, textShape } from '../base/check';
import { defaultCatalogue } from '../base/catalogue';
import { type Frequency, FREQUENCIES, PERIODS_PER_YEAR } from '../base/period';
import { DETECTOR_KINDS, detectorOf } from '../detectors/registry';
import { parseParams } from '../detectors/params';
import { FORM_FAULTS } from '../indicators/form-text';
import { formFault, kindOfForm, SERIES_FORMS } from '../indicators/form';
import defaultRuleSetJson from './defaults/rule-set.json';
import type { Rule, RuleSet } from './rule';

export const RULE_SET_SCHEMA = 'fengsui-rules/1';

/** Grading counts the signals of a level in one byte (levels/tally.ts). */
const MOST_RULES = 255;

const perLevel = z.strictObject({
  blue: z.int().check(z.gte(1)),
  yellow: z.int().check(z.gte(1)),
  orange: z.int().check(z.gte(1)),
  red: z.int().check(z.gte(1)),
});

const ruleShape = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: textShape,
  indicator: z.string(),
  form: z.enum(SERIES_FORMS),
  detector: z.strictObject({ kind: z.string(), params: z.record(z.string(), z.unknown()) }),
  thresholds: z.strictObject({
    blue: z.optional(z.number()),
    yellow: z.optional(z.number()),
    orange: z.optional(z.number()),
    red: z.optional(z.number()),
  }),
  decimals: z.int().check(z.gte(0), z.lte(6)),
  role: z.enum(['signal', 'floor', 'scale']),
  confirm: perLevel,
  clear: z.int().check(z.gte(1)),
  exitMargin: z.number().check(z.gte(0)),
  holdMissing: z.int().check(z.gte(0)),
  appliesTo: z.enum(['all', 'large', 'small']),
  guard: z.nullable(
    z.strictObject({
      referenceLabourForce: z.number().check(z.gt(0)),
      maxFactor: z.number().check(z.gte(1)),
      minLabourForce: z.optional(z.number().check(z.gt(0))),
    }),
  ),
  basis: z.strictObject({ kind: z.enum(['ours', 'published', 'user']), note: textShape }),
});

const ruleSetShape = z.strictObject({
  schema: z.literal(RULE_SET_SCHEMA),
  id: z.string(),
  version: z.string(),
  name: textShape,
  frequency: z.enum(FREQUENCIES),
  largeFrom: z.number().check(z.gt(0)),
  minCoverage: z.number().check(z.gte(0), z.lte(1)),
  rules: z.array(ruleShape).check(z.minLength(1), z.maxLength(MOST_RULES)),
});

/** A rule set from JSON: shape, detectors, parameters, order of thresholds. All faults are collected. */
export function loadRuleSet(raw: unknown): Checked<RuleSet> {
  const checked = checkShape(ruleSetShape as unknown as z.ZodMiniType<RuleSet & { schema: string }>, raw);
  if (!checked.value) return checked;
  const { rules, frequency } = checked.value;
  const faults = rules.flatMap((rule, i) => ruleFaults(rule, frequency, `.rules[${i}]`));
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id)) faults.push({ path: '.rules', expected: `rule ids once each; "${id}" stands twice` });
    seen.add(id);
  }
  return faults.length > 0 ? { value: null, faults } : { value: checked.value, faults: [] };
}

function ruleFaults(rule: Rule, frequency: Frequency, path: string): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const detector = detectorOf(rule.detector.kind);
  if (!detector) {
    faults.push({ path: `${path}.detector.kind`, expected: `one of ${DETECTOR_KINDS.join(', ')}` });
  } else {
    const { params, faults: wrong } = parseParams(detector, rule.detector.params);
    const known = defaultCatalogue().byId.get(rule.indicator);
    // The other forms leave as it is what they do not fit.
    const misfit = rule.form === 'festival' && known && formFault(known, rule.form, { frequency, festival: true });
    if (misfit)
      faults.push({
        path: `${path}.form`,
        expected: FORM_FAULTS[misfit].en,
        given: rule.form,
        words: FORM_FAULTS[misfit],
      });
    // Of an indicator that is not built in nothing is known here: there the detector refuses when it runs.
    const kind = kindOfForm(known?.kind ?? 'stock', rule.form);
    const refused = params && detector.refuses(params, { kind, periodsPerYear: PERIODS_PER_YEAR[frequency] });
    if (refused) {
      const given = `${rule.detector.kind} · ${rule.indicator} · ${rule.form} · ${frequency}`;
      faults.push({ path: `${path}.detector`, expected: refused.en, given, words: refused });
    }
    for (const f of wrong) {
      faults.push({ path: `${path}.detector.params.${f.path}`, expected: `${f.expected}; given ${f.given}` });
    }
  }
  const { blue, yellow, orange, red } = rule.thresholds;
  const lines = [blue, yellow, orange, red].filter((v) => v !== undefined);
  if (lines.length === 0) faults.push({ path: `${path}.thresholds`, expected: 'at least one threshold' });
  if (lines.some((v, i) => i > 0 && v <= lines[i - 1]!)) {
    faults.push({ path: `${path}.thresholds`, expected: 'blue < yellow < orange < red (larger is worse)' });
  }
  if (rule.guard && rule.guard.maxFactor > 1 && lines.some((v) => v <= 0)) {
    faults.push({
      path: `${path}.guard`,
      expected: 'a noise guard needs thresholds above zero, for it multiplies them',
    });
  }
  return faults;
}

let shipped: RuleSet | null = null;

/** The rule set that ships with the product; every threshold in it is marked as ours. */
export function defaultRuleSet(): RuleSet {
  if (!shipped) {
    const { value, faults } = loadRuleSet(defaultRuleSetJson);
    if (!value) throw new Error(`default rule set: ${faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
    shipped = value;
  }
  return shipped;
}
