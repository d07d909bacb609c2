import type { ReadReport } from '../../platform/engine-api';

/** What can be done with what was read. */
export interface ImportChoice {
  /** Rows that would be loaded. */
  readonly rows: number;
  /** All good files are in the data already. */
  readonly known: boolean;
  /** Some file has no region of the table in force. */
  readonly needsRegions: boolean;
  readonly ways: readonly ('add' | 'replace' | 'load')[];
}

/**
 * `load`: there are no files to add to. `add` and `replace`: there are; only `replace` when another region table was
 * brought for this import, because the files before it were read by the old one.
 */
export function importChoice(
  reports: readonly ReadReport[],
  present: readonly string[],
  otherRegions: boolean,
): ImportChoice {
  const good = reports.filter((r) => r.taken > 0);
  const rows = good.reduce((sum, r) => sum + r.taken, 0);
  const ways =
    present.length === 0 ? (['load'] as const) : otherRegions ? (['replace'] as const) : (['add', 'replace'] as const);
  return {
    rows,
    known: good.length > 0 && !otherRegions && good.every((r) => present.includes(r.batchId)),
    needsRegions: reports.some((r) => r.needsRegions),
    ways: rows > 0 ? ways : [],
  };
}
