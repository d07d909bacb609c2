import type { CellValue, Sheet as BookSheet } from 'hucre';
import type { Issue } from '../../base/issue';
import { dayOf, formatDay } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { issueOf } from '../issue-log';
import type { Cell, Sheet } from '../tables/sheet';
import type { FileForm } from './opened-file';
import { rowSheet } from './row-sheet';
import { FORM_DETAIL, FORM_EXPECTED } from './text';
import { odsFormats } from './ods-formats';
import { oleStreams } from './ole-streams';
import { BIFF8, isPercentFormat, type SheetFormats, xlsFormats } from './xls-formats';
import { unzip, zipEntries, type ZipEntries } from './zip-check';

/** Unpacked size beyond which a workbook is not opened: 10 million cells of a real one stay below. */
const MOST_UNPACKED = 512 * 2 ** 20;
const MOST_ENTRIES = 10_000;
/** Width times height of all worksheets together. */
const MOST_AREA = 20_000_000;
const MOST_SHEETS = 256;

export interface OpenedBook {
  readonly form: FileForm;
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue[];
}

const refused = (form: FileForm, detail: Text): OpenedBook => ({
  form,
  sheets: [],
  issues: [issueOf('refused_workbook', 'fault', 0, '', '', FORM_EXPECTED.table, detail, 'file')],
});

/** What a ZIP is, by the names of its parts. */
const ZIP_FORMS: readonly { readonly part: string; readonly form: FileForm; readonly detail?: Text }[] = [
  { part: 'xl/workbook.bin', form: 'unknown', detail: FORM_DETAIL.binaryWorkbook },
  { part: 'xl/', form: 'xlsx' },
  { part: 'word/', form: 'unknown', detail: FORM_DETAIL.word },
  { part: 'ppt/', form: 'unknown', detail: FORM_DETAIL.slides },
  { part: 'content.xml', form: 'ods' },
];

/** A ZIP: a workbook of Excel or OpenDocument, or refused in words. Nothing is unpacked before its size is known. */
export async function openZip(bytes: Uint8Array): Promise<OpenedBook> {
  const entries = zipEntries(bytes);
  if (!entries) return refused('unknown', FORM_DETAIL.damaged);
  const names = entries.entries.map((e) => e.name);
  const found = ZIP_FORMS.find(({ part }) => names.some((name) => name.startsWith(part)));
  if (!found) return refused('unknown', FORM_DETAIL.archive);
  if (found.detail) return refused(found.form, found.detail);
  if (entries.encrypted) return refused(found.form, FORM_DETAIL.encrypted);
  if (entries.unpacked > MOST_UNPACKED || names.length > MOST_ENTRIES) {
    const words = { size: megabytes(entries.unpacked), limit: megabytes(MOST_UNPACKED) };
    return refused(found.form, sayBoth(FORM_DETAIL.tooLarge, words));
  }
  return found.form === 'ods' ? openOds(bytes, entries) : openXlsx(bytes);
}

async function openXlsx(bytes: Uint8Array): Promise<OpenedBook> {
  const { readXlsx } = await library();
  return guarded('xlsx', async () => {
    const outline = await readXlsx(bytes, { sheets: () => true, maxRows: 1 });
    // One after the other: the library holds each as a full rectangle, whatever is in it.
    const sheets: OpenedSheet[] = [];
    let area = 0;
    if (outline.sheets.length > MOST_SHEETS) throw new TooMany(outline.sheets[MOST_SHEETS]!.name);
    for (const { name } of outline.sheets) {
      const [sheet] = (await readXlsx(bytes, { sheets: [name], readStyles: true })).sheets;
      if (!sheet) continue;
      area += sheet.rows.length * (sheet.rows[0]?.length ?? 0);
      if (area > MOST_AREA) throw new TooMany(name);
      sheets.push(openedSheet(sheet, outline.dateSystem === '1904', null));
    }
    return sheets;
  });
}

async function openOds(bytes: Uint8Array, { entries }: ZipEntries): Promise<OpenedBook> {
  const entry = entries.find(({ name }) => name === 'content.xml');
  const content = entry && (await unzip(bytes, entry));
  if (!content) return refused('ods', FORM_DETAIL.damaged);
  const formats = odsFormats(new TextDecoder().decode(content));
  if (formats.area > MOST_AREA || formats.sheets.length > MOST_SHEETS) return refused('ods', tooMany(''));
  const { readOds } = await library();
  return guarded('ods', async () => {
    const book = await readOds(bytes, { readStyles: true });
    return book.sheets.map((sheet, k) => openedSheet(sheet, false, formats.sheets[k] ?? null));
  });
}

/** Streams of an OLE file that say what it is. */
const OLE_FORMS: readonly { readonly stream: string; readonly form: FileForm; readonly detail: Text | null }[] = [
  { stream: 'EncryptedPackage', form: 'unknown', detail: FORM_DETAIL.encrypted },
  { stream: 'Workbook', form: 'xls', detail: null },
  { stream: 'Book', form: 'xls', detail: FORM_DETAIL.oldXls },
  { stream: 'WordDocument', form: 'unknown', detail: FORM_DETAIL.word },
  { stream: 'PowerPoint Document', form: 'unknown', detail: FORM_DETAIL.slides },
];

/** An OLE file: a workbook of Excel 97 to 2003, or refused in words. */
export async function openOle(bytes: Uint8Array): Promise<OpenedBook> {
  const streams = oleStreams(bytes);
  const found = OLE_FORMS.find(({ stream }) => streams.has(stream));
  if (!found) return refused('unknown', streams.size === 0 ? FORM_DETAIL.damaged : FORM_DETAIL.otherOle);
  if (found.detail) return refused(found.form, found.detail);
  const formats = xlsFormats(streams.get('Workbook')!());
  if (!formats) return refused('xls', FORM_DETAIL.damaged);
  if (formats.version !== BIFF8) return refused('xls', FORM_DETAIL.oldXls);
  if (formats.encrypted) return refused('xls', FORM_DETAIL.encrypted);
  if (formats.area > MOST_AREA || formats.sheets.length > MOST_SHEETS) return refused('xls', tooMany(''));
  const { readXls } = await library();
  return guarded('xls', async () => {
    const book = await readXls(bytes);
    return book.sheets.map((sheet, k) => openedSheet(sheet, formats.date1904, formats.sheets[k] ?? null));
  });
}

const library = (): Promise<typeof import('./workbook-library')> => import('./workbook-library');

/** The library's errors, in our words: what they say themselves is for programmers. */
const BY_ERROR: Readonly<Record<string, Text>> = {
  EncryptedFileError: FORM_DETAIL.encrypted,
  DecryptionError: FORM_DETAIL.encrypted,
};

/** A worksheet that is too large, by name. */
class TooMany extends Error {}
const tooMany = (sheet: string): Text => sayBoth(FORM_DETAIL.tooManyCells, { sheet });

interface OpenedSheet {
  readonly sheet: Sheet;
  /** Formulas whose result was never saved. */
  readonly uncached: number;
}

async function guarded(form: FileForm, read: () => Promise<readonly OpenedSheet[]>): Promise<OpenedBook> {
  let opened: readonly OpenedSheet[];
  try {
    opened = await read();
  } catch (error) {
    if (error instanceof TooMany) return refused(form, tooMany(error.message));
    const name = error instanceof Error ? error.name : '';
    return refused(form, BY_ERROR[name] ?? FORM_DETAIL.damaged);
  }
  if (opened.length === 0) return refused(form, FORM_DETAIL.emptyWorkbook);
  const issues = opened.flatMap(({ sheet: { name }, uncached }) => {
    if (uncached === 0) return [];
    const detail = sayBoth(FORM_DETAIL.noCached, { sheet: name, count: uncached });
    return [issueOf('formula', 'note', 0, '', '', FORM_EXPECTED.table, detail, name)];
  });
  return { form, sheets: opened.map(({ sheet }) => sheet), issues };
}

/** `formats`: what the library does not tell of this form. */
function openedSheet(sheet: BookSheet, date1904: boolean, formats: SheetFormats | null): OpenedSheet {
  const { cells, uncached } = cellsOf(sheet, formats);
  const merges = (sheet.merges ?? []).map((m) => ({
    fromLine: m.startRow + 1,
    toLine: m.endRow + 1,
    fromColumn: m.startCol,
    toColumn: m.endCol,
  }));
  const hidden = formats?.hidden ?? (sheet.hidden === true || sheet.veryHidden === true);
  return { sheet: rowSheet(sheet.name, cells, { hidden, merges, date1904 }), uncached };
}

function cellsOf(sheet: BookSheet, formats: SheetFormats | null): { cells: Cell[][]; uncached: number } {
  let uncached = 0;
  const cells: Cell[][] = [];
  // Not `map`: the library leaves out rows that have nothing.
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = (sheet.rows[r] ?? []).map((value, c): Cell => {
      const full = sheet.cells?.get(`${r},${c}`);
      const shown = value ?? full?.formulaResult ?? null;
      if (shown === null && full?.formula !== undefined) uncached++;
      const percent = formats ? formats.isPercent(r, c) : isPercentFormat(full?.style?.numFmt ?? '');
      return cellOf(shown, percent);
    });
    while (row.at(-1) === '') row.pop();
    cells.push(row);
  }
  while (cells.at(-1)?.length === 0) cells.pop();
  return { cells, uncached };
}

/** A cell as a person sees it: 0.056 under a percent format is 5.6%, a date is its day. */
function cellOf(value: CellValue, percent: boolean): Cell {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const day = dayOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
    return { text: formatDay(day), day };
  }
  if (!Number.isFinite(value)) return '';
  // Binary fractions of a product: 0.056 × 100 is 5.6000000000000005.
  const text = percent ? `${Number((value * 100).toPrecision(14))}%` : String(value);
  return { text, number: value, percent };
}

const megabytes = (bytes: number): string =>
  bytes > 2 ** 50 ? '> 1 PB' : `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`;
