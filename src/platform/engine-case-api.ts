import type { Period } from '../base/period';

/** What the scale of a warning asks of the engine: see engine-case.ts. */
export interface ScaleQuery {
  readonly regionCode: string;
  readonly period: Period;
  /** First period of the warning; null = not known, then half a year is looked at. */
  readonly since: Period | null;
}
