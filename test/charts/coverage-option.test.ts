import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { type CoverageInput, coverageOption, mix } from '../../src/charts/coverage-option';
import { CHART_THEMES } from '../../src/charts/theme';

const FIRST = monthPeriod(2018, 1);

/** Two indicators over 24 months: one complete, one with a gap by design each January and a month of nothing. */
function input(change: Partial<CoverageInput> = {}): CoverageInput {
  const share = new Float32Array(48).fill(1);
  share[24] = NaN;
  share[36] = NaN;
  share[46] = 0;
  share[47] = 0.5;
  return {
    names: ['<b>失业率</b>', '用电量'],
    share,
    last: [FIRST + 23, FIRST + 23],
    frequency: 'month',
    weekEndsOn: 0,
    first: FIRST,
    count: 24,
    lang: 'zh',
    theme: CHART_THEMES.light,
    ...change,
  };
}

interface Drawn {
  readonly series: readonly { readonly data: readonly (readonly [number, number, number])[] }[];
  readonly tooltip: { formatter(params: { value: readonly number[] }): string };
  readonly visualMap: {
    readonly pieces: readonly {
      readonly gte?: number;
      readonly gt?: number;
      readonly lt?: number;
      readonly lte?: number;
    }[];
  };
}
const drawn = (change: Partial<CoverageInput> = {}): Drawn => coverageOption(input(change)).option as unknown as Drawn;

describe('coverage', () => {
  test('the title names the worst of the last year, in both languages; none when all is there', () => {
    expect(coverageOption(input()).title).toBe('近12个月“用电量”缺报最多，到报率86%');
    expect(coverageOption(input({ lang: 'en' })).title).toMatch(/"用电量" has most gaps/);
    expect(coverageOption(input({ share: new Float32Array(48).fill(1) })).title).toBe('2项指标近12个月应报均已报');
    expect(coverageOption(input({ names: [], share: new Float32Array(0), last: [] })).title).toBe('没有可统计的指标');
  });
  test('what is not due is left blank, what is missing is drawn', () => {
    const cells = drawn().series[0]!.data;
    expect(cells).toHaveLength(46);
    expect(cells.filter(([, row]) => row === 1).map(([t]) => t)).not.toContain(0);
    expect(cells).toContainEqual([22, 1, 0]);
  });
  test('every share falls into exactly one class', () => {
    const { pieces } = drawn().visualMap;
    for (const share of [0, 0.001, 0.4999, 0.5, 0.8999, 0.9, 0.9999, 1]) {
      const hits = pieces.filter(
        (p) => share >= (p.gte ?? -1) && share > (p.gt ?? -1) && share < (p.lt ?? 2) && share <= (p.lte ?? 2),
      );
      expect(hits, String(share)).toHaveLength(1);
    }
  });
  test('tooltips are escaped, the table has the figures', () => {
    expect(drawn().tooltip.formatter({ value: [23, 0, 1] })).toContain('&lt;b&gt;失业率&lt;/b&gt;');
    expect(coverageOption(input()).table.rows).toEqual([
      ['<b>失业率</b>', '100.0%', '100.0%', '2019年12月'],
      ['用电量', '93.2%', '86.4%', '2019年12月'],
    ]);
  });
});

test('a mix of two colours', () => {
  expect([mix('#000000', '#ffffff', 0), mix('#000000', '#ffffff', 0.5), mix('#102030', '#000000', 1)]).toEqual([
    '#000000',
    '#808080',
    '#000000',
  ]);
});
