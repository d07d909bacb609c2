import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import type { IssueType } from '../../src/base/issue';
import { readCsv } from '../../src/observations/read-csv';
import type { ReadContext, ReadResult } from '../../src/observations/read-result';

export const HEADER = 'region_code,region_name,indicator,period,value,unit,source';

/** Reads text (or bytes) as one file, by the built-in regions and indicators unless told otherwise. */
export function readText(content: string | Uint8Array, context: Partial<ReadContext> = {}): Promise<ReadResult> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readPieces([bytes], context);
}

export function readPieces(pieces: readonly Uint8Array[], context: Partial<ReadContext> = {}): Promise<ReadResult> {
  return readCsv(() => pieces, { tree: defaultRegionTree(), catalogue: defaultCatalogue(), ...context });
}

/** Rows below the usual header. */
export function readRows(
  rows: readonly string[],
  context: Partial<ReadContext> = {},
  header = HEADER,
): Promise<ReadResult> {
  return readText(`${[header, ...rows].join('\n')}\n`, context);
}

/** Types and lines of the issues, for comparing at a glance. */
export function typesOf(result: ReadResult): string[] {
  return result.issues.map((i) => `${i.row} ${i.type}`);
}

export function issueOfType(result: ReadResult, type: IssueType): ReadResult['issues'][number] {
  const found = result.issues.find((i) => i.type === type);
  if (!found) throw new Error(`no issue ${type} among ${typesOf(result).join(', ')}`);
  return found;
}

/** The observations as rows of plain values. */
export function rowsOf(result: Pick<ReadResult, 'observations'>): unknown[][] {
  const o = result.observations;
  return Array.from({ length: o.length }, (_, i) => [
    o.regionCodes[o.region[i]!],
    o.indicatorIds[o.indicator[i]!],
    o.frequency[i],
    o.period[i],
    o.value[i],
    o.status[i],
    o.knownOn[i],
    o.row[i],
  ]);
}
