// Oracle rows of ears, cusum and ewma with the values they were made from (see README.md of this folder).
// Run from the repository root to make control-charts.csv anew:  npx tsx test/reference/control-charts.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One value of a series, and what the oracle says of it; NaN = nothing. */
export interface OracleRow {
  readonly period: string;
  readonly value: number;
  readonly expected: number;
  /** The oracle's own statistic: C3, EWMA. */
  readonly statistic: number;
  readonly bound: number;
  readonly alarm: number;
}

export interface OracleCase {
  readonly name: string;
  readonly rows: readonly OracleRow[];
}

type Cells = Readonly<Record<string, string>>;

function table(path: string): Cells[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

const number = (cell: string | undefined): number => (cell === undefined || cell === '' ? NaN : Number(cell));

/** Which columns of an oracle file say what; its values are those of `inputs`, from the first period to the last. */
interface Source {
  readonly file: string;
  readonly variant?: string;
  readonly expected?: string;
  readonly statistic?: string;
  readonly bound: string;
  readonly alarm: string;
  readonly per?: number;
  readonly from?: string;
}
const CLAIMS = 'us_states_ui_claims_weekly.csv';
const LAUS = 'us_states_laus_nsa.csv';
const UPPER = { bound: 'upperbound', alarm: 'alarm' } as const;
const SOURCES: readonly (readonly [string, Source])[] = [
  [CLAIMS, { file: 'ears_weekly_claims.csv', variant: 'method', ...UPPER }],
  [
    CLAIMS,
    {
      file: 'ears_c3_documented_formula.csv',
      expected: 'mean_lag2',
      statistic: 'c3_statistic',
      bound: 'upperbound_documented_alpha0.025',
      alarm: 'alarm_documented',
    },
  ],
  [LAUS, { file: 'ears_monthly_unemployed.csv', variant: 'method', ...UPPER }],
  [LAUS, { file: 'cusum_monthly_unemployed.csv', variant: 'variant', ...UPPER, per: 1000, from: '2004-01' }],
  ['oracles/input_salmNewport_total.csv', { file: 'cusum_salmNewport.csv', variant: 'variant', ...UPPER }],
  [
    'us_states_unemployment_rate_sa.csv',
    { file: 'ewma_chart.csv', expected: 'mu', statistic: 'ewma', bound: 'ucl', alarm: 'alarm_high', from: '2005-01' },
  ],
];

/** Every series of every oracle file, whole. */
export function controlCharts(data: string): OracleCase[] {
  return SOURCES.flatMap(([inputs, source]) => {
    const values = new Map<string, Cells[]>();
    for (const row of table(`${data}/${inputs}`)) {
      const key = row.series ?? `${row.region_code}/${row.indicator}`;
      values.set(key, [...(values.get(key) ?? []), row]);
    }
    const wanted = new Map<string, Map<string, Cells>>();
    for (const row of table(`${data}/oracles/${source.file}`)) {
      const key = `${row.series} ${source.variant ? row[source.variant] : ''}`.trim();
      if (!wanted.has(key)) wanted.set(key, new Map());
      wanted.get(key)!.set(row.period!, row);
    }
    return [...wanted].map(([key, oracle]) => {
      const series = key.split(' ')[0]!.replace(/_thousands$/, '');
      const last = [...oracle.keys()].at(-1)!;
      const rows = values.get(series)!.filter((v) => v.period! >= (source.from ?? '') && v.period! <= last);
      return {
        name: `${source.file.replace('.csv', '')} ${key}`,
        rows: rows.map((v) => {
          const o = oracle.get(v.period!);
          const figure = number(v.value ?? v.observed);
          return {
            period: v.period!,
            value: source.per === undefined ? figure : Math.round(figure / source.per),
            expected: number(source.expected && o?.[source.expected]),
            statistic: number(source.statistic && o?.[source.statistic]),
            bound: number(o?.[source.bound]),
            alarm: number(o?.[source.alarm]),
          };
        }),
      };
    });
  });
}

const COPY = 'test/reference/control-charts.csv';

/** The small copy that every clone has. */
export function copiedCharts(): OracleCase[] {
  const cases = new Map<string, OracleRow[]>();
  for (const c of table(COPY)) {
    if (!cases.has(c.case!)) cases.set(c.case!, []);
    const { value, expected, statistic, bound, alarm } = c;
    cases.get(c.case!)!.push({
      period: c.period!,
      value: number(value),
      expected: number(expected),
      statistic: number(statistic),
      bound: number(bound),
      alarm: number(alarm),
    });
  }
  return [...cases].map(([name, rows]) => ({ name, rows }));
}

/** The beginnings of two weekly and all monthly series; not of the infections, whose table is under another licence. */
const COPIED: readonly (readonly [RegExp, number])[] = [
  [/^ears_weekly_claims US-(CA|WY).* C[12]$/, 80],
  [/^ears_c3_documented_formula US-(CA|WY)/, 80],
  [/^ears_monthly/, 72],
  [/^cusum_monthly/, Infinity],
  [/^ewma_chart/, Infinity],
];

function copyText(data: string): string {
  const cell = (v: number): string => (Number.isNaN(v) ? '' : String(v));
  const lines = controlCharts(data).flatMap(({ name, rows }) => {
    const size = COPIED.find(([of]) => of.test(name))?.[1] ?? 0;
    return rows
      .slice(0, size)
      .map((r) => [name, r.period, ...[r.value, r.expected, r.statistic, r.bound, r.alarm].map(cell)].join(','));
  });
  return `${['case,period,value,expected,statistic,bound,alarm', ...lines].join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(COPY, copyText('../shared/data'));
