import type { Text } from '../../base/text';
import type { ColumnRole, Mapping } from './mapping';

/** How a table was understood, for the eye and for correction. Confidence 0–1: below 0.6 a person should look. */
export interface Understanding {
  readonly sheet: string;
  /** Lines of the header, from 1; both 0 when there is none. */
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly columns: readonly ColumnUnderstanding[];
  /** Every text that names an indicator, with its meaning; null = not known, not taken. */
  readonly indicators: readonly WordUnderstanding[];
  /** Texts that name a region and were not simply its full name; null = not known, not taken. */
  readonly regions: readonly WordUnderstanding[];
  readonly constants: Mapping['constants'];
  readonly signature: string;
  /** Every meaning in force, as a mapping that can be corrected, kept and given back. */
  readonly mapping: Mapping;
  /** First rows of the table as they stand, header included, with their line. */
  readonly preview: readonly { readonly line: number; readonly kind: RowKind; readonly cells: readonly string[] }[];
  readonly confidence: number;
  /** In words, what was made of it: "months across, leagues down; 失业率 in %". */
  readonly summary: Text;
}

export type RowKind = 'title' | 'unit' | 'header' | 'data' | 'blank' | 'subtotal' | 'footnote' | 'unread';

export interface ColumnUnderstanding {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  readonly role: ColumnRole;
  readonly confidence: number;
  /** For a measure: what its header says, in canonical words (`unemployment_rate · 2017-01 · percent`). */
  readonly meaning: string;
}

export interface WordUnderstanding {
  readonly text: string;
  /** Indicator id or region code; null = none found or not taken. */
  readonly meaning: string | null;
  readonly unit: string | null;
  readonly confidence: number;
  /** Ids or codes that it may be, best first. */
  readonly candidates: readonly string[];
  /** Rows (or columns) that hang on it. */
  readonly count: number;
}

/** Two different values that claim the same place: neither is taken until one is chosen. */
export interface Conflict {
  /** `region_code|indicator|period|known_on`, canonical: what a choice is kept under. */
  readonly key: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly claims: readonly { readonly row: number; readonly value: number }[];
}
