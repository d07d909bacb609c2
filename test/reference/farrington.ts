// Oracle rows of farrington with the values they were made from (see README.md of this folder).
// Run from the repository root to make farrington.csv anew:  npx tsx test/reference/farrington.ts
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { copiedCases, copyText, oracleCases, type OracleCase, type Sources } from './oracle-cases';

const COLUMNS = {
  variant: 'variant',
  expected: 'expected',
  statistic: 'score',
  bound: 'upperbound',
  alarm: 'alarm',
} as const;
const SOURCES: Sources = [
  ['us_states_laus_nsa.csv', { file: 'farrington_monthly_unemployed.csv', ...COLUMNS, per: 100 }],
  ['oracles/input_salmNewport_total.csv', { file: 'farrington_salmNewport.csv', ...COLUMNS }],
];

/** Every series of every oracle file, whole. */
export const farringtonCases = (data: string): OracleCase[] => oracleCases(data, SOURCES);

const COPY = 'test/reference/farrington.csv';

/** The monthly series to 2010, which every clone has; not the infections, whose table is under another licence. */
export const copiedFarrington = (): OracleCase[] => copiedCases(COPY);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizeOf = (name: string): number => (name.includes('monthly') ? 420 : 0);
  writeFileSync(COPY, copyText(farringtonCases('../shared/data'), sizeOf));
}
