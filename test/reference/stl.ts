// Decompositions by R and by statsmodels, with the values they were made from (see README.md of this folder).
// Run from the repository root to make stl.csv anew:  npx tsx test/reference/stl.ts
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Cells, number, table } from './oracle-cases';

export interface StlRow {
  readonly period: string;
  readonly value: number;
  readonly seasonal: number;
  readonly trend: number;
  /** NaN where the software does not give it. */
  readonly weight: number;
  /** (remainder − median) / MAD of the remainders. */
  readonly z: number;
}

/** `name`: software, seasonal window, robustness, series. */
export interface StlCase {
  readonly name: string;
  readonly software: 'R' | 'statsmodels';
  readonly window: number | 'periodic';
  readonly robust: boolean;
  readonly rows: readonly StlRow[];
}

const FILES = ['stl_monthly_nsa', 'stl_us_national_nsa', 'stl_statsmodels'];

/** Every decomposition of the oracles. */
export function stlCases(data: string): StlCase[] {
  return FILES.flatMap((file) => {
    const software = file === 'stl_statsmodels' ? 'statsmodels' : 'R';
    return casesIn(table(`${data}/oracles/${file}.csv`), (row) => {
      const window = row.s_window ?? row.seasonal_window!;
      return [software, window, row.robust === '0' ? 'plain' : 'robust', row.series!.split('/')[0]!].join(' ');
    });
  });
}

const COPY = 'test/reference/stl.csv';

/** Those that every clone has. */
export const copiedStl = (): StlCase[] => casesIn(table(COPY), (row) => row.case!);

function casesIn(rows: readonly Cells[], nameOf: (row: Cells) => string): StlCase[] {
  const cases = new Map<string, StlRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (!cases.has(name)) cases.set(name, []);
    cases.get(name)!.push({
      period: row.period!,
      value: number(row.value),
      seasonal: number(row.seasonal),
      trend: number(row.trend),
      weight: number(row.robust_weight),
      z: number(row.robust_z),
    });
  }
  return [...cases].map(([name, of]) => {
    const [software, window, robust] = name.split(' ');
    return {
      name,
      software: software as StlCase['software'],
      window: window === 'periodic' ? window : Number(window),
      robust: robust === 'robust',
      rows: of,
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cell = (v: number): string => (Number.isNaN(v) ? '' : String(v));
  const lines = stlCases('../shared/data')
    .filter((c) => / US-(CA|MI|ND)$/.test(c.name))
    .flatMap(({ name, rows }) =>
      rows.map((r) => [name, r.period, ...[r.value, r.seasonal, r.trend, r.weight, r.z].map(cell)].join(',')),
    );
  writeFileSync(COPY, `${['case,period,value,seasonal,trend,robust_weight,robust_z', ...lines].join('\n')}\n`);
}
