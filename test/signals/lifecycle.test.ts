import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Status } from '../../src/base/status';
import { runLifecycle } from '../../src/signals/lifecycle';
import { Gap, type Rule, SIGNAL_STATE_NAMES } from '../../src/signals/rule';
import { roundStatistic, severityOf, thresholdArray } from '../../src/signals/thresholds';
import { type Outcome, type Reading, slowLifecycle } from './lifecycle-reference';
import { ruleOf } from './make-rule';

/** The real lifecycle on readings, placed in the middle of a column so that offsets count. */
function live(
  readings: readonly Reading[],
  rule: Rule,
  countsOn = false,
): { outcomes: Outcome[]; started: number; severity: number[] } {
  const count = readings.length;
  const offset = 3;
  const size = count + 5;
  const statistic = Float64Array.from(readings, (r) => (typeof r === 'object' ? r.x : NaN));
  const status = new Uint8Array(size).fill(Status.observed);
  readings.forEach(
    (r, t) =>
      (status[offset + t] = r === 'gap' ? Status.expectedGap : r === 'missing' ? Status.missing : Status.observed),
  );
  const doubt = Uint8Array.from(readings, (r) => (typeof r === 'object' && r.doubtful ? 1 : 0));
  const out = {
    level: new Uint8Array(size),
    state: new Uint8Array(size),
    severity: new Float32Array(size),
    gap: new Uint8Array(size),
  };
  const started = runLifecycle(
    { statistic, status, offset, count, doubt, countsOn },
    rule,
    thresholdArray(rule, 1),
    out,
  );
  const untouched = [out.level, out.state, out.gap].flatMap((a) => [
    ...a.subarray(0, offset),
    ...a.subarray(offset + count),
  ]);
  expect(untouched.every((v) => v === 0)).toBe(true);
  return {
    started,
    severity: Array.from(out.severity.subarray(offset, offset + count)),
    outcomes: readings.map((_, t) => ({
      state: SIGNAL_STATE_NAMES[out.state[offset + t]!]!,
      level: out.level[offset + t]!,
      missingGap: (out.gap[offset + t]! & Gap.missing) !== 0,
      partialGap: (out.gap[offset + t]! & Gap.partial) !== 0,
    })),
  };
}

const x = (...values: (number | Reading)[]): Reading[] => values.map((v) => (typeof v === 'number' ? { x: v } : v));
const levels = (readings: Reading[], rule: Rule): number[] => live(readings, rule).outcomes.map((o) => o.level);
const states = (readings: Reading[], rule: Rule): string[] => live(readings, rule).outcomes.map((o) => o.state);
const three = { blue: 3, yellow: 3, orange: 3, red: 1 };

describe('confirmation', () => {
  test('a level counts after so many periods in a row; until then it is pending; red may count at once', () => {
    const rule = ruleOf({ confirm: three, clear: 2 });
    expect(levels(x(0, 1, 1, 1, 1), rule)).toEqual([0, 0, 0, 1, 1]);
    expect(states(x(0, 1, 1, 1, 1), rule)).toEqual(['normal', 'pending', 'pending', 'active', 'active']);
    expect(levels(x(0, 4, 0.5), rule)).toEqual([0, 4, 4]);
  });

  test('one period short of it starts from nothing', () => {
    expect(levels(x(1, 1, 0.9, 1, 1, 1), ruleOf({ confirm: three }))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test('higher levels confirm the lower ones with them', () => {
    const rule = ruleOf({ confirm: { blue: 2, yellow: 2, orange: 3, red: 3 } });
    expect(levels(x(3, 3, 3), rule)).toEqual([0, 2, 3]);
    expect(levels(x(1, 2, 2), rule)).toEqual([0, 1, 2]);
  });
});

describe('ending', () => {
  test('after so many periods under the exit line, recovering until then', () => {
    const rule = ruleOf({ clear: 2, exitMargin: 0.5 });
    expect(levels(x(1, 0.4, 0.4, 0.4), rule)).toEqual([1, 1, 0, 0]);
    expect(states(x(1, 0.4, 0.4), rule)).toEqual(['active', 'recovering', 'normal']);
  });

  test('hysteresis: between the exit line and the threshold it stays, for as long as that lasts', () => {
    const rule = ruleOf({ clear: 1, exitMargin: 0.5 });
    expect(levels(x(1, 0.6, 0.5, 0.6, 0.49), rule)).toEqual([1, 1, 1, 1, 0]);
    expect(states(x(1, 0.6), rule)).toEqual(['active', 'active']);
  });

  test('clearing starts anew when the statistic comes back over the exit line', () => {
    expect(levels(x(1, 0.4, 0.6, 0.4, 0.4), ruleOf({ clear: 2, exitMargin: 0.5 }))).toEqual([1, 1, 1, 1, 0]);
  });

  test('steps down to the highest level that has not ended', () => {
    const rule = ruleOf({ clear: 2 });
    expect(levels(x(4, 2.5, 2.5, 0, 0), rule)).toEqual([4, 4, 2, 2, 0]);
    expect(levels(x(4, 3, 2, 1, 0, 0), rule)).toEqual([4, 4, 3, 2, 1, 0]);
  });
});

describe('missing values', () => {
  const rule = ruleOf({ holdMissing: 2, clear: 2 });

  test('hold the last state, then are insufficient, and the level is remembered', () => {
    const readings = x(2, 'missing', 'missing', 'missing', 2);
    expect(states(readings, rule)).toEqual(['active', 'stale', 'stale', 'insufficient', 'active']);
    expect(levels(readings, rule)).toEqual([2, 2, 2, 0, 2]);
  });

  test('are no evidence of recovery: the clearing starts anew', () => {
    expect(levels(x(2, 0, 'missing', 0, 0), rule)).toEqual([2, 2, 2, 2, 0]);
    expect(levels(x(2, 'missing', 'missing', 'missing', 0, 0), rule)).toEqual([2, 2, 2, 0, 2, 0]);
  });

  test('do not restart a confirmation', () => {
    expect(levels(x(1, 'missing', 1), ruleOf({ confirm: three }))).toEqual([0, 0, 1]);
    expect(levels(x(1, 'missing', 0, 1), ruleOf({ confirm: three }))).toEqual([0, 0, 0, 0]);
  });

  test('hold nothing when the rule holds nothing', () => {
    expect(states(x(2, 'missing'), ruleOf({ holdMissing: 0 }))).toEqual(['active', 'insufficient']);
  });

  test('before the first statistic nothing is stale: the rule has not begun', () => {
    const { outcomes, started } = live(x('missing', 'gap', 'missing', 0.2), rule);
    expect(outcomes.map((o) => o.state)).toEqual(['insufficient', 'insufficient', 'insufficient', 'normal']);
    expect(started).toBe(3);
    expect(live(x('missing', 'missing'), rule).started).toBe(-1);
    expect(live([], rule).started).toBe(-1);
  });

  test('mark the signal until it has been quiet, or at the top, for long enough', () => {
    const gaps = (readings: Reading[]): boolean[] => live(readings, rule).outcomes.map((o) => o.missingGap);
    expect(gaps(x(0, 0, 'missing', 0, 0, 0))).toEqual([true, false, true, true, false, false]);
    expect(gaps(x(0, 0, 'missing', 4, 1.5))).toEqual([true, false, true, false, false]);
    expect(gaps(x(0, 0, 'missing', 1.5, 1.5, 1.5))).toEqual([true, false, true, true, true, true]);
  });

  test('a statistic on part of the children marks it in its own way', () => {
    const half = (v: number): Reading => ({ x: v, doubtful: true });
    const marks = live(x(0, 0, half(0), half(0), half(0), 0, 0), rule).outcomes.map((o) => [
      o.missingGap,
      o.partialGap,
    ]);
    expect(marks).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
  });
});

describe('expected gaps', () => {
  test('carry everything on: state, level, counts', () => {
    const rule = ruleOf({ confirm: three, clear: 2, holdMissing: 1 });
    expect(states(x(1, 'gap', 1, 'gap', 'gap', 1), rule)).toEqual([
      'pending',
      'pending',
      'pending',
      'pending',
      'pending',
      'active',
    ]);
    expect(levels(x(4, 0, 'gap', 0), rule)).toEqual([4, 4, 4, 0]);
    expect(states(x(4, 'missing', 'gap', 'missing', 'gap'), rule)).toEqual([
      'active',
      'stale',
      'stale',
      'insufficient',
      'insufficient',
    ]);
  });

  test('have no severity of their own', () => {
    expect(live(x(1.5, 'gap', 'missing'), ruleOf()).severity).toEqual([1.5, NaN, NaN]);
  });
});

test('a value that may not be graded alone (imputed) is as good as missing', () => {
  const rule = ruleOf();
  const out = {
    level: new Uint8Array(2),
    state: new Uint8Array(2),
    severity: new Float32Array(2),
    gap: new Uint8Array(2),
  };
  const status = Uint8Array.of(Status.observed, Status.imputed);
  runLifecycle(
    { statistic: Float64Array.of(2, 9), status, offset: 0, count: 2, doubt: null, countsOn: false },
    rule,
    thresholdArray(rule, 1),
    out,
  );
  expect(Array.from(out.level)).toEqual([2, 2]);
  expect(SIGNAL_STATE_NAMES[out.state[1]!]).toBe('stale');
});

describe('a statistic that counts on', () => {
  const rule = ruleOf({ clear: 1 });
  const of = (readings: Reading[]): [number, boolean][] =>
    live(readings, rule, true).outcomes.map((o) => [o.level, o.missingGap]);

  test('confirms by a lower bound, and ends only when a break has been seen', () => {
    // 3 in a row, a hole, then "at least 1, 2": the level stands until the count is known to be broken.
    expect(of(x(0, 1, 2, 3, 'missing', 1, 2, 4, 0))).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, false],
      [3, true],
      [3, true],
      [3, true],
      [4, false],
      [0, false],
    ]);
  });

  test('at the beginning of the data the count is a lower bound too', () => {
    expect(of(x(1, 2, 0.5))).toEqual([
      [1, true],
      [2, true],
      [2, true],
    ]);
  });
});

describe('against the slow reference', () => {
  const lines = fc
    .subarray(['blue', 'yellow', 'orange', 'red'] as const, { minLength: 1 })
    .map((names) => Object.fromEntries(names.map((n) => [n, { blue: 1, yellow: 2, orange: 3, red: 4 }[n]])));
  const periods = fc.integer({ min: 1, max: 3 });
  const rules = fc
    .record({
      thresholds: lines,
      confirm: fc.record({ blue: periods, yellow: periods, orange: periods, red: periods }),
      clear: periods,
      exitMargin: fc.constantFrom(0, 0.5, 1.5),
      holdMissing: fc.integer({ min: 0, max: 3 }),
      decimals: fc.constantFrom(0, 1),
    })
    .map(ruleOf);
  const reading = fc.oneof(
    { weight: 8, arbitrary: fc.record({ x: fc.integer({ min: -1, max: 10 }).map((v) => v / 2) }) },
    {
      weight: 1,
      arbitrary: fc.record({ x: fc.integer({ min: 0, max: 10 }).map((v) => v / 2), doubtful: fc.constant(true) }),
    },
    { weight: 1, arbitrary: fc.constant<Reading>('missing') },
    { weight: 1, arbitrary: fc.constant<Reading>('gap') },
  );

  test.each([false, true])('every state, level and mark (counts on: %s)', (countsOn) => {
    fc.assert(
      fc.property(rules, fc.array(reading, { maxLength: 25 }), (rule, readings) => {
        expect(live(readings, rule, countsOn).outcomes).toEqual(slowLifecycle(readings, rule, countsOn));
      }),
      { numRuns: 2000 },
    );
  });

  test('severity is that of the statistic, wherever there is one', () => {
    fc.assert(
      fc.property(rules, fc.array(reading, { maxLength: 25 }), fc.boolean(), (rule, readings, countsOn) => {
        const { severity } = live(readings, rule, countsOn);
        const thresholds = thresholdArray(rule, 1);
        readings.forEach((r, t) => {
          if (typeof r !== 'object') expect(severity[t]).toBeNaN();
          else expect(severity[t]).toBeCloseTo(severityOf(roundStatistic(r.x, rule.decimals), thresholds), 5);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a lower level, where a reading is missing, is always marked', () => {
    const whole = fc.array(
      fc.integer({ min: -1, max: 10 }).map((v): Reading => ({ x: v / 2 })),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(rules, whole, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (rule, readings, picks) => {
        const holed = [...readings];
        for (const pick of picks) holed[pick % readings.length] = 'missing';
        const before = live(readings, rule).outcomes;
        live(holed, rule).outcomes.forEach((o, t) => {
          if (o.level < before[t]!.level) expect(o.missingGap).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
  });
});
