import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../src/base/period';
import type { StartedMeasure } from '../../../../src/response/effects/started-measures';
import { type Asked, readQuestion, startOptions, turned } from '../../../../src/views/response/effects/question';
import { treeOf } from '../../../panel/make-panel';

const month = (text: string): number => parsePeriod(text)!.period;
const view: Asked = {
  tree: treeOf({ TOP: '', A: 'TOP', B: 'TOP', A1: 'A' }),
  frequency: 'month',
  weekEndsOn: 6,
  first: month('2017-01'),
  count: 118,
  latest: month('2026-09'),
  indicators: ['rate', 'claims'],
};
const measure: StartedMeasure = {
  seq: 7,
  caseId: 'K-1',
  caseTitle: '',
  measure: 'work-relief',
  regionCode: 'B',
  start: month('2026-03'),
  begun: true,
  expected: { indicatorId: 'claims', direction: 'fall', target: null, by: '2026-08' },
};

describe('readQuestion', () => {
  it('without anything said: a region below the top, the first indicator, the last year', () => {
    expect(readQuestion({}, null, view, [])!.question).toEqual({
      regionCode: 'A',
      indicatorId: 'rate',
      start: month('2025-10'),
      periods: 12,
      view: null,
      add: [],
      remove: [],
      occupied: [],
    });
    expect(readQuestion({}, 'A1', view, [])!.question.regionCode).toBe('A1');
    // The top has no peers: it is asked only when somebody says so.
    expect(readQuestion({}, 'TOP', view, [])!.question.regionCode).toBe('A');
    expect(readQuestion({ of: 'TOP' }, null, view, [])!.question.regionCode).toBe('TOP');
  });

  it('a measure gives region, indicator, start and length, and what else is said goes before it', () => {
    const read = readQuestion({ measure: '7' }, null, view, [measure])!;
    expect(read.measure).toBe(measure);
    expect(read.question).toMatchObject({
      regionCode: 'B',
      indicatorId: 'claims',
      start: month('2026-03'),
      periods: 6,
    });
    expect(read.question.occupied).toEqual(['B']);
    const other = readQuestion({ measure: '7', of: 'A', for: '18', as: 'own', start: '2025-01' }, null, view, [
      measure,
    ])!;
    expect(other.question).toMatchObject({ regionCode: 'A', periods: 18, view: 'own', start: month('2025-01') });
  });

  it('what is not there counts as not said', () => {
    const read = readQuestion(
      { measure: '8', of: 'Z', figure: 'none', start: '2031-01', for: 'x', as: 'mom', with: 'Z B', without: 'A1' },
      null,
      view,
      [measure],
    )!;
    expect(read.measure).toBeNull();
    expect(read.question).toMatchObject({ regionCode: 'A', indicatorId: 'rate', periods: 12, view: null });
    expect([read.question.add, read.question.remove]).toEqual([['B'], ['A1']]);
    expect(readQuestion({ start: '2020-Q1', for: '400' }, null, view, [])!.question).toMatchObject({
      start: month('2025-10'),
      periods: 36,
    });
  });

  it('nothing can be asked of less than a year', () => {
    expect(readQuestion({}, null, { ...view, count: 12 }, [])).toBeNull();
    expect(readQuestion({}, null, { ...view, indicators: [] }, [])).toBeNull();
  });
});

it('a start is offered once a year of figures lies before it, newest first', () => {
  const options = startOptions(view);
  expect(options[0]!.spelt).toBe('2026-10');
  expect(options.at(-1)!.spelt).toBe('2018-01');
});

it('putting a region in or out by hand and back leaves nothing behind', () => {
  const none = { add: [], remove: [] };
  expect(turned(none, 'A', false, true)).toEqual({ with: null, without: 'A' });
  expect(turned({ add: [], remove: ['A'] }, 'A', true, true)).toEqual({ with: null, without: null });
  expect(turned(none, 'B', true, false)).toEqual({ with: 'B', without: null });
  expect(turned({ add: ['B', 'C'], remove: [] }, 'B', false, false)).toEqual({ with: 'C', without: null });
});
