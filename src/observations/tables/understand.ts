import type { ReadContext } from '../read-result';
import { createIndicatorNames } from '../names/indicator-names';
import { createRegionNames } from '../names/region-names';
import { cellWords } from './cell-words';
import type { SampleRow } from './find-head';
import { createLabelReader, type LabelReader, type Vocabulary } from './label';
import { makePlan } from './make-plan';
import type { Mapping } from './mapping';
import { mended, octobers } from './octobers';
import type { TablePlan } from './plan';
import type { Sheet } from './sheet';

/** Rows looked at before a table is read. */
const SAMPLE = 1500;

/** The words that a file's tables are read by; made once for a file. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly read: LabelReader;
}

export function createReader({ tree, namesTree, catalogue }: ReadContext): Reader {
  const vocabulary = { regions: createRegionNames(namesTree ?? tree), indicators: createIndicatorNames(catalogue) };
  return { vocabulary, read: createLabelReader(vocabulary) };
}

/**
 * How the table of a worksheet is laid out, from its first rows; null when it has no figures that could be made out. And
 * the worksheet as it is to be read.
 */
export async function understand(
  given: Sheet,
  file: { readonly name: string; readonly manySheets: boolean },
  context: ReadContext,
  reader: Reader,
  mappings: readonly Mapping[],
  signal?: AbortSignal,
): Promise<{ readonly plan: TablePlan | null; readonly sample: readonly SampleRow[]; readonly sheet: Sheet }> {
  const raw = await sampleOf(given, signal);
  const mend = octobers(raw);
  const sheet = mend ? mended(given, mend) : given;
  const sample = mend ? raw.map(({ line, cells }) => ({ line, cells: mend(cells).map(cellWords) })) : raw;
  const plan = makePlan(sample, {
    sheet,
    fileName: file.name,
    manySheets: file.manySheets,
    tree: context.namesTree ?? context.tree,
    mappings,
    ...reader,
  });
  return { plan, sample, sheet };
}

class Enough extends Error {}

async function sampleOf(sheet: Sheet, signal?: AbortSignal): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  try {
    await sheet.scan(({ line, cells }) => {
      if (rows.length >= SAMPLE) throw new Enough();
      rows.push({ line, cells: cells.map(cellWords) });
    }, signal);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rows;
}
