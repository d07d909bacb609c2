import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/base/period';
import {
  bookOf,
  checkRules,
  loadRulesFile,
  loadVersion,
  rulesFile,
  versionBody,
} from '../../src/levels/load-rule-book';
import { defaultScheme } from '../../src/levels/load-scheme';
import {
  BUILT_IN_ID,
  builtInVersion,
  chooseVersion,
  emptyBook,
  type RuleVersion,
  versionInForce,
} from '../../src/levels/rule-book';
import { defaultRuleSet } from '../../src/signals/load-rule-set';

const day = (text: string): Day => parseDay(text)!;

const version = (number: number, from: string): RuleVersion & { readonly inForceFrom: Day } => ({
  ...builtInVersion(),
  id: `v${number}`,
  number,
  name: { zh: `第${number}版`, en: `Version ${number}` },
  inForceFrom: day(from),
  basedOn: BUILT_IN_ID,
  by: '张三',
  at: number * 1000,
});
const paper = (v: RuleVersion & { readonly inForceFrom: Day }) => ({
  id: v.id,
  by: v.by,
  at: v.at,
  body: JSON.parse(JSON.stringify(versionBody(v))) as unknown,
});

describe('which version grades', () => {
  const book = {
    versions: [builtInVersion(), version(1, '2026-03-01'), version(2, '2026-06-01'), version(3, '2026-06-01')],
    unreadable: 0,
  };
  const inForce = (on: string): number => versionInForce(book, day(on)).number;

  it('is the latest in force on the day, from its first day on', () => {
    expect(['1950-01-01', '2026-02-28', '2026-03-01', '2026-05-31'].map(inForce)).toEqual([0, 0, 1, 1]);
  });

  it('is the one saved last, of several from the same day, in whatever order they stand', () => {
    expect(inForce('2026-06-01')).toBe(3);
    expect(versionInForce({ ...book, versions: book.versions.toReversed() }, day('2026-06-01')).number).toBe(3);
  });

  it('is not the one with the highest number when an earlier day begins later', () => {
    const late = { versions: [version(1, '2026-09-01'), version(2, '2026-01-01')], unreadable: 0 };
    expect(versionInForce(late, day('2026-10-01')).id).toBe('v1');
  });

  it('is the one that is asked for, whatever the day; an unknown one is told and the one in force grades', () => {
    const asked = chooseVersion(book, 'v2', day('2020-01-01'));
    expect(asked.version.id).toBe('v2');
    expect(asked.rules).toMatchObject({ id: 'v2', number: 2, asked: 'v2', unknown: false, builtIn: false });
    expect(chooseVersion(book, BUILT_IN_ID, day('2026-12-01')).rules).toMatchObject({ number: 0, builtIn: true });
    const unknown = chooseVersion(book, 'v9', day('2026-03-10'));
    expect(unknown.rules).toMatchObject({ id: 'v1', asked: 'v9', unknown: true });
  });

  it('is the built-in one without any', () => {
    expect(chooseVersion(emptyBook(), null, day('2026-01-01')).rules).toMatchObject({
      id: BUILT_IN_ID,
      inForceFrom: null,
      builtIn: true,
    });
  });
});

describe('a kept version', () => {
  it('comes back as it was', () => {
    const { value, faults } = loadVersion(paper(version(2, '2026-03-01')));
    expect(faults).toEqual([]);
    expect(value).toEqual(version(2, '2026-03-01'));
  });

  it('with any fault is counted and grades nothing', () => {
    const good = paper(version(1, '2026-03-01'));
    const bad = paper(version(2, '2026-04-01'));
    const { rules } = (bad.body as { ruleSet: { rules: { thresholds: object }[] } }).ruleSet;
    rules[0]!.thresholds = { blue: 2, yellow: 1 };
    const book = bookOf([bad, good]);
    expect(book.versions.map((v) => v.id)).toEqual([BUILT_IN_ID, 'v1']);
    expect(book.unreadable).toBe(1);
    expect(loadVersion(bad).faults).toEqual([
      expect.objectContaining({ path: '.ruleSet.rules[0].thresholds', given: '{"blue":2,"yellow":1}' }),
    ]);
  });

  it('is refused with another day than a day, with the id of the built-in one, or without its parts', () => {
    const good = paper(version(1, '2026-03-01'));
    const body = { ...(good.body as object), inForceFrom: '2026-02-30' };
    expect(loadVersion({ ...good, body }).faults[0]).toMatchObject({ path: '.inForceFrom', given: '"2026-02-30"' });
    expect(loadVersion({ ...good, id: BUILT_IN_ID }).faults[0]!.path).toBe('.id');
    expect(loadVersion({ ...good, body: null }).value).toBeNull();
    expect(loadVersion({ ...good, body: { ...(good.body as object), number: 0 } }).faults[0]!.path).toBe('.number');
  });
});

describe('a file of rules', () => {
  const content = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
  const parsed = (): Record<string, unknown> =>
    JSON.parse(rulesFile({ zh: '甲', en: 'A' }, '说明', content)) as Record<string, unknown>;

  it('comes back whole', () => {
    const { value, faults } = loadRulesFile(parsed());
    expect(faults).toEqual([]);
    expect(value).toEqual(content);
  });

  it('may be a bare rule set or scheme, as the command line takes them', () => {
    expect(loadRulesFile(parsed().ruleSet).value).toEqual({ ruleSet: content.ruleSet, scheme: null });
    expect(loadRulesFile(parsed().scheme).value).toEqual({ ruleSet: null, scheme: content.scheme });
  });

  it('with faults in both parts has them all, with place and value, and gives nothing', () => {
    const file = structuredClone(parsed()) as unknown as {
      ruleSet: { rules: { detector: object; confirm: { red: unknown } }[] };
      scheme: { minUsable: { share: number } };
    };
    file.ruleSet.rules[1]!.confirm.red = 'soon';
    file.scheme.minUsable.share = 2;
    const { value, faults } = loadRulesFile(file);
    expect(value).toBeNull();
    expect(faults.map(({ path, given }) => [path, given])).toEqual([
      ['.ruleSet.rules[1].confirm.red', '"soon"'],
      ['.scheme.minUsable.share', '2'],
    ]);
  });

  it('of anything else is refused', () => {
    const polluted = JSON.parse('{"__proto__": {"x": 1}, "schema": "fengsui-rules-and-scheme/1"}') as unknown;
    for (const raw of [null, 3, 'x', [], {}, { schema: 'fengsui-panel/1' }, polluted]) {
      expect(loadRulesFile(raw).value).toBeNull();
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('is refused where the scheme names a rule that the set does not have', () => {
    const scheme = defaultScheme();
    const named = { kind: 'rules', rules: ['no-such-rule'], atLeast: 1, count: 1 } as const;
    const conditions = { ...scheme.conditions, 1: [named] };
    const { faults } = checkRules({ ruleSet: defaultRuleSet(), scheme: { ...scheme, conditions } });
    expect(faults).toEqual([expect.objectContaining({ path: '.scheme.conditions', given: 'no-such-rule' })]);
  });
});
