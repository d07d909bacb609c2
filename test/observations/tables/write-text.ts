import type { Random } from './make-table';

/** Rows as delimited text, quoted where needed. */
export function textOf(rows: readonly (readonly string[])[], delimiter: string, lineBreak: string): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + lineBreak).join('');
}

export interface Encoded {
  readonly bytes: Uint8Array;
  /** What must be said of the encoding. */
  readonly issues: readonly string[];
  readonly what: string;
}

/** The text in one of the encodings that spreadsheets save. */
export function encode(text: string, random: Random): Encoded {
  const at = Math.floor(random() * 4);
  const utf8 = new TextEncoder().encode(text);
  const [first = ''] = text.split(/[\r\n]/);
  if (at === 1) {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
    return { bytes: marked, issues: /[,;\t]/.test(first) ? ['bom'] : [], what: 'UTF-8 with a mark' };
  }
  if (at === 2) {
    const bytes = new Uint8Array(2 + text.length * 2);
    bytes.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
    return { bytes, issues: ['encoding'], what: 'UTF-16' };
  }
  // Without a character beyond ASCII it is UTF-8 all the same.
  const ascii = utf8.length === text.length;
  if (at === 3) return { bytes: gbk(text), issues: ascii ? [] : ['encoding'], what: 'GBK' };
  return { bytes: utf8, issues: [], what: 'UTF-8' };
}

let pairs: Map<string, readonly number[]> | null = null;

function gbk(text: string): Uint8Array {
  if (!pairs) {
    pairs = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) pairs.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
      }
    }
  }
  const bytes: number[] = [];
  for (const c of text) bytes.push(...(c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (pairs.get(c) ?? [63])));
  return new Uint8Array(bytes);
}
