import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import { loadPresetRules } from '../../src/signals/presets';
import type { Rule, Thresholds } from '../../src/signals/rule';

const folder = fileURLToPath(new URL('../../src/signals/defaults/presets', import.meta.url));
const ids = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

/** What places published, number by number: rule set, rule, indicator, detector with what decides, lines, periods in a row. */
const PUBLISHED: readonly (readonly [string, string, string, string, Thresholds, Partial<Rule['confirm']>])[] = [
  ['qingdao-2007', 'registered-rate-lamp', 'registered_unemployment_rate', 'level', { yellow: 5, red: 7 }, {}],
  ['heilongjiang-2007', 'surveyed-rate-line', 'surveyed_unemployment_rate', 'level', { red: 12 }, {}],
  ['hangzhou-2015', 'registered-rate-level-1', 'registered_unemployment_rate', 'level', { red: 6 }, { red: 2 }],
  ['layoff-filing', 'layoffs-filed', 'reported_layoffs', 'scale 1 persons', { blue: 20 }, {}],
  [
    'layoff-events',
    'layoffs-steps',
    'reported_layoffs',
    'scale 1 persons',
    { blue: 20, yellow: 300, orange: 600, red: 1500 },
    {},
  ],
  ['us-extended-benefits', 'insured-rate', 'insured_unemployment_rate_13w', 'level', { orange: 5 }, {}],
  [
    'us-extended-benefits',
    'insured-rate-one-year',
    'insured_unemployment_rate_13w',
    'change 52 percent 1',
    { orange: 20 },
    {},
  ],
  [
    'us-extended-benefits',
    'insured-rate-two-years',
    'insured_unemployment_rate_13w',
    'change 104 percent 1',
    { orange: 20 },
    {},
  ],
  ['korea-crisis-area', 'insured-growth-gap', 'insured_growth_gap', 'level', { orange: 5 }, {}],
  ['korea-crisis-area', 'claims-over-a-year', 'new_benefit_claims', 'change 12 percent 12', { orange: 20 }, {}],
];

test.each(PUBLISHED)(
  '%s, %s: the lines are the published ones',
  async (id, ruleId, indicator, detector, lines, confirm) => {
    const { value, faults } = await loadPresetRules(id);
    expect(faults).toEqual([]);
    const rule = value!.rules.find((r) => r.id === ruleId)!;
    expect(rule.indicator).toBe(indicator);
    expect([rule.detector.kind, ...Object.values(rule.detector.params)].join(' ')).toBe(detector);
    expect(rule.thresholds).toEqual(lines);
    expect(rule.confirm).toEqual({ blue: 1, yellow: 1, orange: 1, red: 1, ...confirm });
    // A published line is met as it stands: no hysteresis, no widening for size.
    expect([rule.exitMargin, rule.guard, rule.appliesTo, rule.clear]).toEqual([0, null, 'all', 1]);
  },
);

test('every file of the folder is in the list and loads, and the table above has every rule of it', async () => {
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const { value, faults } = await loadPresetRules(id);
    expect(faults).toEqual([]);
    expect(value!.id).toBe(id);
    expect(value!.rules.map((r) => r.id)).toEqual(PUBLISHED.filter(([set]) => set === id).map(([, rule]) => rule));
    for (const rule of value!.rules) {
      expect(rule.basis.kind).toBe(id === 'layoff-events' ? 'ours' : 'published');
      const { worse } = defaultCatalogue().byId.get(rule.indicator) ?? {};
      expect(worse, rule.indicator).not.toBe('none');
    }
  }
});

describe('a set that is not there', () => {
  test.each(['atlantis', '__proto__', 'toString', ''])('"%s" is a fault that names those that are', async (id) => {
    const { value, faults } = await loadPresetRules(id);
    expect(value).toBeNull();
    expect(faults).toEqual([{ path: '.ruleSet', expected: expect.stringContaining('qingdao-2007'), given: id }]);
  });
});
