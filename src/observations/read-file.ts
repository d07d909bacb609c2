import type { Issue } from '../base/issue';
import { sayBoth } from '../base/text';
import { settleClaims } from './claims';
import { finishDraft } from './draft';
import { openFile } from './forms/open-file';
import type { OpenedFile } from './forms/opened-file';
import { issueOf } from './issue-log';
import { readCsv } from './read-csv';
import { readFeedFile } from './read-feed-file';
import type { OpenBytes, ReadContext, ReadResult } from './read-result';
import type { Mapping } from './tables/mapping';
import type { TablePlan } from './tables/plan';
import { createTableReader, type TableRead } from './tables/read-table';
import { settleTable } from './tables/settle';
import { placeOfRow, rowNumber, type Sheet } from './tables/sheet';
import { DETAIL } from './text';
import { createTaking, type Taking } from './tables/taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './tables/text';
import { createReader, understand } from './tables/understand';
import type { Understanding } from './tables/understanding';
import { understandingOf } from './tables/understanding-of';
import { isCanonical } from './sniff';

/** How a file is to be read where the reader's own judgement is corrected. */
export interface ReadOptions {
  /** Label of an encoding; absent = detected. */
  readonly encoding?: string;
  /** Worksheets to take, by name; absent = all that are not hidden. */
  readonly sheets?: readonly string[];
  /** Corrections; each is used for the tables of its layout. */
  readonly mappings?: readonly Mapping[];
  /** Chosen row by `Conflict.key`. */
  readonly choices?: Readonly<Record<string, number>>;
  readonly signal?: AbortSignal;
  /** Bytes of the file, by which the progress is measured. */
  readonly size?: number;
  /** Share of the work done, 0–1, never falling. */
  readonly onProgress?: (done: number) => void;
}

const NO_OPTIONS: ReadOptions = {};
const PREVIEW_ROWS = 8;

/**
 * Reads a file of any accepted form. The canonical long CSV streams on its own fast way; everything else is opened as
 * tables, each table understood and read by its plan. Never throws for what stands in the file.
 */
export async function readFile(
  source: OpenBytes,
  name: string,
  context: ReadContext,
  options: ReadOptions = NO_OPTIONS,
): Promise<ReadResult> {
  const { encoding, choices = {} } = options;
  const { open, passes } = counted(source, options);
  if (await isCanonical(open)) return readCsv(open, context, { choices, ...(encoding !== undefined && { encoding }) });
  passes(TABLE_PASSES);
  const opened = await openFile(open, name, { ...(encoding !== undefined && { encoding }) });
  options.signal?.throwIfAborted();
  if (opened.form === 'json-feed') return readFeedFile(opened, name, context);
  return readTables(opened, name, context, options);
}

/** A table's text is read once for its encoding and digest, and once for its rows. */
const TABLE_PASSES = 2;

/** Counts the bytes that are read, over all passes, and stops at an abort. */
function counted(
  source: OpenBytes,
  { signal, size = 0, onProgress }: ReadOptions,
): { open: OpenBytes; passes: (n: number) => void } {
  let read = 0;
  let expected = 1;
  let told = 0;
  async function* open(): AsyncGenerator<Uint8Array> {
    for await (const piece of source()) {
      signal?.throwIfAborted();
      yield piece;
      read += piece.length;
      told = Math.max(told, size > 0 ? Math.min(1, read / (size * expected)) : 0);
      onProgress?.(told);
    }
  }
  return { open, passes: (n) => (expected = n) };
}

/** Reads the tables of an opened file. */
async function readTables(
  opened: OpenedFile,
  name: string,
  context: ReadContext,
  options: ReadOptions,
): Promise<ReadResult> {
  const { choices = {}, mappings = [], signal } = options;
  const taking = createTaking(context);
  const reader = createReader(context);
  const understandings: Understanding[] = [];
  const tables: { table: TableRead; plan: TablePlan }[] = [];
  const preview: string[][] = [];
  const unread: number[] = [];
  const many = opened.sheets.length > 1;
  for (const [k, given] of opened.sheets.entries()) {
    signal?.throwIfAborted();
    if (!isWanted(given, options)) {
      if (options.sheets === undefined) tellHidden(taking, given, k);
      continue;
    }
    const { plan, sample, sheet } = await understand(
      given,
      { name, manySheets: many },
      context,
      reader,
      mappings,
      signal,
    );
    if (preview.length === 0)
      preview.push(...sample.slice(0, PREVIEW_ROWS).map((r) => r.cells.slice(0, 20).map((c) => c.slice(0, 60))));
    if (!plan) {
      if (sample.some((r) => r.cells.some((c) => c !== ''))) unread.push(k);
      continue;
    }
    const table = createTableReader(plan, k, reader.vocabulary, reader.read, taking);
    await sheet.scan((row) => table.onRow(row), signal);
    table.end();
    settleTable(table, plan, taking, k);
    tables.push({ table, plan });
    understandings.push(understandingOf(plan, table, sample, context.tree));
  }
  for (const wanted of options.sheets ?? [])
    if (!opened.sheets.some((s) => s.name === wanted)) tellNoSheet(taking, wanted);
  // A page of notes beside tables that were read is no fault.
  for (const k of unread) tellNotUnderstood(taking, opened.sheets[k]!, k, tables.length > 0 ? 'note' : 'fault');
  return finish(opened, taking, tables, understandings, preview, choices);
}

function isWanted(sheet: Sheet, { sheets }: ReadOptions): boolean {
  return sheets === undefined ? !sheet.hidden : sheets.includes(sheet.name);
}

function tellHidden(taking: Taking, sheet: Sheet, k: number): void {
  const place = { row: rowNumber(k, 0), column: '', where: sheet.name };
  taking.tell('hidden_sheet', 'note', place, sheet.name, TABLE_EXPECTED.nothing, TABLE_DETAIL.hiddenSheet);
}

function tellNoSheet(taking: Taking, name: string): void {
  const detail = sayBoth(TABLE_DETAIL.noSheet, { sheet: name.slice(0, 60) });
  taking.tell('not_understood', 'fault', { row: 0, column: '', where: name }, name, TABLE_EXPECTED.table, detail);
}

function tellNotUnderstood(taking: Taking, sheet: Sheet, k: number, severity: Issue['severity']): void {
  const place = { row: rowNumber(k, 0), column: '', where: sheet.name || 'file' };
  const detail = sayBoth(TABLE_DETAIL.notUnderstood, { why: TABLE_DETAIL.noFigures });
  taking.tell('not_understood', severity, place, '', TABLE_EXPECTED.table, detail);
}

function tellGroups(taking: Taking, tables: readonly { table: TableRead }[]): void {
  const grouped = tables.reduce((n, { table }) => n + table.figures.groups.grouped, 0);
  const plain = tables.reduce((n, { table }) => n + table.figures.groups.plain, 0);
  if (grouped === 0) return;
  const where = plain === 0 ? 'every value' : `${grouped} values`;
  taking.tell(
    'thousands_separator',
    'note',
    { row: 0, column: '', where },
    '',
    TABLE_EXPECTED.nothing,
    TABLE_DETAIL.thousands,
  );
}

function finish(
  opened: OpenedFile,
  taking: Taking,
  tables: readonly { table: TableRead; plan: TablePlan }[],
  understandings: readonly Understanding[],
  preview: readonly (readonly string[])[],
  choices: Readonly<Record<string, number>>,
): ReadResult {
  const { draft, log, indicators, regionCodes, regionNames } = taking;
  tellGroups(taking, tables);
  const several =
    new Set(tables.flatMap(({ table }) => table.figures.words().flatMap((w) => w.meaning ?? []))).size > 1;
  const sheetNames = opened.sheets.map((s) => s.name).filter((n) => n !== '');
  const rowWords = (row: number): string | number => {
    const { sheet, line } = placeOfRow(row);
    return sheetNames.length > 1 ? `${sheetNames[sheet]}!${line}` : line;
  };
  const { repeats, conflicts, list } = settleClaims(draft, log, {
    regionCodes,
    regionName: (index) => regionNames[index] ?? '',
    indicatorIds: indicators.ids,
    weekEndsOn: taking.weekEndsOn,
    choices,
    rowWords,
    column: '',
    alwaysIndicator: several,
    conflictDetail: { open: TABLE_DETAIL.conflict, chosen: TABLE_DETAIL.conflictChosen },
  });
  const { issues, counts } = log.finish();
  const named = issues
    .map((issue) => (several ? withIndicator(issue, taking) : issue))
    .map((issue) => (sheetNames.length > 0 ? inSheet(issue, sheetNames) : issue));
  const empty = nothingSaid(draft.length, [...opened.issues, ...named]);
  // What is true of the whole file has no line.
  const ofFile = opened.issues.map((issue) => (issue.where === '0' ? { ...issue, where: 'file' } : issue));
  const all = [...ofFile, ...empty, ...named];
  for (const { type } of [...opened.issues, ...empty]) counts[type] = (counts[type] ?? 0) + 1;
  return {
    observations: finishDraft(draft, regionCodes, indicators.ids, taking.weekEndsOn),
    digest: opened.digest,
    encoding: opened.encoding,
    bytes: opened.bytes,
    rows: taking.rows,
    taken: draft.length,
    held: taking.held + conflicts,
    duplicates: repeats,
    missing: taking.missing,
    issues: all,
    issueCounts: counts,
    preview,
    needsRegions: taking.regionsFound.size > 0 && !taking.anyRegion,
    regionsFound: [...taking.regionsFound].map(([code, name]) => ({ code, name })),
    source: taking.sources.size === 1 ? [...taking.sources][0]! : '',
    form: opened.form,
    understandings,
    conflicts: list,
    sheetNames,
    adHoc: indicators.adHoc(),
  };
}

/** No figure and no fault that says why: the file holds nothing that could be read. */
function nothingSaid(taken: number, issues: readonly Issue[]): Issue[] {
  if (taken > 0 || issues.some((i) => i.severity === 'fault' || i.type === 'missing_value')) return [];
  const blank = issues.every((i) => i.type === 'encoding' || i.type === 'bom' || i.type === 'blank_row');
  const detail = blank ? DETAIL.emptyFile : sayBoth(TABLE_DETAIL.notUnderstood, { why: TABLE_DETAIL.noFigures });
  return [issueOf(blank ? 'empty_file' : 'not_understood', 'fault', 0, '', '', TABLE_EXPECTED.table, detail, 'file')];
}

/** The line of its worksheet, which is named where there are several. */
function inSheet(issue: Issue, sheetNames: readonly string[]): Issue {
  const { sheet, line } = placeOfRow(issue.row);
  const name = sheetNames.length > 1 ? (sheetNames[sheet] ?? '') : '';
  const where = issue.where === String(issue.row) ? String(line) : issue.where;
  return {
    ...issue,
    row: line,
    where: name === '' || where === name || where.startsWith(`${name} `) ? where : `${name} ${where}`,
  };
}

/** Among several indicators the place of a figure names its own. */
function withIndicator(issue: Issue, { ofIndicator, indicators }: Taking): Issue {
  const index = ofIndicator.get(issue);
  return index === undefined ? issue : { ...issue, where: `${issue.where} ${indicators.ids[index]!}` };
}
