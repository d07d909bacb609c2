import { beforeAll, describe, expect, it } from 'vitest';
import { demonstrationBodies } from '../../mock-data/bodies';
import { type Assessment, assess } from '../../src/assess';
import { INSUFFICIENT } from '../../src/base/level';
import { type Day, parseDay } from '../../src/base/period';
import { loadDetectors } from '../../src/detectors/registry';
import { versionBody } from '../../src/levels/load-rule-book';
import { defaultScheme } from '../../src/levels/load-scheme';
import { builtInVersion } from '../../src/levels/rule-book';
import type { Panels } from '../../src/panel/panel';
import { createEngine } from '../../src/platform/engine';
import type { EngineCore, Paper } from '../../src/platform/engine-api';
import type { Flips } from '../../src/platform/rule-answers';
import { readBook } from '../../src/platform/engine-book';
import { previewRule } from '../../src/platform/engine-rules';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import type { Rule, RuleSet } from '../../src/signals/rule';
import { readDemonstration } from '../mock-data/demonstration';

await loadDetectors();

const day = (text: string): Day => parseDay(text)!;
const FIRST = 'surveyed-rate-change';

/** The default rules with one of them otherwise. */
function withRule(id: string, change: (rule: Rule) => Rule): RuleSet {
  const ruleSet = defaultRuleSet();
  return { ...ruleSet, rules: ruleSet.rules.map((r) => (r.id === id ? change(r) : r)) };
}
const lower = withRule(FIRST, (r) => ({ ...r, thresholds: { blue: 0.1, yellow: 0.2, orange: 0.3, red: 0.4 } }));

function paperOf(number: number, from: string, ruleSet: RuleSet): Paper {
  const version = {
    ...builtInVersion(),
    number,
    inForceFrom: day(from),
    ruleSet: { ...ruleSet, version: `${number}` },
  };
  return { kind: 'rules', id: `v${number}`, by: '', at: number, body: versionBody(version) };
}

let panels: Panels;
let present: Assessment;
beforeAll(() => {
  panels = readDemonstration(demonstrationBodies()).panels;
  present = assess(panels, { ruleSet: defaultRuleSet(), scheme: defaultScheme() }, null);
});

describe('the version in force grades', () => {
  const csv = [
    'region_code,region_name,indicator,period,value,unit,source,known_on',
    ...Array.from({ length: 30 }, (_, t) => {
      const month = `${2023 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
      return `150200,包头市,surveyed_unemployment_rate,${month},${t < 24 ? 4 : 4.25},percent,s,${month}-28`;
    }),
    '',
  ].join('\n');
  let engine: EngineCore;
  beforeAll(async () => {
    engine = createEngine(() => day('2026-11-23'));
    engine.putRules(await readBook([paperOf(1, '2025-06-10', lower)]));
    const { batchId } = await engine.readFile(new File([csv], 'rates.csv'), {}, {});
    await engine.load([batchId], null, {});
  });

  it('by today where nothing else is said, by the day of knowledge otherwise, by its id where it is asked for', async () => {
    const now = await engine.assess(null, {});
    expect(now.rules).toMatchObject({ id: 'v1', number: 1, asked: null, builtIn: false });
    expect(now.ruleSet.rules[0]!.thresholds.blue).toBe(0.1);
    const before = await engine.assess(day('2025-06-09'), {});
    expect(before.rules).toMatchObject({ id: 'built-in', number: 0, builtIn: true });
    expect(before.ruleSet).toEqual(defaultRuleSet());
    await engine.useRules('v1', {});
    const asked = await engine.assess(day('2025-06-09'), {});
    expect(asked.rules).toMatchObject({ id: 'v1', asked: 'v1' });
    await engine.useRules(null, {});
  });

  it('and the derivation names it', async () => {
    const { latest } = await engine.assess(null, {});
    const detail = await engine.regionDetail('150200', latest, {});
    expect(detail.derivation.ruleSet.version).toBe('1');
    expect(detail.rules.find((r) => r.ruleId === FIRST)!.thresholds[0]).toBeCloseTo(0.1, 12);
  });

  it('one that cannot be read is told in the view', async () => {
    const bad: Paper = { ...paperOf(2, '2025-07-01', lower), body: { schema: 'fengsui-rule-version/9' } };
    engine.putRules(await readBook([paperOf(1, '2025-06-10', lower), bad]));
    expect((await engine.assess(null, {})).rules).toMatchObject({ id: 'v1', unreadable: 1 });
  });
});

describe('preview of a draft', () => {
  const ask = (ruleSet: RuleSet, ruleId: string, regionCode = '150300') =>
    previewRule(present, { ruleSet, scheme: defaultScheme(), ruleId, regionCode }, {});

  it('of the rules in force changes nothing', async () => {
    const { rule, levels, series, levelNow } = await ask(defaultRuleSet(), FIRST);
    for (const flips of [rule, levels]) {
      expect(flips).toMatchObject({ raised: 0, lowered: 0, total: 0, list: [], stripCodes: [] });
      expect(flips.after).toEqual(flips.before);
    }
    expect([...series!.level]).toEqual([...levelNow!].map((l) => (l === INSUFFICIENT ? 0 : l)));
  });

  it('says what assessing the whole draft says, level by level', async () => {
    const after = assess(panels, { ruleSet: lower, scheme: defaultScheme() }, null);
    const { levels } = await ask(lower, FIRST);
    expectFlips(levels, present.levels.level, after.levels.level);
    expect(levels.raised).toBeGreaterThan(0);
  });

  it('also of a second draft that takes statistics over from the first', async () => {
    const z = { kind: 'robust-z', params: {} };
    const of = (blue: number): RuleSet =>
      withRule(FIRST, (r) => ({ ...r, detector: z, thresholds: { blue, red: 4 }, guard: null }));
    await ask(of(3), FIRST);
    const { levels } = await ask(of(1.5), FIRST);
    const after = assess(panels, { ruleSet: of(1.5), scheme: defaultScheme() }, null);
    expectFlips(levels, present.levels.level, after.levels.level);
    expect(levels.raised).toBeGreaterThan(0);
    // Another way of computing it is another statistic.
    const seasonal = withRule(FIRST, (r) => ({
      ...r,
      detector: { kind: 'robust-z', params: { method: 'seasonal-median' } },
      thresholds: { blue: 1.5, red: 4 },
      guard: null,
    }));
    const other = assess(panels, { ruleSet: seasonal, scheme: defaultScheme() }, null);
    expectFlips((await ask(seasonal, FIRST)).levels, present.levels.level, other.levels.level);
  });

  it('takes rules that are new, gone, moved or read another series', async () => {
    const [gone, ...rest] = defaultRuleSet().rules;
    const made: Rule = {
      ...rest[0]!,
      id: 'made',
      indicator: 'new_benefit_claims',
      form: 'festival',
      detector: { kind: 'cusum', params: { h: 3 } },
      thresholds: { blue: 3, yellow: 6 },
      guard: null,
    };
    const draft = { ...defaultRuleSet(), rules: [...rest.toReversed(), made] };
    const after = assess(panels, { ruleSet: draft, scheme: defaultScheme() }, null);
    const { levels, rule, series, levelNow } = await ask(draft, 'made');
    expectFlips(levels, present.levels.level, after.levels.level);
    expect(rule.before.reduce((a, b) => a + b)).toBe(0);
    expect(rule.after[1]! + rule.after[2]!).toBeGreaterThan(0);
    expect(series).not.toBeNull();
    expect(levelNow).toBeNull();
    expect((await ask(draft, gone!.id)).series).toBeNull();
  });

  it('counts the rule where it speaks, and lists flips newest first with their strips', async () => {
    const { rule } = await ask(lower, FIRST);
    const signal = present.signals.find((s) => s.rule.id === FIRST)!;
    const speaking = signal.started.filter((t) => t >= 0).length;
    expect(rule.before.reduce((a, b) => a + b)).toBe(speaking * present.panel.count);
    expect(rule.list.length).toBeGreaterThan(0);
    const periods = rule.list.map((f) => f.period);
    expect(periods).toEqual(periods.toSorted((a, b) => b - a));
    const marks = [...rule.strips];
    expect(marks.filter((m) => m > 0)).toHaveLength(rule.raised);
    expect(marks.filter((m) => m < 0)).toHaveLength(rule.lowered);
  });

  it('gives way to a newer one before it has begun', async () => {
    const old = new AbortController();
    const asked = previewRule(
      present,
      { ruleSet: lower, scheme: defaultScheme(), ruleId: FIRST, regionCode: '150300' },
      { signal: old.signal },
    );
    old.abort();
    await expect(asked).rejects.toThrow(/abort/i);
  });

  it('leaves the assessment as it is', async () => {
    const copy = present.levels.level.slice();
    await ask(lower, FIRST);
    expect(present.levels.level).toEqual(copy);
  });

  /** Turned from the counts alone: before plus what came minus what went is after. */
  function expectFlips(flips: Flips, before: Uint8Array, after: Uint8Array): void {
    const count = (levels: Uint8Array): number[] =>
      [0, 1, 2, 3, 4, INSUFFICIENT].map((l) => levels.filter((x) => x === l).length);
    expect(flips.before).toEqual(count(before));
    expect(flips.after).toEqual(count(after));
    const warned = (l: number): number => (l === INSUFFICIENT ? 0 : l);
    expect(flips.total).toBe(after.filter((l, cell) => l !== before[cell]).length);
    expect(flips.raised).toBe(after.filter((l, cell) => warned(l) > warned(before[cell]!)).length);
    expect(flips.lowered).toBe(after.filter((l, cell) => warned(l) < warned(before[cell]!)).length);
    for (const { regionCode, period, from, to } of flips.list) {
      const cell = present.panel.tree.indexOf.get(regionCode)! * present.panel.count + period - present.panel.first;
      expect([from, to]).toEqual([before[cell], after[cell]]);
    }
  }
});
