import fc from 'fast-check';
import { assess, type Assessment, type Config } from '../src/assess';
import { catalogueOf, type Indicator, type IndicatorCatalogue } from '../src/base/indicators';
import { formatDay, formatPeriod, lastDayOf } from '../src/base/period';
import type { RegionTree } from '../src/base/regions';
import { Status } from '../src/base/status';
import { defaultScheme } from '../src/levels/load-scheme';
import { buildPanels } from '../src/panel/build';
import type { Panels } from '../src/panel/panel';
import type { Rule } from '../src/signals/rule';
import { batchOf, indicatorOf, panelOf, type Row, treeOf } from './panel/make-panel';
import { ruleOf, ruleSetOf } from './signals/make-rule';

/** Random small worlds for the laws of the whole flow: figures, rules, regions. */

const scheme = defaultScheme();

/** Every kind of indicator and every detector, with windows short enough for short series. */
const every: readonly Indicator[] = [
  indicatorOf('rate', { family: 'employment', aggregation: { by: 'weighted-mean', weight: 'labourForce' } }),
  indicatorOf('claims', { family: 'employment', kind: 'flow', janFeb: 'joint', aggregation: { by: 'sum' } }),
  indicatorOf('jobs', {
    family: 'market',
    kind: 'cumulative',
    worse: 'down',
    janFeb: 'joint',
    aggregation: { by: 'sum' },
  }),
  indicatorOf('openings', { family: 'market', kind: 'flow', worse: 'down', aggregation: { by: 'sum' } }),
  indicatorOf('seekers', { family: 'market', kind: 'flow', aggregation: { by: 'sum' } }),
  indicatorOf('tightness', {
    family: 'market',
    worse: 'down',
    aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' },
  }),
  indicatorOf('pmi', { family: 'macro', kind: 'index', worse: 'down' }),
  indicatorOf('insured', { family: 'macro', kind: 'stock', worse: 'down', aggregation: { by: 'sum' } }),
];
const goal = indicatorOf('jobs_target', { frequency: 'year', kind: 'stock', aggregation: { by: 'sum' } });
/** Rules but for their lifecycles: indicator, and what differs from `ruleOf`. */
export type RuleDraft = readonly [indicator: string, over: Partial<Rule>];

export const detectors: readonly RuleDraft[] = [
  [
    'rate',
    {
      detector: { kind: 'change', params: { lag: 3, meanPeriods: 2 } },
      thresholds: { blue: 1, yellow: 2, orange: 3, red: 5 },
      role: 'floor',
    },
  ],
  ['rate', { detector: { kind: 'rise', params: { meanPeriods: 2, lookback: 3 } }, thresholds: { blue: 1, red: 6 } }],
  [
    'claims',
    {
      form: 'joint',
      detector: { kind: 'change', params: { lag: 2, as: 'percent' } },
      thresholds: { blue: 20, yellow: 60, red: 200 },
    },
  ],
  [
    'claims',
    {
      detector: { kind: 'scale', params: { periods: 2, as: 'persons' } },
      thresholds: { orange: 10, red: 16 },
      role: 'scale',
    },
  ],
  [
    'jobs',
    {
      form: 'monthly',
      detector: { kind: 'change', params: { lag: 1 } },
      thresholds: { blue: 1, yellow: 3, orange: 5 },
    },
  ],
  ['jobs', { form: 'joint', detector: { kind: 'change', params: { lag: 2 } }, thresholds: { yellow: 2, orange: 4 } }],
  ['jobs', { detector: { kind: 'progress', params: {} }, thresholds: { blue: 10, red: 40 }, role: 'floor' }],
  [
    'tightness',
    { form: 'joint', detector: { kind: 'level', params: {} }, thresholds: { blue: -1, yellow: -0.7, orange: -0.4 } },
  ],
  ['pmi', { detector: { kind: 'streak', params: { lag: 1 } }, thresholds: { blue: 2, yellow: 3, red: 5 } }],
  [
    'insured',
    { detector: { kind: 'scale', params: { periods: 2 } }, thresholds: { blue: 0.1, red: 0.5 }, role: 'scale' },
  ],
  [
    'openings',
    { detector: { kind: 'rise', params: { meanPeriods: 1, lookback: 2 } }, thresholds: { blue: 1, yellow: 4 } },
  ],
];
const list = catalogueOf('test', [...every, goal]);

export interface World {
  readonly tree: RegionTree;
  readonly rules: readonly Rule[];
  readonly minCoverage: number;
  readonly first: number;
  /** By indicator, then region code: what is reported. */
  readonly series: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly targets: Readonly<Record<string, readonly number[]>>;
}

export const LEAVES = ['a', 'b', 'c', 'd', 'e'];
export const COUNT = 20;
/** Worlds with some of the rules; with `late`, series that begin some periods after the panel. */
export function worldsOf(drafts: readonly RuleDraft[], late = false): fc.Arbitrary<World> {
  return fc
    .record({
      shape: fc.constantFrom<Record<string, string>>(
        { R: '', a: 'R', b: 'R', c: 'R', d: 'R', e: 'R' },
        { R: '', L: 'R', M: 'R', a: 'L', b: 'L', c: 'M', d: 'M', e: 'M' },
      ),
      forces: fc.option(fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 5, maxLength: 5 })),
      kept: fc.subarray([...drafts], { minLength: 3 }),
      lives: fc.array(
        fc.record({
          periods: fc.record({
            blue: fc.integer({ min: 1, max: 3 }),
            yellow: fc.integer({ min: 1, max: 3 }),
            orange: fc.constant(2),
            red: fc.constant(1),
          }),
          clear: fc.integer({ min: 1, max: 3 }),
          exitMargin: fc.constantFrom(0, 0.5),
          holdMissing: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: drafts.length, maxLength: drafts.length },
      ),
      minCoverage: fc.constantFrom(0.3, 0.6, 0.95),
      first: fc.integer({ min: 2020 * 12, max: 2020 * 12 + 11 }),
      values: fc.array(fc.integer({ min: 1, max: 12 }), {
        minLength: every.length * 5 * COUNT,
        maxLength: every.length * 5 * COUNT,
      }),
      holes: fc.array(fc.nat(every.length * 5 * COUNT - 1), { maxLength: 12 }),
      starts: late
        ? fc.array(fc.oneof(fc.constant(0), fc.nat(COUNT)), {
            minLength: every.length * 5,
            maxLength: every.length * 5,
          })
        : fc.constant([]),
    })
    .map(({ shape, forces, kept, lives, minCoverage, first, values, holes, starts }): World => {
      const attributes = forces ? Object.fromEntries(LEAVES.map((c, i) => [c, { labourForce: forces[i]! }])) : {};
      const holed = values.map((v, i) =>
        holes.includes(i) || i % COUNT < (starts[Math.floor(i / COUNT)] ?? 0) ? NaN : v,
      );
      const series = Object.fromEntries(
        every
          // A ratio is not reported here: where it were, a missing one would be made from its parts, which may differ.
          .filter((i) => i.aggregation.by !== 'ratio')
          .map((indicator, k) => [
            indicator.id,
            Object.fromEntries(
              LEAVES.map((code, c) => [code, holed.slice((k * 5 + c) * COUNT, (k * 5 + c + 1) * COUNT)]),
            ),
          ]),
      );
      for (const code of LEAVES) (series.jobs as Record<string, number[]>)[code] = cumulate(series.jobs![code]!, first);
      return {
        tree: treeOf(shape, attributes),
        rules: kept.map(([indicator, over], i) =>
          ruleOf({ id: `r${i}`, indicator, ...over, ...lives[i], confirm: lives[i]!.periods }),
        ),
        minCoverage,
        first,
        series,
        targets: Object.fromEntries(LEAVES.map((c) => [c, [100, 120, 80]])),
      };
    });
}

function cumulate(flow: readonly number[], first: number): number[] {
  let sum = 0;
  return flow.map((v, i) => {
    if ((first + i) % 12 === 0) sum = 0;
    // A hole in the file is a hole in the report: the office itself goes on counting.
    sum += Number.isNaN(v) ? 5 : v;
    return Number.isNaN(v) ? NaN : sum;
  });
}

export function panelsOf(world: World, series: World['series'] = world.series): Panels {
  return {
    month: panelOf(world.tree, list, formatPeriod('month', world.first), series),
    year: panelOf(world.tree, list, '2020', { jobs_target: world.targets }, 'year'),
  };
}

/** The world's list of indicators, with figures due so many days after a period's end. */
export function listOf(lagDays: readonly number[]): IndicatorCatalogue {
  return catalogueOf(
    'test',
    list.indicators.map((i, k) => ({ ...i, lagDays: lagDays[k % lagDays.length]! })),
  );
}

/**
 * The world's figures as they came in: each so many days after its period's end, the second time revised, the third time
 * withdrawn; without days it has no date, null: it never came.
 */
export function vintagesOf(
  world: World,
  catalogue: IndicatorCatalogue,
  delays: readonly (readonly number[] | null)[],
): Panels {
  const rows: Row[] = [];
  let turn = 0;
  const tell = (code: string, id: string, period: number, frequency: 'month' | 'year', value: number): void => {
    if (Number.isNaN(value)) return;
    const name = formatPeriod(frequency, period);
    const came = delays[turn++ % delays.length];
    if (!came) return;
    if (came.length === 0) rows.push([code, id, name, value, null]);
    came.forEach((delay, k) => {
      const day = formatDay(lastDayOf(frequency, period) + delay);
      rows.push([code, id, name, k === 2 ? NaN : value + k, day, k === 2 ? Status.missing : Status.observed]);
    });
  };
  for (const [id, by] of Object.entries(world.series))
    for (const [code, values] of Object.entries(by))
      values.forEach((value, t) => tell(code, id, world.first + t, 'month', value));
  for (const [code, values] of Object.entries(world.targets))
    values.forEach((value, t) => tell(code, goal.id, 2020 + t, 'year', value));
  return buildPanels([batchOf(rows)], world.tree, catalogue).panels;
}

export function configOf(world: World): Config {
  return { ruleSet: ruleSetOf(world.rules, { minCoverage: world.minCoverage, largeFrom: 50 }), scheme };
}

export function assessWorld(world: World, panels: Panels): Assessment {
  return assess(panels, configOf(world), null);
}
