import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault, type ShapeFault } from '../base/check';
import { formatPeriod, type Frequency, parsePeriod, type Period } from '../base/period';
import { defineText, sayBoth, type Text } from '../base/text';
import type { Panel } from '../panel/panel';
import type { Shock } from '../panel/shock';
import { loadRuleSet, RULE_SET_SCHEMA } from '../signals/load-rule-set';
import type { Rule, RuleSet } from '../signals/rule';

export const SCENARIO_SCHEMA = 'fengsui-scenario/1';

/** So many periods a path may go on after the last one of the data. */
export const MOST_AHEAD = 12;

const MOST_SHOCKS = 50;

const T = defineText({
  period: { zh: '本数据频率的时期，如 {example}', en: 'a period of the frequency of the data, such as {example}' },
  order: { zh: '不早于 {from}', en: 'not before {from}' },
  within: { zh: '不晚于 {last}', en: 'not after {last}' },
  notBefore: { zh: '不早于数据的首期 {first}', en: 'not before the first period of the data, {first}' },
  indicator: { zh: '数据中已有的指标', en: 'an indicator that the data has' },
  region: { zh: '区划表中的代码', en: 'a code of the region table' },
  values: {
    zh: '每期一个值，共{count}个；不改动的写 null',
    en: '{count} values, one for each period; null = left as it is',
  },
  amount: { zh: '数值（倍数或增减量）', en: 'a number (the factor, or the amount)' },
  noValues: { zh: '只有 path 才有 values', en: 'values for a path alone' },
  noAmount: { zh: '路径只有 values，没有 amount', en: 'a path has values and no amount' },
  factor: { zh: '不小于 0 的倍数', en: 'a factor of at least 0' },
  pathForAll: {
    zh: '按地区汇总的数量不能给所有地区同一条路径，请写明地区代码',
    en: 'codes of regions: what is summed upward cannot follow one path in every region',
  },
  rule: { zh: '现行规则中的标识', en: 'the id of a rule in force' },
});

const perLevel = z.strictObject({
  blue: z.optional(z.nullable(z.number())),
  yellow: z.optional(z.nullable(z.number())),
  orange: z.optional(z.nullable(z.number())),
  red: z.optional(z.nullable(z.number())),
});

const shockShape = z.strictObject({
  indicator: z.string().check(z.minLength(1)),
  regions: z.union([z.literal('all'), z.array(z.string().check(z.minLength(1))).check(z.minLength(1))]),
  from: z.string(),
  to: z.string(),
  kind: z.enum(['factor', 'shock', 'path']),
  amount: z.optional(z.number()),
  values: z.optional(z.array(z.nullable(z.number()))),
});

const scenarioShape = z.strictObject({
  schema: z.literal(SCENARIO_SCHEMA),
  name: z.string().check(z.maxLength(80)),
  note: z.string().check(z.maxLength(2000)),
  shocks: z.array(shockShape).check(z.maxLength(MOST_SHOCKS)),
  thresholds: z.record(z.string(), perLevel),
});

/** One shock as it is written down; see panel/shock.ts for what it does. Periods in their canonical spelling. */
export interface WrittenShock {
  readonly indicator: string;
  readonly regions: 'all' | readonly string[];
  readonly from: string;
  readonly to: string;
  readonly kind: 'factor' | 'shock' | 'path';
  readonly amount?: number;
  readonly values?: readonly (number | null)[];
}

/** Thresholds in the place of a rule's own, by level; null takes one away, what is not named stays. */
export type ThresholdChange = Readonly<Partial<Record<'blue' | 'yellow' | 'orange' | 'red', number | null>>>;

/** A supposition as data: figures and thresholds as they might be. */
export interface Scenario {
  readonly schema: typeof SCENARIO_SCHEMA;
  readonly name: string;
  readonly note: string;
  readonly shocks: readonly WrittenShock[];
  readonly thresholds: Readonly<Record<string, ThresholdChange>>;
}

/** What a scenario is held against: the panel that is graded, and the rules in force. */
export type ScenarioGround = Pick<Panel, 'frequency' | 'first' | 'count' | 'tree' | 'catalogue' | 'weekEndsOn'> & {
  readonly indicators: readonly string[];
};

/** A scenario from JSON: its shape alone. Every fault with its path; whether it fits the data, `bindScenario` says. */
export function loadScenario(raw: unknown): Checked<Scenario> {
  return checkShape(scenarioShape as unknown as z.ZodMiniType<Scenario>, raw);
}

/** A scenario ready for use on one panel and one rule set. */
export interface BoundScenario {
  readonly shocks: readonly Shock[];
  readonly ruleSet: RuleSet;
}

/** Fits a scenario to data and rules: places, periods, indicators, rules, order of thresholds. All faults are collected. */
export function bindScenario(scenario: Scenario, ground: ScenarioGround, ruleSet: RuleSet): Checked<BoundScenario> {
  const faults: ShapeFault[] = [];
  const shocks = scenario.shocks.flatMap((shock, i) => {
    const { value, wrong } = bindShock(shock, i, ground, scenario);
    faults.push(...wrong);
    return value ? [value] : [];
  });
  const changed = changeThresholds(scenario, ruleSet);
  faults.push(...changed.faults);
  if (faults.length > 0 || !changed.value) return { value: null, faults };
  return { value: { shocks, ruleSet: changed.value }, faults: [] };
}

function bindShock(
  shock: WrittenShock,
  i: number,
  ground: ScenarioGround,
  raw: Scenario,
): { value: Shock | null; wrong: ShapeFault[] } {
  const wrong: ShapeFault[] = [];
  const fault = (path: readonly PropertyKey[], words: Text): void => {
    wrong.push(shapeFault(['shocks', i, ...path], raw, words));
  };
  const { indicator, regions, kind, amount, values } = shock;
  const known = ground.catalogue.byId.get(indicator);
  if (!known || !ground.indicators.includes(indicator)) fault(['indicator'], T.indicator);
  if (regions !== 'all') {
    for (const [k, code] of regions.entries()) if (!ground.tree.indexOf.has(code)) fault(['regions', k], T.region);
  } else if (kind === 'path' && known?.aggregation.by === 'sum') fault(['regions'], T.pathForAll);

  const example = exampleOf(ground.frequency);
  const from = periodIn(shock.from, ground.frequency);
  const to = periodIn(shock.to, ground.frequency);
  if (from === null) fault(['from'], sayBoth(T.period, { example }));
  else if (from < ground.first) fault(['from'], sayBoth(T.notBefore, { first: spelt(ground, ground.first) }));
  const last = ground.first + ground.count - 1 + (kind === 'path' ? MOST_AHEAD : 0);
  if (to === null) fault(['to'], sayBoth(T.period, { example }));
  else if (from !== null && to < from) fault(['to'], sayBoth(T.order, { from: shock.from }));
  else if (to > last) fault(['to'], sayBoth(T.within, { last: spelt(ground, last) }));

  if (kind === 'path') {
    const count = from === null || to === null ? null : to - from + 1;
    if (values === undefined || (count !== null && count > 0 && values.length !== count))
      fault(['values'], sayBoth(T.values, { count: count ?? '?' }));
    if (amount !== undefined) fault(['amount'], T.noAmount);
  } else {
    if (amount === undefined) fault(['amount'], T.amount);
    else if (kind === 'factor' && amount < 0) fault(['amount'], T.factor);
    if (values !== undefined) fault(['values'], T.noValues);
  }
  if (wrong.length > 0 || from === null || to === null) return { value: null, wrong };
  const change = kind === 'path' ? { kind, values: values! } : { kind, amount: amount! };
  return { value: { indicator, regions, from, to, change }, wrong };
}

function periodIn(text: string, frequency: Frequency): Period | null {
  const parsed = parsePeriod(text);
  return parsed?.frequency === frequency ? parsed.period : null;
}

const EXAMPLES: Readonly<Record<Frequency, string>> = {
  month: '2026-03',
  quarter: '2026-Q1',
  year: '2026',
  week: '2026-W05',
};

function exampleOf(frequency: Frequency): string {
  return EXAMPLES[frequency];
}

function spelt({ frequency, weekEndsOn }: ScenarioGround, period: Period): string {
  return formatPeriod(frequency, period, weekEndsOn);
}

const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;

/** The rule set with the scenario's thresholds, through the same gate as any other. */
function changeThresholds(scenario: Scenario, ruleSet: RuleSet): Checked<RuleSet> {
  const unknown = Object.keys(scenario.thresholds)
    .filter((id) => !ruleSet.rules.some((r) => r.id === id))
    .map((id) => shapeFault(['thresholds', id], scenario, T.rule));
  const rules = ruleSet.rules.map((rule) => changedRule(rule, scenario.thresholds[rule.id]));
  const changed = rules.flatMap((rule, i) => (rule === ruleSet.rules[i] ? [] : [rule]));
  if (changed.length === 0) {
    return unknown.length > 0 ? { value: null, faults: unknown } : { value: ruleSet, faults: [] };
  }
  // Rules that stay as they were have passed the gate already: a fault is one of the scenario.
  const { faults } = loadRuleSet({ ...ruleSet, schema: RULE_SET_SCHEMA, rules: changed });
  const own = faults.map((f) => {
    const place = /^\.rules\[(\d+)\](.*)$/.exec(f.path);
    return place
      ? { ...f, path: `.thresholds.${changed[Number(place[1])]!.id}${place[2]!.replace('.thresholds', '')}` }
      : f;
  });
  const all = [...unknown, ...own];
  return all.length > 0 ? { value: null, faults: all } : { value: { ...ruleSet, rules }, faults: [] };
}

function changedRule(rule: Rule, change: ThresholdChange | undefined): Rule {
  if (!change) return rule;
  const thresholds: Record<string, number> = {};
  for (const level of LEVELS) {
    const value = change[level] === undefined ? rule.thresholds[level] : change[level];
    if (value !== undefined && value !== null) thresholds[level] = value;
  }
  return { ...rule, thresholds };
}
