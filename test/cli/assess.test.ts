import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import defaultRules from '../../src/signals/defaults/rule-set.json';
import defaultScheme from '../../src/levels/defaults/scheme.json';
import { call, folder, needsShared, records, shared, sharedIsThere } from './call';

const dir = folder();
const head = 'region_code,region_name,indicator,period,value,unit,source';
const schema = JSON.parse(readFileSync('docs/assessment.schema.json', 'utf8')) as z.core.JSONSchema.JSONSchema;
const validator = z.fromJSONSchema(schema as never);

interface Result {
  readonly as_of: string | null;
  readonly rule_set: { readonly id: string; readonly version: string };
  readonly scheme: { readonly id: string };
  readonly levels: readonly {
    region_code: string;
    period: string;
    level: number | null;
    index: number | null;
    own: number | null;
    flags: string[];
  }[];
  readonly signals: readonly {
    rule: string;
    region_code: string;
    period: string;
    level: number | null;
    state: string;
    severity: number | null;
  }[];
  readonly derivations: readonly {
    region_code: string;
    period: string;
    level: number | null;
    families: { signals: { statistic: number; observations: { source: { file: string; row: number } }[] }[] }[];
  }[];
}

async function assess(panel: string, ...more: string[]): Promise<Result & { readonly err: readonly string[] }> {
  const { code, out, err } = await call('assess', '--panel', panel, ...more);
  expect(code).toBe(0);
  const result = JSON.parse(out) as Result;
  expect(validator.safeParse(result).error?.issues ?? []).toEqual([]);
  return { ...result, err };
}

const months = (code: string, values: readonly number[], from = 2020): string[] =>
  values.map(
    (v, i) =>
      `${code},${code},unemployment_rate_sa,${from + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')},${v},percent,s`,
  );
const calm = Array.from({ length: 15 }, () => 4);
const table = dir.write(
  'regions.csv',
  'region_code,region_name,parent_code,labour_force\nT,Top,,1500000\nA,A,T,800000\nB,B,T,700000\n',
);
const panel = dir.write(
  'panel.csv',
  `${[head, ...months('A', [...calm, 4.6, 5.5, 7.5, 9]), ...months('B', [...calm, 4, 4, 4, 4])].join('\n')}\n`,
);

describe('levels, signals and proofs', () => {
  test('every region and period has its line; the form holds', async () => {
    const { levels, rule_set, scheme, as_of, err } = await assess(panel, '--regions', table);
    expect(err).toEqual([]);
    expect(levels).toHaveLength(3 * 19);
    expect(levels.filter((l) => l.region_code === 'A').map((l) => l.level)).toEqual([
      ...Array(14).fill(null),
      0,
      0,
      1,
      1,
      4,
    ]);
    expect(levels.find((l) => l.region_code === 'T' && l.period === '2021-07')).toMatchObject({
      level: 4,
      own: 2,
      flags: ['diffusion'],
    });
    expect([rule_set.id, scheme.id, as_of]).toEqual(['default', 'four-level', null]);
  });

  test('signals are told from their first statistic on, and only when they are not normal', async () => {
    const { signals } = await assess(panel, '--regions', table);
    expect(signals.some((s) => s.state === 'normal')).toBe(false);
    expect(signals.filter((s) => s.region_code === 'B')).toEqual([]);
    expect(
      signals
        .filter((s) => s.region_code === 'A' && s.rule === 'unemployment-rise-sa')
        .map((s) => [s.period, s.state, s.level]),
    ).toEqual([
      ['2021-05', 'active', 1],
      ['2021-06', 'active', 1],
      ['2021-07', 'active', 4],
    ]);
  });

  test('the proof of the last period leads to the rows of the file', async () => {
    const { derivations } = await assess(panel, '--regions', table);
    expect(derivations.map((d) => [d.region_code, d.period, d.level])).toEqual([
      ['T', '2021-07', 4],
      ['A', '2021-07', 4],
      ['B', '2021-07', 0],
    ]);
    const [worst] = derivations[1]!.families[0]!.signals;
    // (5.5 + 7.5 + 9) / 3 above a low of 4.
    expect(worst!.statistic).toBe(3.33);
    expect(worst!.observations[0]!.source).toEqual({ file: panel, row: 20 });
  });

  test('the same call gives the same bytes', async () => {
    const args = ['assess', '--panel', panel, '--regions', table];
    const first = await call(...args);
    await call(...args, '--out', dir.path('out.json'));
    expect(dir.read('out.json')).toBe(first.out);
    expect(first.out.endsWith('\n')).toBe(true);
  });

  test('as of a day: nothing that came later', async () => {
    const dated = dir.write(
      'dated.csv',
      `${[`${head},known_on`, ...months('A', [...calm, 4.6, 5.5, 7.5, 9]).map((r, i) => `${r},${i === 18 ? '2021-12-01' : ''}`)].join('\n')}\n`,
    );
    const then = await assess(dated, '--regions', table, '--as-of', '2021-08-31');
    expect(then.as_of).toBe('2021-08-31');
    const ofA = (r: Result): (number | null)[] => r.levels.filter((l) => l.region_code === 'A').map((l) => l.level);
    expect(ofA(then).slice(-2)).toEqual([1, 1]);
    const flagsOf = (r: Result): string[] =>
      r.levels.find((l) => l.region_code === 'A' && l.period === '2021-07')!.flags;
    // Not due for another four days; by the end of November it is overdue.
    expect(flagsOf(then)).toEqual([]);
    expect(flagsOf(await assess(dated, '--regions', table, '--as-of', '2021-11-30'))).toEqual(['stale', 'gap']);
    expect(ofA(await assess(dated, '--regions', table, '--as-of', '2021-12-01')).at(-1)).toBe(4);
    expect(ofA(await assess(dated, '--regions', table, '--as-of', '2021-06-29')).length).toBe(17);
    const before = await assess(dated, '--regions', table, '--as-of', '1990-01-01');
    expect([before.levels, before.derivations]).toEqual([[], []]);
  });
});

describe('regions', () => {
  test('of nobody’s list are taken as a flat list, which is said', async () => {
    const { levels, err } = await assess(panel);
    expect([...new Set(levels.map((l) => l.region_code))]).toEqual(['A', 'B']);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain('2 regions are taken as a flat list');
  });

  test('of the built-in tree are graded in it; a row elsewhere is said', async () => {
    const mixed = dir.write('mixed.csv', `${[head, ...months('150100', calm), ...months('XX', [5])].join('\n')}\n`);
    const { levels, err } = await assess(mixed);
    expect(new Set(levels.map((l) => l.region_code)).size).toBe(116);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain('XX');
  });
});

describe('rules and schemes of one’s own', () => {
  const rules = {
    ...defaultRules,
    id: 'mine',
    version: '7',
    rules: defaultRules.rules.filter((r) => r.id === 'unemployment-rise-sa'),
  };

  test('are used, and named in the result', async () => {
    const { rule_set, signals } = await assess(
      panel,
      '--regions',
      table,
      '--rules',
      dir.write('rules.json', JSON.stringify(rules)),
    );
    expect(rule_set).toEqual({ id: 'mine', version: '7' });
    expect(new Set(signals.map((s) => s.rule))).toEqual(new Set(['unemployment-rise-sa']));
    const scheme = { ...defaultScheme, id: 'three', levels: [2, 3, 4] };
    const three = await assess(panel, '--regions', table, '--scheme', dir.write('scheme.json', JSON.stringify(scheme)));
    expect(three.scheme.id).toBe('three');
    // Both in one file, as the rules screen writes them; a scheme of its own goes before.
    const whole = { schema: 'fengsui-rules-and-scheme/1', ruleSet: { ...defaultRules, id: 'own' }, scheme };
    const both = dir.write('both.json', JSON.stringify(whole));
    const one = await assess(panel, '--regions', table, '--rules', both);
    expect([one.rule_set.id, one.scheme.id]).toEqual(['own', 'three']);
    const four = dir.write('four.json', JSON.stringify(defaultScheme));
    const other = await assess(panel, '--regions', table, '--rules', both, '--scheme', four);
    expect([other.rule_set.id, other.scheme.id]).toEqual(['own', 'four-level']);
    const wrong = await call('assess', '--panel', panel, '--rules', four);
    expect(wrong).toMatchObject({ code: 1, err: [expect.stringContaining('a rule set is expected')] });
    expect(three.levels.some((l) => l.level === 1)).toBe(false);
  });

  test('with faults are refused, all of them listed with their place', async () => {
    const bad = { ...rules, largeFrom: 0, rules: [{ ...rules.rules[0], clear: 0 }] };
    const answer = await call('assess', '--panel', panel, '--rules', dir.write('bad.json', JSON.stringify(bad)));
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.err.map((l) => /bad\.json: (\S+):/.exec(l)?.[1]).sort()).toEqual(['.largeFrom', '.rules[0].clear']);
    const scheme = await call('assess', '--panel', panel, '--scheme', dir.write('bad-scheme.json', '{"schema":"x"}'));
    expect(scheme.code).toBe(1);
    expect(scheme.err.length).toBeGreaterThan(3);
    const broken = await call('assess', '--panel', panel, '--rules', dir.write('broken.json', '{'));
    expect(broken).toMatchObject({ code: 1, err: [expect.stringContaining('not JSON')] });
  });

  test('rules of another frequency grade nothing, which is said', async () => {
    const weekly = dir.write('weekly.csv', `${head}\nA,A,unemployment_rate_sa,2020-01-04,4,percent,s\n`);
    const { err, levels } = await assess(weekly);
    expect(err.at(-1)).toContain('nothing is graded');
    expect(levels).toMatchObject([{ level: null }]);
  });
});

test('a panel of nothing ends with 1', async () => {
  expect(await call('assess', '--panel', dir.write('none.csv', `${head}\n`))).toMatchObject({ code: 1, out: '' });
});

describe('the schema', () => {
  const good = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await call('assess', '--panel', panel, '--regions', table)).out);
  /** Puts a value, or takes a field out with undefined, at a path in the result. */
  const spoil = (result: object, path: string, value: unknown): void => {
    const keys = path.split('.');
    const last = keys.pop()!;
    let at = result as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    expect(at[last]).toBeDefined();
    if (value === undefined) delete at[last];
    else at[last] = value;
  };
  test.each<[string, string, unknown]>([
    ['another form', 'schema', 'fengsui-assessment/2'],
    ['a fifth level', 'levels.0.level', 5],
    ['a missing field', 'levels.0.flags', undefined],
    ['an unknown flag', 'levels.0.flags', ['fine']],
    ['a period that does not exist', 'signals.0.period', '2020-13'],
    ['an unknown state', 'signals.0.state', 'on'],
    ['a normal signal', 'signals.0.state', 'normal'],
    ['an index above 100', 'levels.0.index', 101],
    ['a proof without its period', 'derivations.0.period', undefined],
    ['a source without its row', 'derivations.1.families.0.signals.0.observations.0.source.row', undefined],
  ])('refuses %s', async (_what, path, value) => {
    const result = await good();
    spoil(result, path, value);
    expect(validator.safeParse(result).success).toBe(false);
  });

  test('refuses an unknown field', async () => {
    const result = await good();
    expect(validator.safeParse(result).success).toBe(true);
    (result.levels as Record<string, unknown>[])[0]!.colour = 'red';
    expect(validator.safeParse(result).success).toBe(false);
  });
});

describe.skipIf(!sharedIsThere)(`26 US states${needsShared}`, { timeout: 60_000 }, () => {
  test('the peaks of 2009 and 2020 are red across states, quiet years are not', async () => {
    const states = new Map(
      records(readFileSync(`${shared}/us_states_unemployment_rate_sa.csv`, 'utf8')).map((r) => [
        r.region_code!,
        r.region_name!,
      ]),
    );
    const regions = dir.write(
      'us.csv',
      `region_code,region_name,parent_code\nUS,United States,\n${[...states].map(([c, n]) => `${c},${n},US`).join('\n')}\n`,
    );
    const { levels, err } = await assess(`${shared}/us_states_unemployment_rate_sa.csv`, '--regions', regions);
    expect(err).toEqual([]);
    const red = (month: string): number =>
      levels.filter((l) => l.period === month && l.region_code !== 'US' && l.level === 4).length;
    const us = (month: string): number | null =>
      levels.find((l) => l.period === month && l.region_code === 'US')!.level;
    expect(red('2009-06')).toBeGreaterThanOrEqual(20);
    expect(red('2020-06')).toBe(26);
    expect([us('2009-06'), us('2020-06')]).toEqual([4, 4]);
    for (const quiet of ['1995-06', '1999-06', '2006-06', '2015-06', '2018-06']) {
      expect(red(quiet)).toBe(0);
      expect(us(quiet)).toBeLessThanOrEqual(1);
    }
  });
});
