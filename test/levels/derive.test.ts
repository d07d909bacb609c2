import { beforeAll, describe, expect, test } from 'vitest';
import { assess, type Assessment } from '../../src/assess';
import { INSUFFICIENT } from '../../src/base/level';
import { formatPeriod, parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import type { ObservationDerivation, RegionDerivation, SignalDerivation } from '../../src/levels/derivation';
import { describeRegion, flagWords, stateWords, type TextNode } from '../../src/levels/derivation-text';
import { deriveRegion, flagNames } from '../../src/levels/derive';
import { defaultScheme } from '../../src/levels/load-scheme';
import { buildPanels } from '../../src/panel/build';
import type { Panels } from '../../src/panel/panel';
import { type Rule, SIGNAL_STATE_NAMES } from '../../src/signals/rule';
import { batchOf, catalogue, indicatorOf, type Row, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

/**
 * A small country with every kind of figure: counted and weighted, cumulative, joint, a ratio nobody reports, a hole, a
 * conflict, a revision, a figure of a part. Every proof is drawn for every region and month and held against the grading.
 */
const list = catalogue(
  indicatorOf('rate', { aggregation: { by: 'weighted-mean', weight: 'labourForce' }, lagDays: 10 }),
  indicatorOf('jobs', {
    kind: 'cumulative',
    unit: 'persons',
    worse: 'down',
    janFeb: 'joint',
    aggregation: { by: 'sum' },
    decimals: 0,
  }),
  indicatorOf('openings', {
    kind: 'flow',
    unit: 'persons',
    worse: 'down',
    family: 'market',
    janFeb: 'joint',
    aggregation: { by: 'sum' },
    decimals: 0,
  }),
  indicatorOf('seekers', {
    kind: 'flow',
    unit: 'persons',
    family: 'market',
    janFeb: 'joint',
    aggregation: { by: 'sum' },
    decimals: 0,
  }),
  indicatorOf('tightness', {
    unit: 'ratio',
    worse: 'down',
    family: 'market',
    aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' },
    decimals: 2,
  }),
  indicatorOf('output', { worse: 'down', family: 'macro', janFeb: 'joint-published' }),
  indicatorOf('jobs_target', { frequency: 'year', kind: 'stock', unit: 'persons', aggregation: { by: 'sum' } }),
);
const tree = treeOf(
  { R: '', L: 'R', c: 'R', a: 'L', b: 'L' },
  {
    L: { labourForce: 300_000 },
    a: { labourForce: 100_000 },
    b: { labourForce: 200_000 },
    c: { labourForce: 150_000 },
  },
);
const rules: readonly Rule[] = [
  ruleOf({
    id: 'rate-change',
    indicator: 'rate',
    detector: { kind: 'change', params: { lag: 2, meanPeriods: 2 } },
    thresholds: { blue: 0.5, yellow: 1, orange: 2, red: 4 },
    role: 'floor',
    confirm: { blue: 2, yellow: 1, orange: 1, red: 1 },
    guard: { referenceLabourForce: 150_000, maxFactor: 2 },
  }),
  ruleOf({
    id: 'jobs-progress',
    indicator: 'jobs',
    detector: { kind: 'progress', params: {} },
    thresholds: { blue: 5, red: 50 },
    decimals: 1,
  }),
  ruleOf({
    id: 'jobs-month',
    indicator: 'jobs',
    form: 'monthly',
    detector: { kind: 'change', params: { lag: 1, as: 'percent' } },
    thresholds: { blue: 20, yellow: 60 },
    decimals: 1,
  }),
  ruleOf({
    id: 'jobs-joint',
    indicator: 'jobs',
    form: 'joint',
    detector: { kind: 'streak', params: { lag: 1 } },
    thresholds: { blue: 2 },
    decimals: 0,
  }),
  ruleOf({
    id: 'tight',
    indicator: 'tightness',
    form: 'joint',
    detector: { kind: 'level', params: {} },
    thresholds: { blue: -1, yellow: -0.8, orange: -0.6 },
  }),
  ruleOf({
    id: 'output-level',
    indicator: 'output',
    form: 'joint',
    detector: { kind: 'level', params: {} },
    thresholds: { blue: -2, orange: 0 },
    decimals: 1,
  }),
  ruleOf({
    id: 'seekers-scale',
    indicator: 'seekers',
    detector: { kind: 'scale', params: { periods: 2 } },
    thresholds: { blue: 1, red: 3 },
    role: 'scale',
  }),
  ruleOf({
    id: 'openings-large',
    indicator: 'openings',
    appliesTo: 'large',
    detector: { kind: 'scale', params: { periods: 2, as: 'persons' } },
    thresholds: { blue: 1e6 },
  }),
];
const COUNT = 16;
const month = (t: number): string => formatPeriod('month', parsePeriod('2020-01')!.period + t);

function rowsOf(): Row[] {
  const rows: Row[] = [];
  let sumA = 0;
  let sumB = 0;
  for (let t = 0; t < COUNT; t++) {
    const m = month(t);
    if (t % 12 === 0) sumA = sumB = 0;
    sumA += 100 - 4 * t;
    sumB += 200 + (t % 3) * 30;
    rows.push(['a', 'rate', m, 4 + (t > 8 ? (t - 8) * 0.9 : 0), `2021-0${1 + (t % 3)}-20`]);
    if (t !== 5) rows.push(['b', 'rate', m, 5 + (t % 2) * 0.2]);
    rows.push(['a', 'jobs', m, sumA], ['b', 'jobs', m, sumB]);
    rows.push(['a', 'openings', m, 900 - 40 * t], ['b', 'openings', m, 800]);
    rows.push(['a', 'seekers', m, 700 + 60 * t]);
    if (t < 12) rows.push(['b', 'seekers', m, 900]);
    // One indicator alone: the floor, and before its first statistic nothing at all.
    rows.push(['c', 'rate', m, t < 8 ? 5 : 5 + (t - 7) * 0.7]);
    if (t > 12) rows.push(['c', 'seekers', m, 3000]);
    if (t % 12 !== 0) rows.push(['a', 'output', m, 6 - t * 0.5]);
  }
  rows.push(['a', 'rate', month(2), 4.4, '2021-04-01'], ['b', 'rate', month(9), 7.7]);
  rows.push(['a', 'jobs_target', '2020', 1500], ['b', 'jobs_target', '2020', 3000], ['a', 'jobs_target', '2021', 1500]);
  return rows;
}

let panels: Panels;
let assessment: Assessment;
let proofs: { region: number; t: number; d: RegionDerivation }[];
const rows = rowsOf();

beforeAll(() => {
  panels = buildPanels([batchOf(rows, { name: 'figures.csv' })], tree, list).panels;
  assessment = assess(
    panels,
    { ruleSet: ruleSetOf(rules, { minCoverage: 0.3, largeFrom: 150_000 }), scheme: defaultScheme() },
    null,
  );
  proofs = [];
  for (const region of tree.regions.keys()) {
    for (let t = 0; t < COUNT; t++)
      proofs.push({ region, t, d: deriveRegion(assessment, region, assessment.panel.first + t) });
  }
});

const signalsOf = (d: RegionDerivation): SignalDerivation[] => d.families.flatMap((f) => f.signals);
const proof = (code: string, period: string): RegionDerivation =>
  proofs.find(({ d }) => d.regionCode === code && formatPeriod('month', d.period) === period)!.d;

describe('a proof says what the grading says', () => {
  test('level, own level, index, flags, families', () => {
    const { levels, panel } = assessment;
    for (const { region, t, d } of proofs) {
      const cell = region * panel.count + t;
      expect([d.level, d.own, d.flags]).toEqual([levels.level[cell], levels.own[cell], flagNames(levels.flags[cell]!)]);
      expect(d.index).toEqual(Number.isNaN(levels.index[cell]) ? null : levels.index[cell]);
      for (const f of d.families) expect(f.level).toBe(levels.families[f.family][cell]);
      expect(d.condition === null).toBe(d.own === 0 || d.own === INSUFFICIENT);
      if (d.level === 0 && d.own === 0) expect(d.usable.fresh).toBeGreaterThanOrEqual(d.usable.needed);
      if (d.own === INSUFFICIENT) expect(d.usable.fresh).toBeLessThan(d.usable.needed);
    }
  });

  test('the condition that it names is one of its own level', () => {
    const { conditions } = defaultScheme();
    for (const { d } of proofs) if (d.condition) expect(conditions[d.own as 1]).toContain(d.condition);
    expect(new Set(proofs.flatMap(({ d }) => d.condition?.kind ?? []))).toEqual(
      new Set(['signals', 'families', 'floor', 'scale']),
    );
  });

  test('signals: level, state, severity, statistic', () => {
    const { signals, panel } = assessment;
    for (const { region, t, d } of proofs) {
      const cell = region * panel.count + t;
      const shown = signalsOf(d);
      const there = signals.filter((s) => SIGNAL_STATE_NAMES[s.state[cell]!] !== 'notApplicable');
      expect(new Set(shown.map((s) => s.ruleId))).toEqual(new Set(there.map((s) => s.rule.id)));
      for (const s of shown) {
        const source = there.find((x) => x.rule.id === s.ruleId)!;
        expect(s.state).toBe(SIGNAL_STATE_NAMES[source.state[cell]!]);
        expect(s.level).toBe(s.state === 'insufficient' ? INSUFFICIENT : source.level[cell]);
        expect(s.severity).toEqual(Number.isNaN(source.severity[cell]) ? null : source.severity[cell]);
        expect(s.absent === null).toBe(s.severity !== null);
        if (s.severity !== null) expect([s.statistic === null, s.statisticPeriod]).toEqual([false, d.period]);
        expect(s.since).toBeLessThanOrEqual(d.period);
        // Confirmed signals have what they need; one that is carried may have fewer.
        if (s.state === 'pending') expect(s.confirmed).toBeLessThan(s.confirm);
      }
    }
  });

  test('how long: the level has been the same for so many periods, and not before', () => {
    const { levels, panel } = assessment;
    for (const { region, t, d } of proofs) {
      const cell = region * panel.count + t;
      for (let k = 0; k < d.periodsAtLevel; k++) expect(levels.level[cell - k]).toBe(d.level);
      if (d.periodsAtLevel <= t) expect(levels.level[cell - d.periodsAtLevel]).not.toBe(d.level);
    }
  });

  test('children: counted as they stand', () => {
    for (const { region, t, d } of proofs) {
      const children = tree.children[region]!;
      if (children.length === 0) {
        expect(d.diffusion).toBeNull();
        continue;
      }
      const at = children.filter((c) => {
        const level = assessment.levels.level[c * COUNT + t]!;
        return level !== INSUFFICIENT && level >= d.diffusion!.atLevel;
      });
      expect(d.diffusion).toMatchObject({
        children: children.length,
        childrenAt: at.length,
        codes: at.map((c) => tree.regions[c]!.code),
      });
      expect(d.diffusion!.level).toBeLessThanOrEqual(d.level === INSUFFICIENT ? 0 : d.level);
    }
  });

  test('worst signals first, those without data last', () => {
    for (const { d } of proofs) {
      for (const f of d.families) {
        const ranks = f.signals.map((s) => (s.level === INSUFFICIENT ? -1 : s.level));
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }
    }
  });
});

describe('observations lead to the file', () => {
  const walk = (o: ObservationDerivation, visit: (o: ObservationDerivation) => void): void => {
    visit(o);
    for (const input of o.inputs) walk(input, visit);
  };
  const everyObservation = (visit: (o: ObservationDerivation) => void): void => {
    for (const { d } of proofs) for (const s of signalsOf(d)) for (const o of s.observations) walk(o, visit);
  };

  test('a reported value names its file and row, and the row holds that value', () => {
    let seen = 0;
    everyObservation((o) => {
      if (!o.source) return;
      seen++;
      expect(o.source.name).toBe('figures.csv');
      const row = rows[o.source.row - 2]!;
      expect([row[0], row[1], row[2]]).toEqual([o.regionCode, o.indicatorId, formatPeriod(o.frequency, o.period)]);
      // Of a conflict it is the first of the two rows, and no value.
      expect(o.value).toBe(o.status === 'held' ? null : row[3]);
      expect(o.inputs).toEqual([]);
    });
    expect(seen).toBeGreaterThan(500);
  });

  test('a computed value is what its inputs give', () => {
    const kinds = new Set<string>();
    everyObservation((o) => {
      if (o.source || o.value === null || o.inputs.length === 0) return;
      const [x = NaN, y = NaN] = o.inputs.map((i) => i.value ?? NaN);
      const values = o.inputs.flatMap((i) => i.value ?? []);
      const weightOf = (i: ObservationDerivation): number => tree.regions[tree.indexOf.get(i.regionCode)!]!.labourForce;
      const season = o.period % 12;
      const wanted: Record<string, () => number> = {
        'ratio of parts': () => x / y,
        'difference of months': () => (o.inputs.length === 1 ? x : x - y),
        'half of a total': () => x / 2,
        // Published for both months, it is that figure.
        'mean of a pair': () => (Number.isNaN(y) ? x : (x + y) / 2),
        'total over total': () => {
          const total = (part: number): number => o.inputs.reduce((sum, i) => sum + i.inputs[part]!.value!, 0);
          return total(0) / total(1);
        },
        'sum of children': () => values.reduce((a, b) => a + b, 0),
        'weighted mean of children': () => {
          const given = o.inputs.filter((i) => i.value !== null);
          return (
            given.reduce((sum, i) => sum + i.value! * weightOf(i), 0) / given.reduce((sum, i) => sum + weightOf(i), 0)
          );
        },
      };
      const own = o.inputs.every((i) => i.regionCode === o.regionCode);
      let how: string;
      if (!own) how = o.indicatorId === 'rate' ? 'weighted mean of children' : 'sum of children';
      else if (o.inputs[0]!.indicatorId !== o.indicatorId) how = 'ratio of parts';
      else if (o.steps.includes('join-jan-feb') && season <= 1)
        how = { jobs: 'half of a total', tightness: 'total over total' }[o.indicatorId] ?? 'mean of a pair';
      else how = 'difference of months';
      kinds.add(how);
      expect(o.value, `${o.regionCode} ${o.indicatorId} ${formatPeriod('month', o.period)} ${how}`).toBeCloseTo(
        wanted[how]!(),
        9,
      );
    });
    expect([...kinds].sort()).toEqual([
      'difference of months',
      'half of a total',
      'mean of a pair',
      'ratio of parts',
      'sum of children',
      'total over total',
      'weighted mean of children',
    ]);
  });

  test('the newest value comes first, and none is later than its statistic', () => {
    for (const { d } of proofs) {
      for (const s of signalsOf(d)) {
        const periods = s.observations.filter((o) => o.frequency === d.frequency).map((o) => o.period);
        expect(periods).toEqual([...periods].sort((a, b) => b - a));
        if (periods.length > 0) expect(periods[0]).toBe(s.statisticPeriod);
      }
    }
  });

  test('a revised value is the last one, with the day it became known', () => {
    const change = signalsOf(proof('a', month(3))).find((s) => s.ruleId === 'rate-change')!;
    expect(change.observations.find((o) => o.period === parsePeriod(month(2))!.period)).toMatchObject({
      value: 4.4,
      knownOn: expect.any(Number),
    });
  });
});

describe('why there is no statistic', () => {
  const absentOf = (code: string, period: string, rule: string): string | undefined =>
    signalsOf(proof(code, period)).find((s) => s.ruleId === rule)?.absent?.en;

  test.each([
    ['b', 5, 'rate-change', 'the value of this period is missing'],
    ['b', 9, 'rate-change', 'two values contradict each other; neither is taken'],
    ['a', 1, 'rate-change', 'needs 4 periods, has 2'],
    ['b', 6, 'rate-change', '1 of the 4 values it needs are missing'],
    ['a', 12, 'output-level', 'none is due for this period yet'],
    [
      'b',
      13,
      'jobs-progress',
      'the labour force or the year’s target is not known, or the base of the comparison is not positive or does not vary',
    ],
  ])('%s, month %d, %s: %s', (code, t, rule, words) => expect(absentOf(code, month(t), rule)).toBe(words));
});

describe('in words', () => {
  const context = () => ({ tree, catalogue: list, ruleSet: assessment.config.ruleSet, weekEndsOn: 6 });
  const lines = (node: TextNode): TextNode[] => [node, ...node.children.flatMap(lines)];

  test('every line is there in both languages, with every place filled', () => {
    let seen = 0;
    for (const { d } of proofs) {
      for (const node of lines(describeRegion(d, context()))) {
        seen++;
        for (const text of [node.text, node.note]) {
          if (text === null) continue;
          for (const words of [text.zh, text.en]) {
            expect(words).not.toBe('');
            expect(words).not.toMatch(/\{\w+\}|undefined|NaN|null|\[object/);
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(2000);
  });

  test('a level says its condition, a normal one its figures, an insufficient one what it needs', () => {
    const at = (level: number): RegionDerivation => proofs.find(({ d }) => d.level === level && d.own === level)!.d;
    expect(describeRegion(at(2), context()).children[0]!.text.en).toMatch(/^because: /);
    expect(describeRegion(at(0), context()).children[0]!.text.en).toMatch(/^no warning condition holds; \d+ rules/);
    expect(describeRegion(at(INSUFFICIENT), context()).children[0]!.text.zh).toMatch(/^应有 \d+ 项规则出结果/);
  });

  test('figures carry their units and signs: a fall is a fall, points are points', () => {
    const rising = describeRegion(proof('a', month(12)), context());
    const text = lines(rising).find((n) => n.kind === 'signal' && n.ref.ruleId === 'rate-change')!.text;
    expect(text.zh).toContain('个百分点');
    expect(text.en).toMatch(/\+\d+\.\d\d pp/);
    const falling = lines(rising).find((n) => n.kind === 'signal' && n.ref.ruleId === 'jobs-month')!.text;
    expect(falling.en).toMatch(/−\d+\.\d%|\+\d+\.\d%/);
    const ratio = lines(rising).find((n) => n.kind === 'signal' && n.ref.ruleId === 'tight')!;
    expect(ratio.text.en).toMatch(/: 0\.\d\d/);
  });

  test('what is not known by the context is shown by its code', () => {
    const bare = { ...context(), tree: treeOf({ X: '' }), catalogue: catalogue() };
    expect(describeRegion(proof('a', month(12)), bare).text.en).toMatch(/^a, /);
  });

  test('every flag and state has its words', () => {
    for (const flag of flagNames(255)) expect([flagWords(flag).zh, flagWords(flag).en]).not.toContain('');
    for (const state of SIGNAL_STATE_NAMES) expect([stateWords(state).zh, stateWords(state).en]).not.toContain('');
    expect(flagNames(255)).toEqual(['stale', 'partial', 'gap', 'diffusion', 'coverage']);
  });
});

test('this country has a hole, a conflict, a revision and a part: none of the cases above is empty', () => {
  const rate = panels.month!.columns.get('rate')!;
  expect(rate.status).toContain(Status.held);
  expect(rate.revisions).not.toBeNull();
  expect(new Set(proofs.map(({ d }) => d.level)).size).toBeGreaterThanOrEqual(4);
  expect(new Set(proofs.flatMap(({ d }) => d.flags))).toEqual(
    new Set(['stale', 'partial', 'gap', 'diffusion', 'coverage']),
  );
  expect(new Set(proofs.flatMap(({ d }) => signalsOf(d).map((s) => s.state))).size).toBeGreaterThanOrEqual(5);
});
