import type { Recipe } from './recipe';
import { ECONOMY } from './recipes-economy';
import { EMPLOYMENT } from './recipes-employment';

/** The 27 indicators, in the order in which they are made: the parts of a ratio stand before it. */
export const RECIPES: readonly Recipe[] = [...EMPLOYMENT, ...ECONOMY];

/** Indicators with a yearly target, and what a year's ordinary result is of it. */
export const TARGETS = ['new_urban_jobs', 'reemployed', 'hardship_employed'] as const;
export const RESULT_TO_TARGET = 1.07;

/** The region's cycle, −1…1, by half-years from 2017-01; linear between them. Mild: ordinary years stay ordinary. */
export const CYCLE = [-0.3, 0, 0.3, 0.3, 0.1, 0, -0.1, 0, 0.2, 0.4, 0.4, 0.2, 0.2, 0.3, 0.3, 0.2, 0.1, 0, 0, 0, 0];

/** New urban jobs of an ordinary year against 2023; published totals of 2020, 2022 and 2023 lie on it (2020 after its dip). */
export const JOB_YEARS = [1.02, 1.03, 1.045, 1.13, 1.01, 0.936, 1, 0.99, 0.985, 0.985];
