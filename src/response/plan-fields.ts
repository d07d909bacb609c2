import { formatNumber, NO_FIGURE } from '../base/format';
import { levelName, levelNumeral } from '../base/level';
import { sayBoth, type Text } from '../base/text';
import { LAYER_NAMES } from './actor-text';
import { requiredWords } from './gates';
import type { LayerDuty, Measure, Plan } from './plan';
import { PLAN_PART_WORDS as WORDS } from './plan-part-text';
import { deadlineWords, departmentWords, inRow, layersWords, STEP_NAMES } from './plan-words';
import { TRAIT_NAMES } from './text';

/** Parts of a plan that are compared, in this order. */
export const PLAN_PARTS = ['whole', 'departments', 'duties', 'liftedDuties', 'deadlines', 'facts', 'measures'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** One field of an item: what it is called, what it is, and how a reader sees it. */
export interface PlanField {
  readonly label: Text;
  readonly raw: unknown;
  readonly words: Text;
}

/** One thing of a plan (a department, a duty, a measure) with its fields by key. */
export interface PlanItem {
  readonly id: string;
  readonly name: Text;
  readonly fields: ReadonlyMap<string, PlanField>;
}

/** Name of an indicator by its id. */
export type IndicatorName = (id: string) => Text;

/** What a part of a plan is made of, item by item in its order. */
export function planItems(plan: Plan, part: PlanPart, indicatorName: IndicatorName): readonly PlanItem[] {
  return ITEMS[part](plan, indicatorName);
}

const ITEMS: Readonly<Record<PlanPart, (plan: Plan, indicatorName: IndicatorName) => readonly PlanItem[]>> = {
  whole: (plan) => [item('whole', WORDS.whole, wholeFields(plan))],
  departments: (plan) => plan.departments.map((d) => item(d.id, d.name, [text('name', d.name), text('now', d.now)])),
  duties: (plan) =>
    plan.duties.map((d) => item(`${d.level}`, sayBoth(WORDS.dutyOf, { level: levelName(d.level) }), dutyFields(d))),
  liftedDuties: (plan) =>
    plan.liftedDuties.map((d) => {
      const name = sayBoth(WORDS.liftedDutyOf, { level: levelName(d.level), layer: LAYER_NAMES[d.regionLayer] });
      return item(`${d.regionLayer} ${d.level}`, name, dutyFields(d));
    }),
  deadlines: (plan) =>
    plan.deadlines.map((d) => {
      const name = sayBoth(WORDS.deadlineOf, { level: levelName(d.level), step: STEP_NAMES[d.step] });
      const time = field('amount', WORDS.amount, [d.amount, d.unit], deadlineWords(d));
      return item(`${d.level} ${d.step}`, name, [time, text('source', d.source ?? null)]);
    }),
  facts: (plan) =>
    plan.facts.map((f) =>
      item(f.id, f.name, [
        text('name', f.name),
        field('unit', WORDS.unit, f.unit, WORDS[f.unit]),
        field('from', WORDS.from, f.from, WORDS[f.from]),
        text('how', f.how),
      ]),
    ),
  measures: (plan, indicatorName) =>
    plan.measures.map((m) => item(m.id, m.name, measureFields(plan, m, indicatorName))),
};

type Keyed = readonly [key: string, field: PlanField];
const plain = (words: string): Text => ({ zh: words, en: words });
const item = (id: string, name: Text, fields: readonly Keyed[]): PlanItem => ({ id, name, fields: new Map(fields) });
const field = (key: string, label: Text, raw: unknown, words: Text): Keyed => [key, { label, raw, words }];
const text = (key: keyof typeof WORDS, value: Text | null): Keyed =>
  field(key, WORDS[key], value, value ?? plain(NO_FIGURE));
const number = (key: string, label: Text, value: number): Keyed => field(key, label, value, plain(figure(value)));
const yesNo = (key: keyof typeof WORDS, value: boolean): Keyed =>
  field(key, WORDS[key], value, value ? WORDS.yes : WORDS.no);

function wholeFields(plan: Plan): Keyed[] {
  const { version, name, basis, review } = plan;
  return [
    field('version', WORDS.version, version, plain(version)),
    text('name', name),
    text('document', plan.document),
    ...Object.entries(basis).map(([key, value]) => field(`basis.${key}`, WORDS.basis, value, value as Text)),
    number('everyMonths', WORDS.everyMonths, review.everyMonths),
    field('afterLevel', WORDS.afterLevel, review.afterLevel, levelName(review.afterLevel)),
    number('withinWorkdays', WORDS.withinWorkdays, review.withinWorkdays),
  ];
}

function dutyFields(duty: LayerDuty): Keyed[] {
  return [
    text('responds', duty.responds),
    field('respondingLayers', WORDS.respondingLayers, duty.respondingLayers, layersWords(duty.respondingLayers)),
    text('reviews', duty.reviews),
    field('reviewingLayer', WORDS.reviewingLayer, duty.reviewingLayer, LAYER_NAMES[duty.reviewingLayer]),
    text('reportsTo', duty.reportsTo),
    yesNo('mustReport', duty.mustReport),
    field('clause', WORDS.clause, duty.clause, plain(duty.clause)),
  ];
}

function measureFields(plan: Plan, m: Measure, indicatorName: IndicatorName): Keyed[] {
  const decision = m.byDecisionFrom === null ? NO_FIGURE : levelNumeral(m.byDecisionFrom);
  const supporting = inRow(m.supporting.map((d) => departmentWords(plan, d)));
  return [
    text('name', m.name),
    text('summary', m.summary),
    field('clause', WORDS.clause, m.clause, plain(m.clause)),
    yesNo('regional', m.regional),
    text('targetGroup', m.targetGroup),
    field('lead', WORDS.lead, m.lead, departmentWords(plan, m.lead)),
    field('supporting', WORDS.supporting, m.supporting, supporting),
    field('mayStart', WORDS.mayStart, m.mayStart, layersWords(m.mayStart)),
    field('fromLevel', WORDS.fromLevel, m.fromLevel, plain(levelNumeral(m.fromLevel))),
    field('byDecisionFrom', WORDS.byDecisionFrom, m.byDecisionFrom, plain(decision)),
    ...Object.entries(m.answers).map(([id, weight]) =>
      number(`answers ${id}`, sayBoth(WORDS.answers, { indicator: indicatorName(id) }), weight),
    ),
    field('fits', WORDS.fits, m.fits, inRow(m.fits.map((trait) => TRAIT_NAMES[trait]))),
    number('elsewhere', WORDS.elsewhere, m.elsewhere ?? 1),
    text('funding', m.funding),
    field('effect', WORDS.effectIndicator, m.effect.indicator, indicatorName(m.effect.indicator)),
    number('effectMonths', WORDS.effectMonths, m.effect.withinMonths),
    ...m.gates.flatMap((gate) => gateFields(plan, gate)),
    text('note', m.note ?? null),
  ];
}

function gateFields(plan: Plan, gate: Measure['gates'][number]): Keyed[] {
  const fact = plan.facts.find((f) => f.id === gate.fact);
  if (!fact) return [];
  const label = (words: Text): Text => sayBoth(words, { fact: fact.name });
  return [
    field(`gate ${fact.id}`, label(WORDS.gate), [gate.atLeast, gate.atMost], requiredWords(gate, fact)),
    field(`gate ${fact.id} note`, label(WORDS.gateNote), gate.note, gate.note),
    field(
      `gate ${fact.id} clause`,
      label(WORDS.gateClause),
      gate.clause,
      gate.clause === null ? WORDS.ours : plain(gate.clause),
    ),
  ];
}

/** As many decimals as it has. */
function figure(value: number): string {
  return formatNumber(value, Math.min(/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0, 6));
}
