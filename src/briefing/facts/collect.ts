import { regionsNoun } from '../../base/region-names';
import type { Text } from '../../base/text';
import { fingerprintOf } from '../../levels/fingerprint';
import { lastKnownOn } from '../../panel/build';
import { isDemonstration } from '../../panel/panel';
import type { Plan } from '../../response/plan';
import { propose } from '../../response/propose';
import { responseInput } from '../../response/response-input';
import type { BriefingAsk } from '../briefing';
import { bodyOf, departmentName } from '../case-documents/office';
import type { BriefingFacts } from './facts';
import { indicatorFacts } from './indicator-facts';
import { outlookFacts } from './outlook-facts';
import { endFacts, regionFacts } from './region-facts';
import { revisionFacts } from './revision-facts';
import { sourcesOf } from './sources';
import { briefingRegions } from './which-regions';
import { spanUpTo } from './span';
import type { BriefingWorld } from './world';

/**
 * Everything that a briefing may say or draw, from an assessment and what is known besides. Pure: the same world and ask give
 * the same bytes.
 * @throws RangeError when the data has no such period or region
 */
export function collectFacts(world: BriefingWorld, ask: BriefingAsk): BriefingFacts {
  const { assessed, plan } = world;
  const { panel, config } = assessed;
  const { tree, catalogue } = panel;
  const span = spanUpTo(panel, ask.period);
  const regions = briefingRegions(assessed, ask.regionCode, ask.period);
  const told = [...(regions.whole === null ? [] : [regions.whole]), ...regions.parts];
  const factsOf = regionFacts(assessed, span);
  const whole = regions.whole === null ? null : factsOf(regions.whole, 'always');
  const ids = catalogue.indicators.map(({ id }) => id);
  const reported = world.panelWith(ids, 'reported');
  const figures = indicatorFacts(reported, assessed.targetsOf, told, span);
  const ends = regions.ends.map(({ region }) => region);
  return {
    ask,
    demonstration: isDemonstration(panel),
    frequency: panel.frequency,
    weekEndsOn: panel.weekEndsOn,
    period: span.period,
    first: span.first,
    asOf: assessed.asOf,
    knownOn: lastKnownOn(panel),
    sources: sourcesOf(panel),
    rules: {
      ruleSet: headOf(config.ruleSet),
      scheme: headOf(config.scheme),
      all: config.ruleSet.rules,
      schemeLevels: [...config.scheme.levels],
      plan: headOf(plan),
      departments: Object.fromEntries(plan.departments.map((one) => [one.id, departmentName(one)])),
    },
    fingerprint: fingerprintOf(assessed.levels, assessed.signals),
    whole,
    parts: regions.parts.map((region) => factsOf(region, 'when-warned')),
    noun: regionsNoun(tree, [...regions.parts, ...regions.rest]),
    rest: regions.rest.map((region) => endFacts(assessed, region, region, span)),
    ends: regions.ends.map(({ region, part }) => endFacts(assessed, region, part, span)),
    endsNoun: regionsNoun(tree, ends),
    indicators: indicatorsOf(world, figures),
    figures,
    outlooks: whole ? outlookFacts(world, whole.code, span) : [],
    revisions: world.before ? revisionFacts(world, world.before, regions, span, ids) : null,
    proposals: told.flatMap((region) => proposalsOf(world, region, ask.period)),
    response: world.response,
  };
}

function headOf({ id, version, name }: { readonly id: string; readonly version: string; readonly name: Text }) {
  return { id, version, name };
}

/** Catalogue entries of all that has figures or a rule. */
function indicatorsOf({ assessed }: BriefingWorld, figures: BriefingFacts['figures']): BriefingFacts['indicators'] {
  const named = new Set([
    ...figures.map(({ indicatorId }) => indicatorId),
    ...assessed.signals.map(({ rule }) => rule.indicator),
  ]);
  const { indicators } = assessed.panel.catalogue;
  return Object.fromEntries(indicators.filter(({ id }) => named.has(id)).map((one) => [one.id, one]));
}

/** What the plan asks for; bodies that it names in general are those of the region. */
function proposalsOf(
  { assessed, plan }: Pick<BriefingWorld, 'assessed'> & { readonly plan: Plan },
  region: number,
  period: number,
): BriefingFacts['proposals'] {
  const response = propose(responseInput(assessed, region, period), plan);
  const { tree } = assessed.panel;
  const { code } = tree.regions[region]!;
  if (!response) return [];
  const { duty } = response;
  const body = (words: Text): Text => bodyOf(words, tree, code);
  const own = { responds: body(duty.responds), reviews: body(duty.reviews), reportsTo: body(duty.reportsTo) };
  return [{ regionCode: code, response: { ...response, duty: { ...duty, ...own } } }];
}
