import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { loadDetectors } from '../src/detectors/registry';
import { describe, expect, test } from 'vitest';
import { demonstrationBodies } from '../mock-data/bodies';
import { advance, type Advanced, lookOnward, type Standing, standingOf } from '../src/advance';
import { assess, type Assessment, type Config, gradedPanel } from '../src/assess';
import { type Replay, replay } from '../src/backtest/replay';
import { defaultScheme } from '../src/levels/load-scheme';
import type { Panels } from '../src/panel/panel';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { benchPanels, cutMonths } from './bench/panels';
import {
  assessWorld,
  configOf,
  COUNT,
  detectors,
  listOf,
  panelsOf,
  type RuleDraft,
  vintagesOf,
  type World,
  worldsOf,
} from './make-world';
import { readDemonstration } from './mock-data/demonstration';

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

/** What an assessment says of its last periods, as bytes. */
function lastOf({ levels, signals, panel }: Assessment, periods = 1): Record<string, readonly number[]> {
  const before = panel.count - periods;
  const at = (a: ArrayLike<number>): number[] => Array.from(a).filter((_, cell) => cell % panel.count >= before);
  return saidOf(levels, signals, at, (started) => (started < 0 ? -1 : Math.max(0, started - before)));
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
          expect(next.panel.first).toBe(world.first + count - 1);
          expect(advancedOf(next)).toEqual(lastOf(whole));
          standing = next.standing;
          if (whole.levels.level.some((l) => l > 0 && l <= 4)) rises++;
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
    // Nothing would be shown by worlds in which nothing is on.
    expect(rises).toBeGreaterThan(100);
  });

  test('several periods at once, from the beginning or later, of which only some are kept', () => {
    const steps = fc.array(fc.record({ periods: fc.integer({ min: 1, max: 6 }), kept: fc.nat(6) }), { minLength: 8 });
    let fewer = 0;
    fc.assert(
      fc.property(worldsOf(more, true), fc.nat(COUNT - 1), steps, (world, from, every) => {
        let standing = standingOf(assessWorld(world, cutTo(world, Math.max(1, from))), from === 0 ? 0 : undefined)!;
        for (const step of every) {
          const periods = Math.min(step.periods, COUNT - standing.panel.count);
          if (periods === 0) break;
          const kept = Math.min(step.kept, periods);
          const panels = cutTo(world, standing.panel.count + periods);
          const next = advance(standing, panels, null, periods, kept);
          expect(advancedOf(next)).toEqual(lastOf(assessWorld(world, panels), periods));
          if (kept < periods) fewer++;
          standing = next.standing;
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(fewer).toBeGreaterThan(50);
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

/** The same replay, once with a whole assessment at each look, once going on from what does not change. */
function bothWays(panels: Panels, config: Config, days: number | null): { whole: Replay; onward: Replay; far: number } {
  const reported = gradedPanel(panels)!;
  const last = assess(panels, config, null);
  const answer = lookOnward(panels, last)!;
  let far = 0;
  const onward = replay(reported, panels.year, days, (day, look) => {
    if (day === null) return last;
    const seen = answer(look, day);
    if (seen.panel.first > reported.first) far++;
    return seen;
  });
  return { whole: replay(reported, panels.year, days, (day) => assess(panels, config, day)), onward, far };
}

/** Its bytes in short: millions of numbers one by one take long to compare. */
function digestOfReplay({ asKnown, publicationDays, assessments, level, rules }: Replay): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([asKnown, publicationDays, assessments]))
    .update(level);
  for (const rule of rules) hash.update(rule.level).update(rule.statistic);
  return hash.digest('hex');
}

describe('a replay from standings is the replay by whole assessments, to the byte', { timeout: 60_000 }, () => {
  test('in random worlds: late figures, revisions, targets set late, figures not yet due', () => {
    let far = 0;
    let on = 0;
    // Mostly in time: where everything came late, all would be assessed whole.
    const delay = fc.oneof(
      { weight: 12, arbitrary: fc.constant<number[] | null>([12]) },
      { weight: 1, arbitrary: fc.constant<number[] | null>([]) },
      // The third vintage withdraws the figure.
      { weight: 2, arbitrary: fc.constantFrom<(number[] | null)[]>([12, 50], [45], [3, 100], [12, 14, 60], null) },
    );
    fc.assert(
      fc.property(
        worldsOf(more, true),
        fc.array(delay, { minLength: 37, maxLength: 37 }),
        fc.array(fc.constantFrom(0, 10, 20, 40), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(null, 0, 15, 40),
        (world, delays, lagDays, days) => {
          const panels = vintagesOf(world, listOf(lagDays), delays);
          const { whole, onward, far: gone } = bothWays(panels, configOf(world), days);
          expect(onward).toEqual(whole);
          far += gone;
          on += whole.level.filter((l) => l > 0 && l <= 4).length;
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
    // Nothing would be shown where nothing was gone on from, or nothing was on.
    expect(far).toBeGreaterThan(200);
    expect(on).toBeGreaterThan(200);
  });

  test('on the demonstration, with its revisions', () => {
    const { panels } = readDemonstration(demonstrationBodies());
    const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
    const { whole, onward, far } = bothWays(panels, config, null);
    expect(digestOfReplay(onward)).toBe(digestOfReplay(whole));
    expect(far).toBeGreaterThan(whole.assessments - 10);
  });
});

test('from an index weighed by the data, and from figures adjusted for the festival, nothing goes on', () => {
  const panels = benchPanels({ name: '', copies: 1, months: 14 });
  const ruleSet = defaultRuleSet();
  const scheme = defaultScheme();
  const standing = (config: Config): Standing | null => standingOf(assess(panels, config, null));
  expect(standing({ ruleSet, scheme })).not.toBeNull();
  expect(standing({ ruleSet, scheme: { ...scheme, weighting: 'entropy' } })).toBeNull();
  const adjusted = {
    ...ruleSet,
    rules: ruleSet.rules.map((r, k) => (k === 0 ? { ...r, form: 'festival' as const } : r)),
  };
  expect(standing({ ruleSet: adjusted, scheme })).toBeNull();
});
