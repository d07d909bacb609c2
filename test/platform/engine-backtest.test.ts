import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay, parsePeriod } from '../../src/base/period';
import { defaultScheme } from '../../src/levels/load-scheme';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore } from '../../src/platform/engine-api';
import type {
  BacktestFocus,
  BacktestQuery,
  BacktestResult,
  CalibrationQuery,
} from '../../src/platform/engine-backtest-api';
import { loadRuleSet } from '../../src/signals/load-rule-set';

const read = (name: string): string => readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8');
const rows = (name: string): Record<string, string>[] => {
  const [head = '', ...lines] = read(name).trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [head.split(',')[i]!, cell])));
};
const at = (text: string): number => parsePeriod(text)!.period;

const sahm = loadRuleSet(JSON.parse(read('backtest-rules.json'))).value!;
const rules = { ruleSet: sahm, scheme: defaultScheme() };
/** The same rules with every line a little higher. */
const higher = {
  ...rules,
  ruleSet: {
    ...sahm,
    rules: sahm.rules.map((r) => ({
      ...r,
      thresholds: Object.fromEntries(Object.entries(r.thresholds).map(([level, v]) => [level, v + 0.05])),
    })),
  },
};
const query: BacktestQuery = {
  sets: [rules],
  episodes: { kind: 'given', csv: read('nber-recessions.csv') },
  margins: { before: 6, after: 12 },
  from: null,
  to: null,
  asKnown: false,
  leastEpisodes: 3,
};
const LEVELS: BacktestFocus = { ruleId: null, atLeast: 1, regionCode: null };

async function engineOf(lines: readonly string[], dated = false): Promise<EngineCore> {
  const engine = createEngine(() => parseDay('2024-02-01')!);
  const head = `region_code,region_name,indicator,period,value,unit,source${dated ? ',known_on' : ''}`;
  await engine.readRegions(new File(['region_code,region_name\nUS,US\n'], 'r.csv'), {});
  const report = await engine.readFile(new File([[head, ...lines, ''].join('\n')], 'a.csv'), {}, {});
  await engine.load([report.batchId], null, {});
  return engine;
}

const national = rows('us-national-sahm.csv')
  .filter((row) => row.unrate !== '')
  .map((row) => `US,,unemployment_rate_sa,${row.period},${row.unrate},percent,s`);

let engine: EngineCore;
beforeAll(async () => {
  engine = await engineOf(national);
});

async function resultOf(
  change: Partial<BacktestQuery> = {},
  focus: BacktestFocus = LEVELS,
  of = engine,
): Promise<BacktestResult> {
  const { faults, refused, result } = await of.backtest({ ...query, ...change }, focus, {});
  expect([faults, refused]).toEqual([[], null]);
  return result!;
}

describe('a backtest in the worker', () => {
  test('scores are those that were computed independently, at every threshold', async () => {
    const result = await resultOf();
    const lines = result.sets[0]!.rules.flatMap((r) => r.lines);
    const expected = rows('signals-us-sahm-vs-nber.csv');
    expect(expected.length).toBeGreaterThan(6);
    for (const row of expected) {
      const { hit, falseAlarm, miss, quiet, youden } = lines.find((l) => l.threshold === Number(row.threshold))!.total
        .months;
      expect([hit, falseAlarm, miss, quiet]).toEqual(
        [row.A_hit, row.B_false_alarm, row.C_miss, row.D_quiet].map(Number),
      );
      expect(youden).toBeCloseTo(Number(row.youden), 9);
    }
    expect(result.episodes).toEqual({ dates: 12, all: 12, regions: 1 });
  });

  test('one alarm closely: curve, leads, and the course over time', async () => {
    const focus = { ruleId: 'sahm-low', atLeast: 4, regionCode: 'US' } as const;
    const result = await resultOf({}, focus);
    const [close] = result.focus;
    const { auc } = result.sets[0]!.rules[0]!.statistic;
    // The area below the curve is the chance that the statistic of an event is the larger one.
    const area = close!.roc.slice(1).reduce((sum, p, i) => {
      const before = close!.roc[i]!;
      return sum + ((p.specificity - before.specificity) * (p.sensitivity + before.sensitivity)) / 2;
    }, 0);
    expect(area).toBeCloseTo(auc!, 10);
    expect(
      close!.outcomes.filter((o) => o.counted).map((o) => [o.first, o.lead === null ? 'NA' : String(o.lead)]),
    ).toEqual(
      rows('signals-us-sahm-lead-time.csv').map((row) => [at(row.recession_first_month!), row.first_month_minus_start]),
    );
    const { timeline } = close!;
    if (timeline.kind !== 'region') throw new Error('a region was asked for');
    const t = at('2009-01') - result.first;
    expect([timeline.level[t], timeline.label[t]]).toEqual([4, 1]);
    const { timeline: shares } = (await resultOf({}, { ...focus, regionCode: null })).focus[0]!;
    expect(shares.kind === 'share' && [shares.on[t], shares.event[t]]).toEqual([1, 1]);
    expect((await resultOf({}, { ...focus, ruleId: 'nobody' })).focus).toEqual([null]);
  });

  test('two sets: second minus first; what is the same on both sides differs by nothing', async () => {
    const { differences, sets } = await resultOf({ sets: [rules, higher] });
    const one = differences.find((d) => d.ruleId === 'sahm-low' && d.atLeast === 4)!;
    const recall = sets.map((s) => s.rules[0]!.lines[3]!.total.months.recall!);
    expect(one.figures.recall).toBeCloseTo(recall[1]! - recall[0]!, 12);
    expect(recall[1]!).toBeLessThan(recall[0]!);
    const same = await resultOf({ sets: [rules, rules] });
    expect(same.differences.flatMap((d) => Object.values(d.figures)).filter((v) => v !== null && v !== 0)).toEqual([]);
  });

  test('the stretch of time bounds the scores; a target finds its own episodes', async () => {
    const from = at('1960-01');
    const part = await resultOf({ from, to: at('2019-12') });
    expect([part.first + part.from, part.first + part.to]).toEqual([from, at('2019-12')]);
    expect(part.episodes.dates).toBe(8);
    const found = await resultOf({
      episodes: { kind: 'target', target: { indicator: 'unemployment_rate_sa', rise: 1, within: 12 } },
    });
    expect(found.episodes.dates).toBeGreaterThan(8);
  });

  test('too few episodes, a strange stretch, an unknown indicator, faults of the list: said, not scored', async () => {
    const few = await engine.backtest({ ...query, leastEpisodes: 13 }, LEVELS, {});
    expect(few.result).toBeNull();
    expect(few.refused!.en).toContain('12; fewer than the 13');
    const outside = await engine.backtest({ ...query, from: at('2090-01') }, LEVELS, {});
    expect([outside.result, outside.refused!.en]).toEqual([null, expect.stringContaining('outside the data')]);
    const target = { indicator: 'pmi', rise: 1, within: 12 };
    const absent = await engine.backtest({ ...query, episodes: { kind: 'target', target } }, LEVELS, {});
    expect(absent.refused!.en).toContain('no figures of');
    const csv = 'region_code,start,end\nXX,2001-01,2001-13\nUS,2003-01,2002-01\n';
    const faulty = await engine.backtest({ ...query, episodes: { kind: 'given', csv } }, LEVELS, {});
    expect(faulty.result).toBeNull();
    expect(faulty.faults.map((f) => [f.row, f.column])).toEqual(
      expect.arrayContaining([
        [2, 'region_code'],
        [2, 'end'],
        [3, 'end'],
      ]),
    );
    const weeks = { ...rules, ruleSet: { ...sahm, frequency: 'week' as const } };
    const other = await engine.backtest({ ...query, sets: [weeks] }, LEVELS, {});
    expect(other.refused!.en).toContain('another frequency');
  });

  test('it can be cancelled, before and in the middle', async () => {
    await expect(engine.backtest(query, LEVELS, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    const own = new AbortController();
    const fresh = await engineOf(national.slice(0, 240));
    const under = fresh.backtest(query, LEVELS, { signal: own.signal, onProgress: () => own.abort() });
    await expect(under).rejects.toThrow(/abort/i);
  });
});

describe('as known then', () => {
  /** Thirty quiet months at 4; the rise of the last ten was first reported as none, and put right a month later. */
  const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
  const value = (t: number): number => (t < 30 ? 4 : 5);
  const first = Array.from(
    { length: 40 },
    (_, t) => `US,,unemployment_rate_sa,${month(t)},4,percent,s,${month(t + 1)}-15`,
  );
  const later = Array.from({ length: 10 }, (_, k) => k + 30).map(
    (t) => `US,,unemployment_rate_sa,${month(t)},${value(t)},percent,s,${month(t + 2)}-10`,
  );

  test('a rise that was revised in afterwards was an alarm only when that was known', async () => {
    const revised = await engineOf([...first, ...later], true);
    const given = {
      episodes: { kind: 'given', csv: 'region_code,start,end\nUS,2020-07,2021-04\n' },
      leastEpisodes: 1,
    } as const;
    const focus = { ruleId: 'sahm-low', atLeast: 4, regionCode: 'US' } as const;
    const now = await resultOf(given, focus, revised);
    const then = await resultOf({ ...given, asKnown: true }, focus, revised);
    expect([now.asKnown, now.assessments, then.asKnown]).toEqual([false, 1, true]);
    expect(then.assessments).toBeGreaterThan(6);
    const leadOf = (r: BacktestResult): number | null => r.focus[0]!.outcomes[0]!.lead;
    expect(leadOf(now)).toBe(1);
    expect(leadOf(then)).toBe(2);
    // Blocks that were put together say the same as each period looked at by itself.
    const { timeline } = then.focus[0]!;
    if (timeline.kind !== 'region') throw new Error('a region was asked for');
    for (const t of [29, 31, 32, 36, 39]) {
      const looked = parseDay(`${month(t + 1)}-01`)! - 1 + then.publicationDays;
      await revised.assess(looked, {});
      const signal = await revised.backtest({ ...query, ...given }, focus, {});
      const seen = signal.result!.focus[0]!.timeline;
      if (seen.kind !== 'region') throw new Error('a region was asked for');
      expect([month(t), timeline.level[t]]).toEqual([month(t), seen.level[t]]);
    }
  });
});

describe('calibration', () => {
  const ask: CalibrationQuery = {
    backtest: { ...query, from: at('1960-01'), to: at('2019-12') },
    ruleId: 'sahm-low',
    quantile: 0.9,
    missCost: 5,
    leastRecall: 0.5,
    leastEpisodes: 5,
    holdOutFrom: at('2000-01'),
  };

  test('four methods, each with its scores on the part that is fitted and on the part that is held out', async () => {
    const { methods, refused } = await engine.calibrate(ask, {});
    expect(refused).toBeNull();
    expect(methods.map((m) => m.method)).toEqual(['quantile', 'nsr', 'youden', 'cost']);
    for (const { found } of methods) {
      expect(found.refused).toBeNull();
      expect(found.episodes).toEqual({ fit: 6, holdOut: 2 });
      const { hit, miss, falseAlarm, quiet } = found.holdOut!;
      expect(hit + miss + falseAlarm + quiet).toBe(240);
    }
    const by = (method: string) => methods.find((m) => m.method === method)!.found;
    // None of the candidates does better than the one each method chose, on what it looks at.
    const { candidates } = by('youden');
    expect(by('youden').fit!.youden).toBeCloseTo(Math.max(...candidates.map((c) => c.scores.youden!)), 12);
    const costs = candidates.map((c) => 5 * c.scores.miss + c.scores.falseAlarm);
    expect(5 * by('cost').fit!.miss + by('cost').fit!.falseAlarm).toBe(Math.min(...costs));
  });

  test('fewer episodes than asked for are refused by every method', async () => {
    const { methods } = await engine.calibrate({ ...ask, leastEpisodes: 7 }, {});
    expect(methods.map((m) => m.found.threshold)).toEqual([null, null, null, null]);
    expect(methods[0]!.found.refused!.en).toContain('at least 7 episodes');
  });
});
