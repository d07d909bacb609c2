import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/backtest/what-if';
import { INSUFFICIENT } from '../../../src/base/level';
import { monthPeriod } from '../../../src/base/period';
import type { WhatIfResult } from '../../../src/platform/rule-answers';
import { draftOf, isIdle, NO_CHANGE, scenarioOf } from '../../../src/views/rules/what-if/draft';
import {
  countsAt,
  positionOf,
  ranksOf,
  regionsAt,
  turnOf,
  whatIfCsv,
} from '../../../src/views/rules/what-if/result-rows';
import { treeOf } from '../../panel/make-panel';

const scenario: Scenario = {
  schema: 'fengsui-scenario/1',
  name: 'n',
  note: 'why',
  shocks: [
    { indicator: 'a', regions: 'all', from: '2026-01', to: '2026-02', kind: 'factor', amount: 1.5 },
    { indicator: 'b', regions: ['1'], from: '2026-01', to: '2026-03', kind: 'path', values: [6.1, null, -2] },
  ],
  thresholds: { rule: { blue: 0.3, red: null } },
};

describe('what is typed', () => {
  test('a scenario comes back from the form as it went in', () => {
    expect(scenarioOf(draftOf(scenario))).toEqual({ scenario, faults: [] });
  });

  test('steps and repeats in a path, a comma in a number, a minus of the typesetter', () => {
    const draft = draftOf(scenario);
    const [factor, path] = draft.shocks;
    const typed = {
      ...draft,
      shocks: [
        { ...factor!, amount: '−2' },
        { ...path!, values: '6+0.5x2 _' },
      ],
    };
    expect(scenarioOf(typed).scenario.shocks[0]!.amount).toBe(-2);
    expect(scenarioOf(typed).scenario.shocks[1]!.values).toEqual([6, 6.5, null]);
    const wrong = scenarioOf({
      ...draft,
      shocks: [
        { ...factor!, amount: '1,5' },
        { ...path!, values: '6 six' },
      ],
    });
    expect(wrong.scenario.shocks[0]).not.toHaveProperty('amount');
    expect(wrong.faults).toMatchObject([{ path: '.shocks[1].values', given: 'six' }]);
    const blank = scenarioOf({ ...draft, shocks: [{ ...path!, values: ' ' }] });
    expect([blank.faults, blank.scenario.shocks[0]!.values]).toEqual([[], undefined]);
  });

  test('thresholds: empty leaves, a dash takes out, and what is no number goes to the gate', () => {
    const draft = {
      ...draftOf(scenario),
      thresholds: { r: { ...NO_CHANGE, blue: '1', red: '-', orange: 'x' }, s: NO_CHANGE },
    };
    expect(scenarioOf(draft).scenario.thresholds).toEqual({ r: { blue: 1, red: null, orange: 'x' } });
  });

  test('nothing is supposed before something is', () => {
    const idle = draftOf({ ...scenario, shocks: [], thresholds: {} });
    expect(isIdle(idle)).toBe(true);
    expect(isIdle({ ...idle, thresholds: { rule: NO_CHANGE } })).toBe(true);
    expect(isIdle({ ...idle, thresholds: { rule: { ...NO_CHANGE, blue: '1' } } })).toBe(false);
    expect(isIdle(draftOf(scenario))).toBe(false);
  });
});

describe('what comes of it', () => {
  const tree = treeOf({ R: '', A: 'R', '=B': 'R' });
  const view = { tree, frequency: 'month', weekEndsOn: 6, latest: monthPeriod(2026, 1) } as const;
  const result: WhatIfResult = {
    first: monthPeriod(2026, 1),
    count: 3,
    known: 2,
    before: Uint8Array.of(0, 1, INSUFFICIENT, 0, 0, INSUFFICIENT, 2, 2, INSUFFICIENT),
    after: Uint8Array.of(0, 2, 3, 0, 0, INSUFFICIENT, 2, 1, INSUFFICIENT),
    moved: 2,
    graded: 0,
    moves: [],
    issues: [],
    touched: [],
    left: [],
    focus: [],
  };

  test('counts by level and rank', () => {
    expect(ranksOf(tree)).toEqual([[0], [1, 2]]);
    expect(countsAt(result.before, [1, 2], 3, 1)).toEqual([1, 0, 1, 0, 0, 0]);
    expect(countsAt(result.after, [0, 1, 2], 3, 2)).toEqual([0, 0, 0, 1, 0, 2]);
  });

  test('regions that move stand first, the worst of them on top', () => {
    expect(regionsAt(result, tree, 1).map((r) => [r.code, r.before, r.after, turnOf(r)])).toEqual([
      ['R', 1, 2, 1],
      ['=B', 2, 1, -1],
      ['A', 0, 0, 0],
    ]);
    // Without a level before, a warning is one that rises; two without one are the same.
    expect(regionsAt(result, tree, 2).map(turnOf)).toEqual([1, 0, 0]);
  });

  test('the period: the one asked for, else the last one that moves, else the usual one', () => {
    expect(positionOf(result, view, '2026-02')).toBe(1);
    expect(positionOf(result, view, '2027-02')).toBe(2);
    expect(positionOf({ ...result, after: result.before }, view, '')).toBe(0);
  });

  test('the file: every line says what it is, and a name is no formula', () => {
    const lines = whatIfCsv(result, view, '=1+1', 'en').trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]!.startsWith('mark,scenario,region_code,')).toBe(true);
    expect(lines[3]).toBe("What if · not actual data,'=1+1,'=B,'=B,2026-02,Level Ⅲ (yellow),Level Ⅳ (blue)");
  });
});
