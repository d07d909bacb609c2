// Oracle rows of the forecasts with the series they were made from (see README.md of this folder).
// Run from the repository root to make forecast-*.csv anew:  npx tsx test/reference/forecast.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One call of other people's software: the values it was shown, and what it said of the steps after them. */
export interface ForecastCase {
  readonly name: string;
  readonly series: string;
  readonly method: string;
  /** The model that was chosen, ETS(A,Ad,N). */
  readonly model: string;
  /** Parameters by name, as far as they were written down. */
  readonly params: Readonly<Record<string, number>>;
  readonly values: readonly number[];
  readonly rows: readonly Readonly<Record<'mean' | 'lo80' | 'hi80' | 'lo95' | 'hi95', number>>[];
}

type Cells = Readonly<Record<string, string>>;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** CSV whose quoted cells may hold commas. */
function table(path: string): Cells[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2]!);
    return Object.fromEntries(cells.map((cell, i) => [names[i]!, cell]));
  });
}

function paramsOf(text: string): Record<string, number> {
  const parts = text.split(' ').filter((part) => part.includes('='));
  return Object.fromEntries(parts.map((part) => part.split('=')).map(([name, value]) => [name!, Number(value)]));
}

/** The cases of a copied oracle: `forecast-h3` (R) or `forecast-fixed` (statsmodels). */
export function forecastCases(oracle: 'forecast-h3' | 'forecast-fixed'): ForecastCase[] {
  const series = new Map<string, Cells[]>();
  for (const row of table(here('forecast-series.csv'))) {
    if (!series.has(row.series!)) series.set(row.series!, []);
    series.get(row.series!)!.push(row);
  }
  const cases = new Map<string, Cells[]>();
  for (const row of table(here(`${oracle}.csv`))) {
    const name = `${row.series} ${row.method}`;
    if (!cases.has(name)) cases.set(name, []);
    cases.get(name)!.push(row);
  }
  return [...cases].map(([name, rows]) => ({
    name,
    series: rows[0]!.series!,
    method: rows[0]!.method!,
    model: rows[0]!.model ?? '',
    params: paramsOf(rows[0]!.params!),
    values: series
      .get(rows[0]!.series!)!
      .filter(({ period }) => period! <= rows[0]!.train_end!)
      .map(({ value }) => Number(value)),
    rows: rows.map((row) => ({
      mean: Number(row.mean),
      lo80: Number(row.lo80),
      hi80: Number(row.hi80),
      lo95: Number(row.lo95),
      hi95: Number(row.hi95),
    })),
  }));
}

/** The series that the oracles name, whole up to the last end of a training. */
const FILES = [
  'us_states_unemployment_rate_sa.csv',
  'us_states_laus_nsa.csv',
  'cn_national_monthly.csv',
  'us_national_monthly.csv',
];

function make(data: string): void {
  writeFileSync(here('forecast-h3.csv'), readFileSync(`${data}/oracles/forecast_h3.csv`));
  writeFileSync(here('forecast-fixed.csv'), readFileSync(`${data}/oracles/exp_smoothing_fixed_params.csv`));
  const ends = new Map<string, string>();
  for (const name of ['forecast-h3.csv', 'forecast-fixed.csv']) {
    for (const { series, train_end } of table(here(name))) {
      if (train_end! > (ends.get(series!) ?? '')) ends.set(series!, train_end!);
    }
  }
  const rows = FILES.flatMap((file) => table(`${data}/${file}`))
    .map((row) => ({ series: `${row.region_code}/${row.indicator}`, period: row.period!, value: row.value! }))
    .filter(({ series, period }) => period <= (ends.get(series) ?? ''))
    .sort((a, b) => (`${a.series} ${a.period}` < `${b.series} ${b.period}` ? -1 : 1));
  const text = rows.map(({ series, period, value }) => `${series},${period},${value}\n`).join('');
  writeFileSync(here('forecast-series.csv'), `series,period,value\n${text}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) make('../shared/data');
