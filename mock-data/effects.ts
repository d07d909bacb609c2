import { LEAGUES, ROOT_CODE } from './places';
import { type Course, SCENARIOS } from './scenarios';
import { at, MONTHS } from './timeline';

/** Strength of a course at a month, straight lines between its knots; 0 before the first and the last one's after it. */
export function courseAt(knots: readonly Knot[], t: number): number {
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

export function knotsOf(course: Course): Knot[] {
  return course.map(([month, strength]) => ({ t: at(month), strength }));
}

const PREPARED = SCENARIOS.map((scenario) => ({ ...scenario, knots: knotsOf(scenario.course) }));

/** What the scenarios together do to one county's indicator: factors on counts, points on rates, by month. */
export interface Disturbance {
  readonly factor: Float64Array;
  readonly points: Float64Array;
}

const leagueOf = new Map(LEAGUES.flatMap((l) => l.counties.map((c) => [c.code, l.code] as const)));

/** Null where nothing happens. */
export function disturbanceOf(county: string, indicator: string): Disturbance | null {
  let result: Disturbance | null = null;
  for (const scenario of PREPARED) {
    const effect = scenario.effects[indicator];
    if (!effect) continue;
    const codes = [county, leagueOf.get(county), ROOT_CODE];
    const reach = codes.map((code) => scenario.reach.find((r) => r.code === code)).find((r) => r !== undefined);
    if (!reach) continue;
    result ??= { factor: new Float64Array(MONTHS).fill(1), points: new Float64Array(MONTHS) };
    const delay = (reach.delayMonths ?? 0) + (effect.lagMonths ?? 0);
    for (let t = 0; t < MONTHS; t++) {
      const strength = reach.strength * courseAt(scenario.knots, t - delay);
      if (effect.by === 'percent') result.factor[t] = result.factor[t]! * (1 + (effect.amount / 100) * strength);
      else result.points[t] = result.points[t]! + effect.amount * strength;
    }
  }
  return result;
}
