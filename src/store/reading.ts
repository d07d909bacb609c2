import { type ColumnRole, type IndicatorMeaning, type Mapping, NO_MAPPING } from '../observations/tables/mapping';
import type { FileReading } from '../platform/engine-api';

/** One thing that a person sets right in how a table was understood. */
export type Correction =
  | { readonly of: 'columns'; readonly text: string; readonly meaning: ColumnRole }
  | { readonly of: 'indicators'; readonly text: string; readonly meaning: IndicatorMeaning | null }
  | { readonly of: 'regions'; readonly text: string; readonly meaning: string | null }
  /** An empty meaning takes the constant back. */
  | { readonly of: 'constants'; readonly text: keyof Mapping['constants']; readonly meaning: string };

/**
 * The reading with one correction more for the tables of a layout. It stands on the corrections made before, of this
 * import or, through `remembered`, of an earlier file of the same layout.
 */
export function corrected(
  reading: FileReading,
  signature: string,
  correction: Correction,
  remembered: Mapping | undefined,
): FileReading {
  const mappings = reading.mappings ?? [];
  const before = mappings.find((m) => m.signature === signature) ?? remembered ?? { ...NO_MAPPING, signature };
  const part: Record<string, unknown> = { ...before[correction.of], [correction.text]: correction.meaning };
  if (correction.of === 'constants' && correction.meaning === '') delete part[correction.text];
  const after = { ...before, [correction.of]: part } as Mapping;
  return { ...reading, mappings: [...mappings.filter((m) => m.signature !== signature), after] };
}

/** The reading with a claim chosen for a place; null leaves it held back. */
export function chosen(reading: FileReading, key: string, row: number | null): FileReading {
  const choices = { ...reading.choices };
  if (row === null) delete choices[key];
  else choices[key] = row;
  return { ...reading, choices };
}

/** The mappings by which a file is read: those kept, and in their place those of this import. */
export function mappingsOf(reading: FileReading, remembered: readonly Mapping[]): Mapping[] {
  const own = reading.mappings ?? [];
  return [...remembered.filter((m) => !own.some((o) => o.signature === m.signature)), ...own];
}
