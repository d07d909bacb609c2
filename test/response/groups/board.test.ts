import { describe, expect, test } from 'vitest';
import { INSUFFICIENT, levelRank } from '../../../src/base/level';
import { seasonOf } from '../../../src/base/period';
import { formKey } from '../../../src/indicators/form';
import { prepare } from '../../../src/indicators/prepare';
import { BOARD_INDICATORS, groupBoard } from '../../../src/response/groups/board';
import { KEY_GROUPS } from '../../../src/response/groups/groups';
import { assessment, levels, month, panel, tree, WUHAI } from '../case/demonstration-case';

const forms = (['reported', 'joint'] as const).flatMap((form) =>
  BOARD_INDICATORS.map((indicator) => ({ indicator, form })),
);
const prepared = prepare(panel, forms, assessment.asOf);
const input = { panel: prepared, signals: assessment.signals, levels };
const board = (code: string, period: string) => {
  const groups = groupBoard(input, code, month(period));
  return (id: string) => groups.find((g) => g.groupId === id)!;
};
const value = (key: string, code: string, period: string) =>
  prepared.columns.get(key)!.values[tree.indexOf.get(code)! * panel.count + month(period) - panel.first]!;

describe('Wuhai in March 2026, its mines closing', () => {
  const of = board(WUHAI, '2026-03');

  test('eight groups in the order of the document; those that no indicator speaks of have no level', () => {
    const groups = groupBoard(input, WUHAI, month('2026-03'));
    expect(groups.map((g) => g.groupId)).toEqual(KEY_GROUPS.map((g) => g.id));
    for (const id of ['poor', 'veterans'])
      expect(of(id)).toEqual({ groupId: id, level: null, indicators: [], areas: [] });
  });

  test('redundant workers: worst of three indicators, with figure and change of the panel', () => {
    const group = of('redundant-workers');
    expect(group.level).toBe(4);
    const jobs = group.indicators.find((i) => i.indicatorId === 'monitored_jobs')!;
    const [now, before] = ['2026-03', '2025-03'].map((p) => value('monitored_jobs', WUHAI, p)) as [number, number];
    expect(jobs).toMatchObject({ value: now, period: month('2026-03'), level: 4, state: 'active', why: null });
    expect(jobs.yoy).toBeCloseTo(100 * (now / before - 1), 10);
    expect(jobs.yoy).toBeLessThan(0);
  });

  test('the regions below with a signal, worst first, at most three, and how many there are', () => {
    for (const indicator of of('redundant-workers').indicators) {
      expect(indicator.below.all).toBe(3);
      expect(indicator.worst).toHaveLength(indicator.below.atLevel);
      const ranks = indicator.worst.map((w) => levelRank(w.level!));
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    }
    const all = board(
      '150000',
      '2026-03',
    )('redundant-workers').indicators.find((i) => i.indicatorId === 'monitored_jobs')!;
    expect(all.worst.length).toBeLessThanOrEqual(3);
    expect(all.worst[0]!.regionCode).toBe(WUHAI);
  });

  test('an area of difficulty is itself in the list, with the level of the assessment', () => {
    const cell = tree.indexOf.get(WUHAI)! * panel.count + month('2026-03') - panel.first;
    expect(of('difficult-areas').areas).toContainEqual({ regionCode: WUHAI, level: levels.level[cell] });
    expect(of('minority-areas').areas).toEqual([]);
  });
});

test('an area without an indicator has the worst level of its regions', () => {
  const group = board('150000', '2026-03')('minority-areas');
  expect(group.areas.map((a) => a.regionCode).toSorted()).toEqual(['150722', '150723', '150724']);
  expect(group.level).toBe(group.areas[0]!.level);
});

test('flows of January and February are compared together, and January alone has no figure to compare', () => {
  const layoffs = (period: string) =>
    board('150000', period)('redundant-workers').indicators.find((i) => i.indicatorId === 'reported_layoffs')!;
  const joint = formKey('reported_layoffs', 'joint');
  const [now, before] = ['2026-02', '2025-02'].map((p) => value(joint, '150000', p)) as [number, number];
  expect(layoffs('2026-02').yoy).toBeCloseTo(100 * (now / before - 1), 10);
  expect(layoffs('2026-02').value).toBe(value('reported_layoffs', '150000', '2026-02'));
  expect(seasonOf('month', month('2026-01'))).toBe(0);
  expect(layoffs('2026-01')).toMatchObject({ yoy: null, why: { zh: '缺上年同期' } });
});

test('what is not known is said: no year before, no such region, a period outside the data', () => {
  const first = groupBoard(input, '150000', panel.first)[0]!.indicators[0]!;
  expect(first).toMatchObject({ yoy: null, why: { en: 'no figure a year before' } });
  expect(groupBoard(input, 'nowhere', month('2026-03'))).toEqual([]);
  const beyond = groupBoard(input, '150000', panel.first + panel.count + 5);
  expect(beyond[0]!.indicators[0]).toMatchObject({ value: null, period: null, level: null });
  expect(beyond[6]!.areas.every((a) => a.level === INSUFFICIENT)).toBe(true);
  const bare = { ...input, panel: { ...prepared, columns: new Map() } };
  expect(groupBoard(bare, '150000', month('2026-03'))[0]!.indicators[0]!.why!.en).toBe(
    'the data does not have this indicator',
  );
});
