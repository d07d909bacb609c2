import { describe, expect, test } from 'vitest';
import { readEpisodes } from '../../src/backtest/read-episodes';
import { parsePeriod } from '../../src/base/period';
import { treeOf } from '../panel/make-panel';

const tree = treeOf({ R: '', A: 'R' });
const read = (text: string, frequency: 'month' | 'quarter' = 'month') =>
  readEpisodes(
    async function* () {
      yield new TextEncoder().encode(text);
    },
    tree,
    frequency,
  );
const month = (text: string): number => parsePeriod(text)!.period;

describe('rows', () => {
  test('in any order of columns, with or without labels; empty and * are every region', async () => {
    const { rows, issues } = await read(
      'End,start,region_code,label\n2020-03,2020-01,A,"a, b"\n2021-01,2021-01,*,\n2022-01,2022-01,,c\n',
    );
    expect(issues).toEqual([]);
    expect(rows).toEqual([
      { regionCode: 'A', first: month('2020-01'), last: month('2020-03'), name: 'a, b' },
      { regionCode: null, first: month('2021-01'), last: month('2021-01'), name: '' },
      { regionCode: null, first: month('2022-01'), last: month('2022-01'), name: 'c' },
    ]);
    expect((await read('region_code,start,end\nR,2020-Q1,2020-Q2\n', 'quarter')).rows).toHaveLength(1);
  });
});

describe('faults', () => {
  test.each<[string, string, [string, number][]]>([
    ['an empty file', '', [['empty_file', 0]]],
    ['a head alone', 'region_code,start,end\n', [['empty_file', 0]]],
    [
      'a missing column',
      'region_code,start\nA,2020-01\n',
      [
        ['wrong_header', 1],
        ['missing_column', 1],
      ],
    ],
    ['an unknown region', 'region_code,start,end\nZ,2020-01,2020-02\n', [['unknown_region', 2]]],
    ['no such month', 'region_code,start,end\nA,2020-13,2020-02\n', [['bad_period', 2]]],
    ['another frequency', 'region_code,start,end\nA,2020,2020-02\n', [['bad_period', 2]]],
    ['an end before the start', 'region_code,start,end\nA,2020-02,2020-01\n', [['bad_period', 2]]],
    ['a row too short', 'region_code,start,end\nA,2020-02\n', [['short_row', 2]]],
    ['a row too long', 'region_code,start,end\nA,2020-02,2020-03,x,y\n', [['long_row', 2]]],
    ['a quote that does not pair', 'region_code,start,end\n"A,2020-02,2020-03\n', [['malformed_csv', 2]]],
  ])('%s: no rows at all, and the place', async (_name, text, wanted) => {
    const { rows, issues } = await read(text);
    expect(rows).toBeNull();
    expect(issues.filter((i) => i.severity === 'fault').map((i) => [i.type, i.row])).toEqual(
      expect.arrayContaining(wanted),
    );
  });

  test('every one of them', async () => {
    const { issues } = await read('region_code,start,end\nZ,2020-01,2020-02\nA,x,y\nA,2020-01,2020-02\n');
    expect(issues.map((i) => [i.row, i.column, i.given])).toEqual([
      [2, 'region_code', 'Z'],
      [3, 'start', 'x'],
      [3, 'end', 'y'],
    ]);
  });
});
