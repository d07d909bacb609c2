import { CSV_HEADER } from './csv-columns';
import { plainSpelling } from './near';
import type { OpenBytes } from './read-result';

const HEAD_BYTES = 4096;
/** So many of the required columns make a header the canonical one, even with a slip in the others. */
const ENOUGH = 3;

/**
 * Is this the canonical long CSV in UTF-8 (or GB18030: its column names are plain ASCII)? Looks at the first line
 * alone, so that the fast reader can begin at once. A header with one column missing counts: its faults are told there.
 */
export async function isCanonical(open: OpenBytes): Promise<boolean> {
  let text = '';
  for await (const piece of open()) {
    text += new TextDecoder().decode(piece.subarray(0, HEAD_BYTES));
    if (text.length >= HEAD_BYTES || /[\r\n]/.test(text.trimStart())) break;
  }
  const [line = ''] = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/[\r\n]/);
  const names = new Set(line.split(/[,;\t]/).map((cell) => plainSpelling(cell.replace(/^\s*"|"\s*$/g, ''))));
  const found = CSV_HEADER.required.filter((column) => names.has(column));
  return names.has('region_code') && found.length >= ENOUGH;
}
