import { chanceOf } from '../../../mock-data/random';
import type { Indicator } from '../../../src/base/indicators';
import { type LevelByte } from '../../../src/base/level';
import { parsePeriod } from '../../../src/base/period';
import type { RegionRow } from '../../../src/base/regions';
import type { EffectAnswer, EffectQuestion } from '../../../src/response/effects/effect';
import { measureEffect } from '../../../src/response/effects/measure-effect';
import { catalogue, indicatorOf, panelOf, treeOf } from '../../panel/make-panel';

/** Ninety-six months from January 2015; a measure in A from March 2022. */
const FIRST = '2015-01';
const MONTHS = 96;
export const START = parsePeriod('2022-03')!.period;
const START_AT = START - parsePeriod(FIRST)!.period;

/** Adjusted, so that the plain figures are compared. */
export const RATE = indicatorOf('rate_sa', { decimals: 1 });

export interface World {
  readonly codes: readonly string[];
  readonly series: Record<string, number[]>;
}

/**
 * Regions A, B, C … on one common walk, each with a walk of its own of the given step and noise. The same name gives the
 * same world.
 */
export function worldOf(name: string, regions: number, { step = 0.05, noise = 0.1 } = {}): World {
  const chance = chanceOf(name);
  const normal = (): number => chance() + chance() + chance() + chance() - 2;
  let at = 5;
  const common = Array.from({ length: MONTHS }, () => (at += 0.1 * normal()));
  const codes = Array.from({ length: regions }, (_, k) => String.fromCharCode(65 + k));
  const series = Object.fromEntries(
    codes.map((code) => {
      let own = chance();
      return [code, common.map((v) => v + (own += step * normal()) + noise * normal())];
    }),
  );
  return { codes, series };
}

/** Adds to a region from the start on. */
export function withEffect({ codes, series }: World, size: number, code = 'A'): World {
  return { codes, series: { ...series, [code]: series[code]!.map((v, t) => (t >= START_AT ? v + size : v)) } };
}

export interface Ask extends Partial<EffectQuestion> {
  readonly levelOf?: (code: string, monthsSinceStart: number) => LevelByte;
  readonly attributes?: Readonly<Record<string, Partial<RegionRow>>>;
  readonly indicator?: Indicator;
  readonly parents?: Readonly<Record<string, string>>;
}

/** Asks after A, a year from the start. */
export function ask({ codes, series }: World, asked: Ask = {}): EffectAnswer {
  const { levelOf = () => 0, attributes, indicator = RATE, parents, ...question } = asked;
  const tree = treeOf(parents ?? { TOP: '', ...Object.fromEntries(codes.map((c) => [c, 'TOP'])) }, attributes);
  const panel = panelOf(tree, catalogue(indicator), FIRST, { [indicator.id]: series });
  const whole: EffectQuestion = {
    regionCode: 'A',
    indicatorId: indicator.id,
    start: START,
    periods: 10,
    view: null,
    add: [],
    remove: [],
    occupied: [],
    ...question,
  };
  return measureEffect(whole, {
    panelFor: () => panel,
    levelOf: (region, period) => levelOf(tree.regions[region]!.code, period - START),
  });
}
