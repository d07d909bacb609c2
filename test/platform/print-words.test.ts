import { expect, it } from 'vitest';
import { cssString } from '../../src/platform/print-words';

it('words of a page margin are one CSS string, whatever stands in them', () => {
  expect(cssString('月报（2026年10月）')).toBe('"月报（2026年10月）"');
  expect(cssString('a"b\\c\nd')).toBe(String.raw`"a\22 b\5c c\a d"`);
  expect(cssString('"; } body { display: none')).toBe(String.raw`"\22 ; } body { display: none"`);
});
