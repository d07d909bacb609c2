import type { Assessment } from '../assess';
import type { WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import { deriveRegion } from '../levels/derive';
import { statisticOf } from '../levels/derive-signal';
import type { Graded } from '../levels/graded';
import { layerOf } from '../response/actor';
import { dataFacts } from '../response/data-facts';
import { defaultPlan } from '../response/load-plan';
import { propose, type ResponseInput } from '../response/propose';
import { type RuleSignals, SignalState } from '../signals/rule';
import type { RegionDetail } from './engine-api';
import type { RuleSeries } from './rule-answers';
import { seriesOf } from './engine-series';

/** All that the region screen shows of one region at one period. */
export function regionDetail(assessment: Assessment, regionCode: string, period: Period): RegionDetail {
  const { panel } = assessment;
  const region = panel.tree.indexOf.get(regionCode);
  if (region === undefined) throw new Error(`region ${regionCode} is not in the tree`);
  const of = (indicator: string) =>
    seriesOf(panel, { regionCodes: [regionCode], indicatorIds: [indicator], form: 'reported', view: 'value' })[0];
  const asked = responseInput(assessment, region, period);
  const [openings, seekers, ratio] = [of('openings'), of('seekers'), of('openings_to_seekers')];
  return {
    regionCode,
    period,
    derivation: deriveRegion(assessment, region, period),
    rules: assessment.signals.filter((s) => s.started[region]! >= 0).map((s) => ruleSeries(assessment, s, region)),
    supplyDemand: openings && seekers && ratio ? { openings, seekers, ratio } : null,
    responseInput: asked,
    response: propose(asked, defaultPlan()),
  };
}

export function ruleSeries(assessment: Graded, signal: RuleSignals, region: number): RuleSeries {
  const { panel } = assessment;
  const { detector, params, input, column, statistic, thresholds } = statisticOf(assessment, signal, region);
  const from = region * panel.count;
  const cut = <A extends Uint8Array | Float64Array | Float32Array>(a: A): A => a.slice(from, from + panel.count) as A;
  const severity = cut(signal.severity);
  return {
    ruleId: signal.rule.id,
    indicatorId: signal.rule.indicator,
    // What was not graded is not shown as graded: a joint January, an imputed value.
    statistic: statistic.map((x, t) => (severity[t] === severity[t] ? x : NaN)),
    unit: detector.unit(params, column.indicator.kind),
    indicatorUnit: column.indicator.unit,
    sign: detector.signed ? input.sign : 1,
    thresholds: Array.from(thresholds.subarray(1), (v) => (v === v ? v : null)),
    level: cut(signal.level),
    state: cut(signal.state),
    values: cut(column.values),
  };
}

/** What a plan is asked about the region: for the response here, and for a page that has another plan or more facts. */
function responseInput(assessment: Assessment, region: number, period: Period): ResponseInput {
  const { panel, signals, levels } = assessment;
  const cell = region * panel.count + (period - panel.first);
  const answered = signals.flatMap((s) => {
    const level = s.level[cell]!;
    if (level === 0 || s.state[cell] === SignalState.insufficient) return [];
    return [{ ruleId: s.rule.id, indicatorId: s.rule.indicator, level: level as WarningLevel }];
  });
  return {
    level: levels.level[cell]!,
    regionLayer: layerOf(panel.tree.depth[region]!),
    traits: panel.tree.regions[region]!.traits,
    signals: answered,
    facts: dataFacts(assessment, region, period),
  };
}
