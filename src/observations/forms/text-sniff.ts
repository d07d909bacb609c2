import type { TextSink } from '../decode';

const HEAD = 65_536;

/** Keeps the beginning of a text and how its lines end, and lets the rest pass. */
export interface TextSniff extends TextSink {
  readonly head: string;
  /** Lines end with \r\n, at least most of them. */
  crlf(): boolean;
}

export function createTextSniff(): TextSniff {
  let head = '';
  return {
    get head() {
      return head;
    },
    crlf() {
      const pairs = head.split('\r\n').length - 1;
      return pairs > 0 && pairs * 2 > head.split('\n').length - 1;
    },
    write(text) {
      if (head.length < HEAD) head += text.slice(0, HEAD - head.length);
    },
    end: () => undefined,
  };
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
const LINES = 30;

/**
 * The delimiter that gives the most even lines: the number of fields that most lines have, times how many have it.
 * Titles and notes have none, so the first line alone would not do. A file called .tsv says its own.
 */
export function delimiterOf(head: string, name: string): string {
  const lines = head
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, 'q'))
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  if (/\.(tsv|tab)$/i.test(name) && lines.some((line) => line.includes('\t'))) return '\t';
  // Nobody types a tab into a cell; commas between thousands are many (copied from a spreadsheet).
  if (lines.filter((line) => line.includes('\t')).length * 2 > lines.length) return '\t';
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const fields = line.split(delimiter).length;
      if (fields > 1) tally.set(fields, (tally.get(fields) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...tally].map(([fields, count]) => count * Math.min(fields, 20)));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
