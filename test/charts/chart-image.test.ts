import { expect, test } from 'vitest';
import { wrapWords } from '../../src/charts/chart-image';

/** One unit for a Latin letter, two for a Chinese character. */
const measure = (text: string): number => Array.from(text).reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);

test('breaks between words and between Chinese characters, loses nothing but blanks at the breaks', () => {
  expect(wrapWords('one two three', 7, measure)).toEqual(['one two', 'three']);
  expect(wrapWords('失业率上升', 6, measure)).toEqual(['失业率', '上升']);
  const long = '2026年11月乌海市登记失业率4.90%，12个盟市中最高，the highest of 12 areas';
  expect(wrapWords(long, 20, measure).join('').replace(/ /g, '')).toBe(long.replace(/ /g, ''));
});

test('a mark that closes a phrase never begins a line; a word longer than the line stays whole', () => {
  expect(wrapWords('失业率，上升', 6, measure)).toEqual(['失业率，', '上升']);
  expect(wrapWords('abcdefghij kl', 4, measure)).toEqual(['abcdefghij', 'kl']);
  expect(wrapWords('', 10, measure)).toEqual([]);
});
