import type { Indicator } from '../src/base/indicators';
import { disturbanceOf } from './effects';
import { LEAGUES } from './places';
import { chanceOf, fillNoise } from './random';
import type { CountRecipe, Noise, RateRecipe, RatioRecipe, Recipe } from './recipe';
import { CYCLE, JOB_YEARS } from './recipes';
import { PLACES } from './sizes';
import { festivalFactors, windowShares } from './spring-festival';
import { MONTHS, seasonAt, yearsAt } from './timeline';

/** Figures of all counties, in the order of `PLACES`, as they finally stand; NaN where there is none by design. */
export type CountySeries = readonly Float64Array[];

const WINDOW_SHARES = windowShares();

/** Position in the region's cycle, −1…1, by month. */
const CYCLE_PATH = Float64Array.from({ length: MONTHS }, (_, t) => {
  const k = Math.floor(t / 6);
  const from = CYCLE[k]!;
  return from + ((CYCLE[k + 1]! - from) * (t - 6 * k)) / 6;
});

const SCALES = [1, 10, 100, 1000];

/** Rounded to 0–3 decimals. */
export function roundTo(value: number, decimals: number): number {
  const scale = SCALES[decimals]!;
  return Math.round(value * scale) / scale;
}

/** So many rows of months in one block of memory. */
export function rowsOf(count: number): Float64Array[] {
  const block = new Float64Array(count * MONTHS);
  return Array.from({ length: count }, (_, i) => block.subarray(i * MONTHS, (i + 1) * MONTHS));
}

/** Chance of one indicator by county: the region's, each league's, each county's path put together. */
function deviations(seed: string, indicator: string, spread: Noise): Float64Array[] {
  const fill = (row: Float64Array, name: string): Float64Array =>
    fillNoise(row, chanceOf(`${seed}|${indicator}|${name}`), spread.memory);
  const [region, ...leagues] = ['region', ...LEAGUES.map((l) => l.code)].map((name) =>
    fill(new Float64Array(MONTHS), name),
  );
  const rows = rowsOf(PLACES.length);
  PLACES.forEach((place, i) => {
    const own = fill(rows[i]!, place.county.code);
    const league = leagues[place.leagueIndex]!;
    for (let t = 0; t < MONTHS; t++) {
      own[t] = spread.region * region![t]! + spread.league * league[t]! + spread.place * place.smallness * own[t]!;
    }
  });
  return rows;
}

/** One indicator for all counties. `ready` holds the indicators made before it, for ratios. */
export function simulate(
  seed: string,
  recipe: Recipe,
  indicator: Indicator,
  ready: ReadonlyMap<string, CountySeries>,
): CountySeries {
  switch (recipe.form) {
    case 'count':
      return simulateCount(seed, recipe, indicator);
    case 'rate':
      return simulateRate(seed, recipe, indicator);
    case 'ratio':
      return ratioOf(recipe, indicator, ready);
  }
}

function simulateCount(seed: string, recipe: CountRecipe, indicator: Indicator): CountySeries {
  // Each row holds the chance of its months first, then their figures.
  const rows = deviations(seed, recipe.indicator, recipe.noise);
  const cumulative = indicator.kind === 'cumulative';
  const months = ordinaryMonths(recipe, cumulative);
  return PLACES.map((place, i) => {
    const size = place.size[recipe.size] * recipe.per;
    const values = rows[i]!;
    if (size === 0) return values.fill(NaN);
    const { profile } = place;
    const growth = recipe.growth + (recipe.hiring ? profile.growth : 0);
    const events = disturbanceOf(place.county.code, recipe.indicator);
    for (let t = 0; t < MONTHS; t++) {
      const ordinary =
        size *
        months[t]! *
        (recipe.hiring ? profile.hiring[seasonAt(t)]! : 1) *
        (1 + growth * yearsAt(t)) *
        (1 + recipe.cycle * profile.beta * CYCLE_PATH[t]!);
      const figure = ordinary * (1 + values[t]!) * (events ? 1 + events[t]! : 1);
      values[t] = Math.max(0, roundTo(figure, indicator.decimals));
    }
    if (cumulative) cumulate(values, recipe, chanceOf(`${seed}|${recipe.indicator}|${place.county.code}|corrections`));
    else if (indicator.janFeb === 'joint-published') joinFlow(values, indicator.decimals);
    return values;
  });
}

/** What the months themselves do to a count, the same everywhere: season, Spring Festival, the year's plan of jobs. */
function ordinaryMonths(recipe: CountRecipe, cumulative: boolean): Float64Array {
  const festival = festivalFactors(WINDOW_SHARES, recipe.festival);
  return Float64Array.from({ length: MONTHS }, (_, t) => {
    const season = recipe.season[seasonAt(t)]! / (cumulative ? 100 : 1);
    const year = recipe.size === 'newJobs' ? JOB_YEARS[Math.floor(t / 12)]! : 1;
    return season * year * festival[t]!;
  });
}

/** Months → cumulative in the year. Now and then an office takes some back at mid-year or at the year's end. */
function cumulate(values: Float64Array, recipe: CountRecipe, chance: () => number): void {
  let total = 0;
  for (let t = 0; t < MONTHS; t++) {
    const month = seasonAt(t);
    if (month === 0) total = 0;
    const taken = (month === 6 || month === 11) && chance() < (recipe.correction ?? 0) / 2;
    total = taken ? Math.round(total * 0.995) : total + values[t]!;
    values[t] = total;
  }
}

/** No January figure; February's is for both months. */
function joinFlow(values: Float64Array, decimals: number): void {
  for (let t = 0; t < MONTHS; t++) {
    if (seasonAt(t) !== 0) continue;
    if (t + 1 < MONTHS) values[t + 1] = roundTo(values[t]! + values[t + 1]!, decimals);
    values[t] = NaN;
  }
}

function simulateRate(seed: string, recipe: RateRecipe, indicator: Indicator): CountySeries {
  const rows = deviations(seed, recipe.indicator, recipe.noise);
  return PLACES.map((place, i) => {
    const values = rows[i]!;
    const events = disturbanceOf(place.county.code, recipe.indicator);
    const base = recipe.base === 'registeredRate' ? place.league.registeredRate : recipe.base;
    const profile = recipe.profile ? place.profile[recipe.profile] : 0;
    for (let t = 0; t < MONTHS; t++) {
      const month = seasonAt(t);
      const unpublished = indicator.janFeb === 'joint-published' && month === 0;
      const ordinary =
        base +
        profile +
        recipe.drift * yearsAt(t) +
        recipe.season[month]! +
        recipe.cycle * place.profile.beta * CYCLE_PATH[t]! +
        values[t]!;
      values[t] = unpublished ? NaN : roundTo(ordinary + (events ? events[t]! : 0), indicator.decimals);
    }
    return values;
  });
}

function ratioOf(recipe: RatioRecipe, indicator: Indicator, ready: ReadonlyMap<string, CountySeries>): CountySeries {
  const above = ready.get(recipe.numerator)!;
  const below = ready.get(recipe.denominator)!;
  return PLACES.map((_, i) => above[i]!.map((v, t) => roundTo(v / below[i]![t]!, indicator.decimals)));
}
