import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real series on which forecasts are tried, from the collection that is not part of this repository. */
export const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export interface PanelOf {
  readonly name: string;
  readonly file: string;
  readonly indicator: string;
  readonly periodsPerYear: number;
  /** Values before the first forecast that counts. */
  readonly from: number;
}
export const PANELS: readonly PanelOf[] = [
  {
    name: 'US states, rate, seasonally adjusted',
    file: 'us_states_unemployment_rate_sa.csv',
    indicator: 'unemployment_rate_sa',
    periodsPerYear: 12,
    from: 96,
  },
  {
    name: 'US states, rate, not adjusted',
    file: 'us_states_laus_nsa.csv',
    indicator: 'unemployment_rate_nsa',
    periodsPerYear: 12,
    from: 96,
  },
  {
    name: 'US, rate, not adjusted',
    file: 'us_national_monthly.csv',
    indicator: 'unemployment_rate_nsa',
    periodsPerYear: 12,
    from: 96,
  },
  {
    name: 'EU countries, rate, adjusted',
    file: 'eu_unemployment_rate_sa.csv',
    indicator: 'unemployment_rate_sa_age25_74',
    periodsPerYear: 12,
    from: 24,
  },
  {
    name: 'China, surveyed urban rate, not adjusted',
    file: 'cn_national_monthly.csv',
    indicator: 'urban_surveyed_unemployment_rate',
    periodsPerYear: 12,
    from: 48,
  },
  {
    name: 'US states, continued claims by week',
    file: 'us_states_ui_claims_weekly.csv',
    indicator: 'continued_claims_regular',
    periodsPerYear: 52,
    from: 110,
  },
];

export interface Series {
  readonly periods: readonly string[];
  readonly values: readonly number[];
}

/** Every region's series, a month without a row being a missing value. */
export function seriesOf(panel: PanelOf): Series[] {
  const rows = new Map<string, [string, number][]>();
  const [head, ...lines] = readFileSync(`${SHARED}${panel.file}`, 'utf8').trim().split('\n');
  const names = head!.split(',');
  for (const line of lines) {
    const cells = line.split(',');
    const cell = (name: string): string => cells[names.indexOf(name)]!;
    if (cell('indicator') !== panel.indicator) continue;
    const region = cell('region_code');
    if (!rows.has(region)) rows.set(region, []);
    rows.get(region)!.push([cell('period'), Number(cell('value'))]);
  }
  return [...rows.values()].map((given) => {
    given.sort(([a], [b]) => (a < b ? -1 : 1));
    const filled: [string, number][] = [];
    for (const [period, value] of given) {
      if (panel.periodsPerYear === 12) {
        while (filled.length > 0 && nextMonth(filled.at(-1)![0]) !== period) {
          filled.push([nextMonth(filled.at(-1)![0]), NaN]);
        }
      }
      filled.push([period, value]);
    }
    return { periods: filled.map(([p]) => p), values: filled.map(([, v]) => v) };
  });
}

function nextMonth(period: string): string {
  const [year, month] = period.split('-').map(Number);
  return month === 12 ? `${year! + 1}-01` : `${year}-${String(month! + 1).padStart(2, '0')}`;
}

/** The closures of 2020 and what followed break any interval: counted apart. */
export const shaken = (period: string): boolean => period >= '2020-03' && period < '2022-01';
