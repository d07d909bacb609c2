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

/** No fall of activity around the Spring Festival. */
export const STILL: readonly [number, number, number] = [0, 0, 0];
/** The same every month. */
export const FLAT = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** No points in any month. */
export const ZERO = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
