/**
 * Economic structure as numbers. A place has one profile; everything by which a coal town differs from a grain county
 * in the demonstration stands in this table. Factors are against the region's mean (1).
 */
export const PROFILE_IDS = ['coal', 'steel', 'dairy', 'border', 'grain', 'tourism', 'construction', 'mixed'] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

export interface Profile {
  /** Industry per head: monitored posts, electricity. */
  readonly industry: number;
  /** Insured employees per head. */
  readonly formal: number;
  /** Farmers and herders who move to work, per head. */
  readonly rural: number;
  /** Graduates per head. */
  readonly graduates: number;
  /** Openings, postings, new enterprises per head. */
  readonly vigour: number;
  /** How strongly the place follows the region's cycle. */
  readonly beta: number;
  /** Growth of industry, retail and investment beside the region's, in points. */
  readonly industryPoints: number;
  readonly retailPoints: number;
  readonly investmentPoints: number;
  /** Extra growth per year of market activity, as a share. */
  readonly growth: number;
  /** Rhythm of hiring: multiplies the season of market indicators, January first. */
  readonly hiring: readonly number[];
  /** Share of jobs in steel, coal and coal power. */
  readonly coalSteelPower: number;
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const SUMMER = [0.92, 0.92, 0.94, 0.98, 1.05, 1.12, 1.16, 1.12, 1.0, 0.94, 0.92, 0.93];
const HARVEST = [0.96, 0.98, 1.04, 1.04, 1.0, 0.96, 0.96, 0.98, 1.04, 1.06, 1.0, 0.98];
const BUILDING = [0.9, 0.92, 1.06, 1.1, 1.08, 1.04, 1.02, 1.02, 1.02, 1.0, 0.94, 0.9];

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  coal: {
    industry: 1.7,
    formal: 1.35,
    rural: 0.5,
    graduates: 0.9,
    vigour: 1.05,
    beta: 1.3,
    industryPoints: 0.3,
    retailPoints: 0,
    investmentPoints: 0,
    growth: 0,
    hiring: EVEN,
    coalSteelPower: 0.34,
  },
  steel: {
    industry: 1.6,
    formal: 1.3,
    rural: 0.4,
    graduates: 1.0,
    vigour: 1.05,
    beta: 1.2,
    industryPoints: 0.2,
    retailPoints: 0,
    investmentPoints: 0.4,
    growth: 0,
    hiring: EVEN,
    coalSteelPower: 0.26,
  },
  dairy: {
    industry: 0.95,
    formal: 1.25,
    rural: 0.6,
    graduates: 1.9,
    vigour: 1.35,
    beta: 0.8,
    industryPoints: 0.4,
    retailPoints: 0.5,
    investmentPoints: 0.3,
    growth: 0.01,
    hiring: EVEN,
    coalSteelPower: 0.03,
  },
  border: {
    industry: 0.55,
    formal: 1.0,
    rural: 0.6,
    graduates: 0.7,
    vigour: 1.2,
    beta: 1.1,
    industryPoints: -0.2,
    retailPoints: 0.4,
    investmentPoints: 0,
    growth: 0.005,
    hiring: SUMMER,
    coalSteelPower: 0.03,
  },
  grain: {
    industry: 0.55,
    formal: 0.7,
    rural: 1.5,
    graduates: 0.85,
    vigour: 0.8,
    beta: 0.6,
    industryPoints: -0.3,
    retailPoints: -0.2,
    investmentPoints: 0,
    growth: 0,
    hiring: HARVEST,
    coalSteelPower: 0.02,
  },
  tourism: {
    industry: 0.4,
    formal: 0.9,
    rural: 0.8,
    graduates: 0.7,
    vigour: 1.1,
    beta: 0.9,
    industryPoints: -0.4,
    retailPoints: 0.5,
    investmentPoints: 0.3,
    growth: 0.005,
    hiring: SUMMER,
    coalSteelPower: 0.02,
  },
  construction: {
    industry: 0.7,
    formal: 0.75,
    rural: 1.6,
    graduates: 0.8,
    vigour: 0.85,
    beta: 0.9,
    industryPoints: 0,
    retailPoints: -0.2,
    investmentPoints: 0.4,
    growth: 0,
    hiring: BUILDING,
    coalSteelPower: 0.06,
  },
  mixed: {
    industry: 1.0,
    formal: 1.1,
    rural: 0.9,
    graduates: 1.0,
    vigour: 1.0,
    beta: 1.0,
    industryPoints: 0,
    retailPoints: 0,
    investmentPoints: 0,
    growth: 0,
    hiring: EVEN,
    coalSteelPower: 0.06,
  },
};
