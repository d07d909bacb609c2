/**
 * How an ordinary figure of each of the 27 indicators is made: size, season, growth, cycle, noise, and who files it when.
 * What is extraordinary stands in `scenarios.ts`. Units, decimals and the treatment of January and February come from the
 * product's own indicator catalogue.
 */

/** What a count is in proportion to; see `sizeOf` in `simulate.ts`. */
export type Size = 'labourForce' | 'newJobs' | 'formal' | 'industry' | 'rural' | 'graduates' | 'vigour' | 'coal';

/**
 * Standard deviations, as a share of the figure (counts) or in the unit (rates). `place` holds for a labour force of
 * 300,000 and grows with the square root as the place gets smaller, up to 2.5 times.
 */
export interface Noise {
  readonly place: number;
  /** Common to a league's counties. */
  readonly league: number;
  /** Common to the whole region. */
  readonly region: number;
  /** Share of the deviation kept from month to month, −1…1. */
  readonly memory: number;
}

/** Who files the figure; what is not filed is left to the reader to add up. */
export type Filers = 'all' | 'counties and leagues' | 'counties' | 'leagues and region';

interface Filing {
  readonly filers: Filers;
  /** Days after the end of the month. */
  readonly afterDays: number;
  /** Final when first filed: no revisions, no late filers. */
  readonly settled?: boolean;
  /** The newest month's figures are marked provisional. */
  readonly provisional?: boolean;
}

export interface CountRecipe extends Filing {
  readonly form: 'count';
  readonly indicator: string;
  readonly size: Size;
  /** Figure of an ordinary month (of a year, for cumulative series) per unit of size. */
  readonly per: number;
  /** Growth a year, as a share. */
  readonly growth: number;
  /** Month factors, January first; for cumulative series each month's share of the year, in percent. */
  readonly season: readonly number[];
  /** Uses the hiring rhythm of the place's profile too. */
  readonly hiring?: boolean;
  /** Fall of activity in the three windows around the Spring Festival, as shares. */
  readonly festival: readonly [number, number, number];
  /** Effect of the region's cycle (−1…1) at full strength, as a share. */
  readonly cycle: number;
  readonly noise: Noise;
  /** Chance per place and year that the figure is corrected downwards at mid-year or year's end (cumulative series). */
  readonly correction?: number;
}

export interface RateRecipe extends Filing {
  readonly form: 'rate';
  readonly indicator: string;
  /** Where the ordinary level comes from: a number, or the registered rate of the place's league. */
  readonly base: number | 'registeredRate';
  /** Points of the profile that are added. */
  readonly profile?: 'industryPoints' | 'retailPoints' | 'investmentPoints';
  /** Points a year. */
  readonly drift: number;
  readonly season: readonly number[];
  readonly cycle: number;
  readonly noise: Noise;
  /** Weights of a parent's mean. */
  readonly weight: 'labourForce' | 'industry';
}

export interface RatioRecipe extends Filing {
  readonly form: 'ratio';
  readonly indicator: string;
  readonly numerator: string;
  readonly denominator: string;
}

export type Recipe = CountRecipe | RateRecipe | RatioRecipe;

const FLAT = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const ZERO = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const STILL: readonly [number, number, number] = [0, 0, 0];

/** Shares of a year's jobs by month: ahead of the calendar from March on, as offices work towards a yearly target. */
const JOB_MONTHS = [7, 6.5, 10.5, 10, 9.5, 10, 9, 8.5, 9, 8, 6.5, 5.5];

export const RECIPES: readonly Recipe[] = [
  {
    form: 'rate',
    indicator: 'surveyed_unemployment_rate',
    base: 5.7,
    drift: -0.02,
    season: [0.05, 0.2, 0.1, 0, -0.05, 0, 0.15, 0.1, -0.05, -0.1, -0.05, 0],
    cycle: -0.08,
    noise: { place: 0.08, league: 0.05, region: 0.03, memory: 0.3 },
    weight: 'labourForce',
    filers: 'leagues and region',
    afterDays: 17,
  },
  {
    form: 'rate',
    indicator: 'registered_unemployment_rate',
    base: 'registeredRate',
    drift: -0.03,
    season: [0.02, 0.04, 0.04, 0.02, 0, -0.02, 0.02, 0.04, 0, -0.02, -0.04, -0.04],
    cycle: -0.04,
    noise: { place: 0.03, league: 0.015, region: 0.01, memory: 0.7 },
    weight: 'labourForce',
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'new_urban_jobs',
    size: 'newJobs',
    per: 1,
    growth: 0,
    season: JOB_MONTHS,
    festival: [0.1, 0.25, 0.05],
    cycle: 0,
    noise: { place: 0.03, league: 0.01, region: 0.005, memory: 0.2 },
    correction: 0.03,
    filers: 'all',
    afterDays: 8,
  },
  {
    form: 'count',
    indicator: 'reemployed',
    size: 'newJobs',
    per: 0.6,
    growth: 0,
    season: JOB_MONTHS,
    festival: [0.1, 0.25, 0.05],
    cycle: 0,
    noise: { place: 0.04, league: 0.01, region: 0.005, memory: 0.2 },
    correction: 0.03,
    filers: 'all',
    afterDays: 8,
  },
  {
    form: 'count',
    indicator: 'hardship_employed',
    size: 'newJobs',
    per: 0.22,
    growth: 0,
    season: JOB_MONTHS,
    festival: [0.1, 0.25, 0.05],
    cycle: 0,
    noise: { place: 0.04, league: 0.01, region: 0.005, memory: 0.2 },
    correction: 0.03,
    filers: 'all',
    afterDays: 8,
  },
  {
    form: 'count',
    indicator: 'benefit_recipients',
    size: 'formal',
    per: 0.0033,
    growth: 0.005,
    season: [1.02, 1.03, 1.03, 1.02, 1.0, 0.99, 0.98, 0.98, 0.98, 0.98, 0.99, 1.0],
    festival: STILL,
    cycle: -0.015,
    noise: { place: 0.012, league: 0.006, region: 0.003, memory: 0.6 },
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'new_benefit_claims',
    size: 'formal',
    per: 0.00048,
    growth: 0.005,
    season: [1.12, 1.02, 1.12, 1.0, 0.95, 0.94, 1.0, 0.98, 0.95, 0.94, 0.96, 1.02],
    festival: [0.2, 0.7, 0.1],
    cycle: -0.025,
    noise: { place: 0.03, league: 0.01, region: 0.005, memory: 0.1 },
    filers: 'counties and leagues',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'monitored_jobs',
    size: 'industry',
    per: 0.0387,
    growth: 0.004,
    season: [0.997, 0.994, 0.998, 1.0, 1.001, 1.002, 1.002, 1.002, 1.002, 1.002, 1.001, 1.0],
    festival: STILL,
    cycle: 0.003,
    noise: { place: 0.003, league: 0.0012, region: 0.0006, memory: 0.7 },
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'reported_layoffs',
    size: 'industry',
    per: 0.00012,
    growth: 0,
    season: [1.1, 0.9, 1.1, 1.0, 0.95, 1.0, 1.0, 0.95, 0.95, 0.95, 1.0, 1.1],
    festival: [0.2, 0.8, 0.2],
    cycle: -0.04,
    noise: { place: 0.1, league: 0.03, region: 0.01, memory: 0.2 },
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'insured_employees',
    size: 'formal',
    per: 0.225,
    growth: 0.015,
    season: FLAT,
    festival: STILL,
    cycle: 0.002,
    noise: { place: 0.003, league: 0.001, region: 0.0005, memory: 0.7 },
    filers: 'all',
    afterDays: 18,
  },
  {
    form: 'count',
    indicator: 'rural_transfer_employment',
    size: 'rural',
    per: 0.2,
    growth: 0.01,
    season: [9, 13, 21, 15, 9, 7, 6, 5, 5, 4, 3.5, 2.5],
    festival: [-0.1, 0.6, -0.1],
    cycle: 0.01,
    noise: { place: 0.015, league: 0.008, region: 0.004, memory: 0.2 },
    filers: 'all',
    afterDays: 20,
  },
  {
    form: 'count',
    indicator: 'graduates_unplaced',
    size: 'graduates',
    per: 0.0011,
    growth: 0.015,
    // Graduates leave school at the end of June: the register fills at once and empties over the year.
    season: [0.8, 0.72, 0.64, 0.57, 0.51, 0.46, 2.6, 2.2, 1.75, 1.35, 1.08, 0.92],
    festival: STILL,
    cycle: -0.02,
    noise: { place: 0.02, league: 0.01, region: 0.005, memory: 0.5 },
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'zero_employment_households',
    size: 'labourForce',
    per: 0.0006,
    growth: -0.01,
    season: [1.04, 1.06, 1.05, 1.02, 1.0, 0.98, 0.98, 0.98, 0.97, 0.97, 0.97, 0.98],
    festival: STILL,
    cycle: -0.02,
    noise: { place: 0.03, league: 0.01, region: 0.005, memory: 0.5 },
    filers: 'all',
    afterDays: 9,
  },
  {
    form: 'count',
    indicator: 'openings',
    size: 'vigour',
    per: 0.006,
    growth: 0.012,
    season: [0.9, 1.05, 1.3, 1.15, 1.02, 0.98, 0.98, 0.96, 0.98, 0.92, 0.88, 0.84],
    hiring: true,
    festival: [0.25, 0.7, 0.12],
    cycle: 0.02,
    noise: { place: 0.015, league: 0.008, region: 0.004, memory: 0.2 },
    filers: 'counties and leagues',
    afterDays: 8,
    settled: true,
  },
  {
    form: 'count',
    indicator: 'seekers',
    size: 'vigour',
    per: 0.0047,
    growth: 0.01,
    season: [0.9, 1.04, 1.26, 1.12, 1.0, 0.98, 1.02, 0.98, 0.98, 0.92, 0.88, 0.84],
    hiring: true,
    festival: [0.25, 0.7, 0.12],
    cycle: -0.015,
    noise: { place: 0.015, league: 0.008, region: 0.004, memory: 0.2 },
    filers: 'counties and leagues',
    afterDays: 8,
    settled: true,
  },
  {
    form: 'ratio',
    indicator: 'openings_to_seekers',
    numerator: 'openings',
    denominator: 'seekers',
    filers: 'counties and leagues',
    afterDays: 8,
    settled: true,
  },
  {
    form: 'count',
    indicator: 'online_postings',
    size: 'vigour',
    per: 0.011,
    growth: 0.03,
    season: [0.86, 1.04, 1.24, 1.12, 1.04, 1.02, 1.02, 0.98, 0.98, 0.94, 0.9, 0.84],
    hiring: true,
    festival: [0.3, 0.75, 0.1],
    cycle: 0.03,
    noise: { place: 0.025, league: 0.01, region: 0.006, memory: 0.2 },
    filers: 'counties',
    afterDays: 3,
  },
  {
    form: 'rate',
    indicator: 'industrial_output_yoy',
    base: 6.6,
    profile: 'industryPoints',
    drift: 0,
    season: ZERO,
    cycle: 0.9,
    noise: { place: 0.5, league: 0.3, region: 0.2, memory: 0.4 },
    weight: 'industry',
    filers: 'all',
    afterDays: 17,
    provisional: true,
  },
  {
    form: 'count',
    indicator: 'industrial_electricity',
    size: 'industry',
    per: 0.2,
    growth: 0.035,
    season: [1.05, 0.98, 1.02, 0.97, 0.96, 0.98, 1.02, 1.02, 0.97, 0.97, 1.02, 1.06],
    festival: [0.03, 0.12, 0.04],
    cycle: 0.008,
    noise: { place: 0.01, league: 0.004, region: 0.003, memory: 0.3 },
    filers: 'all',
    afterDays: 13,
  },
  {
    form: 'rate',
    indicator: 'fixed_investment_yoy',
    base: 6.5,
    profile: 'investmentPoints',
    drift: 0,
    season: ZERO,
    cycle: 1,
    noise: { place: 1, league: 0.6, region: 0.3, memory: 0.4 },
    weight: 'labourForce',
    filers: 'all',
    afterDays: 17,
    provisional: true,
  },
  {
    form: 'rate',
    indicator: 'retail_sales_yoy',
    base: 5.6,
    profile: 'retailPoints',
    drift: -0.05,
    season: ZERO,
    cycle: 0.5,
    noise: { place: 0.4, league: 0.25, region: 0.15, memory: 0.4 },
    weight: 'labourForce',
    filers: 'all',
    afterDays: 17,
    provisional: true,
  },
  {
    form: 'count',
    indicator: 'coal_output',
    size: 'coal',
    per: 1,
    growth: 0.025,
    season: [1.02, 0.94, 1.02, 0.98, 0.97, 0.97, 0.98, 0.99, 1.0, 1.02, 1.05, 1.06],
    festival: [0.05, 0.3, 0.05],
    cycle: 0.01,
    noise: { place: 0.012, league: 0.006, region: 0.004, memory: 0.3 },
    filers: 'all',
    afterDays: 17,
    provisional: true,
  },
  {
    form: 'rate',
    indicator: 'pmi',
    base: 50.5,
    drift: 0,
    season: [0, -0.2, 0.4, 0.1, -0.1, 0.1, -0.1, 0.1, 0.1, -0.2, 0.1, -0.1],
    cycle: 0.3,
    // Negative memory: what rises one month gives way the next, as diffusion indices do.
    noise: { place: 0.2, league: 0.35, region: 0.25, memory: -0.6 },
    weight: 'labourForce',
    filers: 'leagues and region',
    afterDays: 0,
    settled: true,
  },
  {
    form: 'count',
    indicator: 'enterprise_exits',
    size: 'vigour',
    per: 0.0004,
    growth: 0.02,
    season: [0.95, 0.85, 1.1, 1.05, 1.0, 1.05, 1.0, 0.98, 1.0, 0.95, 1.0, 1.1],
    festival: [0.3, 0.8, 0.1],
    cycle: -0.04,
    noise: { place: 0.04, league: 0.015, region: 0.008, memory: 0.2 },
    filers: 'counties and leagues',
    afterDays: 15,
  },
  {
    form: 'count',
    indicator: 'flexible_insured',
    size: 'labourForce',
    per: 0.08,
    growth: 0.03,
    season: FLAT,
    festival: STILL,
    cycle: 0,
    noise: { place: 0.004, league: 0.002, region: 0.001, memory: 0.7 },
    filers: 'all',
    afterDays: 20,
  },
  {
    form: 'count',
    indicator: 'new_market_entities',
    size: 'vigour',
    per: 0.0024,
    growth: 0.025,
    season: [0.85, 0.85, 1.2, 1.15, 1.1, 1.08, 1.02, 1.0, 1.0, 0.9, 0.95, 0.9],
    festival: [0.3, 0.8, 0.12],
    cycle: 0.03,
    noise: { place: 0.025, league: 0.01, region: 0.006, memory: 0.2 },
    filers: 'all',
    afterDays: 15,
  },
  {
    form: 'count',
    indicator: 'startup_loans',
    size: 'labourForce',
    per: 0.024,
    growth: 0.025,
    season: [4, 4.5, 9, 9.5, 9.5, 10.5, 9, 9, 9.5, 8.5, 8.5, 8.5],
    festival: [0.3, 0.8, 0.1],
    cycle: 0.02,
    noise: { place: 0.035, league: 0.015, region: 0.008, memory: 0.2 },
    filers: 'all',
    afterDays: 15,
  },
];

/** Indicators with a yearly target, and what a year's ordinary result is of it. */
export const TARGETS = ['new_urban_jobs', 'reemployed', 'hardship_employed'] as const;
export const RESULT_TO_TARGET = 1.07;

/** The region's cycle, −1…1, by half-years from 2017-01; linear between them. Mild: ordinary years stay ordinary. */
export const CYCLE = [-0.3, 0, 0.3, 0.3, 0.1, 0, -0.1, 0, 0.2, 0.4, 0.4, 0.2, 0.2, 0.3, 0.3, 0.2, 0.1, 0, 0, 0, 0];

/** New urban jobs of an ordinary year against 2023; published totals of 2020, 2022 and 2023 lie on it (2020 after its dip). */
export const JOB_YEARS = [1.02, 1.03, 1.045, 1.1, 1.01, 0.936, 1, 0.99, 0.985, 0.985];
