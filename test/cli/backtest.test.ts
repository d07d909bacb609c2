import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { call, folder, needsShared, records, shared, sharedIsThere } from './call';

/** The backtest as a shell would call it, against independently computed scores (test/reference/README.md). */
const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';
const RULES = 'test/reference/backtest-rules.json';
const NBER = 'test/reference/nber-recessions.csv';
const validator = z.fromJSONSchema(JSON.parse(readFileSync('docs/backtest.schema.json', 'utf8')) as never);

interface Months {
  readonly [name: string]: number | null;
}
interface RegionLine extends Record<string, unknown> {
  readonly region_code: string;
  readonly episodes: readonly {
    first: string;
    last: string;
    counted: boolean;
    lead: number | null;
    onset_lead: number | null;
  }[];
  readonly spells: readonly {
    first: string;
    last: string;
    periods: number;
    away: boolean | null;
    overlaps: boolean;
    event_within_year: boolean;
  }[];
}
interface Line extends Record<string, unknown> {
  readonly level: number;
  readonly threshold: number | null;
  readonly auc: number | null;
  readonly episodes: Record<string, unknown>;
  readonly alarms: Record<string, number | null>;
  readonly regions: readonly RegionLine[] | null;
}
interface RuleResult {
  readonly rule: string;
  readonly event_periods: number;
  readonly quiet_periods: number;
  readonly auc: number | null;
  readonly best_youden: { threshold: number; sensitivity: number; specificity: number } | null;
  readonly thresholds: readonly Line[];
  readonly regions: readonly (Omit<RuleResult, 'regions' | 'thresholds'> & { region_code: string })[];
}
interface Result {
  readonly as_known: boolean;
  readonly assessments: number;
  readonly from: string;
  readonly to: string;
  readonly episodes: { list: { first: string; last: string; regions: number }[]; event_periods: number };
  readonly levels: readonly Line[];
  readonly rules: readonly RuleResult[];
  readonly comparison: { rules: RuleResult[]; differences: Record<string, number | string | null>[] } | null;
  readonly calibration: {
    threshold: number | null;
    refused: { en: string } | null;
    episodes: { fit: number; hold_out: number };
    fit: Months | null;
    hold_out: Months | null;
    candidates: Record<string, number>[];
  } | null;
}

async function backtest(...args: readonly string[]): Promise<Result & { readonly err: readonly string[] }> {
  const { code, out, err } = await call('backtest', ...args);
  expect([code, code === 0 ? [] : err]).toEqual([0, []]);
  const result = JSON.parse(out) as Result;
  expect(validator.safeParse(result).error?.issues ?? []).toEqual([]);
  return { ...result, err };
}

/** A wide reference table (period, then a series each) as a panel in the canonical form. */
function panelFile(name: string, file: string, code: (series: string) => string | null): string {
  const lines = records(readFileSync(`test/reference/${file}`, 'utf8')).flatMap((row) =>
    Object.entries(row).flatMap(([series, value]) => {
      const region = code(series);
      return region === null || value === ''
        ? []
        : [`${region},${region},unemployment_rate_sa,${row.period},${value},percent,s`];
    }),
  );
  return dir.write(name, `${[head, ...lines].join('\n')}\n`);
}
const us = panelFile('us.csv', 'us-national-sahm.csv', (s) => (s === 'unrate' ? 'US' : null));
const states = panelFile('states.csv', 'us-states-unemployment-rate.csv', (s) => (s === 'period' ? null : s));
const rise = '{"indicator":"unemployment_rate_sa","rise":1,"within":6}';
const oracle = (file: string): Record<string, string>[] => records(readFileSync(`test/reference/${file}`, 'utf8'));

/** Every numeric cell of an oracle row against a scores object, at the oracle's ten digits. */
function differing(row: Record<string, string>, scores: Record<string, unknown>): string[] {
  return Object.entries(row).flatMap(([name, cell]) => {
    const has = scores[name];
    if (name === 'series' || typeof has !== 'number') return name === 'series' ? [] : [`${name}: ${String(has)}`];
    return Math.abs(has - Number(cell)) <= 1e-9 * Math.max(1, Math.abs(has)) ? [] : [`${name}: ${has} ≠ ${cell}`];
  });
}
const lineAt = (result: Result, threshold: number): Line =>
  result.rules.flatMap((r) => r.thresholds).find((t) => t.threshold === threshold)!;

/** The same call for several tests; made within the first of them, for calls share the standard output. */
function once(...args: readonly string[]): () => ReturnType<typeof backtest> {
  let made: ReturnType<typeof backtest> | null = null;
  return () => (made ??= backtest(...args));
}

describe('the Sahm rule against NBER recessions, months 1949-03 to 2023-11', () => {
  const result = once('--panel', us, '--rules', RULES, '--episodes', NBER);

  test('the signals table at seven thresholds', async () => {
    const rows = oracle('signals-us-sahm-vs-nber.csv');
    expect(rows).toHaveLength(7);
    const found = await result();
    expect(rows.flatMap((row) => differing(row, lineAt(found, Number(row.threshold))))).toEqual([]);
  });

  test('area under the curve and the best threshold', async () => {
    const row = oracle('signals-auc.csv').find((r) => r.series!.startsWith('US/'))!;
    const [rule] = (await result()).rules;
    expect([rule!.event_periods + rule!.quiet_periods, rule!.event_periods]).toEqual([
      Number(row.n),
      Number(row.n_event),
    ]);
    expect(rule!.auc).toBeCloseTo(Number(row.auc), 9);
    expect(rule!.best_youden!.threshold).toBeCloseTo(Number(row.best_youden_threshold_midpoint), 9);
    expect(rule!.best_youden!.sensitivity).toBeCloseTo(Number(row.sens), 9);
    expect(rule!.best_youden!.specificity).toBeCloseTo(Number(row.spec), 9);
  });

  test('lead times of eleven recessions; that of 1948 began before the first statistic', async () => {
    const [own] = lineAt(await result(), 0.5).regions!;
    expect(own!.episodes[0]).toMatchObject({ first: '1948-12', counted: false, lead: null });
    expect(own!.episodes.slice(1).map((e) => [e.first, e.last, String(e.lead), String(e.onset_lead)])).toEqual(
      oracle('signals-us-sahm-lead-time.csv').map((row) => [
        row.recession_first_month,
        row.recession_last_month,
        row.first_month_minus_start,
        row.onset_minus_start,
      ]),
    );
    expect(lineAt(await result(), 0.5).episodes).toMatchObject({
      counted: 11,
      left_out: 1,
      hits: 11,
      misses: 0,
      caught: 1,
      lead: { n: 11, median: 1 },
      onset_lead: { n: 11, median: 2 },
    });
  });

  test('fourteen alarms, of which those of 1959-11 and 2003-07 overlap no recession', async () => {
    const [own] = lineAt(await result(), 0.5).regions!;
    expect(
      own!.spells.map((s) => ({
        onset: s.first,
        end: s.last,
        months: String(s.periods),
        overlaps_recession: s.overlaps ? '1' : '0',
        recession_within_12m_after_onset: s.event_within_year ? '1' : '0',
      })),
    ).toEqual(oracle('signals-us-sahm-episodes.csv'));
    expect(own!.spells.filter((s) => s.away).map((s) => s.first)).toEqual(['2003-07']);
  });
});

describe('golden table 1960-01 to 2019-12', () => {
  const span = ['--from', '1960-01', '--to', '2019-12'];
  const golden: [string, readonly string[]][] = [['reference copies', ['--panel', us, '--episodes', NBER]]];
  const target = '{"indicator":"nber_recession_month","reaches":1}';
  if (sharedIsThere)
    golden.push([
      'us_national_monthly.csv itself',
      ['--panel', `${shared}/us_national_monthly.csv`, '--target', target],
    ]);

  test.each(golden)(`from %s${needsShared}`, async (_name, where) => {
    const result = await backtest(...where, '--rules', RULES, ...span);
    const [rule] = result.rules;
    expect([rule!.event_periods, rule!.quiet_periods, rule!.auc!.toFixed(3)]).toEqual([93, 627, '0.893']);
    const figures = (threshold: number) => {
      const line = lineAt(result, threshold);
      const { A_hit, B_false_alarm, C_miss, D_quiet } = line;
      const rounded = ['recall', 'false_alarm_rate', 'noise_to_signal', 'youden'].map((k) =>
        Number(line[k]).toFixed(3),
      );
      return [A_hit, B_false_alarm, C_miss, D_quiet, ...rounded];
    };
    expect(figures(0.5)).toEqual([71, 90, 22, 537, '0.763', '0.144', '0.188', '0.620']);
    expect(figures(0.3).filter((_, i) => i !== 4 && i !== 5)).toEqual([84, 108, 9, 519, '0.191', '0.731']);
  });

  test.each([
    ['nsr', 0.5],
    ['youden', 0.3],
  ])('of the lines 0.3 and 0.5 %s picks %d, and both are shown', async (method, picked) => {
    const chosen = ['--calibrate', method, '--rule', 'sahm-low', '--candidates', '0.5,0.3'];
    const { calibration } = await backtest('--panel', us, '--rules', RULES, '--episodes', NBER, ...span, ...chosen);
    expect(calibration!.threshold).toBe(picked);
    expect(calibration!.candidates.map((c) => [c.threshold, c.A_hit, c.B_false_alarm])).toEqual([
      [0.3, 84, 108],
      [0.5, 71, 90],
    ]);
    expect(calibration!.episodes).toEqual({ fit: 8, hold_out: 0 });
  });
});

describe('a rise of one point within six months, 26 states', () => {
  const result = once('--panel', states, '--rules', RULES, '--target', rise);

  test('the signals table of four states at seven thresholds', async () => {
    const rows = oracle('signals-states-thresholds.csv');
    expect(rows).toHaveLength(28);
    const found = await result();
    const ofState = (row: Record<string, string>): RegionLine =>
      lineAt(found, Number(row.threshold)).regions!.find((r) => `${r.region_code}/` === row.series!.slice(0, 6))!;
    expect(
      rows.flatMap(({ series, threshold, ...row }) =>
        differing(row, ofState({ series: series!, threshold: threshold! })),
      ),
    ).toEqual([]);
  });

  test.each(oracle('signals-auc.csv').slice(1))('area under the curve of $series', async (row) => {
    const own = (await result()).rules[0]!.regions.find((r) => `${r.region_code}/` === row.series!.slice(0, 6))!;
    expect([own.event_periods + own.quiet_periods, own.event_periods]).toEqual([Number(row.n), Number(row.n_event)]);
    expect(own.auc).toBeCloseTo(Number(row.auc), 9);
    expect(own.best_youden!.threshold).toBeCloseTo(Number(row.best_youden_threshold_midpoint), 9);
    expect(own.best_youden!.sensitivity).toBeCloseTo(Number(row.sens), 9);
    expect(own.best_youden!.specificity).toBeCloseTo(Number(row.spec), 9);
  });

  test('the last six months have no label', async () => {
    const found = await result();
    expect(found.to).toBe('2023-10');
    const [line] = found.rules[0]!.thresholds;
    const labelled = ['A_hit', 'B_false_alarm', 'C_miss', 'D_quiet'].reduce((n, k) => n + Number(line![k]), 0);
    expect(labelled).toBe(26 * 554);
  });
});

describe('hold-out', () => {
  const args = ['--panel', us, '--rules', RULES, '--episodes', NBER, '--rule', 'sahm-low', '--hold-out', '1990-01'];

  test('the part that is held out has no part in the choice', async () => {
    const { calibration } = await backtest(
      ...args,
      '--calibrate',
      'youden',
      '--candidates',
      '0.2,0.3,0.4,0.5,0.6,0.8,1',
    );
    const early = await backtest(...args.slice(0, 6), '--to', '1989-12');
    const late = await backtest(...args.slice(0, 6), '--from', '1990-01');
    expect(calibration!.episodes).toEqual({ fit: 7, hold_out: 4 });
    const pick = (line: Record<string, unknown>) => [line.A_hit, line.B_false_alarm, line.C_miss, line.D_quiet];
    expect(pick(calibration!.fit!)).toEqual(pick(lineAt(early, calibration!.threshold!)));
    expect(pick(calibration!.hold_out!)).toEqual(pick(lineAt(late, calibration!.threshold!)));
  });

  test('too few episodes are refused, with their number', async () => {
    const { calibration, err } = await backtest(
      ...args,
      '--calibrate',
      'cost',
      '--to',
      '2000-12',
      '--least-episodes',
      '8',
    );
    expect(calibration).toMatchObject({
      threshold: null,
      fit: null,
      hold_out: null,
      episodes: { fit: 7, hold_out: 1 },
    });
    expect(calibration!.refused!.en).toContain('at least 8 episodes; the part that is fitted has 7');
    expect(err.at(-1)).toContain('at least 8');
  });
});

test('two rule sets side by side: the second minus the first', async () => {
  const raw = JSON.parse(readFileSync(RULES, 'utf8'));
  const later = raw.rules.map((r: object) => ({ ...r, confirm: { blue: 3, yellow: 3, orange: 3, red: 3 } }));
  const other = dir.write('later.json', JSON.stringify({ ...raw, id: 'later', rules: later }));
  const result = await backtest(
    '--panel',
    us,
    '--rules',
    RULES,
    '--episodes',
    NBER,
    '--compare',
    other,
    '--detail',
    'none',
  );
  const { differences } = result.comparison!;
  expect(differences).toHaveLength(4 + 7);
  const red = differences.find((d) => d.rule === 'sahm-low' && d.level === 4)!;
  // Three months in a row: later, and the two-month alarms of 1959 and 2003 are gone.
  const before = lineAt(result, 0.5);
  const after = result.comparison!.rules[0]!.thresholds[3]!;
  expect([before.alarms.spells, after.alarms.spells]).toEqual([14, 12]);
  expect([before.alarms.away, after.alarms.away]).toEqual([1, 0]);
  expect(red.share_away).toBeCloseTo(-1 / 14, 9);
  expect(red.median_lead).toBeGreaterThan(0);
  expect(red.recall).toBeCloseTo(Number(after.recall) - Number(before.recall), 9);
  expect(Number(red.recall)).toBeLessThan(0);
  expect(red.auc).toBe(0);
  expect(result.levels[0]!.regions).toBeNull();
});

describe('as it was known', () => {
  const month = (i: number): string => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const quiet = Array.from({ length: 20 }, (_, i) => `A,A,unemployment_rate_sa,${month(i)},4,percent,s,`);
  const dated = (name: string, last: readonly string[]): string =>
    dir.write(name, `${[`${head},known_on`, ...quiet, ...last].join('\n')}\n`);
  const episode = dir.write('one.csv', 'region_code,start,end\nA,2021-09,2021-12\n');
  const args = ['--rules', RULES, '--episodes', episode];
  /** 2021-09 was 5.5 when it came out and 4 since 2022-01-15. */
  const revised = dated('revised.csv', [
    'A,A,unemployment_rate_sa,2021-09,5.5,percent,s,2021-10-10',
    'A,A,unemployment_rate_sa,2021-09,4,percent,s,2022-01-15',
    'A,A,unemployment_rate_sa,2021-10,4,percent,s,2021-11-10',
    'A,A,unemployment_rate_sa,2021-11,4,percent,s,2021-12-10',
    'A,A,unemployment_rate_sa,2021-12,4,percent,s,2022-01-10',
  ]);

  test('an alarm of the day stays in the record, though a revision took it away', async () => {
    const then = await backtest('--panel', revised, ...args, '--publication', '20');
    expect(then).toMatchObject({ as_known: true, publication_days: 20 });
    expect(then.assessments).toBeGreaterThan(1);
    const [own] = lineAt(then, 0.5).regions!;
    expect(own!.spells).toMatchObject([{ first: '2021-09', last: '2021-11', away: false }]);
    expect(own!.episodes).toMatchObject([{ lead: 0, onset_lead: 0 }]);
  });

  test('without dates every period is seen with what is known last', async () => {
    const plain = dir.write(
      'plain.csv',
      `${[head, ...quiet.map((l) => l.replace(/,$/, '')), 'A,A,unemployment_rate_sa,2021-09,4,percent,s'].join('\n')}\n`,
    );
    const now = await backtest('--panel', plain, ...args);
    expect(now).toMatchObject({ as_known: false, publication_days: null, assessments: 1 });
    expect(lineAt(now, 0.5).regions![0]!.spells).toEqual([]);
  });
});

test('dates of a region hold for all below it', async () => {
  const months = (code: string) =>
    Array.from(
      { length: 20 },
      (_, i) => `${code},,surveyed_unemployment_rate,2020-${String((i % 12) + 1).padStart(2, '0')},5,percent,s`,
    ).slice(0, 12);
  const panel = dir.write('nm.csv', `${[head, ...months('150200'), ...months('150100')].join('\n')}\n`);
  const e = dir.write('baotou.csv', 'region_code,start,end,label\n150200,2020-03,2020-05,x\n');
  const { episodes } = await backtest('--panel', panel, '--episodes', e);
  // Baotou and its nine districts and banners.
  expect(episodes.list).toEqual([{ first: '2020-03', last: '2020-05', label: 'x', regions: 10 }]);
  expect(episodes.event_periods).toBe(30);
});

describe('indicators of no list', () => {
  const month = (i: number): string => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const rows = Array.from({ length: 24 }, (_, i) => [
    `A,A,unemployment_rate_sa,${month(i)},${i < 20 ? 4 : 6},percent,s`,
    `A,A,our_own_rate,${month(i)},${i < 18 ? 4 : 6},percent,s`,
  ]).flat();
  const panel = dir.write('own.csv', `${[head, ...rows].join('\n')}\n`);
  const episode = dir.write('end.csv', 'region_code,start,end\n,2020-08,2020-12\n');

  test('that no rule reads are passed over, in one line', async () => {
    const { err, rules } = await backtest('--panel', panel, '--rules', RULES, '--episodes', episode);
    expect(err.filter((l) => l.includes('our_own_rate'))).toHaveLength(1);
    expect(rules[0]!.thresholds[3]!.episodes).toMatchObject({ hits: 1, lead: { median: 1 } });
  });

  test('that a rule reads are taken as they come', async () => {
    const own = readFileSync(RULES, 'utf8').replaceAll('unemployment_rate_sa', 'our_own_rate');
    const { err, rules } = await backtest(
      '--panel',
      panel,
      '--rules',
      dir.write('own.json', own),
      '--episodes',
      episode,
    );
    expect(err).toEqual([]);
    expect(rules[0]!.thresholds[3]!.episodes).toMatchObject({ hits: 1, lead: { median: -1 } });
  });
});

describe('wrong calls and faulty files', () => {
  const base = ['backtest', '--panel', us, '--rules', RULES];
  test.each<[readonly string[], RegExp]>([
    [[], /--episodes and --target/],
    [['--episodes', NBER, '--target', rise], /--episodes and --target/],
    [['--target', '{'], /not JSON/],
    [['--target', '{"indicator":"x","rise":0,"within":1.5}'], /\.rise.*\.within/],
    [['--target', '{"indicator":"x","reaches":"high"}'], /\.reaches/],
    [['--episodes', NBER, '--from', '2020-Q1'], /--from/],
    [['--episodes', NBER, '--from', '2000-01', '--to', '1999-12'], /no period/],
    [['--episodes', NBER, '--calibrate', 'best'], /quantile, nsr, youden, cost/],
    [['--episodes', NBER, '--calibrate', 'nsr'], /sahm-low, sahm-high/],
    [['--episodes', NBER, '--calibrate', 'nsr', '--rule', 'sahm-low', '--candidates', '1,x'], /--candidates/],
    [['--episodes', NBER, '--rule', 'sahm-low'], /--rule belongs to --calibrate/],
    [['--episodes', NBER, '--lead', '1.5'], /whole number/],
    [['--episodes', NBER, '--detail', 'all'], /regions or none/],
  ])('%j is refused', async (more, message) => {
    const { code, out, err } = await call(...base, ...more);
    expect([code, out]).toEqual([2, '']);
    expect(err.join('\n')).toMatch(message);
  });

  test('all faults of a file of episodes are listed with their lines', async () => {
    const bad = dir.write(
      'bad.csv',
      'region_code,start,end\nXX,2000-01,2000-02\nUS,2000-13,2000-02\nUS,2000-05,2000-02\nUS,2000-Q1,2000-Q2\nUS,2000-01\n',
    );
    const { code, out, err } = await call(...base, '--episodes', bad);
    expect([code, out]).toEqual([1, '']);
    expect(err.filter((l) => l.includes('bad.csv')).map((l) => /bad\.csv:(\d+)/.exec(l)![1])).toEqual([
      '2',
      '3',
      '4',
      '5',
      '5',
      '6',
    ]);
  });

  test('an indicator without figures ends with 1', async () => {
    const { code, err } = await call(...base, '--target', '{"indicator":"no_such","rise":1,"within":6}');
    expect([code, err.at(-1)]).toEqual([1, expect.stringContaining('no_such')]);
  });
});

describe('the schema', () => {
  test.each<[string, string, unknown]>([
    ['another form', 'schema', 'fengsui-backtest/2'],
    ['a rate above 1', 'levels.0.share_on', undefined],
    ['a recall above 1', 'rules.0.thresholds.0.recall', 1.5],
    ['a level of no alarm', 'rules.0.thresholds.0.level', 0],
    ['a missing count', 'rules.0.thresholds.0.A_hit', undefined],
    ['a period that does not exist', 'episodes.list.0.first', '2020-13'],
  ])('refuses %s', async (_what, path, value) => {
    const { err: _err, ...result } = await backtest('--panel', us, '--rules', RULES, '--episodes', NBER);
    const keys = path === 'levels.0.share_on' ? ['levels', '0', 'alarms', 'share_on'] : path.split('.');
    const last = keys.pop()!;
    let at = result as unknown as Record<string, unknown>;
    expect(validator.safeParse(result).success).toBe(true);
    for (const key of keys) at = at[key] as Record<string, unknown>;
    expect(at[last]).toBeDefined();
    if (value === undefined) delete at[last];
    else at[last] = value;
    expect(validator.safeParse(result).success).toBe(false);
  });
});
