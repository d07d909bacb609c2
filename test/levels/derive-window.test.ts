import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type Assessment } from '../../src/assess';
import { formatPeriod, type Frequency, parsePeriod, yearOf } from '../../src/base/period';
import { Status } from '../../src/base/status';
import type { ObservationDerivation, SignalDerivation } from '../../src/levels/derivation';
import { describeRegion, type TextNode } from '../../src/levels/derivation-text';
import { deriveRegion } from '../../src/levels/derive';
import { defaultScheme } from '../../src/levels/load-scheme';
import { buildPanels } from '../../src/panel/build';
import type { Rule } from '../../src/signals/rule';
import { batchOf, catalogue, indicatorOf, type Row, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

/** What a proof says of the window behind a statistic: every value in it, where it came from, and how it was counted. */
const jobs = indicatorOf('jobs', { kind: 'cumulative', unit: 'persons', worse: 'down', aggregation: { by: 'sum' } });
const openings = indicatorOf('openings', { kind: 'flow', unit: 'persons', aggregation: { by: 'sum' } });
const seekers = indicatorOf('seekers', { kind: 'flow', unit: 'persons', aggregation: { by: 'sum' } });
const list = catalogue(
  indicatorOf('rate', { janFeb: 'joint-published' }),
  jobs,
  openings,
  seekers,
  indicatorOf('tightness', {
    unit: 'ratio',
    aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' },
  }),
  indicatorOf('jobs_target', { frequency: 'year', kind: 'stock', unit: 'persons', aggregation: { by: 'sum' } }),
);
const tree = treeOf({ R: '', a: 'R', b: 'R' });

function assessRows(rows: readonly Row[], rule: Partial<Rule>, frequency: Frequency = 'month'): Assessment {
  const { panels } = buildPanels([batchOf(rows, { name: 'figures.csv' })], tree, list);
  return assess(panels, { ruleSet: ruleSetOf([ruleOf(rule)], { frequency }), scheme: defaultScheme() }, null);
}
function signalAt(assessment: Assessment, code: string, period: string): SignalDerivation {
  const region = tree.indexOf.get(code)!;
  return deriveRegion(assessment, region, parsePeriod(period)!.period).families.flatMap((f) => f.signals)[0]!;
}
const sourceRows = (o: ObservationDerivation): number[] => [
  ...(o.source ? [o.source.row] : []),
  ...o.inputs.flatMap(sourceRows),
];
const spelled = ({ frequency, period }: ObservationDerivation): string => formatPeriod(frequency, period);

describe('progress against the path of past years', () => {
  const rule: Partial<Rule> = {
    indicator: 'jobs',
    detector: { kind: 'progress', params: { expected: 'past', years: 2 } },
    decimals: 6,
  };
  /** Four years of figures that never repeat, and their targets. */
  function rowsOf(frequency: 'month' | 'quarter', codes: readonly string[] = ['a']): Row[] {
    const first = parsePeriod(frequency === 'month' ? '2017-01' : '2017-Q1')!.period;
    const perYear = frequency === 'month' ? 12 : 4;
    return codes.flatMap((code, c) => {
      const rows: Row[] = [];
      let sum = 0;
      for (let t = 0; t < 4 * perYear; t++) {
        if (t % perYear === 0) {
          sum = 0;
          rows.push([code, 'jobs_target', String(yearOf(frequency, first + t)), 1000 + t + c]);
        }
        sum += 50 + ((t * 7 + c) % 23);
        rows.push([code, 'jobs', formatPeriod(frequency, first + t), sum]);
      }
      return rows;
    });
  }

  test.each([
    ['month', '2020-03', ['2020-03', '2019-12', '2019-03', '2018-12', '2018-03', '2020']],
    ['month', '2020-12', ['2020-12', '2019-12', '2018-12', '2020']],
    ['quarter', '2020-Q3', ['2020-Q3', '2019-Q4', '2019-Q3', '2018-Q4', '2018-Q3', '2020']],
    ['quarter', '2019-Q4', ['2019-Q4', '2018-Q4', '2017-Q4', '2019']],
  ] as const)('%s %s: lists the past years’ values, their ends and the target', (frequency, period, wanted) => {
    const signal = signalAt(assessRows(rowsOf(frequency), rule, frequency), 'a', period);
    expect(signal.statistic).not.toBeNull();
    expect(signal.observations.map(spelled)).toEqual(wanted);
    expect(signal.observations.every((o) => o.source !== null)).toBe(true);
  });

  test.each(['month', 'quarter'] as const)(
    '%s: the rows that it leads to give the same x, one less gives none',
    (f) => {
      const rows = rowsOf(f);
      const whole = assessRows(rows, rule, f);
      for (let season = 0; season < (f === 'month' ? 12 : 4); season++) {
        const period = formatPeriod(f, parsePeriod(f === 'month' ? '2020-01' : '2020-Q1')!.period + season);
        const signal = signalAt(whole, 'a', period);
        const kept = signal.observations.flatMap(sourceRows).map((row) => rows[row - 2]!);
        expect(signalAt(assessRows(kept, rule, f), 'a', period).statistic).toBe(signal.statistic);
        for (const dropped of kept.filter((row) => row[2] !== period)) {
          const less = kept.filter((row) => row !== dropped);
          expect(signalAt(assessRows(less, rule, f), 'a', period).statistic).toBeNull();
        }
      }
    },
  );

  test('a history that is too short is counted in periods of its own frequency', () => {
    const absentOf = (f: 'month' | 'quarter', period: string) =>
      signalAt(assessRows(rowsOf(f), rule, f), 'a', period).absent?.en;
    expect(absentOf('quarter', '2018-Q4')).toBe('needs 9 periods, has 8');
    expect(absentOf('month', '2018-12')).toBe('needs 25 periods, has 24');
  });

  test('a parent’s target leads to those of its children', () => {
    const { observations } = signalAt(assessRows(rowsOf('month', ['a', 'b']), rule), 'R', '2020-03');
    const target = observations.at(-1)!;
    expect(target).toMatchObject({ indicatorId: 'jobs_target', frequency: 'year', period: 2020 });
    expect(target.inputs.map((i) => [i.regionCode, i.source?.name])).toEqual([
      ['a', 'figures.csv'],
      ['b', 'figures.csv'],
    ]);
  });

  test('a year without a target, or before them all, has none to list', () => {
    const rows = rowsOf('month').filter((r) => r[1] !== 'jobs_target');
    const without = signalAt(assessRows(rows, rule), 'a', '2020-03');
    expect([without.statistic, without.observations.length]).toEqual([null, 5]);
    const later = signalAt(assessRows([...rows, ['a', 'jobs_target', '2025', 1]], rule), 'a', '2020-03');
    const sooner = signalAt(assessRows([...rows, ['a', 'jobs_target', '2015', 1]], rule), 'a', '2020-03');
    expect([later.observations.length, sooner.observations.length]).toEqual([5, 5]);
  });

  test('weeks have no path, and the proof says so in both languages', () => {
    const first = parsePeriod('2019-W01')!.period;
    const rows = Array.from({ length: 120 }, (_, t): Row => ['a', 'jobs', formatPeriod('week', first + t, 6), t + 1]);
    const signal = signalAt(assessRows(rows, rule, 'week'), 'a', '2020-W30');
    expect(signal.statistic).toBeNull();
    expect(signal.absent).toEqual({
      zh: '往年进度只能按月度或季度数据计算',
      en: 'the path of past years is taken from monthly or quarterly figures only',
    });
  });
});

describe('a change of source', () => {
  const month = (t: number): string => formatPeriod('month', parsePeriod('2020-01')!.period + t);
  const change: Partial<Rule> = {
    indicator: 'openings',
    detector: { kind: 'change', params: { lag: 2 } },
    thresholds: { blue: 1e6 },
  };
  /** The parent has its own figures but for some months; there its children's sum, a little less, stands in. */
  const rowsOf = (missing: (t: number) => boolean, indicator = 'openings'): Row[] =>
    Array.from({ length: 8 }, (_, t) => t).flatMap((t): Row[] => [
      ['a', indicator, month(t), 100],
      ['b', indicator, month(t), 200],
      ...(missing(t) ? [] : [['R', indicator, month(t), 330] as Row]),
    ]);
  const changesOf = (a: Assessment, code: string): string[][] =>
    Array.from({ length: 8 }, (_, t) => signalAt(a, code, month(t)).sourceChanges.map((p) => formatPeriod('month', p)));

  test('is marked while the window holds both, and not before or after', () => {
    const a = assessRows(
      rowsOf((t) => t >= 4),
      change,
    );
    expect(changesOf(a, 'R')).toEqual([[], [], [], [], [month(4)], [month(5)], [], []]);
    expect(changesOf(a, 'a').flat()).toEqual([]);
    expect(signalAt(a, 'R', month(5)).statistic).toBe(-30);
  });

  test('a row that says "no figure" is not where the sum of the parts comes from', () => {
    const rows: Row[] = [...rowsOf((t) => t === 4), ['R', 'openings', month(4), NaN, null, Status.expectedGap]];
    const a = assessRows(rows, change);
    expect(signalAt(a, 'R', month(4)).observations[0]).toMatchObject({
      value: 300,
      source: null,
      steps: ['aggregate'],
    });
    expect(changesOf(a, 'R')[4]).toEqual([month(4)]);
  });

  test('there and back again, within one mean', () => {
    const mean = { ...change, detector: { kind: 'change', params: { lag: 1, meanPeriods: 3 } } };
    expect(
      changesOf(
        assessRows(
          rowsOf((t) => t === 4),
          mean,
        ),
        'R',
      )[6],
    ).toEqual([month(4), month(5)]);
  });

  test('is found behind a difference of cumulative figures', () => {
    const monthly: Partial<Rule> = {
      ...change,
      indicator: 'jobs',
      form: 'monthly',
      detector: { kind: 'level', params: {} },
    };
    const a = assessRows(
      rowsOf((t) => t === 4, 'jobs'),
      monthly,
    );
    // One value, made of two figures: April its own, May of the parts.
    expect(changesOf(a, 'R')).toEqual([[], [], [], [], [month(4)], [month(5)], [], []]);
  });

  test('is found in a part of a ratio, and where a ratio begins to be reported', () => {
    const ratio: Partial<Rule> = {
      ...change,
      indicator: 'tightness',
      detector: { kind: 'change', params: { lag: 1 } },
    };
    const parts = [...rowsOf((t) => t >= 4), ...rowsOf(() => true, 'seekers')];
    expect(changesOf(assessRows(parts, ratio), 'R')).toEqual([[], [], [], [], [month(4)], [], [], []]);
    const reported = [
      ...rowsOf(() => true),
      ...rowsOf(() => true, 'seekers'),
      ['R', 'tightness', month(6), 1.1] as Row,
    ];
    expect(changesOf(assessRows(reported, ratio), 'R')).toEqual([[], [], [], [], [], [], [month(6)], [month(7)]]);
  });

  test('stands in the proof in both languages, beside the rule and at its head', () => {
    const assessment = assessRows(
      rowsOf((t) => t >= 4),
      change,
    );
    const context = { tree, catalogue: list, ruleSet: assessment.config.ruleSet, weekEndsOn: 6 };
    const notesAt = (t: number): TextNode[] => {
      const head = describeRegion(
        deriveRegion(assessment, tree.indexOf.get('R')!, assessment.panel.first + t),
        context,
      );
      return [head, head.children.flatMap((family) => family.children).find((n) => n.kind === 'signal')!];
    };
    const [head, rule] = notesAt(5);
    expect([head!.note!.zh, head!.note!.en]).toEqual([
      expect.stringContaining('有规则的计算窗口内数据来源有变'),
      expect.stringContaining('the source of some figures changes within the window of a rule'),
    ]);
    expect([rule!.note!.zh, rule!.note!.en]).toEqual([
      expect.stringMatching(/计算窗口内数据来源有变.*2020年6月起/),
      expect.stringMatching(/the source of the figures changes within the window.*from Jun 2020/),
    ]);
    for (const node of notesAt(7)) expect(node.note!.en).not.toContain('source');
  });
});

describe('confirmed so many of so many', () => {
  const reading = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) },
    { weight: 2, arbitrary: fc.constantFrom('missing', 'imputed') },
  );
  const times = fc.integer({ min: 1, max: 4 });
  const settings = fc.record({
    confirm: fc.record({ blue: times, yellow: times, orange: times, red: times }),
    clear: fc.integer({ min: 1, max: 3 }),
    holdMissing: fc.nat(3),
  });
  const start = parsePeriod('2019-09')!.period;

  test('is what the lifecycle counted, over every hole', () => {
    let over = 0;
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 20 }), settings, (readings, by) => {
        const rows = readings.flatMap((r, t): Row[] => {
          if (r === 'missing') return [];
          const [value, status] = typeof r === 'number' ? [r, Status.observed] : [2, Status.imputed];
          return [['a', 'rate', formatPeriod('month', start + t), value, null, status]];
        });
        fc.pre(rows.length > 0);
        const assessment = assessRows(rows, by);
        const run = [0, 0, 0, 0, 0];
        const [first, last] = [
          readings.findIndex((r) => r !== 'missing'),
          readings.findLastIndex((r) => r !== 'missing'),
        ];
        for (let t = first; t <= last; t++) {
          const r = readings[t]!;
          // A January that is published with February is no hole, and counts for nothing.
          const gap = r === 'missing' && (start + t) % 12 === 0;
          for (const l of gap ? [] : [1, 2, 3, 4]) {
            const goesOn = typeof r === 'number' ? r >= l : run[l]! > 0;
            run[l] = goesOn ? run[l]! + 1 : 0;
          }
          const signal = signalAt(assessment, 'a', formatPeriod('month', start + t));
          const target = Math.max(...[signal.level, signal.reached].filter((l) => l <= 4), 0);
          expect(signal.confirmed).toBe(run[target]);
          if (typeof r !== 'number') continue;
          // And it is what decides: short of the number it waits, with it the level is there.
          if (signal.state === 'pending') expect(signal.confirmed).toBeLessThan(signal.confirm);
          if (target > 0 && signal.confirmed >= signal.confirm) expect(signal.level).toBe(target);
          if (signal.confirmed > 1 && typeof readings[t - 1] !== 'number') over++;
        }
      }),
      { numRuns: 300 },
    );
    expect(over).toBeGreaterThan(20);
  });
});

test('a streak is proved by every comparison that it counts, and the one at which it began', () => {
  const values = [5, 4, 4.1, 4.2, 4.3, 4.5];
  const rows = values.map((value, k): Row => ['a', 'rate', `2018-0${k + 4}`, value]);
  const rule: Partial<Rule> = { indicator: 'rate', detector: { kind: 'streak', params: { lag: 1 } }, decimals: 0 };
  const signal = signalAt(assessRows(rows, { ...rule, thresholds: { blue: 3 } }), 'a', '2018-09');
  expect(signal.statistic).toBe(4);
  expect(signal.observations.map((o) => o.value)).toEqual([4.5, 4.3, 4.2, 4.1, 4, 5]);
});
