import type { Issue } from '../../base/issue';
import { sayBoth, type Text } from '../../base/text';
import { decodeBytes, decodeText, type TextSink } from '../decode';
import { issueOf } from '../issue-log';
import type { OpenBytes } from '../read-result';
import { createSha256 } from '../sha256';
import { htmlSheets } from './html-table';
import { jsonTables } from './json-tables';
import { type FileForm, NOTHING_OPENED, type OpenedFile } from './opened-file';
import { FORM_DETAIL, FORM_EXPECTED } from './text';
import { sdmxSheet } from './sdmx-sheet';
import { createTextSniff, delimiterOf } from './text-sniff';
import { textSheet } from './text-sheet';
import { openOle, openZip } from './workbook';

/** Forms that are held whole while they are read. */
const MOST_WORKBOOK = 128 * 2 ** 20;
const MOST_WHOLE_TEXT = 64 * 2 ** 20;

interface Signature {
  readonly bytes: readonly number[];
  readonly open: 'zip' | 'ole' | Text;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], open: 'zip' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], open: 'zip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], open: 'ole' },
  { bytes: [0x25, 0x50, 0x44, 0x46], open: FORM_DETAIL.pdf },
  { bytes: [0x89, 0x50, 0x4e, 0x47], open: FORM_DETAIL.image },
  { bytes: [0xff, 0xd8, 0xff], open: FORM_DETAIL.image },
  { bytes: [0x47, 0x49, 0x46, 0x38], open: FORM_DETAIL.image },
  { bytes: [0x1f, 0x8b], open: FORM_DETAIL.archive },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], open: FORM_DETAIL.archive },
  { bytes: [0x52, 0x61, 0x72, 0x21], open: FORM_DETAIL.archive },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], open: FORM_DETAIL.archive },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], open: FORM_DETAIL.archive },
  { bytes: [0x49, 0x49, 0x2a, 0x00], open: FORM_DETAIL.image },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], open: FORM_DETAIL.image },
  { bytes: [0x52, 0x49, 0x46, 0x46], open: FORM_DETAIL.image },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], open: FORM_DETAIL.word },
  // BIFF without a container: Excel 2 to 4.
  { bytes: [0x09, 0x00, 0x04, 0x00], open: FORM_DETAIL.oldXls },
  { bytes: [0x09, 0x02, 0x06, 0x00], open: FORM_DETAIL.oldXls },
  { bytes: [0x09, 0x04, 0x06, 0x00], open: FORM_DETAIL.oldXls },
  { bytes: [0x09, 0x08, 0x08, 0x00], open: FORM_DETAIL.oldXls },
];

/**
 * Opens a file by what its bytes are, not by what it is called. Everything that cannot be opened is one issue in
 * words; what stands in a file never throws.
 */
export async function openFile(
  open: OpenBytes,
  name: string,
  options: { readonly encoding?: string } = {},
): Promise<OpenedFile> {
  const head = await headOf(open);
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, k) => head[k] === byte));
  return signature ? openBinary(open, signature.open) : openText(open, name, options.encoding);
}

async function openBinary(open: OpenBytes, kind: Signature['open']): Promise<OpenedFile> {
  const whole = await collect(open, MOST_WORKBOOK);
  const { digest, length } = whole;
  const opened = { ...NOTHING_OPENED, digest, bytes: length };
  if (typeof kind !== 'string') return { ...opened, issues: [fault('refused_workbook', kind)] };
  if (!whole.bytes) return { ...opened, issues: [fault('refused_workbook', tooLarge(length, MOST_WORKBOOK))] };
  return { ...opened, ...(await (kind === 'zip' ? openZip : openOle)(whole.bytes)) };
}

async function openText(open: OpenBytes, name: string, encoding: string | undefined): Promise<OpenedFile> {
  const decoded = await decodeBytes(open, createTextSniff, encoding);
  const { digest, bytes, label } = decoded;
  const opened: OpenedFile = { ...NOTHING_OPENED, encoding: decoded.encoding, digest, bytes };
  const sniff = decoded.sink;
  if (!sniff) return { ...opened, issues: decoded.issues };
  const first = sniff.head.trimStart();
  const whole = first.startsWith('<') || /^[[{]/.test(first);
  if (whole) {
    if (bytes > MOST_WHOLE_TEXT)
      return { ...opened, issues: [fault('not_understood', tooLarge(bytes, MOST_WHOLE_TEXT))] };
    const text = await textOf(open, label);
    const found = first.startsWith('<') ? openMarkup(text) : openJson(text);
    if (found) return { ...opened, ...found, issues: [...decoded.issues, ...(found.issues ?? [])] };
  }
  const delimiter = delimiterOf(sniff.head, name);
  const crlf = sniff.crlf();
  const bom = decoded.encoding === 'UTF-8 (BOM)';
  const form = formOf(sniff.head, delimiter);
  const sheet = textSheet(open, label, delimiter);
  return {
    ...opened,
    form,
    issues: decoded.issues.map((issue) => withBreaks(issue, crlf)).concat(bomIssue(bom, sniff.head, delimiter)),
    sheets: [form === 'sdmx-csv' ? sdmxSheet(sheet) : sheet],
  };
}

type Found = Partial<Pick<OpenedFile, 'form' | 'sheets' | 'issues' | 'json'>>;

function openMarkup(text: string): Found | null {
  if (/<table\b/i.test(text)) {
    const sheets = htmlSheets(text);
    if (typeof sheets !== 'string') return { form: 'html', sheets };
    const detail = { 'cut-off': FORM_DETAIL.cutOffPage, overfull: sayBoth(FORM_DETAIL.tooManyCells, { sheet: '' }) };
    return { form: 'html', issues: [fault('refused_workbook', detail[sheets])] };
  }
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { issues: [fault('refused_workbook', FORM_DETAIL.xmlWorkbook)] };
  }
  return /^\s*<(!doctype|html|\?xml|[a-z]+[\s>])/i.test(text)
    ? { issues: [fault('not_understood', FORM_DETAIL.noTable)] }
    : null;
}

/** Null: it only begins like JSON. */
function openJson(text: string): Found | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (!/^\s*(\[\s*[[{"\]]|\{\s*["}])/.test(text)) return null;
    return { issues: [fault('not_understood', FORM_DETAIL.notJson)] };
  }
  if (isFeed(json)) return { form: 'json-feed', json };
  const tables = jsonTables(json);
  if (tables) return tables;
  return { issues: [fault('not_understood', FORM_DETAIL.otherJson)] };
}

/** The feed's own form says so in its first field; see docs/feed-contract.md. */
function isFeed(json: unknown): boolean {
  const said = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)['contract'] : undefined;
  return typeof said === 'string' && said.startsWith('fengsui-feed/');
}

/** SDMX-CSV 2.0 begins with STRUCTURE, 1.0 with DATAFLOW (sdmx.org, SDMX-CSV field guide). */
function formOf(head: string, delimiter: string): FileForm {
  if (/^\uFEFF?"?(?:STRUCTURE(?:\[[^\]]*\])?|DATAFLOW)(?::[^",;\t]*)?"?[,;\t]/.test(head)) return 'sdmx-csv';
  return delimiter === '\t' ? 'tsv' : 'csv';
}

function withBreaks(issue: Issue, crlf: boolean): Issue {
  if (issue.type !== 'encoding' || !crlf) return issue;
  return { ...issue, detail: { zh: `${issue.detail.zh}（CRLF）`, en: `${issue.detail.en} (CRLF)` } };
}

/** The mark would stick to the name of the first column; before a line of a title it harms nothing. */
function bomIssue(bom: boolean, head: string, delimiter: string): Issue[] {
  const first = head.slice(0, head.search(/[\r\n]|$/));
  if (!bom || !first.includes(delimiter)) return [];
  return [issueOf('bom', 'note', 0, '', 'EF BB BF', FORM_EXPECTED.table, FORM_DETAIL.bom, 'byte 0')];
}

function fault(type: 'refused_workbook' | 'not_understood', detail: Text): Issue {
  return issueOf(type, 'fault', 0, '', '', FORM_EXPECTED.table, detail, 'file');
}

const tooLarge = (bytes: number, limit: number): Text =>
  sayBoth(FORM_DETAIL.textTooLarge, { size: `${Math.round(bytes / 2 ** 20)} MB`, limit: `${limit / 2 ** 20} MB` });

async function headOf(open: OpenBytes): Promise<readonly number[]> {
  const head: number[] = [];
  for await (const piece of open()) {
    head.push(...piece.subarray(0, 8 - head.length));
    if (head.length >= 8) break;
  }
  return head;
}

/** All bytes, or only their number and digest when there are too many. */
async function collect(
  open: OpenBytes,
  limit: number,
): Promise<{ bytes: Uint8Array | null; length: number; digest: string }> {
  const sha = createSha256();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of open()) {
    sha.update(piece);
    length += piece.length;
    if (length <= limit) pieces.push(piece.slice());
  }
  if (length > limit) return { bytes: null, length, digest: sha.hex() };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, length, digest: sha.hex() };
}

async function textOf(open: OpenBytes, label: string): Promise<string> {
  const pieces: string[] = [];
  const sink: TextSink = { write: (text) => void pieces.push(text), end: () => undefined };
  await decodeText(open, label, sink);
  return pieces.join('');
}
