import { zipSync, strToU8 } from 'fflate';
import { levelTimes, sayableInXml } from '../../docx-parts';
import type { NativeChart } from './native-chart';

/**
 * The workbook inside a chart: opened by "edit data". One sheet; column A the categories (or x of each scatter series
 * beside it), then a column for each series in the order of drawing. No formulas, and no text that could become one.
 */
export interface BookColumn {
  readonly name: string;
  readonly values: readonly (number | string | null)[];
}

/** Columns of the sheet, and for each drawn series (in order) the letters of its columns. */
export function bookOf(chart: NativeChart): {
  readonly columns: readonly BookColumn[];
  readonly places: readonly { readonly x: string; readonly y: string }[];
} {
  const columns: BookColumn[] = [];
  const places: { x: string; y: string }[] = [];
  const scatter = chart.groups.some((group) => group.kind === 'scatter');
  if (!scatter) columns.push({ name: '', values: chart.categories });
  for (const group of chart.groups) {
    for (const series of group.series) {
      if ('xs' in series) columns.push({ name: `${series.name} x`, values: series.xs });
      columns.push({ name: series.name, values: series.values });
      const y = columnLetters(columns.length - 1);
      places.push({ x: 'xs' in series ? columnLetters(columns.length - 2) : 'A', y });
    }
  }
  columns.push(...chart.behind);
  return { columns, places };
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

export const escapeXml = (text: string): string =>
  sayableInXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function chartBook(chart: NativeChart): Uint8Array {
  const { columns } = bookOf(chart);
  const height = Math.max(0, ...columns.map(({ values }) => values.length));
  const cell = (value: number | string | null, column: number, row: number): string => {
    const at = `${columnLetters(column)}${row}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    return value === ''
      ? ''
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  };
  const rows = Array.from({ length: height + 1 }, (_, row) => {
    const cells = columns.map(({ name, values }, column) =>
      cell(row === 0 ? name : (values[row - 1] ?? null), column, row + 1),
    );
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  return zipParts(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])));
}

/** A package with one time for all its parts: the same parts give the same bytes on any day. */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return levelTimes(zipSync(parts, { level: 6 }));
}
