import type * as z from 'zod/mini';
import { defineText, sayBoth, type Text } from './text';

const WORDS = defineText({
  string: { zh: '文本', en: 'text' },
  filled: { zh: '非空文本', en: 'text that is not empty' },
  number: { zh: '数值', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表 […]', en: 'a list […]' },
  tuple: { zh: '列表 […]', en: 'a list […]' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  record: { zh: '对象 {…}', en: 'an object {…}' },
  atLeast: { zh: '不小于 {n}', en: 'at least {n}' },
  above: { zh: '大于 {n}', en: 'above {n}' },
  atMost: { zh: '不大于 {n}', en: 'at most {n}' },
  below: { zh: '小于 {n}', en: 'below {n}' },
  items: { zh: '{bound}项', en: '{bound} items' },
  characters: { zh: '长度{bound}', en: '{bound} characters' },
  exactly: { zh: '{value}', en: '{value}' },
  oneOf: { zh: '以下之一：{values}', en: 'one of: {values}' },
  noSuchField: { zh: '没有名为 {keys} 的字段', en: 'no field of the name {keys}' },
  pattern: { zh: '形如 {pattern}', en: 'text of the form {pattern}' },
  either: { zh: '{a}，或{b}', en: '{a}, or {b}' },
  other: { zh: '合乎规定的值', en: 'a value of the prescribed form' },
});

/** zod/mini carries no words of its own (its bundle would grow by a language table): this stands for all of them. */
const NO_MESSAGE = 'Invalid input';

type Issue = z.core.$ZodIssue;

/** What a schema wanted at the place of an issue, in both languages. */
export function expectationOf(issue: Issue): Text {
  if (issue.message && issue.message !== NO_MESSAGE) return { zh: issue.message, en: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return Object.hasOwn(WORDS, issue.expected) ? WORDS[issue.expected as keyof typeof WORDS] : WORDS.other;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return WORDS.filled;
      return bounded(issue.origin, issue.inclusive === false ? 'above' : 'atLeast', issue.minimum);
    case 'too_big':
      return bounded(issue.origin, issue.inclusive === false ? 'below' : 'atMost', issue.maximum);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'unrecognized_keys':
      return sayBoth(WORDS.noSuchField, { keys: issue.keys.join(', ') });
    case 'invalid_format':
      return issue.pattern ? sayBoth(WORDS.pattern, { pattern: issue.pattern }) : WORDS.other;
    case 'invalid_union':
      return unionOf(issue);
    default:
      return WORDS.other;
  }
}

function bounded(origin: string, bound: 'atLeast' | 'above' | 'atMost' | 'below', n: number | bigint): Text {
  const words = sayBoth(WORDS[bound], { n: String(n) });
  if (origin === 'array' || origin === 'set') return sayBoth(WORDS.items, { bound: words });
  return origin === 'string' ? sayBoth(WORDS.characters, { bound: words }) : words;
}

function oneOf(values: readonly unknown[]): Text {
  const shown = values.map((v) => (typeof v === 'string' ? v : String(v)));
  return shown.length === 1
    ? sayBoth(WORDS.exactly, { value: shown[0]! })
    : sayBoth(WORDS.oneOf, { values: shown.join(', ') });
}

function unionOf(issue: Extract<Issue, { code: 'invalid_union' }>): Text {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  const firsts = issue.errors.flatMap((errors) => errors.slice(0, 1));
  if (firsts.length === 0) return WORDS.other;
  const values = firsts.flatMap((e) => (e.code === 'invalid_value' ? e.values : []));
  if (firsts.every((e) => e.code === 'invalid_value')) return oneOf(values);
  return firsts.map(expectationOf).reduce((a, b) => sayBoth(WORDS.either, { a, b }));
}
