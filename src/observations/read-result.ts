import type { Indicator, IndicatorCatalogue } from '../base/indicators';
import type { Issue } from '../base/issue';
import { FREQUENCIES, formatPeriod, type Frequency } from '../base/period';
import type { RegionTree } from '../base/regions';
import type { Observations } from './observations';
import type { Conflict, Understanding } from './tables/understanding';

/** Bytes of a file in pieces of any size. Called anew when a guess of the encoding proves wrong. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a reader holds the file against. */
export interface ReadContext {
  /** Null: no region is known. */
  readonly tree: RegionTree | null;
  readonly catalogue: IndicatorCatalogue;
  /** Tree by whose names tables are read; default `tree`. */
  readonly namesTree?: RegionTree;
  /** Take regions that are not in the tree as they come. */
  readonly openRegions?: boolean;
  /** Take indicators that are not in the catalogue as they come, in the unit of their first row. */
  readonly openIndicators?: boolean;
  /** Direction of indicators taken as they come; default up. */
  readonly worse?: 'up' | 'down';
}

/** What a reader yields: the figures that it takes, and everything that is to be said about the rest. */
export interface ReadResult {
  readonly observations: Observations;
  /** SHA-256 of the bytes, in hex: the batch id. */
  readonly digest: string;
  readonly encoding: string;
  readonly bytes: number;
  /** Rows with content below the header. `rows = taken + held + duplicates + missing`. */
  readonly rows: number;
  readonly taken: number;
  /** Rows with a fault: not taken. */
  readonly held: number;
  /** Exact repeats of a row that is taken. */
  readonly duplicates: number;
  /** Rows that say that there is no value. */
  readonly missing: number;
  readonly issues: readonly Issue[];
  /** Exact numbers by type, also of issues beyond the listed ones. */
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly preview: readonly (readonly string[])[];
  /** No region of the file is in the tree: a region table is needed first. */
  readonly needsRegions: boolean;
  readonly regionsFound: readonly { readonly code: string; readonly name: string }[];
  /** Content of the `source` column when it is one and the same, else empty. */
  readonly source: string;
  /** What the bytes turned out to be: `csv`, `xlsx`, `sdmx-csv`, `json-feed` … */
  readonly form: string;
  /** How each table was understood; empty for the canonical form and feeds. */
  readonly understandings: readonly Understanding[];
  readonly conflicts: readonly Conflict[];
  /** Worksheets of a workbook, in order; empty for other files. */
  readonly sheetNames: readonly string[];
  /** Indicators taken as they come (`openIndicators`). */
  readonly adHoc: readonly Indicator[];
}

/** Which regions, indicators and spans of time the observations hold. */
export function extentOf(o: Observations): {
  readonly regions: number;
  readonly indicators: readonly string[];
  readonly frequencies: readonly { readonly frequency: Frequency; readonly first: string; readonly last: string }[];
} {
  const regions = new Uint8Array(o.regionCodes.length);
  const indicators = new Uint8Array(o.indicatorIds.length);
  const first = FREQUENCIES.map(() => Infinity);
  const last = FREQUENCIES.map(() => -Infinity);
  for (let i = 0; i < o.length; i++) {
    regions[o.region[i]!] = 1;
    indicators[o.indicator[i]!] = 1;
    const f = o.frequency[i]!;
    const p = o.period[i]!;
    if (p < first[f]!) first[f] = p;
    if (p > last[f]!) last[f] = p;
  }
  const weekEndsOn = o.weekEndsOn || undefined;
  return {
    regions: regions.reduce((n, seen) => n + seen, 0),
    indicators: o.indicatorIds.filter((_, k) => indicators[k] === 1),
    frequencies: FREQUENCIES.flatMap((frequency, f) =>
      last[f]! < first[f]!
        ? []
        : [
            {
              frequency,
              first: formatPeriod(frequency, first[f]!, weekEndsOn),
              last: formatPeriod(frequency, last[f]!, weekEndsOn),
            },
          ],
    ),
  };
}
