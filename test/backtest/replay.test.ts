import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { replay } from '../../src/backtest/replay';
import { statisticOf } from '../../src/backtest/statistic';
import { defaultCatalogue } from '../../src/base/catalogue';
import { INSUFFICIENT } from '../../src/base/level';
import { type Day, formatDay, formatPeriod, lastDayOf, parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { defaultScheme } from '../../src/levels/load-scheme';
import { buildPanels } from '../../src/panel/build';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { SignalState } from '../../src/signals/rule';
import { batchOf, type Row, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

const tree = treeOf({ T: '', A: 'T', B: 'T' }, { A: { labourForce: 150_000 }, B: { labourForce: 1_400_000 } });
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const first = parsePeriod('2019-01')!.period;
const MONTHS = 22;
const IDS = ['unemployment_rate_sa', 'surveyed_unemployment_rate', 'new_urban_jobs'] as const;
const month = (t: number): string => formatPeriod('month', first + t);
const after = (t: number, days: number): string => formatDay(lastDayOf('month', first + t) + days);

/** A value with the days after its period's end on which it became known; later entries replace it. */
interface Told {
  readonly value: number;
  readonly delay: number;
}
const told = fc.record({ value: fc.constantFrom(4, 4.2, 4.6, 5.5, 8), delay: fc.constantFrom(3, 15, 40, 90, 200) });
const cell = fc.array(told, { minLength: 0, maxLength: 2 });

function panelsOf(cells: readonly (readonly Told[])[], targets: readonly Told[]) {
  const rows: Row[] = [];
  cells.forEach((vintages, i) => {
    const t = i % MONTHS;
    const id = IDS[Math.floor(i / (2 * MONTHS))]!;
    const code = Math.floor(i / MONTHS) % 2 === 0 ? 'A' : 'B';
    const byDay = new Map(vintages.map((v) => [v.delay, v.value]));
    for (const [delay, value] of byDay) rows.push([code, id, month(t), value, after(t, delay)]);
  });
  targets.forEach(({ value, delay }, i) => {
    rows.push(['A', 'new_urban_jobs_target', String(2019 + i), 10 * value, after(12 * i, delay)]);
  });
  return buildPanels([batchOf(rows)], tree, defaultCatalogue()).panels;
}

describe('as known', () => {
  test.each<number | null>([null, 0, 20, 60])(
    'is what an assessment on each day gives; looked at after %s days',
    (days) => {
      fc.assert(
        fc.property(
          fc.array(cell, { minLength: 6 * MONTHS, maxLength: 6 * MONTHS }),
          fc.array(told, { minLength: 0, maxLength: 2 }),
          (cells, targets) => {
            const panels = panelsOf(cells, targets);
            const panel = panels.month;
            if (!panel) return;
            const past = replay(panel, panels.year, days, (day) => assess(panels, config, day));
            expect(past.asKnown).toBe(true);
            for (let t = 0; t < panel.count; t++) {
              const day: Day = lastDayOf('month', panel.first + t) + past.publicationDays;
              const then = assess(panels, config, day);
              for (const r of tree.regions.keys()) {
                const was = r * then.panel.count + t;
                const has = r * panel.count + t;
                expect(past.level[has]).toBe(then.levels.level[was]);
                then.signals.forEach((signals, i) => {
                  const speaks = signals.state[was]! < SignalState.insufficient;
                  expect(past.rules[i]!.level[has]).toBe(speaks ? signals.level[was] : INSUFFICIENT);
                  expect(past.rules[i]!.statistic[has]).toBe(statisticOf(then, signals)[was]);
                });
              }
            }
          },
        ),
        { numRuns: 8 },
      );
    },
    60_000,
  );

  test('figures that come in time need one assessment; a revision one more', () => {
    const cells = Array.from({ length: 2 * MONTHS }, (): Told[] => [{ value: 4, delay: 15 }]);
    const run = (given: readonly (readonly Told[])[]) => {
      const panels = panelsOf(given, []);
      return replay(panels.month!, undefined, 60, (day) => assess(panels, config, day));
    };
    expect(run(cells)).toMatchObject({ asKnown: true, assessments: 1, publicationDays: 60 });
    const revised = cells.with(5, [
      { value: 4, delay: 15 },
      { value: 5, delay: 100 },
    ]);
    expect(run(revised).assessments).toBe(2);
  });

  test('a target counts from the day on which it was set', () => {
    // The jobs of A and B; the target of 2019 came 200 days after January of it.
    const cells = Array.from({ length: 6 * MONTHS }, (_, i): Told[] =>
      i < 4 * MONTHS ? [] : [{ value: 4, delay: 15 }],
    );
    const panels = panelsOf(cells, [{ value: 8, delay: 200 }]);
    const past = replay(panels.month!, panels.year, 30, (day) => assess(panels, config, day));
    const { statistic } = past.rules.find((r) => r.rule.id === 'new-urban-jobs-progress')!;
    const ofA = Array.from(statistic).slice(MONTHS, MONTHS + 12);
    expect(past.assessments).toBe(2);
    expect(ofA.findIndex((x) => !Number.isNaN(x))).toBe(6);
  });
});

test('without dates it is the plain assessment, made once', () => {
  const rows = ['A', 'B'].flatMap((code) =>
    Array.from(
      { length: MONTHS },
      (_, t): Row => [code, 'unemployment_rate_sa', month(t), t < 16 ? 4 : 4 + (t - 15) / 2],
    ),
  );
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  const plain = assess(panels, config, null);
  let calls = 0;
  const past = replay(panels.month!, undefined, null, (day) => {
    calls++;
    expect(day).toBeNull();
    return assess(panels, config, day);
  });
  expect(calls).toBe(1);
  expect(past).toMatchObject({ asKnown: false, assessments: 1 });
  expect(past.level).toEqual(plain.levels.level);
  expect(Math.max(...past.level.filter((l) => l !== INSUFFICIENT))).toBe(4);
});

test('the statistic of a small area is divided by what its guard multiplies the thresholds by', () => {
  const rows = ['A', 'B'].flatMap((code) =>
    Array.from({ length: 4 }, (_, t): Row => [code, 'surveyed_unemployment_rate', month(t), 2 + t]),
  );
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  const rule = ruleOf({
    indicator: 'surveyed_unemployment_rate',
    thresholds: { blue: 1, yellow: 2.5 },
    guard: { referenceLabourForce: 600_000, maxFactor: 3 },
  });
  const graded = assess(panels, { ...config, ruleSet: ruleSetOf([rule]) }, null);
  const [signals] = graded.signals;
  const statistic = statisticOf(graded, signals!);
  const of = (values: ArrayLike<number>, code: string): number[] =>
    Array.from(values).slice(tree.indexOf.get(code)! * 4, tree.indexOf.get(code)! * 4 + 4);
  // A has a quarter of the reference: the factor is 2.
  expect(of(statistic, 'B')).toEqual([2, 3, 4, 5]);
  expect(of(statistic, 'A')).toEqual([1, 1.5, 2, 2.5]);
  expect(of(signals!.level, 'B')).toEqual([1, 2, 2, 2]);
  expect(of(signals!.level, 'A')).toEqual([1, 1, 1, 2]);
});

test('a value that is never graded on its own gives no statistic', () => {
  const rows = Array.from(
    { length: 4 },
    (_, t): Row => [
      'B',
      'surveyed_unemployment_rate',
      month(t),
      2 + t,
      null,
      t === 2 ? Status.imputed : Status.observed,
    ],
  );
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  const rule = ruleOf({ indicator: 'surveyed_unemployment_rate' });
  const graded = assess(panels, { ...config, ruleSet: ruleSetOf([rule]) }, null);
  const own = Array.from(statisticOf(graded, graded.signals[0]!))
    .slice(4 * tree.indexOf.get('B')!)
    .slice(0, 4);
  expect(own).toEqual([2, 3, NaN, 5]);
});
