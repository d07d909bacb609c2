import { type County, LEAGUES, type League } from './places';
import { PROFILES, type Profile } from './profiles';
import type { Size } from './recipe';

/** A county with everything that its figures are in proportion to. */
export interface Place {
  readonly county: County;
  readonly league: League;
  readonly leagueIndex: number;
  readonly profile: Profile;
  /** Persons. */
  readonly labourForce: number;
  readonly employed: number;
  readonly insured: number;
  readonly size: Readonly<Record<Size, number>>;
  /** Factor by which chance is larger here than in a place of 300,000. */
  readonly smallness: number;
}

/** Splits a whole number by weights into whole parts that add up to it exactly. */
function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let gone = 0;
  return weights.map((w) => {
    gone += w;
    const part = Math.round((total * gone) / sum) - given;
    given += part;
    return part;
  });
}

/** Employed: those not unemployed (surveyed rate of an ordinary year). Insured: by how formal the place's work is. */
const EMPLOYED_SHARE = 0.944;
const INSURED_SHARE = 0.23;

const PROFILE_SIZES = ['formal', 'industry', 'rural', 'graduates', 'vigour'] as const;
type ProfileSize = (typeof PROFILE_SIZES)[number];

function makePlaces(): Place[] {
  const drafts = LEAGUES.flatMap((league, leagueIndex) => {
    const forces = split(
      league.labourForce,
      league.counties.map((c) => c.weight),
    );
    const jobs = league.counties.map((c) => c.weight * PROFILES[c.profile].vigour);
    const allJobs = jobs.reduce((a, b) => a + b, 0);
    return league.counties.map((county, i) => ({
      county,
      league,
      leagueIndex,
      profile: PROFILES[county.profile],
      labourForce: forces[i]!,
      newJobs: (league.newJobs * jobs[i]!) / allJobs,
    }));
  });
  const region = drafts.reduce((sum, d) => sum + d.labourForce, 0);
  // Profile factors are against the region's mean: scaled so that the weighted mean is 1.
  const means = Object.fromEntries(
    PROFILE_SIZES.map((key) => [key, drafts.reduce((sum, d) => sum + d.labourForce * d.profile[key], 0) / region]),
  ) as Record<ProfileSize, number>;
  return drafts.map(({ newJobs, ...d }) => {
    const byProfile = Object.fromEntries(
      PROFILE_SIZES.map((key) => [key, (d.labourForce * d.profile[key]) / means[key]]),
    ) as Record<ProfileSize, number>;
    const size = { ...byProfile, labourForce: d.labourForce, newJobs, coal: d.county.coal ?? 0 };
    return {
      ...d,
      employed: Math.round(d.labourForce * EMPLOYED_SHARE),
      insured: Math.round(size.formal * INSURED_SHARE),
      size,
      smallness: Math.min(2.5, Math.sqrt(300_000 / d.labourForce)),
    };
  });
}

/** All 103 counties, league by league. */
export const PLACES: readonly Place[] = makePlaces();
