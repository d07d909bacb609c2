import type { Indicator } from '../src/base/indicators';
import { LEAGUES } from './places';
import type { Recipe } from './recipe';
import { type CountySeries, roundTo } from './simulate';
import { PLACES } from './sizes';

/** Positions of the counties behind each of the 12 leagues, in their order. */
export const MEMBERS: readonly (readonly number[])[] = LEAGUES.map((_, l) =>
  PLACES.flatMap((place, i) => (place.leagueIndex === l ? [i] : [])),
);
export const EVERYBODY: readonly number[] = PLACES.map((_, i) => i);

/** A parent's figure of a month from those of its counties; `countyAt` gives one county's figure. NaN: none. */
export type Upward = (members: readonly number[], t: number, countyAt: (county: number) => number) => number;

/** Counts exactly add up, rates are weighted, a ratio is that of the summed parts. */
export function upward(recipe: Recipe, indicator: Indicator, ready: ReadonlyMap<string, CountySeries>): Upward {
  const { decimals } = indicator;
  switch (recipe.form) {
    case 'count':
      return (members, _t, countyAt) => {
        let total = 0;
        let some = false;
        // Counted loops: these run a million times before the engine has warmed up.
        for (let k = 0; k < members.length; k++) {
          const v = countyAt(members[k]!);
          if (v !== v) continue;
          total += v;
          some = true;
        }
        return some ? roundTo(total, decimals) : NaN;
      };
    case 'rate': {
      const weights = PLACES.map((place) => place.size[recipe.weight]);
      return (members, _t, countyAt) => {
        let total = 0;
        let weight = 0;
        for (let k = 0; k < members.length; k++) {
          const i = members[k]!;
          total += weights[i]! * countyAt(i);
          weight += weights[i]!;
        }
        return roundTo(total / weight, decimals);
      };
    }
    case 'ratio': {
      const above = ready.get(recipe.numerator)!;
      const below = ready.get(recipe.denominator)!;
      return (members, t) => roundTo(sum(members, (i) => above[i]![t]!) / sum(members, (i) => below[i]![t]!), decimals);
    }
  }
}

function sum(members: readonly number[], of: (county: number) => number): number {
  let total = 0;
  for (let k = 0; k < members.length; k++) total += of(members[k]!);
  return total;
}
