import type { Assessment } from '../assess';
import type { Period } from '../base/period';
import { deriveRegion } from '../levels/derive';
import { ruleSeries } from '../levels/rule-series';
import { defaultPlan } from '../response/load-plan';
import { propose } from '../response/propose';
import { responseInput } from '../response/response-input';
import type { RegionDetail } from './engine-api';
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
