// Rolling statistics by other software, with the values they were made from (see README.md of this folder).
// Run from the repository root to make rolling-z.csv anew:  npx tsx test/reference/rolling-z.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { number, table } from './oracle-cases';

export interface RollingCase {
  readonly name: string;
  readonly window: number;
  /** Each with what is said of the `window` values before it; NaN where there are not so many. */
  readonly rows: readonly {
    readonly period: string;
    readonly value: number;
    readonly mean: number;
    readonly deviation: number;
    readonly z: number;
    readonly median: number;
    readonly mad: number;
    readonly robustZ: number;
  }[];
}

export const rollingCases = (data: string): RollingCase[] => casesIn(`${data}/oracles/rolling_z.csv`);

const COPY = 'test/reference/rolling-z.csv';

/** The beginning that every clone has. */
export const copiedRolling = (): RollingCase[] => casesIn(COPY);

function casesIn(path: string): RollingCase[] {
  const all = table(path);
  return [...new Set(all.map((r) => r.series!))].map((name) => {
    const rows = all.filter((r) => r.series === name);
    return {
      name,
      window: number(rows[0]!.window),
      rows: rows.map((r) => ({
        period: r.period!,
        value: number(r.value),
        mean: number(r.mean_prev),
        deviation: number(r.sd_prev),
        z: number(r.z),
        median: number(r.median_prev),
        mad: number(r.mad_prev),
        robustZ: number(r.robust_z),
      })),
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [head, ...lines] = readFileSync('../shared/data/oracles/rolling_z.csv', 'utf8').split('\n');
  const some = lines.filter((line) => line.startsWith('US-CA')).slice(0, 160);
  writeFileSync(COPY, `${[head, ...some].join('\n')}\n`);
}
