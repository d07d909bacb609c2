import type { Assessment } from '../assess';
import type { WarningLevel } from '../base/level';
import type { Period } from '../base/period';
import { deriveRegion } from '../levels/derive';
import { statisticOf } from '../levels/derive-signal';
import type { Graded } from '../levels/graded';
import { defaultPlan } from '../response/load-plan';
import { LAYERS, type Layer, type Response } from '../response/plan';
import { propose } from '../response/propose';
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
  const [openings, seekers, ratio] = [of('openings'), of('seekers'), of('openings_to_seekers')];
  return {
    regionCode,
    period,
    derivation: deriveRegion(assessment, region, period),
    rules: assessment.signals.filter((s) => s.started[region]! >= 0).map((s) => ruleSeries(assessment, s, region)),
    supplyDemand: openings && seekers && ratio ? { openings, seekers, ratio } : null,
    response: respond(assessment, region, period),
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

/** Layer of a region by its place in the tree: the top is the autonomous region, below it leagues, then counties. */
function layerOf(depth: number): Layer {
  return LAYERS[Math.max(0, LAYERS.length - 1 - depth)]!;
}

function respond(assessment: Assessment, region: number, period: Period): Response | null {
  const { panel, signals, levels } = assessment;
  const cell = region * panel.count + (period - panel.first);
  const answered = signals.flatMap((s) => {
    const level = s.level[cell]!;
    if (level === 0 || s.state[cell] === SignalState.insufficient) return [];
    return [{ ruleId: s.rule.id, indicatorId: s.rule.indicator, level: level as WarningLevel }];
  });
  return propose(
    {
      level: levels.level[cell]!,
      regionLayer: layerOf(panel.tree.depth[region]!),
      traits: panel.tree.regions[region]!.traits,
      signals: answered,
    },
    defaultPlan(),
  );
}
