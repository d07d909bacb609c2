/**
 * Writes the files of the mine-closure walk: one for each time that figures come in, and the region table.
 *   npx tsx test/e2e/mine-walk-data.ts OUTDIR
 * A process of its own, since the test runner does not read the JSON of the product.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue } from '../../src/base/catalogue';
import { formatPeriod, parsePeriod } from '../../src/base/period';
import type { FeedObservations } from '../../mock-data/feed';
import { generate } from '../../mock-data/generate';
import { regionsCsv } from '../../mock-data/write-csv';
import { csvText } from '../../src/observations/to-csv';

/** Wuhai with its districts, and the leagues and cities around it that could take its people. */
const REGIONS = ['150300', '150302', '150303', '150304', '150100', '150200', '150600', '150700', '150800', '152900'];
const COLUMNS = ['region_code', 'region_name', 'indicator', 'period', 'value', 'unit', 'source', 'known_on'];
const SOURCE = '演示数据（虚构） demonstration, invented';

/** Months of each file: quiet years to the first signal, to level Ⅰ, to the time long after the recovery. */
const FILES = {
  'mine-2025-11.csv': ['2023-01', '2025-11'],
  'mine-2026-02.csv': ['2025-12', '2026-02'],
  'mine-2027-08.csv': ['2026-03', '2027-08'],
} as const;

/** The months of the years before the mines closed, by which the story goes on after it: 24 months earlier. */
const QUIET_MONTHS_BEFORE = 24;
const LAST_MADE = '2026-10';

/**
 * The mine-closure scenario as files that come in month by month, in the canonical form: all months of the demonstration
 * from `from` to `to`; past its end Wuhai's months are those of two years earlier, before the closures, so that the
 * story has an end. Known on the 10th of the month after.
 */
function mineCsv(from: string, to: string): string {
  const { observations } = generate();
  const lines = [COLUMNS.join(',')];
  const months = monthsOf(from, to);
  for (const body of observations) {
    if (body.frequency !== 'month') continue;
    const unit = defaultCatalogue().byId.get(body.indicator)!.unit;
    const values = valuesOf(body);
    for (const region of REGIONS) {
      for (const month of months) {
        const told = month > LAST_MADE ? shift(month, -QUIET_MONTHS_BEFORE) : month;
        const value = values.get(`${region} ${told}`);
        if (value === undefined) continue;
        const knownOn = `${shift(month, 1)}-10`;
        lines.push([region, '', body.indicator, month, String(value), unit, csvText(SOURCE), knownOn].join(','));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Values by `region month`. */
function valuesOf({ first, series }: FeedObservations): ReadonlyMap<string, number> {
  return new Map(
    series.flatMap(({ region, values }) =>
      values.flatMap((value, t) => (value === null ? [] : [[`${region} ${shift(first, t)}`, value] as const])),
    ),
  );
}

function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = shift(month, 1)) months.push(month);
  return months;
}

function shift(month: string, by: number): string {
  return formatPeriod('month', parsePeriod(month)!.period + by);
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: npx tsx test/e2e/mine-walk-data.ts OUTDIR');
for (const [name, [from, to]] of Object.entries(FILES)) writeFileSync(join(folder, name), mineCsv(from, to));
writeFileSync(join(folder, 'regions.csv'), regionsCsv());
