import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import { readCsv } from '../../src/observations/read-csv';
import { readRegions } from '../../src/observations/read-regions';
import { demonstrationBodies } from '../../mock-data/bodies';
import { demonstrationCsv, regionsCsv } from '../../mock-data/write-csv';
import { readDemonstration } from './demonstration';

const open = (text: string) => () => [new TextEncoder().encode(text)];

describe('the demonstration as files for the command line', () => {
  const { feed, tree } = readDemonstration(demonstrationBodies());

  it('has a region table that reads back as the feed’s', async () => {
    const table = await readRegions(open(regionsCsv()));
    expect(table.issues).toEqual([]);
    expect(table.tree?.regions).toEqual(tree.regions);
  });

  // 40 MB written and read: slow on a busy machine.
  it('has figures that read back whole, with vintages and the mark of the demonstration', {
    timeout: 120_000,
  }, async () => {
    const text = demonstrationCsv();
    const read = await readCsv(open(text), { tree, catalogue: defaultCatalogue() });
    expect(read.issues).toEqual([]);
    expect([read.taken, read.held]).toEqual([feed.taken, 0]);
    expect(read.source).toContain('演示数据');
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    expect(sum(read.observations.value)).toBeCloseTo(sum(feed.observations.value), 2);
    expect(sum(Float64Array.from(read.observations.knownOn))).toBe(sum(Float64Array.from(feed.observations.knownOn)));
  });
});
