import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumberWord, saysMissing } from '../../../src/observations/words/number-words';

test.each([
  ['5.2', { value: 5.2 }],
  ['-12', { value: -12 }],
  ['−12', { value: -12 }],
  ['－12', { value: -12 }],
  ['(1,234)', { value: -1234, grouped: true }],
  ['５．４％', { value: 5.4, sign: 'percent' }],
  ['4.7 ％', { value: 4.7, sign: 'percent' }],
  ['5.2‰', { value: 5.2, sign: 'per-mille' }],
  ['238,399', { value: 238399, grouped: true }],
  ['238，399', { value: 238399, grouped: true }],
  ['1 234 567.5', { value: 1234567.5, grouped: true }],
  ["1'234", { value: 1234, grouped: true }],
  ['12.5万', { value: 12.5, scale: 1e4 }],
  ['3亿元', { value: 3, scale: 1e8, unit: '元' }],
  ['238人', { value: 238, unit: '人' }],
  ['0.2个百分点', { value: 0.2, unit: '个百分点' }],
  ['5.2*', { value: 5.2, mark: '*' }],
  ['5.2①', { value: 5.2, mark: '①' }],
  ['5.2 p', { value: 5.2, mark: 'p' }],
  ['5.2(e)', { value: 5.2, mark: '(e)' }],
  ['1e5', { value: 1e5 }],
])('%s', (text, expected) => {
  const nothing = { scale: 1, sign: null, unit: '', grouped: false, mark: '' };
  expect(parseNumberWord(text)).toEqual({ ...nothing, ...expected });
});

test.each(['—5', '△5', '1,23', '12,34,567', '5,2', '1.2.3', 'abc', '12a34', '5-6', '', '-', '１２月', 'Infinity'])(
  '%j is no number',
  (text) => {
    expect(parseNumberWord(text)).toBeNull();
  },
);

test('a decimal comma where it is asked for', () => {
  expect(parseNumberWord('5,2', { decimalComma: true })?.value).toBe(5.2);
  expect(parseNumberWord('1.234,5', { decimalComma: true })).toMatchObject({ value: 1234.5, grouped: true });
});

const full = (text: string): string =>
  [...text].map((c) => ('0' <= c && c <= '9' ? String.fromCodePoint(c.codePointAt(0)! + 0xfee0) : c)).join('');

test('any number in any writing is that number', () => {
  const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100);
  const write = fc.constantFrom(
    (n: number) => String(n),
    (n: number) => full(String(n)),
    (n: number) => `${n}%`,
    (n: number) => ` ${n.toLocaleString('en-US')} `,
    (n: number) => `${n} 人`,
  );
  fc.assert(
    fc.property(number, write, (n, w) => {
      expect(parseNumberWord(w(n))?.value).toBe(n);
    }),
  );
});

test('what says missing is no number, and the other way round', () => {
  for (const mark of [
    '',
    ' ',
    '—',
    '——',
    '…',
    '...',
    '..',
    '-',
    '－',
    'N/A',
    'n.a.',
    '空',
    '无',
    '缺',
    ':',
    '*',
    '/',
    '暂无数据',
    '#N/A',
  ]) {
    expect(saysMissing(mark), mark).toBe(true);
    expect(parseNumberWord(mark), mark).toBeNull();
  }
  for (const text of ['0', '-5', '0.0', '。', '零']) expect(saysMissing(text), text).toBe(false);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => !(saysMissing(text) && parseNumberWord(text) !== null)),
  );
});
