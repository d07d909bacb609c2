import { LEAGUES, ROOT_CODE } from './places';
import { type Course, type Reach, type Scenario, SCENARIOS } from './scenarios';
import { at, MONTHS } from './timeline';

/** Strength of a course at a month, straight lines between its knots; 0 before the first and the last one's after it. */
function courseAt(knots: readonly Knot[], t: number): number {
  for (let k = 0; k < knots.length; k++) {
    const knot = knots[k]!;
    if (t >= knot.t) continue;
    const before = knots[k - 1];
    if (!before) return 0;
    return before.strength + ((knot.strength - before.strength) * (t - before.t)) / (knot.t - before.t);
  }
  return knots.at(-1)?.strength ?? 0;
}

interface Knot {
  readonly t: number;
  readonly strength: number;
}

function knotsOf(course: Course): Knot[] {
  return course.map(([month, strength]) => ({ t: at(month), strength }));
}

/** Strength of a scenario's course in each month, by months of delay; made once each. */
function coursePath(scenario: Scenario, delay: number): Float64Array {
  let paths = PATHS.get(scenario);
  if (!paths) {
    paths = new Map();
    PATHS.set(scenario, paths);
  }
  let path = paths.get(delay);
  if (!path) {
    const knots = knotsOf(scenario.course);
    path = Float64Array.from({ length: MONTHS }, (_, t) => courseAt(knots, t - delay));
    paths.set(delay, path);
  }
  return path;
}

const PATHS = new Map<Scenario, Map<number, Float64Array>>();

const leagueOf = new Map(LEAGUES.flatMap((l) => l.counties.map((c) => [c.code, l.code] as const)));

/** The most particular entry that holds for a county: its own, its league's, the region's. */
function reachOf(scenario: Scenario, county: string): Reach | undefined {
  const find = (code: string | undefined): Reach | undefined => scenario.reach.find((r) => r.code === code);
  return find(county) ?? find(leagueOf.get(county)) ?? find(ROOT_CODE);
}

/**
 * What the scenarios together do to one county's indicator, by month: the relative change of a count (0.2 = a fifth
 * more), the points added to a rate. Null where nothing happens.
 */
export function disturbanceOf(county: string, indicator: string): Float64Array | null {
  let result: Float64Array | null = null;
  for (const scenario of SCENARIOS) {
    const effect = scenario.effects[indicator];
    const reach = effect && reachOf(scenario, county);
    if (!effect || !reach) continue;
    const course = coursePath(scenario, (reach.delayMonths ?? 0) + (effect.lagMonths ?? 0));
    const full = effect.amount * reach.strength;
    result ??= new Float64Array(MONTHS);
    for (let t = 0; t < MONTHS; t++) {
      const now = full * course[t]!;
      result[t] = effect.by === 'points' ? result[t]! + now : (1 + result[t]!) * (1 + now / 100) - 1;
    }
  }
  return result;
}
