import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../src/base/period';
import { LevelFlag } from '../../src/levels/levels';
import { SignalState as S } from '../../src/signals/rule';
import { driversOf } from '../../src/store/drivers';
import { courseRange, rankRegions } from '../../src/store/ranking';
import { tapeWindow } from '../../src/store/tape-window';
import { levelAt, periodOf, periodsAtLevel, windowOf } from '../../src/store/view-select';
import { makeView, X } from '../views/make-view';

const first = monthPeriod(2026, 1);
const NaNs = Array<number>(4).fill(Number.NaN);
const view = makeView({
  first,
  count: 4,
  levels: { '150300': [0, 2, 3, 3], '150600': [0, 0, 0, 3], '150200': [0, 0, 0, 0], '152900': [X, X, X, X] },
  index: { '150300': [1, 20, 40, 50], '150600': [1, 2, 3, 60], '150200': [9, 9, 9, 30], '152900': NaNs },
  flags: { '150300': [0, 0, 0, LevelFlag.stale | LevelFlag.coverage] },
  signals: {
    'unemployment-rise': {
      '150300': [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, S.active],
      ],
    },
    'monitored-jobs-loss': {
      '150300': [
        [0, 0],
        [0, 0],
        [0, 0],
        [3, S.active],
      ],
    },
    'new-claims-change': {
      '150300': [
        [0, 0],
        [0, 0],
        [0, 0],
        [4, S.insufficient],
      ],
    },
    'pmi-level': {
      '150300': [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, S.stale],
      ],
    },
    'pmi-streak': {
      '150300': [
        [0, 0],
        [0, 0],
        [0, 0],
        [2, S.active],
      ],
    },
  },
});
const regions = ['150200', '152900', '150300', '150600'].map((c) => view.tree.indexOf.get(c)!);

describe('ranking', () => {
  const rows = rankRegions(view, regions, first + 3, 3);

  it('is by level, then index; insufficient last, below normal', () => {
    expect(rows.map((r) => r.code)).toEqual(['150600', '150300', '150200', '152900']);
  });

  it('has the change against the period before, none where either is absent', () => {
    expect(rows.map((r) => r.change)).toEqual([57, 10, 21, Number.NaN]);
    expect(rankRegions(view, regions, first)[0]!.change).toBeNaN();
  });

  it('has the course as a window that ends now, and one scale for all', () => {
    expect([...rows[1]!.course]).toEqual([20, 40, 50]);
    expect(courseRange(rows)).toEqual([0, 60]);
    expect([...rankRegions(view, regions, first, 24)[0]!.course]).toHaveLength(1);
  });

  it('names flags, and rules that lack data', () => {
    expect(rows[1]!.flags).toEqual(['stale', 'coverage']);
    expect(rows[1]!.insufficient).toBe(1);
  });
});

describe('drivers', () => {
  it('are the worst signals, one per indicator, without those that lack data', () => {
    const wuhai = view.tree.indexOf.get('150300')!;
    expect(driversOf(view, wuhai, first + 3).map((d) => [d.ruleId, d.level])).toEqual([
      ['monitored-jobs-loss', 3],
      ['pmi-streak', 2],
      ['unemployment-rise', 1],
    ]);
    expect(driversOf(view, wuhai, first)).toEqual([]);
  });
});

describe('reading a view', () => {
  it('takes the period of the address only when the data has it', () => {
    expect(periodOf(view, '2026-02')).toBe(first + 1);
    for (const wanted of [null, '2025-12', '2026-05', '2026', '2026-Q1', 'x'])
      expect(periodOf(view, wanted)).toBe(first + 3);
  });

  it('counts the periods at a level, and has none outside the data', () => {
    const wuhai = view.tree.indexOf.get('150300')!;
    expect([0, 1, 2, 3].map((i) => periodsAtLevel(view, wuhai, first + i))).toEqual([1, 1, 1, 2]);
    expect(levelAt(view, wuhai, first - 1)).toBeNull();
    expect(levelAt(view, wuhai, first + 4)).toBeNull();
    // The first region's window must not reach into nothing, nor another's into its neighbour.
    expect([...windowOf(view, view.levels.level, wuhai, first + 1, 12)]).toEqual([0, 2]);
  });
});

describe('window of a tape', () => {
  const data = { first: 100, count: 120, latest: 210 };
  it('stands still while the period moves within it, ends at what can be judged', () => {
    for (const period of [175, 200, 210]) expect(tapeWindow(data, period, 36)).toEqual({ first: 175, count: 36 });
  });
  it('moves with a period outside it, and stays in the data', () => {
    expect(tapeWindow(data, 150, 36)).toEqual({ first: 115, count: 36 });
    expect(tapeWindow(data, 101, 36)).toEqual({ first: 100, count: 36 });
    expect(tapeWindow(data, 219, 36)).toEqual({ first: 184, count: 36 });
    expect(tapeWindow(data, 150, 500)).toEqual({ first: 100, count: 120 });
  });
});
