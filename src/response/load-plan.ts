import * as z from 'zod/mini';
import { defaultCatalogue } from '../base/catalogue';
import { type Checked, checkShape, shapeFault, type ShapeFault, textShape } from '../base/check';
import type { IndicatorCatalogue } from '../base/indicators';
import { WARNING_LEVELS } from '../base/level';
import { sayBoth, type Text } from '../base/text';
import defaultPlanJson from './defaults/plan.json';
import { FACT_UNITS, LAYERS, type Measure, type Plan, STEPS } from './plan';
import { PLAN_WORDS as WORDS } from './text';

export const PLAN_SCHEMA = 'fengsui-plan/1';

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const filled = z.string().check(z.minLength(1));
const clause = z.string().check(z.regex(/^[1-9]\.[1-9]$/));
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const layer = z.enum(LAYERS);
const layers = z.array(layer).check(z.minLength(1));

const dutyFields = {
  level,
  responds: textShape,
  respondingLayers: layers,
  reviews: textShape,
  reviewingLayer: layer,
  reportsTo: textShape,
  mustReport: z.boolean(),
  clause,
};

const gateShape = z.strictObject({
  fact: filled,
  atLeast: z.optional(z.number().check(z.gte(0))),
  atMost: z.optional(z.number().check(z.gte(0))),
  note: textShape,
  clause: z.nullable(clause),
});

const measureShape = z.strictObject({
  id,
  name: textShape,
  summary: textShape,
  clause,
  regional: z.boolean(),
  targetGroup: textShape,
  lead: filled,
  supporting: z.array(filled),
  mayStart: layers,
  fromLevel: level,
  byDecisionFrom: z.nullable(level),
  answers: z.record(z.string(), z.number().check(z.gt(0), z.lte(1))),
  fits: z.array(z.enum(['resource-based', 'coal-steel-power', 'border', 'farming-herding'])),
  elsewhere: z.optional(z.number().check(z.gt(0), z.lte(1))),
  funding: z.nullable(textShape),
  effect: z.strictObject({ indicator: filled, withinMonths: z.int().check(z.gte(1)) }),
  // Plans that were written before there were gates have none.
  gates: z.prefault(z.array(gateShape), []),
  note: z.optional(textShape),
});

const planShape = z.strictObject({
  schema: z.literal(PLAN_SCHEMA),
  id,
  version: filled,
  name: textShape,
  document: textShape,
  basis: z.strictObject({
    departments: textShape,
    duties: textShape,
    deadlines: textShape,
    measures: textShape,
    gates: z.optional(textShape),
  }),
  departments: z.array(z.strictObject({ id, name: textShape, now: z.nullable(textShape) })).check(z.minLength(1)),
  duties: z.array(z.strictObject(dutyFields)),
  liftedDuties: z.array(z.strictObject({ ...dutyFields, regionLayer: layer })),
  deadlines: z.array(
    z.strictObject({
      level,
      step: z.enum(STEPS),
      amount: z.number().check(z.gt(0)),
      unit: z.enum(['hours', 'workingDays']),
      source: z.optional(textShape),
    }),
  ),
  review: z.prefault(
    z.strictObject({
      everyMonths: z.int().check(z.gte(1), z.lte(60)),
      afterLevel: level,
      withinWorkdays: z.int().check(z.gte(1), z.lte(250)),
    }),
    { everyMonths: 12, afterLevel: 3, withinWorkdays: 20 },
  ),
  facts: z.prefault(
    z.array(
      z.strictObject({
        id,
        name: textShape,
        unit: z.enum(FACT_UNITS),
        from: z.enum(['data', 'trail', 'case']),
        how: textShape,
      }),
    ),
    [],
  ),
  measures: z.array(measureShape).check(z.minLength(1)),
});

/**
 * A plan from JSON: shape; ids once each; departments and indicators that exist; a duty per level and a deadline per
 * level and step; measures that answer something. Every fault is collected, with its path, what stands there and
 * what was expected; with any fault there is no plan.
 */
export function loadPlan(json: unknown, catalogue: IndicatorCatalogue): Checked<Plan> {
  const checked = checkShape(planShape as unknown as z.ZodMiniType<Plan>, json);
  if (!checked.value) return checked;
  const plan = checked.value;
  const fault = (path: readonly PropertyKey[], words: Text): ShapeFault => shapeFault(path, json, words);
  const faults = [
    ...repeated(plan.departments.map((d) => d.id)).map((i) => fault(['departments', i, 'id'], WORDS.idOnce)),
    ...repeated(plan.measures.map((m) => m.id)).map((i) => fault(['measures', i, 'id'], WORDS.idOnce)),
    ...repeated(plan.facts.map((f) => f.id)).map((i) => fault(['facts', i, 'id'], WORDS.idOnce)),
    ...repeated(plan.duties.map((d) => d.level)).map((i) => fault(['duties', i, 'level'], WORDS.dutyOnce)),
    ...repeated(plan.liftedDuties.map((d) => `${d.regionLayer} ${d.level}`)).map((i) =>
      fault(['liftedDuties', i, 'level'], WORDS.dutyOnce),
    ),
    ...repeated(plan.deadlines.map((d) => `${d.level} ${d.step}`)).map((i) =>
      fault(['deadlines', i, 'step'], WORDS.stepOnce),
    ),
    ...WARNING_LEVELS.filter((l) => !plan.duties.some((d) => d.level === l)).map((l) =>
      fault(['duties'], sayBoth(WORDS.dutyMissing, { level: l })),
    ),
    ...WARNING_LEVELS.flatMap((l) => STEPS.map((step) => ({ l, step })))
      .filter(({ l, step }) => !plan.deadlines.some((d) => d.level === l && d.step === step))
      .map(({ l, step }) => fault(['deadlines'], sayBoth(WORDS.stepMissing, { level: l, step }))),
    ...plan.measures.flatMap((measure, i) => measureFaults(measure, i, plan, catalogue, fault)),
  ];
  return faults.length > 0 ? { value: null, faults } : { value: plan, faults: [] };
}

/** Places of entries that stood before. */
function repeated(keys: readonly (string | number)[]): number[] {
  return keys.flatMap((key, i) => (keys.indexOf(key) < i ? [i] : []));
}

function measureFaults(
  measure: Measure,
  i: number,
  plan: Plan,
  catalogue: IndicatorCatalogue,
  fault: (path: readonly PropertyKey[], words: Text) => ShapeFault,
): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const isDepartment = (d: string): boolean => plan.departments.some((other) => other.id === d);
  if (!isDepartment(measure.lead)) faults.push(fault(['measures', i, 'lead'], WORDS.department));
  measure.supporting.forEach((d, k) => {
    if (!isDepartment(d) || d === measure.lead || measure.supporting.indexOf(d) < k) {
      faults.push(fault(['measures', i, 'supporting', k], WORDS.supporting));
    }
  });
  const answered = Object.keys(measure.answers);
  if (answered.length === 0) faults.push(fault(['measures', i, 'answers'], WORDS.answersNothing));
  for (const indicator of answered) {
    const found = catalogue.byId.get(indicator);
    if (!found || found.worse === 'none')
      faults.push(fault(['measures', i, 'answers', indicator], WORDS.gradedIndicator));
  }
  if (!catalogue.byId.has(measure.effect.indicator)) {
    faults.push(fault(['measures', i, 'effect', 'indicator'], WORDS.indicator));
  }
  if (measure.byDecisionFrom !== null && measure.byDecisionFrom >= measure.fromLevel) {
    faults.push(fault(['measures', i, 'byDecisionFrom'], WORDS.decisionBelow));
  }
  if (measure.elsewhere !== undefined && measure.fits.length === 0) {
    faults.push(fault(['measures', i, 'elsewhere'], WORDS.elsewhere));
  }
  measure.gates.forEach((gate, k) => {
    if (!plan.facts.some((f) => f.id === gate.fact))
      faults.push(fault(['measures', i, 'gates', k, 'fact'], WORDS.fact));
    if ((gate.atLeast === undefined) === (gate.atMost === undefined)) {
      faults.push(fault(['measures', i, 'gates', k], WORDS.oneLine));
    }
    if (measure.gates.findIndex((g) => g.fact === gate.fact) < k) {
      faults.push(fault(['measures', i, 'gates', k, 'fact'], WORDS.gateOnce));
    }
  });
  return faults;
}

let shipped: Plan | null = null;

/** The plan that ships with the product, after the document of 2017-10-12; what is ours in it says so (`Plan.basis`). */
export function defaultPlan(): Plan {
  if (!shipped) {
    const { value, faults } = loadPlan(defaultPlanJson, defaultCatalogue());
    if (!value) throw new Error(`default plan: ${faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
    shipped = value;
  }
  return shipped;
}
