import type { Random } from '../tables/make-table';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Words that mean something to some reader. */
const WORDS = [
  '地区',
  '包头市',
  '呼和浩特市',
  '合计',
  '单位：万人',
  '注：',
  '2018年1月',
  '2018-Q1',
  '3月上旬',
  '43101',
  '失业率(%)',
  '累计',
  ',',
  '\t',
  ';',
  '"',
  '\n',
  '\r',
  '\uFEFF',
  '\0',
  '—',
  '1e308',
  '-1e999',
  '0x10',
  '=1+1',
  '%',
  '１２',
  '1,2,3',
  '<table>',
  '</table>',
  '<td rowspan=4000>',
  '<tr>',
  '<!--',
  '&#0;',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  '"value"',
  '__proto__',
  'constructor',
  'STRUCTURE,',
  'PK\u0003\u0004',
  'fengsui-feed/1',
  'dataset',
].map(utf8);

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

type Change = readonly [
  what: string,
  change: (bytes: Uint8Array, random: Random, files: readonly Uint8Array[]) => Uint8Array,
];

const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = <T>(list: readonly T[], random: Random): T => list[below(random, list.length)]!;

const CHANGES: readonly Change[] = [
  [
    'bytes changed',
    (bytes, random) => {
      const changed = bytes.slice();
      for (let n = 1 + below(random, 8); n > 0 && bytes.length > 0; n--)
        changed[below(random, bytes.length)] = below(random, 256);
      return changed;
    },
  ],
  ['cut off', (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1))],
  ['begun late', (bytes, random) => bytes.subarray(below(random, Math.min(bytes.length, 200) + 1))],
  [
    'a piece left out',
    (bytes, random) => {
      const at = below(random, bytes.length + 1);
      return join(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + below(random, 200))));
    },
  ],
  [
    'a piece twice',
    (bytes, random) => {
      const at = below(random, bytes.length + 1);
      const end = Math.min(bytes.length, at + below(random, 400));
      return join(bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end));
    },
  ],
  [
    'a word put in',
    (bytes, random) => {
      let changed = bytes;
      for (let n = 1 + below(random, 4); n > 0; n--) {
        const at = below(random, changed.length + 1);
        changed = join(changed.subarray(0, at), pick(WORDS, random), changed.subarray(at));
      }
      return changed;
    },
  ],
  [
    'joined with another',
    (bytes, random, files) => {
      const other = pick(files, random);
      return join(bytes.subarray(0, below(random, bytes.length + 1)), other.subarray(below(random, other.length + 1)));
    },
  ],
  ['words alone', (_bytes, random) => join(...Array.from({ length: below(random, 120) }, () => pick(WORDS, random)))],
  ['any bytes', (_bytes, random) => Uint8Array.from({ length: below(random, 600) }, () => below(random, 256))],
];

/** One of the files, changed in one to three ways. */
export function mutate(files: readonly Uint8Array[], random: Random): { bytes: Uint8Array; what: string } {
  const which = below(random, files.length);
  let bytes = files[which]!;
  const done: string[] = [];
  for (let n = 1 + below(random, 3); n > 0; n--) {
    const [what, change] = pick(CHANGES, random);
    bytes = change(bytes, random, files);
    done.push(what);
  }
  return { bytes, what: `file ${which}: ${done.join(', ')}` };
}
