import { INSUFFICIENT } from '../base/level';
import { Status } from '../base/status';
import { defineText, sayBoth, type Text } from '../base/text';
import { SIGNAL_STATE_NAMES } from '../signals/rule';

/** A test is a few years of months: what is longer is a slip of the pen. */
const MOST_VALUES = 1200;

const T = defineText({
  value: {
    zh: '第{n}项应为数值（5.0）、重复（5.0x12）、等差（5.0+0.1x6）、缺失 _ 或应缺 ~',
    en: 'word {n}: a value (5.0), a value repeated (5.0x12), steps (5.0+0.1x6), _ for missing or ~ for an expected gap',
  },
  level: {
    zh: '第{n}项应为等级 0—4 或 Ⅳ—Ⅰ、blue—red、normal，? 表示数据不足，- 表示不核对，可加 x次数',
    en: 'word {n}: a level 0–4, Ⅳ–Ⅰ, blue–red or normal, ? for insufficient, - for not looked at, each perhaps with xN',
  },
  state: {
    zh: '第{n}项应为状态（{states}）或 -，可加 x次数',
    en: 'word {n}: a state ({states}) or -, perhaps with xN',
  },
  count: { zh: '第{n}项重复次数应在 1—{most} 之间', en: 'word {n}: repeated 1–{most} times' },
  long: { zh: '至多{most}期', en: 'at most {most} periods' },
  empty: { zh: '至少一项', en: 'at least one word' },
});

/** What is wrong with a word: the word itself and what was expected. */
export interface WordFault {
  readonly given: string;
  readonly words: Text;
}

export type Words<T> =
  | { readonly value: T; readonly fault: null }
  | { readonly value: null; readonly fault: WordFault };

/** Values of one series with a byte of `Status` each. */
export interface WrittenSeries {
  readonly values: readonly number[];
  readonly status: readonly number[];
}

const NUMBER = /-?\d+(?:\.\d+)?/.source;
const VALUE = new RegExp(`^(${NUMBER})(?:([+-])(\\d+(?:\\.\\d+)?))?(?:x(\\d+))?$`);
const ABSENT = /^([_~])(?:x(\d+))?$/;
const TIMES = /^(.+?)(?:x(\d+))?$/;

/**
 * `5.0x12 5.2 _ ~x2 6.0+0.1x6`: a value, a value so many times, missing, an expected gap, and values that rise (`+`) or
 * fall (`-`) by a step. Steps are added in decimals, so that 5.0+0.1 is 5.1.
 */
export function readSeries(text: string): Words<WrittenSeries> {
  const values: number[] = [];
  const status: number[] = [];
  for (const [i, word] of wordsOf(text).entries()) {
    const absent = ABSENT.exec(word);
    const found = VALUE.exec(word);
    const count = Number(absent?.[2] ?? found?.[4] ?? 1);
    // A step without a count is one value and surely a slip.
    if ((!absent && !found) || (found?.[3] !== undefined && found[4] === undefined)) return wrong(word, i, T.value);
    if (!(count >= 1 && count <= MOST_VALUES)) return wrong(word, i, T.count);
    for (let k = 0; k < count; k++) {
      values.push(found ? stepped(found[1]!, found[2], found[3], k) : NaN);
      status.push(found ? Status.observed : absent![1] === '_' ? Status.missing : Status.expectedGap);
    }
  }
  if (values.length === 0) return { value: null, fault: { given: text, words: T.empty } };
  if (values.length > MOST_VALUES) return tooLong(text);
  return { value: { values, status }, fault: null };
}

function stepped(start: string, sign: string | undefined, step: string | undefined, k: number): number {
  if (step === undefined) return Number(start);
  const decimals = Math.max(decimalsOf(start), decimalsOf(step));
  const unit = 10 ** decimals;
  const by = Math.round(Number(step) * unit) * k;
  return Number(((Math.round(Number(start) * unit) + (sign === '-' ? -by : by)) / unit).toFixed(decimals));
}

function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}

/** In a written expectation: this period is not looked at. */
export const NOT_LOOKED_AT = -1;

const LEVELS: Readonly<Record<string, number>> = {
  '0': 0,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  normal: 0,
  blue: 1,
  yellow: 2,
  orange: 3,
  red: 4,
  Ⅳ: 1,
  Ⅲ: 2,
  Ⅱ: 3,
  Ⅰ: 4,
  IV: 1,
  III: 2,
  II: 3,
  I: 4,
  '?': INSUFFICIENT,
  '-': NOT_LOOKED_AT,
};

/** `0x13 1x2 Ⅲ ?`: levels by period, as bytes; `-` = not looked at. */
export function readLevels(text: string): Words<readonly number[]> {
  return readRepeated(text, (word) => (Object.hasOwn(LEVELS, word) ? LEVELS[word]! : null), T.level, {});
}

/** `normalx3 pending active`: lifecycle states by period, as `SignalState` bytes. */
export function readStates(text: string): Words<readonly number[]> {
  const byteOf = (word: string): number | null => {
    if (word === '-') return NOT_LOOKED_AT;
    const at = SIGNAL_STATE_NAMES.findIndex((name) => name === word);
    return at < 0 ? null : at;
  };
  return readRepeated(text, byteOf, T.state, { states: SIGNAL_STATE_NAMES.join(', ') });
}

function readRepeated(
  text: string,
  byteOf: (word: string) => number | null,
  words: Text,
  params: Readonly<Record<string, string>>,
): Words<readonly number[]> {
  const bytes: number[] = [];
  for (const [i, word] of wordsOf(text).entries()) {
    // A word of its own goes before one with a count: none of them ends in x and digits.
    const found = TIMES.exec(word)!;
    const byte = byteOf(found[1]!);
    const count = Number(found[2] ?? 1);
    if (byte === null) return wrong(word, i, words, params);
    if (!(count >= 1 && count <= MOST_VALUES)) return wrong(word, i, T.count);
    for (let k = 0; k < count; k++) bytes.push(byte);
  }
  if (bytes.length === 0) return { value: null, fault: { given: text, words: T.empty } };
  return bytes.length > MOST_VALUES ? tooLong(text) : { value: bytes, fault: null };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function wrong(word: string, i: number, words: Text, params: Readonly<Record<string, string>> = {}): Words<never> {
  return { value: null, fault: { given: word, words: sayBoth(words, { n: i + 1, most: MOST_VALUES, ...params }) } };
}

function tooLong(text: string): Words<never> {
  return { value: null, fault: { given: text, words: sayBoth(T.long, { most: MOST_VALUES }) } };
}
