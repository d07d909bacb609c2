/**
 * What the words of a file mean: proposed by `understand.ts`, corrected by hand, kept for the next file of the same
 * layout. It speaks of words, not of places: next month's file has one column more.
 */
export interface Mapping {
  /** `layoutSignature` of the table for which it was made. */
  readonly signature: string;
  /** Role of a label column by its header text; a column without a header by `#` and its number, from 1. */
  readonly columns: Readonly<Record<string, ColumnRole>>;
  /** Text that names an indicator → what it is; null = not taken. */
  readonly indicators: Readonly<Record<string, IndicatorMeaning | null>>;
  /** Text that names a region (with its parent before it, `parent/name`, where the file gives one) → code; null = not taken. */
  readonly regions: Readonly<Record<string, string | null>>;
  /** What holds for the whole table where no cell says it. */
  readonly constants: {
    readonly region?: string;
    readonly indicator?: string;
    readonly unit?: string;
    /** A year for months without one, or the one period of the table, canonically spelt. */
    readonly period?: string;
  };
}

export interface IndicatorMeaning {
  readonly indicator: string;
  /** Unit id of the figures where the file does not say it, or says it wrongly. */
  readonly unit?: string;
}

/** `measure`: figures, whose region, indicator or period stand in the header. `ignore`: seen and not needed. */
export const COLUMN_ROLES = [
  'region_code',
  'region_name',
  'parent_name',
  'indicator',
  'period',
  'year',
  'month',
  'value',
  'measure',
  'unit',
  'source',
  'known_on',
  'status',
  'index',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const NO_MAPPING: Mapping = { signature: '', columns: {}, indicators: {}, regions: {}, constants: {} };
