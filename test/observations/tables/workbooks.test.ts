import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type ReadOptions, readFile } from '../../../src/observations/read-file';
import { workbook } from '../forms/sheets-of';
import { context, figuresOf, toldBy } from './read-table-text';

const BOOKS = ['library.xlsx', 'libreoffice.xlsx', 'libreoffice.ods', 'libreoffice.xls'].map((n) => `two-sheets.${n}`);

describe.each(BOOKS)('%s', (name) => {
  test('gives the same figures and messages as the others', async () => {
    const read = await readFile(() => [workbook(name)], name, context);
    expect(figuresOf(read)).toEqual([
      '150100 unemployment_rate 2018-01=5.1',
      '150100 unemployed_persons 2018-01=247178',
      '150100 unemployment_rate 2018-02=4.9',
      '150100 unemployed_persons 2018-02=241250',
      '150200 unemployment_rate 2018-01=5',
      '150200 unemployed_persons 2018-01=319643',
      '150200 unemployment_rate 2018-02=5',
      '150300 unemployment_rate 2018-01=3.3',
      '150300 unemployed_persons 2018-01=11487',
      '150300 unemployment_rate 2018-02=3.2',
      '150300 unemployed_persons 2018-02=10919',
      ...['150100', '150200'].flatMap((region) =>
        ['2018-01=3.1', '2018-02=3.2', '2018-03=3.3'].map((f) => `${region} registered_unemployment_rate ${f}`),
      ),
    ]);
    expect(toldBy(read)).toEqual([
      'title_row @ 失业 line 1',
      'unit_row @ 失业 line 2',
      'merged_header @ 失业 lines 3-4',
      'unit_scale @ 失业 失业人数(万人)',
      'missing_value @ 失业 包头市 2018-02 unemployed_persons',
      'hidden_sheet @ 说明',
    ]);
    expect(read).toMatchObject({ sheetNames: ['失业', '登记', '说明'] });
    expect(read.issues.every((i) => i.row < 100)).toBe(true);
    expect(read.understandings.map((u) => u.sheet)).toEqual(['失业', '登记']);
  });
});

type Value = string | number | null;
async function readBook(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>, options: ReadOptions = {}) {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((r) => [...r]) })),
  });
  return readFile(() => [bytes], '2018年就业情况.xlsx', context, options);
}

describe('the name of a worksheet is a word of its table', () => {
  test('a month each; the year in the name of the file', async () => {
    const rows = (v: number): Value[][] => [
      ['地区', '失业率(%)'],
      ['包头市', v],
      ['乌海市', v + 1],
    ];
    const read = await readBook({ '1月': rows(3), '2月': rows(4), 说明: [['本表由各盟市上报']] });
    expect(figuresOf(read)).toEqual([
      '150200 unemployment_rate 2018-01=3',
      '150300 unemployment_rate 2018-01=4',
      '150200 unemployment_rate 2018-02=4',
      '150300 unemployment_rate 2018-02=5',
    ]);
    expect(read.issues.filter((i) => i.severity === 'fault')).toEqual([]);
    expect(read.understandings[0]!.signature).toBe(read.understandings[1]!.signature);
  });
  test('a region each', async () => {
    const rows = (v: number): Value[][] => [
      ['月份', '失业率(%)', '失业人数(人)'],
      ['2018年1月', v, 100],
      ['2018年2月', v + 1, 200],
    ];
    const read = await readBook({ 包头市: rows(3), 乌海: rows(5) });
    expect(figuresOf(read).filter((f) => f.includes('rate'))).toEqual([
      '150200 unemployment_rate 2018-01=3',
      '150200 unemployment_rate 2018-02=4',
      '150300 unemployment_rate 2018-01=5',
      '150300 unemployment_rate 2018-02=6',
    ]);
  });
  test('an indicator each, below one and the same title', async () => {
    const rows = (v: number): Value[][] => [
      ['2018年各盟市就业情况', null, null],
      ['地区', '1月', '2月'],
      ['包头市', v, v + 1],
    ];
    const read = await readBook({ 失业率: rows(3), '失业人数（万人）': rows(5) });
    expect(figuresOf(read)).toEqual([
      '150200 unemployment_rate 2018-01=3',
      '150200 unemployment_rate 2018-02=4',
      '150200 unemployed_persons 2018-01=50000',
      '150200 unemployed_persons 2018-02=60000',
    ]);
  });
  test('one is taken by its name; one that is not there is said', async () => {
    const rows: Value[][] = [
      ['地区', '月份', '失业率(%)'],
      ['包头市', '2018-01', 3],
    ];
    expect((await readBook({ 甲: rows, 乙: [rows[0]!, ['乌海市', '2018-01', 4]] }, { sheets: ['乙'] })).taken).toBe(1);
    const none = await readBook({ 甲: rows }, { sheets: ['丙'] });
    expect(none).toMatchObject({ taken: 0, issues: [{ type: 'not_understood', severity: 'fault', where: '丙' }] });
  });
  test('contradictions between worksheets name both lines', async () => {
    const rows = (v: number): Value[][] => [
      ['地区', '月份', '失业率(%)'],
      ['包头市', '2018-01', v],
    ];
    const read = await readBook({ 甲: rows(3), 乙: rows(4) });
    expect(read).toMatchObject({ taken: 0, held: 2 });
    const [issue] = read.issues.filter((i) => i.type === 'conflicting_duplicate');
    expect(issue?.detail.en).toContain('甲!2 and 乙!2');
    const { key, claims } = read.conflicts[0]!;
    const second = await readBook({ 甲: rows(3), 乙: rows(4) }, { choices: { [key]: claims[1]!.row } });
    expect(figuresOf(second)).toEqual(['150200 unemployment_rate 2018-01=4']);
  });
});
