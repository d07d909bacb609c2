import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, formatPeriod, monthPeriod } from '../../../src/base/period';
import { type PeriodContext, parsePeriodWord, yearInText } from '../../../src/observations/words/period-words';

const said = (text: string, context: PeriodContext = {}): string | null => {
  const found = parsePeriodWord(text, context);
  return found && `${formatPeriod(found.frequency, found.period)}${found.cumulative ? ' so far' : ''}`;
};

const OCTOBER =
  '2017-10|2017/10|2017/10/1|2017.10|2017.10.01|201710|20171001|2017年10月|2017年10月份|17年10月|二〇一七年十月|' +
  'Oct-17|Oct 2017|October 2017|2017-Oct|10/2017|2017M10|2017m10|２０１７年１０月|2017 年 10 月|2017-10-01 00:00:00|' +
  '2017-10-31T00:00:00Z|截至2017年10月底';

test.each([
  ['2017年10月上旬', '2017-10 ten-day'],
  ['2017-10中旬', '2017-10 ten-day'],
  ['2017年10月第二周', '2017-10 weekly'],
  ['2017年下半年', '2017-12 half-year'],
])('%s is no month: %s', (text, expected) => {
  expect(`${said(text)} ${parsePeriodWord(text)?.span}`).toBe(expected);
});

test.each(OCTOBER.split('|'))('%s is October 2017', (text) => {
  expect(said(text)).toBe('2017-10');
});

test.each([
  ['2017-Q3', '2017-Q3'],
  ['2017Q3', '2017-Q3'],
  ['Q3 2017', '2017-Q3'],
  ['3Q17', '2017-Q3'],
  ['2017年三季度', '2017-Q3'],
  ['2017年第3季度', '2017-Q3'],
  ['2017', '2017'],
  ['2017年', '2017'],
  ['2017年度', '2017'],
  ['2017年全年', '2017'],
  ['2017-W05', '2017-02-04'],
  ['2017年1—3月', '2017-03 so far'],
  ['2017年1-3月累计', '2017-03 so far'],
  ['2017年1～3月（累计）', '2017-03 so far'],
  ['2017年1月至3月', '2017-03 so far'],
  ['2017年一至三月', '2017-03 so far'],
  ['2017年3月累计', '2017-03 so far'],
  ['2017年前三季度', '2017-09 so far'],
  ['2017年1-3季度', '2017-09 so far'],
  ['2017年上半年', '2017-06 so far'],
  ['2017年1-12月', '2017-12 so far'],
])('%s is %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each(['3月', '三月', '3月份', 'Mar', '1-3月', '三季度', 'Q1', '全年', '上半年'])(
  '%s needs a year, and takes it from around',
  (text) => {
    expect(said(text)).toBeNull();
    expect(said(text, { year: 2019 })).toMatch(/^2019/);
  },
);

test.each([
  '2017-13',
  '2017年0月',
  '2017年13月',
  '99',
  '5.2',
  '',
  '—',
  '2018-02-30',
  '3/4/2017',
  '1817-01',
  '2017年5季度',
  '2017-W60',
])('%j is no period', (text) => {
  expect(parsePeriodWord(text, { year: 2018 })).toBeNull();
});

describe('Excel day counts', () => {
  test('are read where the table has them, in both systems', () => {
    expect(said('43040')).toBeNull();
    expect(said('43040', { serials: true })).toBe('2017-11');
    expect(said('41578', { serials: true, date1904: true })).toBe('2017-11');
    expect(said('138', { serials: true })).toBeNull();
  });
  test('of every day of a century', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1951, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          const serial = dayOf(y, m, d) - dayOf(1899, 12, 30);
          expect(parsePeriodWord(String(serial), { serials: true })?.period).toBe(monthPeriod(y, m));
        },
      ),
    );
  });
});

const WRITINGS: readonly ((y: number, m: number) => string)[] = [
  (y, m) => `${y}-${String(m).padStart(2, '0')}`,
  (y, m) => `${y}/${m}/1`,
  (y, m) => `${y}.${String(m).padStart(2, '0')}`,
  (y, m) => `${y}${String(m).padStart(2, '0')}`,
  (y, m) => `${y}年${m}月`,
  (y, m) => `${y}年${'一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')[m - 1]}月`,
  (y, m) => `${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1]} ${y}`,
  (y, m) => `${y}M${m}`,
];

test('any month in any writing is that month', () => {
  const anyWay = fc.constantFrom(...WRITINGS);
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), anyWay, (y, m, write) => {
      expect(parsePeriodWord(write(y, m))).toMatchObject({ frequency: 'month', period: monthPeriod(y, m) });
    }),
  );
});

test('no text throws, and none takes long', () => {
  const pieces = fc.array(
    fc.constantFrom('2017', '年', '月', '1', '-', '一', '十', '(', '累计', ' ', 'q', 'jan', '/', '.'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        pieces.map((p) => p.join('')),
      ),
      (text) => {
        parsePeriodWord(text, { year: 2017, serials: true });
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['内蒙古自治区各盟市失业率（2017年）', 2017],
  ['二〇一八年就业情况', 2018],
  ['2017年1月至2018年3月', null],
  ['就业情况', null],
  ['电话 20171234', null],
])('the year in %s', (text, year) => {
  expect(yearInText(text)).toBe(year);
});
