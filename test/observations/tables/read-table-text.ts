import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { FREQUENCIES, formatPeriod } from '../../../src/base/period';
import { type ReadOptions, readFile } from '../../../src/observations/read-file';
import type { ReadContext, ReadResult } from '../../../src/observations/read-result';

export const context: ReadContext = { tree: defaultRegionTree(), catalogue: defaultCatalogue() };

/** Reads lines as one CSV file. */
export function readLines(
  lines: readonly string[],
  options: ReadOptions = {},
  name = 'table.csv',
): Promise<ReadResult> {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return readFile(() => [bytes], name, context, options);
}

/** The figures as `region indicator period=value`, in order of the file. */
export function figuresOf({ observations: o }: Pick<ReadResult, 'observations'>): string[] {
  return Array.from({ length: o.length }, (_, i) => {
    const period = formatPeriod(FREQUENCIES[o.frequency[i]!]!, o.period[i]!);
    return `${o.regionCodes[o.region[i]!]} ${o.indicatorIds[o.indicator[i]!]} ${period}=${o.value[i]}`;
  });
}

export const toldBy = ({ issues }: Pick<ReadResult, 'issues'>): string[] => issues.map((i) => `${i.type} @ ${i.where}`);
