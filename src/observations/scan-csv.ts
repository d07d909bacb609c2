/**
 * CSV (RFC 4180) piece by piece, without an object per row: a record is a set of offsets into the text at hand.
 * Lines end with \n, \r\n or \r. The same pieces cut elsewhere give the same records. Broken quoting costs one line:
 * the line is reported and reading goes on with the next one, so that one stray quote never swallows a file.
 */
export const MAX_RECORD = 65_536;
/** Twenty years of months across are 240 fields, of weeks 1,040. */
const MAX_FIELDS = 4096;
/** So much of a broken line is told. */
const EXCERPT = 80;
const DELIMITERS = [',', '\t', ';'] as const;

const QUOTE = 34;
const LF = 10;
const CR = 13;

export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly count: number;
  /** Text that holds the fields at `start[k]` to `end[k]`; valid during the call only. */
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where the field has doubled quotes inside, which its string has once. */
  readonly doubled: Uint8Array;
  /** A field as a string, quotes resolved. */
  field(k: number): string;
}

export interface CsvHandler {
  onRecord(record: CsvRecord): void;
  onBroken(line: number, start: string, why: 'quote' | 'endless'): void;
}

export interface CsvScanner {
  write(text: string): void;
  end(): void;
}

export interface ScanOptions {
  /** Absent: the one that the first line has most of. */
  readonly delimiter?: string;
  /** Hand out blank lines as well. */
  readonly blanks?: boolean;
}

export function createCsvScanner(handler: CsvHandler, options: ScanOptions = {}): CsvScanner {
  const { blanks = false } = options;
  const start = new Int32Array(MAX_FIELDS);
  const end = new Int32Array(MAX_FIELDS);
  /** 1 where a field has doubled quotes inside. */
  const doubled = new Uint8Array(MAX_FIELDS);
  let text = '';
  let line = 1;
  let count = 0;
  /** Lines within quotes of the record at hand. */
  let innerLines = 0;
  /** Where the record at hand ends, without its line break; or where its quoting breaks. */
  let stop = 0;
  let delimiter = options.delimiter?.charCodeAt(0) ?? 0;
  /** The last record ended with \r at the very end of the piece: a \n that comes next belongs to it. */
  let skipLf = false;
  /** In a line that is dropped, and why; told when its end is there. */
  let skipping: 'quote' | 'endless' | null = null;
  let excerpt = '';

  const record = {
    get line() {
      return line;
    },
    get count() {
      return count;
    },
    get text() {
      return text;
    },
    start,
    end,
    doubled,
    field(k: number): string {
      const raw = text.slice(start[k]!, end[k]!);
      return doubled[k] === 1 ? raw.replaceAll('""', '"') : raw;
    },
  };

  /** Position behind the line break at `i`, or −1 when the piece ends before that is known. */
  function behindBreak(i: number, final: boolean): number {
    if (text.charCodeAt(i) === LF) return i + 1;
    if (i + 1 < text.length) return text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
    if (!final) skipLf = true;
    return i + 1;
  }

  const INCOMPLETE = -1;
  const BROKEN = -2;

  /** One record from `at`: position behind it, or INCOMPLETE, or BROKEN (a character behind a closing quote). */
  function readRecord(at: number, final: boolean): number {
    const n = text.length;
    let i = at;
    count = 0;
    innerLines = 0;
    for (;;) {
      let from = i;
      let to: number;
      let twice = 0;
      if (i < n && text.charCodeAt(i) === QUOTE) {
        from = i + 1;
        let q = from;
        for (;;) {
          q = text.indexOf('"', q);
          if (q < 0) {
            stop = n;
            return final ? BROKEN : INCOMPLETE;
          }
          if (q + 1 < n && text.charCodeAt(q + 1) === QUOTE) {
            twice = 1;
            q += 2;
            continue;
          }
          if (q + 1 >= n && !final) {
            stop = n;
            return INCOMPLETE;
          }
          break;
        }
        to = q;
        i = q + 1;
        stop = i;
        if (i < n) {
          const c = text.charCodeAt(i);
          if (c !== delimiter && c !== LF && c !== CR) return BROKEN;
        }
        innerLines += breaksIn(text, from, to);
      } else {
        let c = 0;
        while (i < n) {
          c = text.charCodeAt(i);
          if (c === delimiter || c === LF || c === CR) break;
          i++;
        }
        stop = i;
        if (i >= n && !final) return INCOMPLETE;
        to = i;
      }
      if (count < MAX_FIELDS) {
        start[count] = from;
        end[count] = to;
        doubled[count] = twice;
      }
      count++;
      if (i >= n) return n;
      if (text.charCodeAt(i) !== delimiter) return behindBreak(i, final);
      i++;
    }
  }

  function scan(final: boolean): void {
    let at = 0;
    if (skipLf && text.length > 0) {
      if (text.charCodeAt(0) === LF) at = 1;
      skipLf = false;
    }
    while (at < text.length) {
      if (skipping) {
        at = nextLine(at, final);
        continue;
      }
      if (delimiter === 0) {
        const c = text.charCodeAt(at);
        if (c === LF || c === CR) {
          at = behindBreak(at, final);
          line++;
          continue;
        }
        const found = delimiterOf(text, at, final);
        if (found === null) break;
        delimiter = found.charCodeAt(0);
      }
      const next = readRecord(at, final);
      const length = stop - at;
      if (next === INCOMPLETE && length <= MAX_RECORD) break;
      // Good is what ends within MAX_RECORD: a rule that does not depend on where the pieces were cut.
      if (next < 0 || length > MAX_RECORD) {
        skipping = length > MAX_RECORD ? 'endless' : 'quote';
        excerpt = '';
        continue;
      }
      if (blanks || !isBlank(at)) handler.onRecord(record);
      line += 1 + innerLines;
      at = next;
    }
    text = at === 0 ? text : text.slice(at);
  }

  /** Drops a broken line as far as it is there, and tells of it at its end. Position behind it. */
  function nextLine(at: number, final: boolean): number {
    let i = at;
    while (i < text.length && text.charCodeAt(i) !== LF && text.charCodeAt(i) !== CR) i++;
    if (excerpt.length < EXCERPT) excerpt += text.slice(at, Math.min(i, at + EXCERPT - excerpt.length));
    if (i >= text.length && !final) return i;
    handler.onBroken(line, excerpt, skipping!);
    skipping = null;
    line++;
    return i < text.length ? behindBreak(i, final) : i;
  }

  /** A line without content: nothing at all, blanks, or delimiters only. */
  function isBlank(at: number): boolean {
    if (count === 1) return text.slice(start[0]!, end[0]!).trim() === '';
    const last = Math.min(count, MAX_FIELDS) - 1;
    return end[last]! - at === count - 1 && end[0] === at;
  }

  return {
    write(piece) {
      text = text === '' ? piece : text + piece;
      scan(false);
    },
    end() {
      scan(true);
      // A broken line that ended with the piece before.
      if (skipping) nextLine(text.length, true);
      text = '';
    },
  };
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) breaks++;
  }
  return breaks;
}

/** The delimiter that the header has most of; a comma when it has none. Null: the line is not whole yet. */
function delimiterOf(text: string, at: number, final: boolean): string | null {
  const rest = text.slice(at, at + MAX_RECORD);
  const length = rest.search(/[\r\n]/);
  if (length < 0 && !final && rest.length < MAX_RECORD) return null;
  const header = length < 0 ? rest : rest.slice(0, length);
  const counts = DELIMITERS.map((d) => header.split(d).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
