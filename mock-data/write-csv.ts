/**
 * Writes the demonstration as files for the command line: `demonstration.csv` (canonical long form, all vintages) and
 * `regions.csv` (region table).
 *   npx tsx mock-data/write-csv.ts OUTDIR
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultCatalogue } from '../src/base/catalogue';
import type { Batch } from '../src/observations/observations';
import { readFeed } from '../src/observations/read-feed';
import { REGION_COLUMNS } from '../src/observations/read-regions';
import { batchesToCsv, csvText } from '../src/observations/to-csv';
import { demonstrationBodies } from './bodies';
import type { FeedRegion } from './feed';
import { generate, observationsPath } from './generate';
import { AS_OF } from './timeline';

/** The demonstration through the product's own feed reader and CSV writer. */
export function demonstrationCsv(): string {
  const bodies = demonstrationBodies();
  const { catalog, observations } = generate();
  const {
    tree,
    observations: rows,
    digest,
    source,
  } = readFeed(
    {
      name: catalog.name.zh,
      catalog: bodies.get('catalog.json')!.bytes.buffer,
      observations: observations.map((o) => ({
        indicator: o.indicator,
        body: bodies.get(observationsPath(o))!.bytes.buffer,
      })),
    },
    defaultCatalogue(),
  );
  if (!tree) throw new Error('the demonstration has no region table');
  const batch: Batch = {
    id: digest,
    name: catalog.name.zh,
    source,
    takenOn: AS_OF,
    demonstration: true,
    observations: rows,
  };
  return batchesToCsv([batch], tree, defaultCatalogue());
}

export function regionsCsv(): string {
  const lines = generate().catalog.regions.map((r) =>
    REGION_COLUMNS.map((column) => csvText(cellOf(r, column))).join(','),
  );
  return `${[REGION_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

function cellOf(region: FeedRegion, column: (typeof REGION_COLUMNS)[number]): string {
  switch (column) {
    case 'region_code':
      return region.code;
    case 'region_name':
      return region.name;
    case 'region_name_en':
      return region.name_en;
    case 'traits':
      return region.traits.join(';');
    default:
      return String(region[column]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write('usage: npx tsx mock-data/write-csv.ts OUTDIR\n');
    process.exitCode = 2;
  } else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'demonstration.csv'), demonstrationCsv());
    writeFileSync(join(folder, 'regions.csv'), regionsCsv());
    process.stderr.write(`demonstration.csv and regions.csv (invented data) written to ${folder}\n`);
  }
}
