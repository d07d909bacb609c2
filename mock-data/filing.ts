import type { Day } from '../src/base/period';
import { type Chance, chanceOf, happenings } from './random';
import type { Recipe } from './recipe';
import { OUTAGES } from './scenarios';
import { type CountySeries, roundTo, rowsOf } from './simulate';
import { PLACES } from './sizes';
import { AS_OF, at, MONTHS, releaseDay } from './timeline';
import { EVERYBODY, MEMBERS, type Upward } from './upward';

/** A value as it stood from a day on. */
export interface Vintage {
  readonly value: number;
  readonly day: Day;
}

/** One filer's series: the latest values (NaN = none) and, where there is more to say, the vintages of a month. */
export interface Filed {
  readonly code: string;
  readonly values: Float64Array;
  /** Month → vintages, oldest first, where a value was revised or came late; the last one is the latest value. */
  readonly vintages: ReadonlyMap<number, readonly Vintage[]>;
}

/** Per league and month: chance that the figures first filed are later revised. */
const REVISED = 0.035;
/** Of the counties of such a league, so many had another figure first. */
const REVISED_COUNTIES = 0.75;
const GAPS = 0.005;
const LATE = 0.006;

interface Revision {
  readonly day: Day;
  /** County → figure as first filed. */
  readonly first: ReadonlyMap<number, number>;
}

/** Days on which each month's figures come out; null: not by design, or not yet. */
export function releaseDays(recipe: Recipe, januaryPublished: boolean): (Day | null)[] {
  return Array.from({ length: MONTHS }, (_, t) => {
    const day = releaseDay(t, recipe.afterDays);
    return day > AS_OF || (!januaryPublished && t % 12 === 0) ? null : day;
  });
}

/** Figures as they finally stand → what each office filed and when: outages, gaps, late filers, revisions with their days. */
export function file(
  seed: string,
  recipe: Recipe,
  decimals: number,
  counties: CountySeries,
  releases: readonly (Day | null)[],
  up: Upward,
  gapsOf: (county: number) => Uint8Array,
): { leagues: Filed[]; counties: Filed[]; region: { values: Float64Array; vintages: Map<number, Vintage[]> } } {
  const revisions = MEMBERS.map((members, l) => revisionsOf(seed, recipe, decimals, members, l, counties, releases));
  const filed = rowsOf(EVERYBODY.length);
  EVERYBODY.forEach((i) => filed[i]!.set(counties[i]!));
  return {
    counties: EVERYBODY.map((i) => fileCounty(seed, recipe, i, filed[i]!, releases, revisions, gapsOf(i))),
    leagues: MEMBERS.map((members, l) => ({
      code: PLACES[members[0]!]!.league.code,
      ...fileParent(members, counties, releases, [revisions[l]!], up, PLACES[members[0]!]!.league.code),
    })),
    region: fileParent(EVERYBODY, counties, releases, revisions, up, ''),
  };
}

function revisionsOf(
  seed: string,
  recipe: Recipe,
  decimals: number,
  members: readonly number[],
  league: number,
  counties: CountySeries,
  releases: readonly (Day | null)[],
): Map<number, Revision> {
  const result = new Map<number, Revision>();
  if (recipe.settled) return result;
  const chance = chanceOf(`${seed}|${recipe.indicator}|revisions|${league}`);
  for (const t of happenings(chance, MONTHS, REVISED)) {
    const day = releaseDay(t + 1 + Math.floor(3 * chance()), recipe.afterDays);
    const lean = 2 * chance() - 1;
    const first = new Map<number, number>();
    for (const i of members) {
      const latest = counties[i]![t]!;
      const size = lean + 0.5 * (2 * chance() - 1);
      const affected = chance() < REVISED_COUNTIES;
      const before = recipe.form === 'rate' ? latest + 3 * size * 10 ** -decimals : latest * (1 + 0.012 * size);
      const figure = Math.max(0, roundTo(before, decimals));
      if (affected && figure === figure && figure !== latest) first.set(i, figure);
    }
    if (releases[t] !== null && day <= AS_OF && first.size > 0) result.set(t, { day, first });
  }
  return result;
}

const OUT = OUTAGES.map((o) => ({ codes: new Set(o.codes), from: at(o.from), to: at(o.to) }));

const NONE = new Uint8Array(MONTHS);

/** 1 in the months in which an office files nothing at all. */
function outMonths(code: string): Uint8Array {
  if (!OUT.some((o) => o.codes.has(code))) return NONE;
  const out = new Uint8Array(MONTHS);
  for (const o of OUT) if (o.codes.has(code)) out.fill(1, o.from, o.to + 1);
  return out;
}

/** `values`: the county's figures as they finally stand; what is not filed becomes NaN in place. */
function fileCounty(
  seed: string,
  recipe: Recipe,
  county: number,
  values: Float64Array,
  releases: readonly (Day | null)[],
  revisions: readonly ReadonlyMap<number, Revision>[],
  gaps: Uint8Array,
): Filed {
  const place = PLACES[county]!;
  const code = place.county.code;
  const vintages = new Map<number, Vintage[]>();
  const chance = chanceOf(`${seed}|${recipe.indicator}|late|${code}`);
  const late = recipe.settled ? [] : happenings(chance, MONTHS, LATE);
  const out = outMonths(code);
  for (let t = 0; t < MONTHS; t++) {
    const release = releases[t]!;
    if (release === null || out[t] === 1 || gaps[t] === 1) {
      values[t] = NaN;
      continue;
    }
    const revision = revisions[place.leagueIndex]!.get(t);
    const first = revision?.first.get(county);
    if (revision && first !== undefined) {
      vintages.set(t, [
        { value: first, day: release },
        { value: values[t]!, day: revision.day },
      ]);
    } else if (late.includes(t) && values[t] === values[t]) {
      const after = 15 + Math.floor(60 * chance());
      if (release + after > AS_OF) values[t] = NaN;
      else vintages.set(t, [{ value: values[t]!, day: release + after }]);
    }
  }
  return { code, values, vintages };
}

/** A parent's office adds up what its counties have, also from those whose own filing is missing or late. */
function fileParent(
  members: readonly number[],
  counties: CountySeries,
  releases: readonly (Day | null)[],
  revisions: readonly ReadonlyMap<number, Revision>[],
  up: Upward,
  code: string,
): { values: Float64Array; vintages: Map<number, Vintage[]> } {
  const values = new Float64Array(MONTHS).fill(NaN);
  const vintages = new Map<number, Vintage[]>();
  const out = outMonths(code);
  for (let t = 0; t < MONTHS; t++) {
    const release = releases[t]!;
    if (release === null || out[t] === 1) continue;
    values[t] = up(members, t, (i) => counties[i]![t]!);
    if (Number.isNaN(values[t]) || !revisions.some((r) => r.has(t))) continue;
    const here = revisions.flatMap((r) => r.get(t) ?? []);
    const chain: Vintage[] = [];
    const days = here.map((r) => r.day).sort((a, b) => a - b);
    for (const day of [release, ...days]) {
      // What the revisions still to come have as first filed.
      const first = new Map(here.filter((r) => r.day > day).flatMap((r) => [...r.first]));
      const value = up(members, t, (i) => first.get(i) ?? counties[i]![t]!);
      if (value !== chain.at(-1)?.value) chain.push({ value, day });
    }
    if (chain.length > 1) vintages.set(t, chain);
  }
  return { values, vintages };
}

/** 1 in the months in which a county forgets to file: single ones, rarer in large offices. */
export function gapMonths(seed: string, indicator: string, county: number): Uint8Array {
  const place = PLACES[county]!;
  const chance: Chance = chanceOf(`${seed}|${indicator}|gaps|${place.county.code}`);
  const often = (GAPS * place.smallness) / 1.8;
  let gaps = NONE;
  for (const t of happenings(chance, MONTHS, often)) {
    if (t === 0 || gaps[t - 1] === 1) continue;
    if (gaps === NONE) gaps = new Uint8Array(MONTHS);
    gaps[t] = 1;
  }
  return gaps;
}
