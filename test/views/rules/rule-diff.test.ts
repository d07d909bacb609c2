import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetectors } from '../../../src/detectors/registry';
import { defaultScheme } from '../../../src/levels/load-scheme';
import type { RulesAndScheme } from '../../../src/levels/load-rule-book';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import type { Rule } from '../../../src/signals/rule';
import { changeCount } from '../../../src/views/rules/edit/DiffTable';
import { diffRules, figure, isSame } from '../../../src/views/rules/edit/rule-diff';
import { namesFor } from '../../../src/views/rules/edit/versions';
import { makeView } from '../make-view';

const names = namesFor(makeView({ count: 1 }));
const base: RulesAndScheme = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const [first, second] = base.ruleSet.rules as [Rule, Rule, ...Rule[]];
const withFirst = (rule: Rule): RulesAndScheme => ({
  ...base,
  ruleSet: { ...base.ruleSet, rules: [rule, ...base.ruleSet.rules.slice(1)] },
});

beforeAll(() => loadDetectors());

/** Lines of a changed rule, "label: from → to" in one language. */
function lines(to: RulesAndScheme, lang: 'zh' | 'en', from = base): string[] {
  const { rules, set, scheme } = diffRules(from, to, names);
  const fields = [...rules.flatMap((r) => r.fields), ...set, ...scheme];
  return fields.map((f) => `${f.label[lang]}: ${f.from[lang]} → ${f.to[lang]}`);
}

describe('what is other', () => {
  it('is nothing between the same, whatever their number and name', () => {
    const renamed = { ...base, ruleSet: { ...base.ruleSet, id: 'v7', version: '7', name: { zh: '七', en: 'Seven' } } };
    const diff = diffRules(base, renamed, names);
    expect(isSame(diff)).toBe(true);
    expect(changeCount(diff)).toBe(0);
  });

  it('is told field by field in words, also what came and what went', () => {
    const to = withFirst({
      ...first,
      thresholds: { blue: 0.45, yellow: 0.7, orange: 1 },
      confirm: { ...first.confirm, red: 2 },
      role: 'signal',
      guard: null,
      basis: { ...first.basis, kind: 'user' },
    });
    expect(lines(to, 'zh')).toEqual([
      'Ⅳ级预警线: 0.4 → 0.45',
      'Ⅰ级预警线: 1.5 → —',
      '作用: 下限指标：单独即可定级 → 计入本族',
      'Ⅰ级连续几期才算: 1 → 2',
      '放宽的基准劳动力（人）: 250,000 → —',
      '最多放宽几倍: 2 → —',
      '依据: 本产品默认 → 用户设定',
    ]);
    expect(lines(to, 'en')[0]).toBe('Threshold Ⅳ: 0.4 → 0.45');
  });

  it('names methods, parameters and indicators', () => {
    const to = withFirst({
      ...first,
      indicator: 'registered_unemployment_rate',
      detector: { kind: 'robust-z', params: { years: 5 } },
    });
    const said = lines(to, 'zh');
    expect(said).toContain('指标: 城镇调查失业率 → 城镇登记失业率');
    expect(said).toContain('方法: 变动 → 稳健 z 值');
    expect(said).toContain('与几期前相比: 12 → —');
    expect(said).toContain('用往年几年: — → 5');
  });

  it('tells new, removed and moved rules by their names', () => {
    const [, ...rest] = base.ruleSet.rules;
    const made = { ...second, id: 'made', name: { zh: '新的', en: 'A new one' } };
    const diff = diffRules(base, { ...base, ruleSet: { ...base.ruleSet, rules: [...rest, made] } }, names);
    expect(diff.rules.map(({ kind, name }) => [kind, name.zh])).toEqual([
      ['added', '新的'],
      ['removed', first.name.zh],
    ]);
    expect(diff.reordered).toBe(false);
    const turned = { ...base, ruleSet: { ...base.ruleSet, rules: base.ruleSet.rules.toReversed() } };
    expect(diffRules(base, turned, names)).toMatchObject({ rules: [], reordered: true });
  });

  it('tells the scheme: conditions in words, spread, weights', () => {
    const { scheme } = base;
    const to: RulesAndScheme = {
      ...base,
      scheme: {
        ...scheme,
        conditions: { ...scheme.conditions, 1: [{ kind: 'signals', atLeast: 1, count: 2 }] },
        spread: { ...scheme.spread, 4: { children: 0.6, labourForce: 0.45 } },
        minUsable: { ...scheme.minUsable, share: 0.6 },
        weighting: 'entropy',
      },
    };
    const said = lines(to, 'zh');
    expect(said).toContain('Ⅳ级条件: 至少 1 项信号达到 Ⅳ 级及以上 → 至少 2 项信号达到 Ⅳ 级及以上');
    expect(said).toContain('Ⅰ级扩散：下级个数份额: 0.5 → 0.6');
    expect(said).toContain('可用规则至少占: 0.5 → 0.6');
    expect(said.some((l) => l.startsWith('指数权重的来历: ') && l.endsWith(' → 熵权法'))).toBe(true);
    expect(said).toHaveLength(4);
  });

  it('says of a field without a name here at least its path', () => {
    const odd = { ...first, novel: 3 } as unknown as Rule;
    expect(lines(withFirst(odd), 'en')).toEqual(['novel: — → 3']);
  });
});

it('writes a figure with the decimals that it has', () => {
  expect([0.1, 2, 1234.5, -0.25, 1e-7].map(figure)).toEqual(['0.1', '2', '1,234.5', '−0.25', '0']);
});
