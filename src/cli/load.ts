import { basename } from 'node:path';
import { type Indicator, type IndicatorCatalogue } from '../base/indicators';
import { defaultCatalogue, defaultRegionTree, loadCatalogue } from '../base/catalogue';
import type { Checked } from '../base/check';
import type { Issue } from '../base/issue';
import { NO_DAY } from '../base/period';
import type { Text } from '../base/text';
import { buildRegionTree, type RegionTree } from '../base/regions';
import type { Batch } from '../observations/observations';
import { readFile, type ReadOptions } from '../observations/read-file';
import type { ReadContext, ReadResult } from '../observations/read-result';
import { readRegions } from '../observations/read-regions';
import { buildPanels, extendCatalogue } from '../panel/build';
import type { Panels } from '../panel/panel';
import type { Understanding } from '../observations/tables/understanding';
import { BadData } from './call';
import { bytesOf, readJson, say } from './files';

export interface FileIssue extends Issue {
  readonly file: string;
}

/** Lists named in the call, in the place of the built-in ones. */
export interface Lists {
  readonly regions?: string | undefined;
  readonly indicators?: string | undefined;
}

/** What every verb that reads figures understands. */
export const LIST_OPTIONS = {
  regions: { value: 'R.csv', what: 'region table; default: the built-in one' },
  indicators: { value: 'I.json', what: 'indicator list in the form of the built-in one, in its place' },
} as const;

/** A JSON through its gate; every fault is told with its path. */
export async function checkedJson<T>(path: string, load: (raw: unknown) => Checked<T>): Promise<T> {
  return checked(path, load(await readJson(path)));
}

/** What a gate let through; every fault is told with its path. */
export function checked<T>(path: string, { value, faults }: Checked<T>): T {
  if (value === null) throw new BadData(faults.map((f) => `${path}: ${f.path}: ${f.expected}`));
  return value;
}

/** The region table that was named, or the built-in tree. */
async function regionTreeOf(path: string | undefined): Promise<RegionTree> {
  if (path === undefined) return defaultRegionTree();
  const { tree, issues } = await readRegions(bytesOf(path));
  if (!tree) throw new BadData(issues.map((i) => lineOf({ ...i, file: path })));
  return tree;
}

/** One line for standard error: file, place, matter, expectation. */
export function lineOf(issue: FileIssue): string {
  const place = issue.row > 0 ? `:${issue.row}${issue.column ? ` [${issue.column}]` : ''}` : '';
  return `${issue.file}${place}: ${issue.detail.en}${issue.expected.en ? ` (expected: ${issue.expected.en})` : ''}`;
}

/** A tree without parents from the regions of a file itself. */
function flatTree(found: ReadResult['regionsFound']): RegionTree {
  const rows = found.map(({ code, name }) => ({
    code: code || name,
    nameZh: name || code,
    nameEn: name || code,
    level: '',
    parentCode: '',
  }));
  const { tree, faults } = buildRegionTree('file', rows);
  if (!tree) throw new BadData(faults.map((f) => `regions of the file: ${f.detail.en}: ${f.given}`));
  return tree;
}

export interface LoadedPanels {
  readonly panels: Panels;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly issues: readonly FileIssue[];
  readonly taken: number;
  /** How each table of the files was understood. */
  readonly understandings: readonly Understanding[];
}

/** What the demonstration says of itself in the source column: what is made of it carries the mark here, too. */
const INVENTED = /演示数据|demonstration, invented/;
const INVENTED_TITLE: Text = { zh: '演示数据（虚构）', en: 'demonstration data, invented' };

/** Forms in which offices publish: their region codes are codes of somebody, and no slips of a pen. */
const PUBLISHED: ReadonlySet<ReadResult['form']> = new Set(['sdmx-csv', 'json-stat']);

/**
 * Files of any accepted form → panels. Without a region table, and when no region of the files is in the built-in
 * tree, the regions are taken from the files as a flat list (`flat`, and what offices publish), which is said. `open`: regions and indicators
 * that nobody knows are taken as they come.
 */
export async function loadPanels(
  files: readonly string[],
  { regions, indicators }: Lists,
  how: {
    readonly flat: boolean;
    readonly open: boolean;
    readonly worse?: 'up' | 'down';
    /** Known places outside the tree (全国) get a place beside it. */
    readonly outside?: boolean;
  },
  reading: ReadOptions = {},
): Promise<LoadedPanels> {
  let tree = await regionTreeOf(regions);
  const listed = indicators === undefined ? defaultCatalogue() : await checkedJson(indicators, loadCatalogue);
  const context = (): ReadContext => ({
    tree: how.open && regions === undefined ? null : tree,
    namesTree: tree,
    catalogue: listed,
    openRegions: how.open,
    openIndicators: how.open,
    worse: how.worse ?? 'up',
  });
  let results = await readAll(files, context(), reading);
  const found = uniqueRegions(results);
  if (how.open) {
    if (found.length > 0 && (regions === undefined || found.some(({ code }) => !tree.indexOf.has(code))))
      tree = flatTree(found);
  } else if (
    regions === undefined &&
    found.length > 0 &&
    results.every((r) => r.needsRegions && (how.flat || PUBLISHED.has(r.form)))
  ) {
    tree = flatTree(found);
    say(
      `no region of the data is in the built-in tree: its ${found.length} regions are taken as a flat list; name a table with --regions to group them`,
    );
    results = await readAll(files, context(), reading);
  }
  if (how.outside) tree = withOutside(tree, results);
  const issues = results.flatMap((r, i) => r.issues.map((issue) => ({ ...issue, file: files[i]! })));
  const catalogue = extendCatalogue(
    listed,
    uniqueIndicators(results).map((i) => (i.unit === 'percent' ? { ...i, kind: 'rate' as const } : i)),
  );
  const batches = results.map(
    (r, i): Batch => ({
      id: r.digest,
      name: files[i]!,
      source: r.source || basename(files[i]!),
      // Files of one call are taken together: what differs between them is a conflict, not a revision.
      takenOn: NO_DAY,
      demonstration: INVENTED.test(r.source),
      ...(INVENTED.test(r.source) ? { title: INVENTED_TITLE } : {}),
      observations: r.observations,
    }),
  );
  const built = buildPanels(batches, tree, catalogue);
  issues.push(...built.issues.map((issue) => ({ ...issue, file: files.at(-1)! })));
  return {
    panels: built.panels,
    tree,
    catalogue,
    issues,
    taken: results.reduce((n, r) => n + r.taken, 0),
    understandings: results.flatMap((r) => r.understandings),
  };
}

async function readAll(files: readonly string[], context: ReadContext, reading: ReadOptions): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const file of files) results.push(await readFile(bytesOf(file), basename(file), context, reading));
  return results;
}

/** The tree with roots of their own for places that were read and are not in it. */
function withOutside(tree: RegionTree, results: readonly ReadResult[]): RegionTree {
  const codes = new Set(results.flatMap((r) => r.observations.regionCodes.filter((code) => !tree.indexOf.has(code))));
  if (codes.size === 0) return tree;
  const names = new Map(results.flatMap((r) => r.regionsFound.map(({ code, name }) => [code, name] as const)));
  const own = tree.regions.map((r) => ({
    ...r,
    nameZh: r.name.zh,
    nameEn: r.name.en,
    parentCode: r.parent < 0 ? '' : tree.regions[r.parent]!.code,
  }));
  const more = [...codes].map((code) => ({
    code,
    nameZh: names.get(code) || code,
    nameEn: '',
    level: '',
    parentCode: '',
  }));
  return buildRegionTree(tree.id, [...own, ...more]).tree ?? tree;
}

function uniqueRegions(results: readonly ReadResult[]): ReadResult['regionsFound'] {
  const byCode = new Map<string, { code: string; name: string }>();
  for (const region of results.flatMap((r) => r.regionsFound)) {
    const code = region.code || region.name;
    if (!byCode.has(code)) byCode.set(code, { code, name: region.name });
  }
  return [...byCode.values()];
}

function uniqueIndicators(results: readonly ReadResult[]): Indicator[] {
  const byId = new Map<string, Indicator>();
  for (const indicator of results.flatMap((r) => r.adHoc))
    if (!byId.has(indicator.id)) byId.set(indicator.id, indicator);
  return [...byId.values()];
}
