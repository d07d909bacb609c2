import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../../shared/data/us_states_unemployment_rate_sa.csv', import.meta.url));

/** Real figures: unemployment rates of 26 US states, 1976-01 to 2023-10 (FRED xxUR, BLS), in the canonical form. */
export const usPanel = {
  file,
  name: 'us_states_unemployment_rate_sa.csv',
  present: existsSync(file),
  absent: 'skipped: data not present',
  rows: 14_924,
  states: 26,
} as const;

/** Region file for it: the states as they stand in the figures, under one root. */
export function usRegions(): string {
  const states = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(',', 2) as [string, string]),
  );
  const lines = [...states].map(([code, name]) => `${code},${name},${name},state,US`);
  return [
    'region_code,region_name,region_name_en,level,parent_code',
    'US,United States,United States,country,',
    ...lines,
  ].join('\n');
}
