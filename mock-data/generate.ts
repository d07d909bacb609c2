import indicatorsJson from '../src/base/defaults/indicators.json';
import regionsJson from '../src/base/defaults/inner-mongolia-regions.json';
import type { Indicator } from '../src/base/indicators';
import { type Day, dayOf, formatPeriod } from '../src/base/period';
import { CONTRACT, type FeedCatalog, type FeedObservations, type FeedRegion, observationsBody } from './feed';
import { file, type Filed, gapMonths, releaseDays } from './filing';
import { LEAGUES, ROOT_CODE } from './places';
import type { Recipe } from './recipe';
import { JOB_YEARS, RECIPES, RESULT_TO_TARGET, TARGETS } from './recipes';
import { type CountySeries, roundTo, simulate } from './simulate';
import { PLACES } from './sizes';
import { AS_OF, dayText, FIRST_MONTH, FIRST_YEAR, periodAt, YEARS } from './timeline';
import { upward } from './upward';

/** Part of every file's name for the figures: another seed is another demonstration. */
const SEED = 'fengsui-2026';
const DATA_VERSION = '1';

const SOURCE = '演示数据（虚构） demonstration, invented';
const catalogue = new Map((indicatorsJson.indicators as unknown as readonly Indicator[]).map((i) => [i.id, i]));

export interface Demonstration {
  readonly catalog: FeedCatalog;
  readonly observations: readonly FeedObservations[];
}

/** The whole demonstration as the feed's answers. Same seed, same answers, byte for byte. */
export function generate(seed: string = SEED): Demonstration {
  const ready = new Map<string, CountySeries>();
  const gaps = new Map<string, readonly Uint8Array[]>();
  const observations = RECIPES.map((recipe) => monthly(seed, recipe, ready, gaps));
  observations.push(...TARGETS.map((id) => targets(id)));
  return { catalog: catalogOf(seed, observations), observations };
}

export function observationsPath({ indicator, frequency }: Pick<FeedObservations, 'indicator' | 'frequency'>): string {
  return `observations/${indicator}.${frequency}.json`;
}

function indicatorOf(id: string): Indicator {
  const indicator = catalogue.get(id);
  if (!indicator) throw new Error(`the indicator catalogue lacks ${id}`);
  return indicator;
}

function monthly(
  seed: string,
  recipe: Recipe,
  ready: Map<string, CountySeries>,
  gaps: Map<string, readonly Uint8Array[]>,
): FeedObservations {
  const indicator = indicatorOf(recipe.indicator);
  const counties = simulate(seed, recipe, indicator, ready);
  ready.set(recipe.indicator, counties);
  // A ratio is missing where one of its parts is.
  const missing = PLACES.map((_, i) =>
    recipe.form === 'ratio'
      ? gaps.get(recipe.numerator)![i]!.map((gap, t) => gap | gaps.get(recipe.denominator)![i]![t]!)
      : gapMonths(seed, recipe.indicator, i),
  );
  gaps.set(recipe.indicator, missing);
  const published = releaseDays(recipe, indicator.janFeb !== 'joint-published');
  const filed = file(
    seed,
    recipe,
    indicator.decimals,
    counties,
    published,
    upward(recipe, indicator, ready),
    (i) => missing[i]!,
  );
  const region: Filed = { code: ROOT_CODE, ...filed.region };
  const filers: Record<Recipe['filers'], readonly Filed[]> = {
    all: [region, ...filed.leagues, ...filed.counties],
    'counties and leagues': [...filed.leagues, ...filed.counties],
    counties: filed.counties,
    'leagues and region': [region, ...filed.leagues],
  };
  const last = published.findLastIndex((day) => day !== null);
  return observationsBody(
    {
      indicator: recipe.indicator,
      frequency: 'month',
      unit: indicator.unit,
      source: SOURCE,
      first: FIRST_MONTH,
      published,
      periodText: (t) => formatPeriod('month', periodAt(t)),
      provisional: recipe.provisional ? [last] : [],
    },
    filers[recipe.filers],
  );
}

/** Yearly targets from the ordinary year alone, in tens; parents' are the sums. Set down in the spring of their year. */
function targets(id: (typeof TARGETS)[number]): FeedObservations {
  const recipe = RECIPES.find((r) => r.indicator === id);
  if (recipe?.form !== 'count') throw new Error(`no count recipe for ${id}`);
  const counties = PLACES.map((place) =>
    Float64Array.from({ length: YEARS }, (_, y) =>
      Math.max(10, 10 * Math.round((place.size[recipe.size] * recipe.per * JOB_YEARS[y]!) / RESULT_TO_TARGET / 10)),
    ),
  );
  const sumOf = (code: string, members: readonly number[]): Filed => ({
    code,
    values: Float64Array.from({ length: YEARS }, (_, y) => members.reduce((sum, i) => sum + counties[i]![y]!, 0)),
    vintages: new Map(),
  });
  const published: Day[] = Array.from({ length: YEARS }, (_, y) => dayOf(FIRST_YEAR + y, 2, 5));
  return observationsBody(
    {
      indicator: `${id}_target`,
      frequency: 'year',
      unit: indicatorOf(`${id}_target`).unit,
      source: SOURCE,
      first: String(FIRST_YEAR),
      published,
      periodText: (y) => String(FIRST_YEAR + y),
      provisional: [],
    },
    [
      sumOf(
        ROOT_CODE,
        PLACES.map((_, i) => i),
      ),
      ...LEAGUES.map((league) =>
        sumOf(
          league.code,
          PLACES.flatMap((p, i) => (p.league === league ? [i] : [])),
        ),
      ),
      ...PLACES.map((place, i) => ({ code: place.county.code, values: counties[i]!, vintages: new Map() })),
    ],
  );
}

function catalogOf(seed: string, observations: readonly FeedObservations[]): FeedCatalog {
  return {
    contract: CONTRACT,
    name: { zh: '演示数据（虚构）', en: 'Demonstration data (invented)' },
    demonstration: true,
    dataVersion: `${seed}.${DATA_VERSION}`,
    asOf: dayText(AS_OF),
    regions: regionsJson.regions.map(regionOf),
    observations: observations.map((o) => ({
      indicator: o.indicator,
      frequency: o.frequency,
      url: observationsPath(o),
    })),
  };
}

function regionOf(row: (typeof regionsJson.regions)[number]): FeedRegion {
  const members = PLACES.filter((p) => row.code === ROOT_CODE || [p.league.code, p.county.code].includes(row.code));
  const labourForce = members.reduce((sum, p) => sum + p.labourForce, 0);
  const coalSteelPower = members.reduce((sum, p) => sum + p.labourForce * p.profile.coalSteelPower, 0);
  return {
    code: row.code,
    name: row.nameZh,
    name_en: row.nameEn,
    level: row.level,
    parent_code: row.parentCode,
    labour_force: labourForce,
    employed: members.reduce((sum, p) => sum + p.employed, 0),
    insured: members.reduce((sum, p) => sum + p.insured, 0),
    traits: 'traits' in row ? (row.traits ?? []) : [],
    coal_steel_power_share: roundTo(coalSteelPower / labourForce, 3),
    promoted: 'promoted' in row && row.promoted === true,
  };
}
