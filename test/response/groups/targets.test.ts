import { describe, expect, test } from 'vitest';
import { yearOf } from '../../../src/base/period';
import { type TargetTable, targetProgress, TARGET_INDICATORS } from '../../../src/response/groups/targets';
import { assessment, month, panel, panelWith, tree } from '../case/demonstration-case';

const prepared = panelWith(TARGET_INDICATORS);
const tables = (code: string, period: string) => targetProgress(prepared, assessment.targetsOf, code, month(period));
const jobs = (code: string, period: string): TargetTable => tables(code, period)[0]!;
const { panel: yearly, column: targetColumn } = assessment.targetsOf('new_urban_jobs')!;

describe('the leagues in September 2026', () => {
  const table = jobs('150000', '2026-09');

  test('one row a league; achieved and target are the figures of the panels, share and gap follow from them', () => {
    expect(table).toMatchObject({ indicatorId: 'new_urban_jobs', year: 2026, period: month('2026-09'), why: null });
    expect(table.due).toBeCloseTo(75, 12);
    expect(table.rows).toHaveLength(12);
    for (const row of [table.total!, ...table.rows]) {
      const r = tree.indexOf.get(row.regionCode)!;
      const achieved =
        prepared.columns.get('new_urban_jobs')!.values[r * panel.count + month('2026-09') - panel.first]!;
      const target = targetColumn.values[r * yearly.count + 2026 - yearly.first]!;
      expect(row).toMatchObject({ achieved, target });
      expect(row.share).toBeCloseTo((100 * achieved) / target, 9);
      expect(row.gap).toBeCloseTo((100 * achieved) / target - 75, 9);
    }
  });

  test('ranked by share, from 1', () => {
    const shares = table.rows.map((row) => row.share!);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(table.rows.map((row) => row.rank)).toEqual(shares.map((_, i) => i + 1));
    expect(table.total!.rank).toBeNull();
  });

  test('what past years had reached by then: mean of three, each a share of its own year', () => {
    const row = table.rows[0]!;
    const r = tree.indexOf.get(row.regionCode)!;
    const at = (period: string) =>
      prepared.columns.get('new_urban_jobs')!.values[r * panel.count + month(period) - panel.first]!;
    const mean = [2023, 2024, 2025].reduce((sum, y) => sum + at(`${y}-09`) / at(`${y}-12`) / 3, 0);
    expect(row.duePast).toBeCloseTo(100 * mean, 9);
    expect(row.gapPast).toBeCloseTo(row.share! - 100 * mean, 9);
  });

  test('the gap is that of the progress rule, turned: its signal begins behind the line', () => {
    const rule = assessment.signals.find((s) => s.rule.id === 'new-urban-jobs-progress')!;
    const { rows } = jobs('150000', '2026-03');
    for (const row of rows) {
      const cell = tree.indexOf.get(row.regionCode)! * panel.count + month('2026-03') - panel.first;
      expect(rule.severity[cell]! > 0 ? row.gap! : -1).toBeLessThan(0);
      if (row.gap! > 0) expect(rule.severity[cell]).toBe(0);
    }
  });
});

test('a county stands alone; an unknown region has none', () => {
  const [table] = tables('150302', '2026-09');
  expect(table).toMatchObject({ rows: [], total: { regionCode: '150302' } });
  expect(tables('nowhere', '2026-09')).toEqual([]);
});

test('too few past years, no target, no figure of the year yet: each is said', () => {
  const early = jobs('150000', `${yearOf('month', panel.first) + 1}-09`);
  expect(early.rows.every((row) => row.duePast === null && row.gapPast === null)).toBe(true);
  expect(targetProgress(prepared, () => undefined, '150000', month('2026-09'))[0]).toMatchObject({
    rows: [],
    why: { zh: '数据中没有2026年目标' },
  });
  const empty = prepared.columns.get('new_urban_jobs')!;
  const columns = new Map([['new_urban_jobs', { ...empty, values: empty.values.map(() => NaN) }]]);
  expect(targetProgress({ ...prepared, columns }, assessment.targetsOf, '150000', month('2026-09'))).toMatchObject([
    { period: null, rows: [], why: { zh: '2026年还没有数值' } },
  ]);
});

test('regions without a figure stand last, without a rank, with the reason', () => {
  const column = prepared.columns.get('new_urban_jobs')!;
  const values = column.values.slice();
  const wuhai = tree.indexOf.get('150300')!;
  values.fill(NaN, wuhai * panel.count, (wuhai + 1) * panel.count);
  const columns = new Map(prepared.columns).set('new_urban_jobs', { ...column, values });
  const [table] = targetProgress({ ...prepared, columns }, assessment.targetsOf, '150000', month('2026-09'));
  expect(table!.rows.at(-1)).toMatchObject({
    regionCode: '150300',
    rank: null,
    share: null,
    why: { zh: '该地区没有本期数值' },
  });
});
