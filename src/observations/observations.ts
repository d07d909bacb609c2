import type { Day } from '../base/period';
import type { Text } from '../base/text';

/**
 * Rows of figures as columns, in file order: what every reader yields and what is stored.
 * `region` and `indicator` index the two dictionaries. `knownOn` is NO_DAY where the file gives none.
 * `row` is the line of the file (header = 1), kept to the very end: the derivation of a level leads back to it.
 */
export interface Observations {
  readonly regionCodes: readonly string[];
  readonly indicatorIds: readonly string[];
  readonly length: number;
  readonly region: Uint32Array;
  readonly indicator: Uint16Array;
  /** Index into FREQUENCIES. */
  readonly frequency: Uint8Array;
  readonly period: Int32Array;
  readonly value: Float64Array;
  readonly status: Uint8Array;
  readonly knownOn: Int32Array;
  readonly row: Uint32Array;
  /** ISO weekday on which the file's weeks end; 6 = Saturday, 0 = the file has no weeks. */
  readonly weekEndsOn: number;
}

/** Where observations came from; one batch is one file or one answer of a feed, taken whole or not at all. */
export interface Batch {
  /** Digest of the bytes: the same file twice is the same batch. */
  readonly id: string;
  readonly name: string;
  /** The name in both languages, where the source gives one. */
  readonly title?: Text;
  /** Free text of the `source` column when one and the same, else the file or feed name. */
  readonly source: string;
  /** Day of import: values without a `known_on` of their own that revise an earlier batch became known then. */
  readonly takenOn: Day;
  readonly demonstration: boolean;
  readonly observations: Observations;
}
