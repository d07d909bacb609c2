import { describe, expect, test } from 'vitest';
import { dayOf, formatDay } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { momentOf } from '../../../src/response/calendar/moment';
import { readHouseholdLines, numberFault } from '../../../src/response/groups/household-lines';
import { householdClock, householdsOf, nextHouseholdNumber } from '../../../src/response/groups/households';
import type { Household } from '../../../src/response/state';
import { defaultRegionTree } from '../../../src/base/catalogue';
import { countyA1, countyA2, tree } from '../trail/make-trail';

const calendar = calendarOf({});
const done = { seq: 1, at: 0, by: countyA1 };
const household = (id: string, on: number, settledOn: number | null = null, regionCode = 'A1'): Household => ({
  id,
  regionCode,
  on,
  note: '',
  recognised: done,
  settled: settledOn === null ? null : { ...done, on: settledOn, how: '公益性岗位' },
});
const clock = (one: Household, day: number, minutes = 9 * 60) => householdClock(one, calendar, momentOf(day, minutes));
const SEPT_21 = dayOf(2026, 9, 21);
const OCT_12 = dayOf(2026, 10, 12);

describe('ten working days', () => {
  test('across Mid-autumn, National Day and the make-up Saturday: counted by hand, 22 23 24 28 29 30 Sept, 8 9 10 12 Oct', () => {
    const { due, dueMs } = clock(household('h', SEPT_21), SEPT_21);
    expect(formatDay(due)).toBe('2026-10-12');
    expect(dueMs).toBe(momentOf(OCT_12, 17 * 60 + 30));
  });

  test('an edited calendar moves the end', () => {
    const without = calendarOf({ '2026-10-10': false });
    expect(formatDay(householdClock(household('h', SEPT_21), without, 0).due)).toBe('2026-10-13');
  });

  test('running, due soon, overdue: the last minute of the last day still counts', () => {
    const one = household('h', SEPT_21);
    expect(clock(one, dayOf(2026, 9, 30))).toMatchObject({ standing: 'running', left: 4 });
    // Over the whole holiday no working day passes.
    expect(clock(one, dayOf(2026, 10, 7))).toMatchObject({ standing: 'running', left: 4 });
    expect(clock(one, dayOf(2026, 10, 9))).toMatchObject({ standing: 'due-soon', left: 2 });
    expect(clock(one, OCT_12, 17 * 60 + 30).standing).toBe('due-soon');
    expect(clock(one, OCT_12, 17 * 60 + 31)).toMatchObject({ standing: 'overdue', left: 0 });
    expect(clock(one, dayOf(2026, 10, 14))).toMatchObject({ standing: 'overdue', left: -2 });
  });

  test('settled by the day of work, whenever it is entered', () => {
    expect(clock(household('h', SEPT_21, OCT_12), dayOf(2026, 12, 1)).standing).toBe('in-time');
    expect(clock(household('h', SEPT_21, OCT_12 + 1), dayOf(2026, 12, 1))).toMatchObject({
      standing: 'late',
      left: -1,
    });
  });
});

describe('the register of an area', () => {
  const list = [
    household('late', SEPT_21, OCT_12 + 3),
    household('open', dayOf(2026, 10, 9)),
    household('overdue', SEPT_21),
    household('in-time', SEPT_21, dayOf(2026, 9, 28)),
    household('there', SEPT_21, dayOf(2026, 9, 28), 'B1'),
    household('gone', SEPT_21, null, 'nowhere'),
  ];
  const state = { households: new Map(list.map((h) => [h.id, h])) };
  const at = momentOf(dayOf(2026, 10, 20), 600);

  test('only what lies in it; open ones first by their end; the share counts those whose time has run out', () => {
    const { clocks, counts } = householdsOf(state, tree, 'A', calendar, at);
    expect(clocks.map((c) => c.household.id)).toEqual(['overdue', 'open', 'late', 'in-time']);
    expect(counts).toEqual({ all: 4, open: 2, dueSoon: 1, overdue: 1, inTime: 1, late: 1, shareInTime: 1 / 3 });
    expect(householdsOf(state, tree, 'R', calendar, at).counts).toMatchObject({ all: 5, shareInTime: 0.5 });
  });

  test('no share before anything has ended; nothing of an unknown region', () => {
    expect(householdsOf(state, tree, 'A2', calendar, at).counts).toMatchObject({ all: 0, shareInTime: null });
    expect(householdsOf(state, tree, 'X', calendar, at).clocks).toEqual([]);
  });

  test('numbers run on within office and year, and pass over those that are taken', () => {
    const taken = { households: new Map([['A1-2026-001', household('A1-2026-001', SEPT_21)]]) };
    expect(nextHouseholdNumber(taken, 'A1', 2026)).toBe('A1-2026-002');
    expect(nextHouseholdNumber(taken, 'A2', 2026)).toBe('A2-2026-001');
    expect(nextHouseholdNumber(taken, countyA2.regionCode, 2026, new Set(['A2-2026-001']))).toBe('A2-2026-002');
  });
});

describe('pasted lines', () => {
  const regions = defaultRegionTree();
  const today = dayOf(2026, 10, 20);
  const read = (text: string, taken = new Map<string, unknown>()) => readHouseholdLines(text, regions, today, taken);

  test('codes and names, several spellings of a day, commas of both kinds and tabs; head and blank lines pass', () => {
    const lines = read(
      '编号，旗县，认定日期\n1,150302,2026-09-21\n\n2，海南区，2026年9月21日\n3\t乌达区\t2026/9/21\t低保\r\n4,150304,20260921',
    );
    expect(lines.map((l) => ('act' in l ? [l.line, l.act.household, l.act.regionCode, l.act.on] : l.fault.zh))).toEqual(
      [
        [2, '1', '150302', SEPT_21],
        [4, '2', '150303', SEPT_21],
        [5, '3', '150304', SEPT_21],
        [6, '4', '150304', SEPT_21],
      ],
    );
    expect(lines[2]).toMatchObject({ act: { note: '低保' } });
  });

  test('each line with its own fault, and the good ones beside it', () => {
    const faults = read(
      [
        '1,海南区',
        '1,海南区,2026-09-21',
        '1,海南区,2026-09-22',
        '7,海南区,2026-09-22',
        '8,无此旗,2026-09-22',
        '9,海南区,2026-02-30',
        '10,海南区,2026-10-21',
        '张三,海南区,2026-09-21',
        '150302199001011234,海南区,2026-09-21',
      ].join('\n'),
      new Map([['7', true]]),
    ).map((l) => ('fault' in l ? l.fault.zh : null));
    expect(faults[0]).toMatch(/三项/);
    expect(faults[1]).toBeNull();
    expect(faults[2]).toBe('编号与第2行重复');
    expect(faults[3]).toBe('编号已在台账中');
    expect(faults[4]).toMatch(/^地区表中没有“无此旗”|“无此旗”不能确定/);
    expect(faults[5]).toMatch(/2026-02-30”不是日期/);
    expect(faults[6]).toMatch(/晚于今天/);
    expect(faults[7]).toMatch(/不要填姓名/);
    expect(faults[8]).toMatch(/身份证号/);
  });

  test('a number is a running number: what belongs to a person is refused', () => {
    for (const good of ['1', '150302-2026-001', '乌人社零〔2026〕12号']) expect(numberFault(good)).toBeNull();
    for (const bad of ['', ' ', '李四', '15030219900101123X', '13847300001', 'x'.repeat(61)])
      expect(numberFault(bad)).not.toBeNull();
  });
});
