import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { SignalState as S } from '../../../src/signals/rule';
import { changesAt } from '../../../src/views/overview/changes';
import { changeWords, revisionWords } from '../../../src/views/overview/change-words';
import { watchOf } from '../../../src/views/overview/watch';
import { makeView, X } from '../make-view';

const first = monthPeriod(2026, 9);
const view = makeView({
  first,
  count: 2,
  levels: {
    '150300': [3, 4],
    '150600': [2, 3],
    '150200': [2, 1],
    '152900': [1, X],
    '150900': [X, 0],
    '150700': [2, 2],
  },
  signals: {
    'monitored-jobs-loss': {
      '150300': [
        [3, S.active],
        [4, S.active],
      ],
      '150700': [
        [0, S.normal],
        [2, S.active],
      ],
    },
    'new-claims-change': {
      '150300': [
        [3, S.active],
        [3, S.active],
      ],
      '150700': [
        [2, S.active],
        [2, S.recovering],
      ],
    },
    'openings-to-seekers-level': {
      '150400': [
        [0, S.normal],
        [0, S.pending],
      ],
      '150500': [
        [1, S.active],
        [1, S.stale],
      ],
    },
  },
});
const changes = changesAt(view, watchOf(view.tree).parts, first + 1);
const code = (region: number) => view.tree.regions[region]!.code;

describe('what changed', () => {
  it('lists levels first: rises worst first, then what can no longer be judged, falls, returns', () => {
    expect(changes.map((c) => [c.kind, code(c.region)])).toEqual([
      ['rise', '150300'],
      ['rise', '150600'],
      ['lost', '152900'],
      ['fall', '150200'],
      ['regained', '150900'],
      ['begun', '150700'],
      ['pending', '150400'],
      ['recovering', '150700'],
    ]);
  });

  it('says them in words, with the drivers of a rise', () => {
    expect(changeWords(changes[0]!, 'zh')).toBe('由Ⅱ 橙升至Ⅰ 红：监测岗位\u00a0Ⅰ、新申领失业金\u00a0Ⅱ');
    expect(changeWords(changes[2]!, 'zh')).toBe('数据不足，不能再判断（此前Ⅳ 蓝）');
    expect(changeWords(changes[5]!, 'zh')).toBe('新触发：监测岗位\u00a0Ⅲ');
    expect(changeWords(changes[6]!, 'en')).toBe('to be confirmed: Openings per seeker');
  });

  it('has none in the first period', () => {
    expect(changesAt(view, watchOf(view.tree).parts, first)).toEqual([]);
  });

  it('names the place of a revision, also one that the tree does not have', () => {
    const note = {
      regionCode: '150200',
      indicatorId: 'new_benefit_claims',
      period: first,
      before: 612,
      after: 1688,
      knownOn: 20_767,
    };
    expect(revisionWords(view, note, 'zh')).toBe('包头市2026年9月新申领失业金 612人 → 1,688人（2026-11-10已知）');
    expect(revisionWords(view, { ...note, regionCode: 'x', indicatorId: 'y' }, 'en')).toContain(
      'x, Sep 2026, y: 612.00',
    );
  });
});
