import { defaultCatalogue } from '../../../src/base/catalogue';
import { FAMILIES, type Family } from '../../../src/base/indicators';
import { INSUFFICIENT, type LevelByte } from '../../../src/base/level';
import { monthPeriod, type Period } from '../../../src/base/period';
import type { BriefingFacts, EndFacts, IndicatorFacts, RegionFacts } from '../../../src/briefing/facts/facts';
import type { RegionDerivation } from '../../../src/levels/derivation';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';

/** Facts by hand, small enough to reckon in one's head: October 2026, two years back, leagues of one letter. */
const OCTOBER: Period = monthPeriod(2026, 10);
const COUNT = 24;
const FIRST = OCTOBER - COUNT + 1;

/** The last values of a window; what is before them is `fill`. */
export function course<T>(last: readonly T[], fill: T): T[] {
  return [...Array<T>(COUNT - last.length).fill(fill), ...last];
}

export function regionFacts(code: string, over: Partial<RegionFacts> = {}): RegionFacts {
  const name = { zh: `${code}市`, en: `${code} City` };
  return {
    code,
    name,
    short: { zh: code, en: code },
    level: 'league',
    labourForce: 1000,
    traits: [],
    levels: course([], 0),
    index: course([], 0),
    contributions: { now: null, before: null },
    derivation: derivation(code, over.levels?.at(-1) ?? 0),
    derivationBefore: null,
    rules: [],
    ...over,
  };
}

/** At a level now, normal before; insufficient data has no index. */
export function at(code: string, level: LevelByte, index: number | null = level === INSUFFICIENT ? null : level * 20) {
  return regionFacts(code, { levels: course([level], 0), index: course([index], 0) });
}

export function endFacts(code: string, part: string, level: LevelByte): EndFacts {
  const { name, short, levels, index } = at(code, level);
  return { code, name, short, part, levels, index };
}

export function shares(of: Partial<Record<Family, number>>): Record<Family, number> {
  return Object.fromEntries(FAMILIES.map((family) => [family, of[family] ?? 0])) as Record<Family, number>;
}

/** Monthly figures up to October; the year before the window besides. */
export function indicatorFacts(
  indicatorId: string,
  regionCode: string,
  last: readonly (number | null)[],
  over: Partial<IndicatorFacts> = {},
): IndicatorFacts {
  const values = [...Array<null>(COUNT + 12 - last.length).fill(null), ...last];
  return {
    indicatorId,
    regionCode,
    before: 12,
    values,
    at: OCTOBER,
    value: values.at(-1) ?? null,
    knownOn: null,
    source: null,
    aggregated: false,
    onYear: null,
    onPrevious: null,
    target: null,
    ...over,
  };
}

export function factsOf(over: Partial<BriefingFacts> = {}): BriefingFacts {
  const { id, version, name, rules } = defaultRuleSet();
  return {
    ask: { kind: 'monthly', period: OCTOBER, regionCode: null, since: null },
    demonstration: false,
    frequency: 'month',
    weekEndsOn: 6,
    period: OCTOBER,
    first: FIRST,
    asOf: null,
    knownOn: null,
    sources: [],
    rules: {
      ruleSet: { id, version, name },
      scheme: { id: 'default', version: '1', name: { zh: '默认', en: 'default' } },
      all: rules,
      schemeLevels: [1, 2, 3, 4],
      plan: { id: 'plan', version: '1', name: { zh: '预案', en: 'plan' } },
      departments: {},
    },
    fingerprint: '',
    whole: null,
    parts: [],
    rest: [],
    noun: { zh: '盟市', en: 'leagues and cities' },
    ends: [],
    endsNoun: { zh: '旗县市区', en: 'banners, counties and districts' },
    indicators: Object.fromEntries(defaultCatalogue().byId),
    figures: [],
    outlooks: [],
    revisions: null,
    proposals: [],
    response: null,
    ...over,
  };
}

function derivation(regionCode: string, level: number): RegionDerivation {
  return {
    kind: 'region',
    regionCode,
    frequency: 'month',
    period: OCTOBER,
    level: level as LevelByte,
    own: level as LevelByte,
    index: null,
    periodsAtLevel: 1,
    condition: null,
    score: null,
    usable: { fresh: 0, expected: 0, needed: 0 },
    flags: [],
    families: [],
    diffusion: null,
    ruleSet: { id: 'default', version: '1' },
    scheme: { id: 'default', version: '1' },
    levelNames: null,
  };
}
