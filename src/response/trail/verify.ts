import { defineText, sayBoth, type Text } from '../../base/text';
import { formatMoment } from '../calendar/moment';
import { entryDigest } from './digest';
import type { Entry } from './entry';
import { faultWords, readEntry } from './gate';
import { LAYER_OFFICES } from './text';

/** What is wrong with a line of the trail, and where. */
export interface ChainFault {
  /** Number that the line should have, from the line before it. */
  readonly seq: number;
  readonly kind: 'form' | 'sequence' | 'digest' | 'link' | 'time';
  readonly words: Text;
}

/** The end of a trail: number, digest and moment of its last line. */
export interface Head {
  readonly seq: number;
  readonly digest: string;
  readonly at: number;
}

/** A trail checked line by line: a long one in pieces, with pauses for the page between. */
export interface Verifier {
  /** The next line, in the order in which they stand. False: it is no entry at all, and nobody should read it as one. */
  next(raw: unknown): boolean;
  /** Of all lines so far. */
  faults(): readonly ChainFault[];
  /** Of the last line that was an entry, as it tells it itself: what comes next is chained to it. */
  head(): Head;
}

const WORDS = defineText({
  entry: { zh: '第{seq}条（{when}，{office} {name}）', en: 'Entry {seq} ({when}, {office}, {name})' },
  form: { zh: '第{place}行不是合规的记录：{faults}', en: 'Line {place} is not a well-formed entry: {faults}' },
  missing: {
    zh: '{entry}之前缺少第{expected}条：有记录被删除',
    en: '{entry} stands where entry {expected} should: something before it was taken out.',
  },
  misplaced: {
    zh: '{entry}出现在第{expected}条的位置：有记录被插入、重复或调换',
    en: '{entry} stands where entry {expected} should: something was put in, repeated or swapped.',
  },
  digest: {
    zh: '{entry}的内容与其摘要不符：写入后被改动',
    en: '{entry} does not agree with its own digest: it was changed after it was written.',
  },
  link: {
    zh: '{entry}所衔接的不是现在的前一条：第{before}条被替换，或其间有改动',
    en: '{entry} is chained to another line than the one before it: entry {before} was replaced.',
  },
  linkFirst: {
    zh: '{entry}应为首条，却衔接着另一条：之前的记录被删除',
    en: '{entry} stands first, yet is chained to a line before it: what was there is gone.',
  },
  time: {
    zh: '{entry}的时间早于前一条（{before}）',
    en: '{entry} is dated before the line that it follows ({before}).',
  },
  cut: {
    zh: '记录应到第{last}条，现只到第{now}条：末尾被删除',
    en: 'The trail should reach entry {last} and ends at {now}: its end was cut off.',
  },
  otherHead: {
    zh: '{entry}与应有的第{seq}条不是同一条：自某处起整段被替换',
    en: '{entry} is not the entry {seq} that should stand there: the trail was rewritten from some line on.',
  },
});

const NO_HEAD: Head = { seq: 0, digest: '', at: 0 };

export function createVerifier(): Verifier {
  const faults: ChainFault[] = [];
  let head = NO_HEAD;
  /** Number that the line before has by right: its own, unless its digest says that it was changed. */
  let before = 0;
  let place = 0;

  return {
    next(raw) {
      place++;
      const expected = before + 1;
      const { value: entry, faults: shape } = readEntry(raw);
      if (!entry) {
        faults.push({ seq: expected, kind: 'form', words: sayBoth(WORDS.form, { place, faults: faultWords(shape) }) });
        before = expected;
        // Its successor is chained to what it says, readable or not.
        head = { seq: expected, digest: claimedDigest(raw), at: head.at };
        return false;
      }
      const found = lineFaults(entry, entryDigest(raw as Entry), head, expected);
      faults.push(...found);
      before = found.some(({ kind }) => kind === 'digest') ? expected : entry.seq;
      head = { seq: entry.seq, digest: entry.digest, at: entry.at };
      return true;
    },
    faults: () => faults,
    head: () => head,
  };
}

/**
 * Every fault of a trail, each named once and where it is: a changed entry by its digest and not all that follow, one
 * that was changed and sealed anew by the link of the next. What the chain cannot see is a cut end, or a trail sealed
 * anew from some line to the last: for these, hand in the head that it should have or pass through (from an export, a
 * paper, another machine).
 */
export function verifyTrail(
  entries: readonly unknown[],
  expectedHead?: Pick<Head, 'seq' | 'digest'>,
): readonly ChainFault[] {
  const verifier = createVerifier();
  for (const entry of entries) verifier.next(entry);
  return expectedHead && expectedHead.seq > 0
    ? [...verifier.faults(), ...headFaults(entries, verifier.head().seq, expectedHead)]
    : verifier.faults();
}

/** `digest`: of the line as it lies there, and not of what the gate took over from it (it leaves out a `__proto__`). */
function lineFaults(entry: Entry, digest: string, head: Head, expected: number): ChainFault[] {
  const faults: ChainFault[] = [];
  const add = (kind: ChainFault['kind'], words: Text, params: Readonly<Record<string, string | number | Text>> = {}) =>
    faults.push({ seq: expected, kind, words: sayBoth(words, { entry: named(entry), expected, ...params }) });
  if (entry.seq !== expected) add('sequence', entry.seq > expected ? WORDS.missing : WORDS.misplaced);
  // A line out of its place is not chained to its neighbour: said once.
  else if (entry.previous !== head.digest)
    add('link', head === NO_HEAD ? WORDS.linkFirst : WORDS.link, { before: expected - 1 });
  if (digest !== entry.digest) add('digest', WORDS.digest);
  if (entry.at < head.at) add('time', WORDS.time, { before: when(head.at) });
  return faults;
}

function headFaults(entries: readonly unknown[], last: number, expected: Pick<Head, 'seq' | 'digest'>): ChainFault[] {
  const seq = expected.seq;
  if (last < seq) {
    return [{ seq: last + 1, kind: 'sequence', words: sayBoth(WORDS.cut, { last: seq, now: last }) }];
  }
  const there = readEntry(
    entries.find((raw) => typeof raw === 'object' && raw !== null && 'seq' in raw && raw.seq === seq),
  ).value;
  if (!there || there.digest === expected.digest) return [];
  return [{ seq, kind: 'link', words: sayBoth(WORDS.otherHead, { entry: named(there), seq }) }];
}

/** Number, time and office as the entry itself claims them. */
function named({ seq, at, by }: Entry): Text {
  return sayBoth(WORDS.entry, { seq, when: when(at), office: LAYER_OFFICES[by.role], name: by.name });
}

function when(at: number): Text {
  return { zh: formatMoment(at, 'zh'), en: formatMoment(at, 'en') };
}

function claimedDigest(raw: unknown): string {
  return typeof raw === 'object' && raw !== null && 'digest' in raw && typeof raw.digest === 'string' ? raw.digest : '';
}
