// Oracle rows of ears, cusum and ewma with the values they were made from (see README.md of this folder).
// Run from the repository root to make control-charts.csv anew:  npx tsx test/reference/control-charts.ts
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { copiedCases, copyText, oracleCases, type OracleCase, type Sources } from './oracle-cases';

const CLAIMS = 'us_states_ui_claims_weekly.csv';
const LAUS = 'us_states_laus_nsa.csv';
const UPPER = { bound: 'upperbound', alarm: 'alarm' } as const;
const SOURCES: Sources = [
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
export const controlCharts = (data: string): OracleCase[] => oracleCases(data, SOURCES);

const COPY = 'test/reference/control-charts.csv';

/** The small copy that every clone has. */
export const copiedCharts = (): OracleCase[] => copiedCases(COPY);

/** The beginnings of two weekly and all monthly series; not of the infections, whose table is under another licence. */
const COPIED: readonly (readonly [RegExp, number])[] = [
  [/^ears_weekly_claims US-(CA|WY).* C[12]$/, 80],
  [/^ears_c3_documented_formula US-(CA|WY)/, 80],
  [/^ears_monthly/, 72],
  [/^cusum_monthly/, Infinity],
  [/^ewma_chart/, Infinity],
];

const sizeOf = (name: string): number => COPIED.find(([of]) => of.test(name))?.[1] ?? 0;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(COPY, copyText(controlCharts('../shared/data'), sizeOf));
