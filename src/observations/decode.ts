import type { Issue } from '../base/issue';
import { sayBoth } from '../base/text';
import { issueOf } from './issue-log';
import type { OpenBytes } from './read-result';
import { createSha256 } from './sha256';
import { DETAIL, EXPECTED } from './text';

/** Takes text piece by piece; thrown away when the encoding was guessed wrong. */
export interface TextSink {
  write(text: string): void;
  end(): void;
}

export interface Decoded<S> {
  /** Null when the file is refused; `issues` says why. */
  readonly sink: S | null;
  /** As shown to the user: `UTF-8`, `UTF-8 (BOM)`, `GB18030`, `UTF-16LE`, `UTF-16BE`. */
  readonly encoding: string;
  /** Of a decoder, for `decodeText`. */
  readonly label: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
  readonly issues: readonly Issue[];
}

interface Guess {
  readonly label: string;
  readonly name: string;
  readonly fatal: boolean;
}

const UTF8: Guess = { label: 'utf-8', name: 'UTF-8', fatal: true };
const GB18030: Guess = { label: 'gb18030', name: 'GB18030', fatal: true };
const UTF16LE: Guess = { label: 'utf-16le', name: 'UTF-16LE', fatal: false };
const UTF16BE: Guess = { label: 'utf-16be', name: 'UTF-16BE', fatal: false };
const BY_BOM: readonly { readonly bytes: readonly number[]; readonly guess: Guess }[] = [
  { bytes: [0xef, 0xbb, 0xbf], guess: { label: 'utf-8', name: 'UTF-8 (BOM)', fatal: false } },
  { bytes: [0xff, 0xfe], guess: UTF16LE },
  { bytes: [0xfe, 0xff], guess: UTF16BE },
];
/** First bytes of forms that people take for text files. */
const OTHER_FORMS = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], detail: DETAIL.workbook },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], detail: DETAIL.workbook },
  { bytes: [0x25, 0x50, 0x44, 0x46], detail: DETAIL.pdf },
] as const;

type Outcome = 'good' | 'wrong-guess' | 'cut-off' | 'binary';

/** Encodings that can be asked for by hand, by label. */
const BY_LABEL: Readonly<Record<string, Guess>> = {
  'utf-8': { ...UTF8, fatal: false },
  gb18030: { ...GB18030, fatal: false },
  'utf-16le': UTF16LE,
  'utf-16be': UTF16BE,
};
export const ENCODING_LABELS: readonly string[] = Object.keys(BY_LABEL);

/**
 * Bytes to text: as asked for (`label`), else by byte order mark, else UTF-16 where every other byte is empty, else
 * UTF-8, else GB18030 (which holds GBK and GB 2312). Strict: where a guess meets a byte that it cannot be, the file is
 * read anew under the next one. Memory is that of one piece.
 */
export async function decodeBytes<S extends TextSink>(
  open: OpenBytes,
  newSink: () => S,
  label?: string,
): Promise<Decoded<S>> {
  const head = await headOf(open);
  if (head.length === 0) return refused('empty_file', 0, createSha256().hex(), DETAIL.emptyFile, EXPECTED.content);
  const other = OTHER_FORMS.find(({ bytes }) => startsWith(head, bytes));
  const asked = label === undefined ? undefined : BY_LABEL[label.toLowerCase()];
  const marked = asked ?? BY_BOM.find(({ bytes }) => startsWith(head, bytes))?.guess ?? wideGuess(head);
  for (const guess of marked ? [marked] : [UTF8, GB18030]) {
    const pass = await decodePass(open, guess, other ? null : newSink());
    if (other) return refused('not_text', pass.bytes, pass.digest, other.detail, EXPECTED.csv);
    if (pass.outcome === 'binary') return refused('not_text', pass.bytes, pass.digest, DETAIL.binary, EXPECTED.csv);
    if (pass.outcome === 'wrong-guess') continue;
    const notes = notesOn(guess, pass);
    const { sink, bytes, digest } = pass;
    return { sink, encoding: guess.name, label: guess.label, bytes, digest, issues: notes };
  }
  const { bytes, digest } = await decodePass(open, UTF8, null);
  return refused('encoding', bytes, digest, DETAIL.notDecodable, EXPECTED.encoding);
}

interface Pass<S> {
  readonly outcome: Outcome;
  readonly sink: S | null;
  readonly bytes: number;
  readonly digest: string;
  readonly damaged: boolean;
}

/** One pass over the bytes. Without a sink it only counts and digests. */
async function decodePass<S extends TextSink>(open: OpenBytes, guess: Guess, sink: S | null): Promise<Pass<S>> {
  const decoder = new TextDecoder(guess.label, { fatal: guess.fatal });
  const sha = createSha256();
  const wide = guess.label.startsWith('utf-16');
  let bytes = 0;
  let damaged = false;
  let binary = false;
  let living = sink;
  for await (const piece of open()) {
    bytes += piece.length;
    sha.update(piece);
    if (!living) continue;
    if (!wide && piece.includes(0)) {
      // Read on without a sink: the digest is that of the whole file.
      binary = true;
      living = null;
      continue;
    }
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      return { outcome: 'wrong-guess', sink: null, bytes, digest: '', damaged };
    }
    if (wide && text.includes('\0')) {
      binary = true;
      living = null;
      continue;
    }
    if (!guess.fatal && !damaged) damaged = text.includes('\uFFFD');
    living.write(text);
  }
  const done = { bytes, digest: sha.hex(), damaged };
  if (binary || !living) return { ...done, outcome: binary ? 'binary' : 'good', sink: null };
  let outcome: Outcome = 'good';
  try {
    const rest = decoder.decode();
    if (rest !== '') {
      outcome = 'cut-off';
      living.write(rest);
    }
  } catch {
    // Only the last character is incomplete: a file that was not copied to its end.
    outcome = 'cut-off';
    living.write('\uFFFD');
  }
  living.end();
  return { ...done, outcome, sink: living };
}

function notesOn(guess: Guess, pass: { outcome: Outcome; damaged: boolean }): Issue[] {
  const notes: Issue[] = [];
  const note = (detail: Issue['detail']): void => {
    notes.push(issueOf('encoding', 'note', 0, '', guess.name, EXPECTED.encoding, detail, 'file'));
  };
  if (!guess.name.startsWith('UTF-8')) note(sayBoth(DETAIL.decodedAs, { encoding: guess.name }));
  if (pass.outcome === 'cut-off') note(DETAIL.cutOff);
  if (pass.damaged) note(DETAIL.damaged);
  return notes;
}

function refused<S>(
  type: 'empty_file' | 'not_text' | 'encoding',
  bytes: number,
  digest: string,
  detail: Issue['detail'],
  expected: Issue['expected'],
): Decoded<S> {
  return {
    sink: null,
    encoding: '',
    label: '',
    bytes,
    digest,
    issues: [issueOf(type, 'fault', 0, '', '', expected, detail)],
  };
}

/** So much of the beginning tells the encoding. */
const HEAD = 4096;

async function headOf(open: OpenBytes): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD);
  let length = 0;
  for await (const piece of open()) {
    const part = piece.subarray(0, HEAD - length);
    head.set(part, length);
    length += part.length;
    if (length >= HEAD) break;
  }
  return head.subarray(0, length);
}

/** UTF-16 without its mark: delimiters and digits leave every other byte empty. */
function wideGuess(head: Uint8Array): Guess | undefined {
  const empty = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) empty[i % 2]!++;
  const [even, odd] = empty as [number, number];
  // A few bytes with a zero among them may be anything.
  if (head.length < 16) return undefined;
  const some = head.length / 10;
  // Some characters have an empty byte on the other side: 一 is 4E 00.
  if (odd > some && even * 4 < odd) return UTF16LE;
  return even > some && odd * 4 < even ? UTF16BE : undefined;
}

/** Bytes to text under a decoder that is known already; for reading a file again. */
export async function decodeText(open: OpenBytes, label: string, sink: TextSink, signal?: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(label);
  for await (const piece of open()) {
    signal?.throwIfAborted();
    sink.write(decoder.decode(piece, { stream: true }));
  }
  const rest = decoder.decode();
  if (rest !== '') sink.write(rest);
  sink.end();
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, k) => head[k] === byte);
}
