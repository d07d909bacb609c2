import { expect, test } from 'vitest';
import { levelRank } from '../../../src/base/level';
import { countedSignals, districtsOf, driversOf, groupsAffected } from '../../../src/response/case/affected';
import { KEY_GROUPS } from '../../../src/response/groups/groups';
import { context, derivationOf, levels, month, panel, tree, WUHAI } from './demonstration-case';

const march = derivationOf(WUHAI, '2026-03');
const region = (code: string) => tree.regions[tree.indexOf.get(code)!]!;

test('the eight groups and areas of the document, one clause each; their indicators are of the catalogue and graded', () => {
  expect(KEY_GROUPS.map((g) => g.clause)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8']);
  for (const id of KEY_GROUPS.flatMap((g) => g.indicators)) {
    expect(panel.catalogue.byId.get(id)?.worse).not.toBe('none');
    expect(panel.catalogue.byId.has(id)).toBe(true);
  }
});

test('mine closures: the redundant workers by their indicators, the district in difficulty by what it is', () => {
  const groups = groupsAffected(march, region(WUHAI), context);
  const affected = groups.filter((g) => g.affected).map((g) => g.group.id);
  expect(affected).toContain('redundant-workers');
  expect(affected).toContain('difficult-areas');
  expect(affected).not.toContain('graduates');
  expect(groups.find((g) => g.group.id === 'redundant-workers')!.words.zh).toBe(
    '监测岗位 Ⅰ 红、规模裁员 Ⅰ 红、失业保险参保 Ⅳ 蓝',
  );
  // Nothing in the data speaks of the poor: people judge, and are told so.
  expect(groups.find((g) => g.group.id === 'poor')!.words.en).toContain('judged by people');
});

test('a region that is only of a kind and not warned is not affected', () => {
  const before = derivationOf(WUHAI, '2025-06');
  expect(before.level).toBe(0);
  expect(groupsAffected(before, region(WUHAI), context).filter((g) => g.affected)).toEqual([]);
});

test('districts at a level, worst first, are those of the assessment', () => {
  const { atLevel, insufficient, all } = districtsOf(
    { tree, first: panel.first, count: panel.count, levels },
    WUHAI,
    month('2026-03'),
  );
  expect(all).toBe(3);
  expect(atLevel.map((d) => d.regionCode).toSorted()).toEqual(['150302', '150303', '150304']);
  expect(insufficient).toEqual([]);
  for (const [i, d] of atLevel.entries()) {
    expect(d.level).toBe(levels.level[tree.indexOf.get(d.regionCode)! * panel.count + month('2026-03') - panel.first]);
    if (i > 0) expect(levelRank(d.level)).toBeLessThanOrEqual(levelRank(atLevel[i - 1]!.level));
  }
  const none = districtsOf({ tree, first: panel.first, count: panel.count, levels }, '150302', month('2026-03'));
  expect(none).toEqual({ atLevel: [], insufficient: [], all: 0 });
});

test('drivers: every signal that counts once, by family, the worst family first, in the words of the proof', () => {
  const { families, words } = driversOf(march, context);
  expect(families.flatMap((f) => f.signals.map((s) => s.ruleId)).toSorted()).toEqual(
    countedSignals(march)
      .map((s) => s.ruleId)
      .toSorted(),
  );
  expect(families[0]!.family).toBe('employment');
  const ranks = families.map((f) => levelRank(f.level));
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  expect(words.zh.split('\n')[0]).toMatch(/^就业失业重点指标（Ⅰ 红）：.*新申领.*；/);
  const quiet = driversOf(derivationOf('150100', '2026-03'), context);
  expect(quiet.families).toEqual([]);
  expect(quiet.words.en).toBe('no signal counts');
});
