import fc from 'fast-check';
import { loadDetectors } from '../src/detectors/registry';
import { describe, expect, test } from 'vitest';
import { advance, type Advanced, standingOf } from '../src/advance';
import { assess, type Assessment } from '../src/assess';
import { defaultScheme } from '../src/levels/load-scheme';
import type { Panels } from '../src/panel/panel';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { benchPanels, cutMonths } from './bench/panels';
import { assessWorld, COUNT, detectors, panelsOf, type RuleDraft, type World, worldsOf } from './make-world';

await loadDetectors();

/** Detectors that count on or look far back, beside those of every world. */
const more: readonly RuleDraft[] = [
  ...detectors,
  ['pmi', { detector: { kind: 'cusum', params: { baselinePeriods: 3 } }, thresholds: { blue: 0.5, red: 3 } }],
  [
    'rate',
    { detector: { kind: 'ewma', params: { baselinePeriods: 3 } }, thresholds: { blue: 0.5, yellow: 1, red: 3 } },
  ],
  [
    'openings',
    { detector: { kind: 'ears', params: { method: 'C3', baseline: 3 } }, thresholds: { blue: 0.5, orange: 4 } },
  ],
  [
    'jobs',
    { form: 'monthly', detector: { kind: 'scale', params: { periods: 3 } }, thresholds: { blue: 0.01, red: 30 } },
  ],
];

/** What an assessment says of its last period, as bytes. */
function lastOf({ levels, signals, panel }: Assessment): Record<string, readonly number[]> {
  const { count } = panel;
  const at = (a: ArrayLike<number>): number[] => Array.from(a).filter((_, cell) => cell % count === count - 1);
  return saidOf(levels, signals, at, (started) => (started < 0 ? -1 : 0));
}

function advancedOf({ levels, signals }: Advanced): Record<string, readonly number[]> {
  return saidOf(
    levels,
    signals,
    (a) => Array.from(a),
    (started) => started,
  );
}

function saidOf(
  levels: Assessment['levels'],
  signals: Assessment['signals'],
  at: (a: ArrayLike<number>) => number[],
  begun: (started: number) => number,
): Record<string, readonly number[]> {
  const said: Record<string, readonly number[]> = {};
  for (const [key, a] of Object.entries({ ...levels.families, ...levels }))
    if (ArrayBuffer.isView(a)) said[key] = at(a as Uint8Array);
  said.weights = Object.values(levels.weights);
  for (const [k, s] of signals.entries()) {
    for (const key of ['level', 'state', 'severity', 'gap'] as const) said[`${k} ${key}`] = at(s[key]);
    said[`${k} started`] = Array.from(s.started, begun);
  }
  return said;
}

function cutTo(world: World, count: number): Panels {
  const series = Object.fromEntries(
    Object.entries(world.series).map(([id, by]) => [
      id,
      Object.fromEntries(Object.entries(by).map(([code, values]) => [code, values.slice(0, count)])),
    ]),
  );
  return panelsOf(world, series);
}

describe('one more period is one period of work, and says the same to the byte', { timeout: 60_000 }, () => {
  test('in random worlds: holes, late series, partial aggregates, joint months, targets, every kind of detector', () => {
    let rises = 0;
    fc.assert(
      fc.property(worldsOf(more, true), fc.integer({ min: 1, max: COUNT - 1 }), (world, from) => {
        let standing = standingOf(assessWorld(world, cutTo(world, from)))!;
        for (let count = from + 1; count <= COUNT; count++) {
          const whole = assessWorld(world, cutTo(world, count));
          const next = advance(standing, cutTo(world, count), null);
          expect(next.period).toBe(world.first + count - 1);
          expect(advancedOf(next)).toEqual(lastOf(whole));
          standing = next.standing;
          if (whole.levels.level.some((l) => l > 0 && l <= 4)) rises++;
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    // Nothing would be shown by worlds in which nothing is on.
    expect(rises).toBeGreaterThan(100);
  });

  test('the default rules on a tree of three levels, from two periods alone', () => {
    const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
    const long = benchPanels({ name: '', copies: 1, months: 46 });
    let standing = standingOf(assess(cutMonths(long, 0, 40), config, null))!;
    for (let count = 41; count <= 46; count++) {
      const next = advance(standing, cutMonths(long, count - 2, count), null);
      expect(advancedOf(next)).toEqual(lastOf(assess(cutMonths(long, 0, count), config, null)));
      standing = next.standing;
    }
  });
});
