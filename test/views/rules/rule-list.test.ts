import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetectors } from '../../../src/detectors/registry';
import { defaultRuleSet, loadRuleSet } from '../../../src/signals/load-rule-set';
import { SignalState } from '../../../src/signals/rule';
import { byFamily, freeId, measureOf, newRule, ownBasis } from '../../../src/views/rules/edit/rule-list';
import { recordsOf } from '../../../src/views/rules/edit/rule-record';
import { makeView } from '../make-view';

const A = SignalState.active;
const N = SignalState.normal;
const X = SignalState.insufficient;
const id = defaultRuleSet().rules[0]!.id;

beforeAll(() => loadDetectors());

describe('record of a rule', () => {
  it('counts alarms for each region and decade, and the time on alert, where it speaks', () => {
    // One region of 12 months: on in months 2–3 and 6, silent in 7–8, on again in 9.
    const cells = [
      [0, N],
      [1, A],
      [2, A],
      [0, N],
      [0, N],
      [1, A],
      [0, X],
      [0, X],
      [1, A],
      [0, N],
      [0, N],
      [0, N],
    ] as const;
    const made = makeView({ count: 12, signals: { [id]: { '150300': cells } } });
    const [signal] = made.signals;
    const started = signal!.started.map((_, r) => (r === made.tree.indexOf.get('150300') ? 0 : -1));
    const record = recordsOf({ ...made, signals: [{ ...signal!, started }] }).get(id)!;
    expect(record.regions).toBe(1);
    expect(record.onAlert).toBeCloseTo(4 / 10, 12);
    // The spell of silence does not end the alarm: two in ten months spoken.
    expect(record.alarmsPerDecade).toBeCloseTo((2 * 120) / 10, 12);
  });

  it('is not a number for a rule that never spoke', () => {
    const made = makeView({ count: 3, signals: { [id]: {} } });
    const [signal] = made.signals;
    const silent = { ...signal!, started: signal!.started.map(() => -1) };
    expect(recordsOf({ ...made, signals: [silent] }).get(id)).toEqual({
      regions: 0,
      alarmsPerDecade: NaN,
      onAlert: NaN,
    });
  });
});

describe('list', () => {
  const view = makeView({ count: 1 });

  it('has every rule once, under the family of its indicator, with its place in the set', () => {
    const listed = byFamily(defaultRuleSet(), view).flatMap(([, rules]) => rules);
    expect(listed.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([...defaultRuleSet().rules.keys()]);
  });

  it('says what each rule measures, and something also while its parameters are wrong', () => {
    const [rule] = defaultRuleSet().rules;
    const indicator = view.catalogue.byId.get(rule!.indicator);
    expect(measureOf(rule!, indicator, 'month', 'zh')).toMatchObject({ unit: '个百分点', signed: true });
    const wrong = { ...rule!, detector: { kind: 'change', params: { lag: 'x' } } };
    expect(measureOf(wrong, indicator, 'month', 'zh').words).toBe('城镇调查失业率，变动');
    const unknown = { ...rule!, indicator: 'foo', detector: { kind: 'bar', params: {} } };
    expect(measureOf(unknown, undefined, 'month', 'en').words).toBe('foo, bar');
  });

  it('gives new rules ids that are free, and rules that hold', () => {
    const set = defaultRuleSet();
    expect(freeId(set, 'new-rule')).toBe('new-rule');
    const text = { zh: '新', en: 'New' };
    for (const indicator of view.catalogue.indicators.filter((i) => i.worse !== 'none')) {
      const rule = newRule('new-rule', text, indicator, text);
      const { faults } = loadRuleSet({ schema: 'fengsui-rules/1', ...set, rules: [...set.rules, rule] });
      expect(faults, indicator.id).toEqual([]);
    }
    expect(freeId({ ...set, rules: [{ ...set.rules[0]!, id: 'new-rule' }] }, 'new-rule')).toBe('new-rule-2');
  });

  it('marks lines that somebody moved as their own, once', () => {
    const [rule] = defaultRuleSet().rules;
    expect(ownBasis(rule!, 3)).toMatchObject({ path: ['ruleSet', 'rules', 3, 'basis'], value: { kind: 'user' } });
    expect(ownBasis({ ...rule!, basis: { ...rule!.basis, kind: 'user' } }, 3)).toBeUndefined();
  });
});
