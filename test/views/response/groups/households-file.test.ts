import { expect, test } from 'vitest';
import { dayOf } from '../../../../src/base/period';
import { calendarOf } from '../../../../src/response/calendar/calendar';
import { momentOf } from '../../../../src/response/calendar/moment';
import { householdClock } from '../../../../src/response/groups/households';
import { householdsCsv, standingWords } from '../../../../src/views/response/groups/households-file';
import { countyA1 } from '../../../response/trail/make-trail';

const calendar = calendarOf({});
const done = { seq: 1, at: 0, by: countyA1 };
const clock = (settledOn: number | null, now = dayOf(2026, 10, 9), minutes = 540, note = '') =>
  householdClock(
    {
      id: '2026-001',
      regionCode: 'A1',
      on: dayOf(2026, 9, 21),
      note,
      recognised: done,
      settled: settledOn === null ? null : { ...done, on: settledOn, how: '公益性岗位' },
    },
    calendar,
    momentOf(now, minutes),
  );

test('how a household stands, in words with the working days that are left or past', () => {
  const words = (...given: Parameters<typeof clock>) => standingWords(clock(...given), 'zh');
  expect(words(null, dayOf(2026, 9, 30))).toBe('余4个工作日');
  expect(words(null)).toBe('将到期，余2个工作日');
  expect(words(null, dayOf(2026, 10, 12), 1200)).toBe('已逾期（今日下班时到期）');
  expect(words(null, dayOf(2026, 10, 14))).toBe('已逾期2个工作日');
  expect(words(dayOf(2026, 10, 12))).toBe('期内就业');
  expect(words(dayOf(2026, 10, 13))).toBe('逾期1个工作日就业');
  expect(standingWords(clock(null), 'en')).toBe('due soon, working days left: 2');
});

test('the evening after the last day: overdue, and no working day past yet, says so without a wrong "today"', () => {
  // Sunday 11 October is a day off: nothing changes on it.
  expect(standingWords(clock(null, dayOf(2026, 10, 11)), 'zh')).toBe('将到期，余1个工作日');
});

test('the file: source first, then heads, then a line each; a note that a spreadsheet would reckon is made plain', () => {
  const names = { region: (code: string) => ({ zh: `${code}旗`, en: code }) };
  const csv = householdsCsv([clock(null, undefined, undefined, '=1+1')], names, '台账 · 演示数据', 'zh');
  const [source, head, line, end] = csv.split('\r\n');
  expect(source).toBe('台账 · 演示数据');
  expect(head).toBe('编号,区划代码,地区,认定日期,期限,状态,就业日期,就业方式,备注');
  expect(line).toMatch(/^2026-001,A1,A1旗,2026-09-21,2026-10-12,"?将到期，余2个工作日"?,,,/);
  expect(line!.split(',').at(-1)).not.toMatch(/^"?=/);
  expect(end).toBe('');
});
