import { expect, test } from 'vitest';
import { safeFileName } from '../../src/platform/download';

test('names of files are names, not paths', () => {
  expect(safeFileName('烽燧数据.csv')).toBe('烽燧数据.csv');
  expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
  expect(safeFileName('a<b>:"c"|?*\n.csv')).toBe('a_b___c_____.csv');
  expect(safeFileName(' .. ')).toBe('fengsui');
  expect(safeFileName('x'.repeat(500))).toHaveLength(120);
});
