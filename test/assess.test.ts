import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type Assessment, gradedPanel } from '../src/assess';
import { defaultCatalogue, defaultRegionTree } from '../src/base/catalogue';
import { INSUFFICIENT } from '../src/base/level';
import { formatPeriod, parseDay } from '../src/base/period';
import { LevelFlag } from '../src/levels/levels';
import { defaultScheme } from '../src/levels/load-scheme';
import { buildPanels } from '../src/panel/build';
import type { Panel } from '../src/panel/panel';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { batchOf, catalogue, indicatorOf, panelOf, type Row, treeOf } from './panel/make-panel';
import { assessWorld, COUNT, detectors, LEAVES, panelsOf, worldsOf } from './make-world';

const scheme = defaultScheme();

describe('from rows to levels', () => {
  const tree = treeOf({ R: '', A: 'R', B: 'R' }, { A: { labourForce: 800_000 }, B: { labourForce: 700_000 } });
  const list = catalogue(
    indicatorOf('unemployment_rate_sa', { aggregation: { by: 'weighted-mean', weight: 'labourForce' } }),
  );
  const months = (values: readonly number[], code: string, knownOn?: string): Row[] =>
    values.map((v, i): Row => [code, 'unemployment_rate_sa', formatPeriod('month', 2020 * 12 + i), v, knownOn]);
  const calm = Array.from({ length: 15 }, () => 4);
  const rows = [...months([...calm, 4.6, 5.5, 7.5, 9], 'A'), ...months([...calm, 4, 4, 4, 4], 'B')];
  const { panels } = buildPanels([batchOf(rows)], tree, list);
  const config = { ruleSet: defaultRuleSet(), scheme };

  test('a rise is graded as it grows, its neighbour stays normal, and the parent follows by weight', () => {
    const { panel, levels } = assess(panels, config, null);
    const of = (code: string): (number | undefined)[] => {
      const r = tree.indexOf.get(code)!;
      return Array.from(levels.level.subarray(r * panel.count, (r + 1) * panel.count));
    };
    const before = Array(14).fill(INSUFFICIENT);
    // 3-month means 4.2, 4.7, 5.87, 7.33: rises of 0.2, 0.7, 1.87, 3.33. Blue counts at once, yellow and orange after
    // two months; a rise of two points is large-scale at once.
    expect(of('A')).toEqual([...before, 0, 0, 1, 1, 4]);
    expect(of('B')).toEqual([...before, 0, 0, 0, 0, 0]);
    // Of the whole 0.11, 0.37, 1.00, 1.78; and then half of its children, with more than half of the people, are red.
    expect(of('R')).toEqual([...before, 0, 0, 1, 1, 4]);
  });

  test('as of a day it knows what was known, and cuts what had not ended', () => {
    const dated = buildPanels([batchOf([...rows.slice(0, -5), ...months([4], 'A', '2020-02-10')])], tree, list).panels;
    const then = assess(dated, config, parseDay('2021-05-15'));
    expect(then.panel.count).toBe(16);
    expect(then.asOf).toBe(parseDay('2021-05-15'));
  });

  test('without a panel there is nothing to assess', () => {
    expect(() => assess({}, config, null)).toThrow('no panel');
    expect(gradedPanel({})).toBeUndefined();
    expect(gradedPanel({ year: panels.month!, week: panels.month! })).toBe(panels.month);
    expect(gradedPanel({ quarter: panels.month! })).toBe(panels.month);
    // The rules' own frequency goes before, where the data has it.
    const other = { ...panels.month!, frequency: 'quarter' } as const;
    expect(gradedPanel({ month: panels.month!, quarter: other }, 'quarter')).toBe(other);
    expect(gradedPanel({ month: panels.month! }, 'quarter')).toBe(panels.month);
  });

  test('tells its progress, forward and to the end', () => {
    const steps: [number, string][] = [];
    assess(panels, config, null, (done, step) => steps.push([done, step]));
    expect(steps[0]).toEqual([0, 'prepare']);
    expect(steps.at(-1)).toEqual([1, 'grade']);
    expect(steps.filter(([, s]) => s === 'detect').map(([d]) => d)).toEqual(
      config.ruleSet.rules.map((_, i, all) => (i + 1) / all.length),
    );
  });

  test('targets are those known on the day, and add up to the parent', () => {
    const withTargets = catalogue(
      indicatorOf('new_urban_jobs', { kind: 'cumulative', worse: 'down', aggregation: { by: 'sum' } }),
      indicatorOf('new_urban_jobs_target', { frequency: 'year', aggregation: { by: 'sum' } }),
    );
    const year: Row[] = [
      ['A', 'new_urban_jobs_target', '2021', 100, '2021-01-05'],
      ['A', 'new_urban_jobs_target', '2021', 1200, '2021-03-20'],
      ['B', 'new_urban_jobs_target', '2021', 50, '2021-01-05'],
      ['A', 'new_urban_jobs', '2021-01', 10],
      ['A', 'new_urban_jobs', '2021-02', 20],
    ];
    const built = buildPanels([batchOf(year)], tree, withTargets).panels;
    const targetsOn = (day: string | null): number[] => {
      const yearly = assess(built, config, day === null ? null : parseDay(day)).targetsOf('new_urban_jobs')!;
      return Array.from(yearly.column.values);
    };
    expect(targetsOn(null)).toEqual([1250, 1200, 50]);
    expect(targetsOn('2021-03-10')).toEqual([150, 100, 50]);
    expect(targetsOn('2021-01-01')).toEqual([NaN, NaN, NaN]);
    expect(assess(built, config, null).targetsOf('reemployed')).toBeUndefined();
  });
});

const worlds = worldsOf(detectors);

/** All that an assessment says, as bytes. */
function bytesOf({ levels, signals }: Assessment): Buffer {
  const parts = [levels.level, levels.own, levels.flags, levels.index, ...Object.values(levels.families)];
  for (const s of signals) parts.push(s.level, s.state, s.severity, s.gap, new Uint8Array(s.started.buffer));
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

describe('laws of the whole', { timeout: 60_000 }, () => {
  test('the same input gives the same bytes, and is left as it was', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const panels = panelsOf(world);
        const copies = [...panels.month!.columns].map(([id, c]) => [id, c.values.slice(), c.status.slice()] as const);
        const first = bytesOf(assessWorld(world, panels));
        expect(bytesOf(assessWorld(world, panels)).equals(first)).toBe(true);
        expect(bytesOf(assessWorld(world, panelsOf(world))).equals(first)).toBe(true);
        for (const [id, values, status] of copies) {
          expect(panels.month!.columns.get(id)!.values).toEqual(values);
          expect(panels.month!.columns.get(id)!.status).toEqual(status);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('later periods never change the levels of earlier ones', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: COUNT }), (world, kept) => {
        const cut = Object.fromEntries(
          Object.entries(world.series).map(([id, by]) => [
            id,
            Object.fromEntries(Object.entries(by).map(([c, v]) => [c, v.slice(0, kept)])),
          ]),
        );
        const whole = assessWorld(world, panelsOf(world));
        const part = assessWorld(world, panelsOf(world, cut));
        const regions = world.tree.regions.length;
        for (let r = 0; r < regions; r++) {
          expect(part.levels.level.slice(r * kept, (r + 1) * kept)).toEqual(
            whole.levels.level.slice(r * COUNT, r * COUNT + kept),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  /**
   * Levels under `after` that are lower than under `before`, and say nothing of it. Outside its promise: a rule that
   * has lost so much that it never speaks in a region, and an indicator that now begins later in the whole panel
   * (there is no sign in the data that it was due).
   */
  function silentlyLower(before: Assessment, after: Assessment): string[] {
    const unsure = LevelFlag.stale | LevelFlag.partial | LevelFlag.gap | LevelFlag.coverage;
    const { tree, count, first } = after.panel;
    const found: string[] = [];
    after.levels.level.forEach((level, cell) => {
      const was = before.levels.level[cell]!;
      if (level === INSUFFICIENT || was === INSUFFICIENT || level >= was) return;
      if ((after.levels.flags[cell]! & unsure) !== 0) return;
      found.push(
        `${tree.regions[Math.floor(cell / count)]!.code} ${formatPeriod('month', first + (cell % count))}: ${was} → ${level}`,
      );
    });
    return found;
  }
  const firstOf = (panel: Panel, id: string): number => {
    const column = panel.columns.get(id)!;
    return Math.min(
      ...[...column.values.keys()].filter((i) => !Number.isNaN(column.values[i])).map((i) => i % panel.count),
    );
  };
  const promised = (before: Assessment, after: Assessment): boolean =>
    before.signals.every((s, k) => s.started.every((t, r) => t < 0 || after.signals[k]!.started[r]! >= 0)) &&
    [...before.panel.columns.keys()].every((id) => firstOf(before.panel, id) === firstOf(after.panel, id));

  test('adding a missing value never lowers a level silently', () => {
    let lowered = 0;
    fc.assert(
      fc.property(
        worlds,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
        (world, picks) => {
          const series = structuredClone(world.series) as Record<string, Record<string, number[]>>;
          const ids = Object.keys(series);
          for (const [i, c, t] of picks) series[ids[i % ids.length]!]![LEAVES[c % LEAVES.length]!]![t % COUNT] = NaN;
          const before = assessWorld(world, panelsOf(world));
          const after = assessWorld(world, panelsOf(world, series));
          fc.pre(promised(before, after));
          expect(silentlyLower(before, after)).toEqual([]);
          lowered += after.levels.level.some(
            (l, cell) => l < before.levels.level[cell]! && before.levels.level[cell] !== INSUFFICIENT,
          )
            ? 1
            : 0;
        },
      ),
      { numRuns: 300 },
    );
    // The test would be empty if missing values never lowered a level at all.
    expect(lowered).toBeGreaterThan(50);
  });

  test('nor under the default rule set on the tree of Inner Mongolia', () => {
    const tree = defaultRegionTree();
    const counties = tree.regions.filter((r) => r.level === 'county').map((r) => r.code);
    const count = 40;
    // A small generator of its own, so that the series are the same in every run.
    let seed = 20261122;
    const chance = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    const graded = defaultCatalogue().indicators.filter(
      (i) => i.frequency === 'month' && i.worse !== 'none' && i.aggregation.by !== 'ratio',
    );
    const series: Record<string, Record<string, number[]>> = {};
    for (const indicator of graded) {
      const counts = indicator.kind === 'stock' || indicator.kind === 'flow' || indicator.kind === 'cumulative';
      series[indicator.id] = Object.fromEntries(
        counties.map((code) => {
          let level = counts ? 1000 : 50;
          let sum = 0;
          const values = Array.from({ length: count }, (_, t) => {
            level *= 0.9 + 0.2 * chance();
            if ((t + 2) % 12 === 0) sum = 0;
            sum += level;
            const january = (t + 2) % 12 === 0 && indicator.janFeb === 'joint-published';
            return january ? NaN : Math.round(indicator.kind === 'cumulative' ? sum : level);
          });
          return [code, values];
        }),
      );
    }
    const config = { ruleSet: defaultRuleSet(), scheme };
    const run = (): Assessment => assess({ month: panelOf(tree, defaultCatalogue(), '2020-11', series) }, config, null);
    const before = run();
    for (let k = 0; k < 400; k++) {
      const { id } = graded[Math.floor(chance() * graded.length)]!;
      series[id]![counties[Math.floor(chance() * counties.length)]!]![1 + Math.floor(chance() * (count - 1))] = NaN;
    }
    const after = run();
    expect(promised(before, after)).toBe(true);
    expect(silentlyLower(before, after)).toEqual([]);
    const lower = after.levels.level.filter(
      (l, cell) => l < before.levels.level[cell]! && before.levels.level[cell] !== INSUFFICIENT,
    );
    expect(lower.length).toBeGreaterThan(5);
  });
});
