import { readFileSync } from 'node:fs';
import { openFile } from '../../../src/observations/forms/open-file';
import type { OpenedFile } from '../../../src/observations/forms/opened-file';
import { cellText, type Sheet } from '../../../src/observations/tables/sheet';

export function workbook(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../reference/workbooks/${name}`, import.meta.url)));
}

/** In two pieces, so that nothing rests on getting a file at once. */
export function openBytes(bytes: Uint8Array, name = 'file', encoding?: string): Promise<OpenedFile> {
  const middle = bytes.length >> 1;
  const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)];
  return openFile(() => pieces, name, encoding === undefined ? {} : { encoding });
}

export const openText = (text: string, name?: string): Promise<OpenedFile> =>
  openBytes(new TextEncoder().encode(text), name);

/** All cells as text; rows without their empty ends. */
export async function textsOf(sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  await sheet.scan(({ cells }) => {
    const texts = cells.map(cellText);
    while (texts.at(-1) === '') texts.pop();
    rows.push(texts);
  });
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

export const typesOf = ({ issues }: OpenedFile): string[] => issues.map((i) => i.type);
