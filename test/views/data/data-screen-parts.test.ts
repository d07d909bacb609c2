import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { catalogueOf } from '../../../src/base/indicators';
import type { Issue } from '../../../src/base/issue';
import { buildRegionTree } from '../../../src/base/regions';
import type { ReadReport } from '../../../src/platform/engine-api';
import { formatBytes } from '../../../src/views/data/bytes';
import { exampleCsv } from '../../../src/views/data/example-file';
import { importChoice } from '../../../src/views/data/import-choice';
import { issuesCsv, issuesJson, rowWords } from '../../../src/views/data/issue-file';
import { idsInWords, whereWords } from '../../../src/views/data/in-words';
import { readText } from '../../observations/read-text';

const report = (batchId: string, taken: number, needsRegions = false): ReadReport =>
  ({ batchId, taken, needsRegions }) as ReadReport;

describe('what can be done with what was read', () => {
  test('nothing there yet: load', () => {
    expect(importChoice([report('a', 3), report('b', 0)], [], false)).toEqual({
      rows: 3,
      known: false,
      needsRegions: false,
      ways: ['load'],
    });
  });
  test('files there: add or replace; by another region table only replace', () => {
    expect(importChoice([report('b', 3)], ['a'], false).ways).toEqual(['add', 'replace']);
    expect(importChoice([report('b', 3)], ['a'], true).ways).toEqual(['replace']);
  });
  test('nothing taken: nothing to do; the same file again is said', () => {
    expect(importChoice([report('a', 0, true)], ['x'], false)).toEqual({
      rows: 0,
      known: false,
      needsRegions: true,
      ways: [],
    });
    expect(importChoice([report('a', 3)], ['a', 'b'], false).known).toBe(true);
    expect(importChoice([report('a', 3), report('c', 1)], ['a', 'b'], false).known).toBe(false);
  });
});

const issue: Issue = {
  type: 'unknown_region',
  severity: 'fault',
  row: 3,
  column: 'region_code',
  given: '=cmd|x, "<img src=x onerror=alert(1)>"',
  expected: { zh: '区划表中的代码', en: 'a code of the region table' },
  detail: { zh: '没有', en: 'there is none' },
  where: '3',
};

test('faults as CSV: one line each, neutral for spreadsheets; as JSON: in both languages', () => {
  const [head, line, end] = issuesCsv([{ file: '+a.csv', issue }], 'en').split('\n');
  expect(head).toBe('File,Row,Column,Type,Kind,Given,Expected,What is wrong,Where');
  expect(line).toBe(
    `'+a.csv,3,region_code,Unknown region,fault,"'=cmd|x, ""<img src=x onerror=alert(1)>""",a code of the region table,there is none,`,
  );
  expect(end).toBe('');
  expect(JSON.parse(issuesJson([{ file: 'a.csv', issue }]))).toEqual([{ file: 'a.csv', ...issue }]);
  expect([rowWords(issue, 'zh'), rowWords({ ...issue, row: 0 }, 'zh')]).toEqual(['3', '整个文件']);
});

test('places and meanings are said without ids, in the language of the screen', () => {
  const words = (where: string, lang: 'zh' | 'en' = 'zh'): string => whereWords({ ...issue, where }, lang);
  expect([words('3'), words('file'), words('包头市 2018-08')]).toEqual(['', '', '包头市 2018-08']);
  expect(words('失业 lines 3-4')).toBe('失业 第3–4行');
  expect(words('包头市 2018-08', 'en')).toBe('Baotou 2018-08');
  expect(words('张家口市 2018-08', 'en')).toBe('张家口市 2018-08');
  expect(words('包头市 2018-02 unemployed_persons')).toBe('包头市 2018-02 失业人数');
  expect([words('columns'), words('byte 0', 'en'), words('line 1', 'en')]).toEqual([
    '各列',
    'start of the file',
    'line 1',
  ]);
  expect(idsInWords('地区在行；unemployment_rate · persons, constructor', 'zh')).toBe(
    '地区在行；失业率 · 人, constructor',
  );
});

test('the example file is read without a fault, with any catalogue and tree', async () => {
  const built = await readText(exampleCsv(defaultCatalogue(), defaultRegionTree()));
  expect(built).toMatchObject({ taken: 36, issues: [] });
  const tree = buildRegionTree('t', [{ code: 'X', nameZh: 'x', nameEn: '', level: '', parentCode: '' }]).tree!;
  const catalogue = catalogueOf('1', [defaultCatalogue().byId.get('pmi')!]);
  expect(await readText(exampleCsv(catalogue, tree), { tree, catalogue })).toMatchObject({ rows: 3 });
});

test('bytes as file managers show them', () => {
  expect([0, 999, 1000, 990_018, 2_700_000, 15_400_000, 1e12].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '990 KB',
    '2.7 MB',
    '15 MB',
    '1.0 TB',
  ]);
});
