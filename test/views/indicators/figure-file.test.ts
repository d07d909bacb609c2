import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { Status } from '../../../src/base/status';
import { figuresCsv, figuresTsv } from '../../../src/views/indicators/figure-file';
import { cellOf, commonMark, figureTable, pageColumns, pagesOf } from '../../../src/views/indicators/figure-table';
import { figuresOf } from '../../../src/views/indicators/figures';
import { readSelection } from '../../../src/views/indicators/selection';
import { COUNT, FIRST, LAST, makeSeries, makeView, placeAt } from './fixture';

const view = makeView();
const RATE = 'registered_unemployment_rate';
const words = { source: '演示数据；来源：某部门', baseOf: () => '2020年1月' };

function tableOf(search: string, series: Parameters<typeof figuresOf>[2]) {
  return figureTable(figuresOf(readSelection(placeAt(search), view), view, series));
}

describe('table', () => {
  test('periods newest first × series; nothing is filled in', () => {
    const table = tableOf(`ind=${RATE}&reg=150300,150200&from=2026-10&to=2026-12`, [
      makeSeries('150300', RATE, (i) => (i === COUNT - 1 ? NaN : 4)),
      makeSeries('150200', RATE, () => 0),
    ]);
    expect(table.rows.map((r) => r.period)).toEqual([LAST, LAST - 1, LAST - 2]);
    expect(table.columns).toHaveLength(2);
    expect(cellOf(table.columns[0]!, table.rows[0]!, 'zh')).toEqual({ value: null, words: '—', mark: '缺失' });
    // Zero is data.
    expect(cellOf(table.columns[1]!, table.rows[0]!, 'zh')).toEqual({ value: 0, words: '0.00', mark: '' });
  });

  test('every status is a word; a comparison without its other half says so', () => {
    const series = makeSeries('150300', RATE, (i) => (i === COUNT - 6 ? NaN : 4));
    const marks = [Status.observed, Status.provisional, Status.derived, Status.suspect, Status.partial];
    marks.forEach((status, k) => {
      series.status[COUNT - 1 - k] = status;
    });
    series.status[COUNT - 6] = Status.observed;
    const table = tableOf(`ind=${RATE}&reg=150300&from=2026-07&to=2026-12`, [series]);
    expect(table.rows.map((row) => cellOf(table.columns[0]!, row, 'zh').mark)).toEqual([
      '',
      '初步数',
      '计算得出',
      '存疑',
      '部分地区汇总',
      '缺少可比期',
    ]);
  });

  test('all joint: January has no row; otherwise it has', () => {
    const joint = makeSeries('150300', 'new_benefit_claims', () => 1, { form: 'joint' });
    const rows = (search: string) =>
      tableOf(search, [joint, makeSeries('150300', RATE, () => 1)]).rows.map((r) => r.period);
    expect(rows('ind=new_benefit_claims&reg=150300&form=joint&from=2025-12&to=2026-03')).not.toContain(
      monthPeriod(2026, 1),
    );
    expect(rows(`ind=new_benefit_claims,${RATE}&reg=150300&form=joint&from=2025-12&to=2026-03`)).toContain(
      monthPeriod(2026, 1),
    );
  });

  test('a mark that all figures of a series carry is said once', () => {
    const series = makeSeries('150300', RATE, (i) => (i === COUNT - 1 ? NaN : 4));
    series.status.fill(Status.derived, 0, COUNT - 1);
    const table = tableOf(`ind=${RATE}&reg=150300`, [series]);
    expect(commonMark(table.columns[0]!, table.rows, 'zh')).toBe('计算得出');
    series.status[COUNT - 2] = Status.observed;
    expect(commonMark(table.columns[0]!, table.rows, 'zh')).toBe('');
  });

  test('pages of columns hold every column once', () => {
    const codes = view.tree.regions.slice(0, 30).map((r) => r.code);
    const table = tableOf(
      `ind=${RATE}&reg=${codes.join(',')}`,
      codes.map((c) => makeSeries(c, RATE, () => 1)),
    );
    const pages = Array.from({ length: pagesOf(30) }, (_, p) => pageColumns(table, p));
    expect(pages.flat().map((c) => c.key)).toEqual(table.columns.map((c) => c.key));
    expect(pages.every((p) => p.length > 0)).toBe(true);
  });

  test('nothing chosen: an empty table', () => expect(figureTable([])).toEqual({ columns: [], rows: [] }));
});

describe('CSV', () => {
  const series = makeSeries('150300', RATE, (i) => (i === COUNT - 1 ? NaN : 0.1 + 0.2 - i / 1000));
  const table = tableOf(`ind=${RATE}&reg=150300&from=2026-11&to=2026-12`, [series]);
  const text = figuresCsv(table, words, 'zh');
  const rows = papaparse.parse<string[]>(text.trimEnd()).data;

  test('a stranger reads it: title, source, then indicator, region, unit, treatment, definition above the figures', () => {
    expect(rows[0]).toEqual(['烽燧 指标数据']);
    expect(rows[1]).toEqual(['演示数据；来源：某部门']);
    expect(Object.fromEntries(rows.slice(3, 10).map((r) => [r[0], r[1]]))).toMatchObject({
      指标: '城镇登记失业率',
      地区: '乌海市',
      区划代码: '150300',
      单位: '%',
      口径: '按报告',
    });
    expect(rows.find((r) => r[0] === '定义')?.[1]).toContain('登记失业人员');
    expect(rows[10]).toEqual(['时期', '乌海市', '数据状态']);
  });

  test('figures are numbers without the noise of the machine, gaps are empty with their reason', () => {
    expect(rows[11]).toEqual(['2026-12', '', '缺失']);
    expect(rows[12]).toEqual(['2026-11', '0.206', '']);
    expect(rows).toHaveLength(13);
  });

  test('every line ends as Excel wants it, and negative figures stay numbers', () => {
    expect(text.split('\r\n').length).toBe(text.split('\n').length);
    const falling = figuresCsv(
      tableOf(`ind=${RATE}&reg=150300&from=2026-11&to=2026-11&view=yoy`, [
        makeSeries('150300', RATE, () => -0.5, { view: 'yoy', unit: 'points' }),
      ]),
      words,
      'zh',
    );
    expect(falling).toContain('\r\n2026-11,-0.5,');
  });

  test('words that a spreadsheet would run are neutralised, quotes and commas kept', () => {
    for (const evil of ['=cmd|/c calc', '+1+1', '-2+3', '@SUM(A1)', '\tx']) {
      const csv = figuresCsv(table, { ...words, source: evil }, 'zh');
      expect(papaparse.parse<string[]>(csv).data[1]![0]).toBe(`'${evil}`);
    }
    expect(papaparse.parse<string[]>(figuresCsv(table, { ...words, source: 'a "b", c\nd' }, 'zh')).data[1]![0]).toBe(
      'a "b", c\nd',
    );
  });

  test('the treatment of an index names its base', () => {
    const index = tableOf('ind=new_benefit_claims&reg=150300&view=index&from=2020-01', [
      makeSeries('150300', 'new_benefit_claims', () => 90, { view: 'index', unit: 'index' }),
    ]);
    expect(figuresCsv(index, words, 'zh')).toContain('当期；2020年1月=100');
  });
});

test('the copy for a document: tabs, figures as shown, marks in brackets, no formula', () => {
  const series = makeSeries('150300', RATE, () => -4.321, { view: 'yoy', unit: 'points' });
  series.status[COUNT - 1] = Status.provisional;
  const lines = figuresTsv(tableOf(`ind=${RATE}&reg=150300&view=yoy&from=2026-11&to=2026-12`, [series]), 'zh').split(
    '\n',
  );
  expect(lines).toEqual(['时期\t乌海市 (百分点)', '2026年12月\t−4.32 (初步数)', '2026年11月\t−4.32']);
  expect(FIRST).toBe(monthPeriod(2019, 1));
});
