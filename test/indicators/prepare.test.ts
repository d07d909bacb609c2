import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { formKey } from '../../src/indicators/form';
import { prepare } from '../../src/indicators/prepare';
import { catalogue, indicatorOf, panelOf, seriesOf, statusesOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const jobs = indicatorOf('jobs', { kind: 'cumulative', janFeb: 'joint', aggregation: { by: 'sum' } });
const output = indicatorOf('output', { janFeb: 'joint-published', lagDays: 17 });
const rate = indicatorOf('rate');
const list = catalogue(jobs, output, rate);

describe('the forms that are asked for', () => {
  const panel = panelOf(tree, list, '2020-01', {
    jobs: { A: [10, 30, 60], B: [1, 3, 6] },
    output: { A: [NaN, 5, 6] },
    rate: { A: [1, 2, 3] },
  });

  test('cumulative → months → joint, aggregated first; each says its steps', () => {
    const done = prepare(
      panel,
      [
        { indicator: 'jobs', form: 'joint' },
        { indicator: 'jobs', form: 'monthly' },
      ],
      null,
    );
    expect(seriesOf(done, done.columns.get('jobs'), 'R')).toEqual([11, 33, 66]);
    expect(seriesOf(done, done.columns.get('jobs/monthly'), 'R')).toEqual([11, 22, 33]);
    expect(seriesOf(done, done.columns.get('jobs/joint'), 'R')).toEqual([16.5, 16.5, 33]);
    expect(done.columns.get('jobs/joint')!.steps).toEqual(['aggregate', 'decumulate', 'join-jan-feb']);
    expect(panel.columns.has('jobs/joint')).toBe(false);
    expect(seriesOf(panel, panel.columns.get('jobs'), 'R')).toEqual([NaN, NaN, NaN]);
  });

  test('nothing else is touched; an indicator that is not there is no column', () => {
    const done = prepare(
      panel,
      [
        { indicator: 'output', form: 'reported' },
        { indicator: 'nothing', form: 'joint' },
      ],
      null,
    );
    expect(done.columns.get('rate')).toBe(panel.columns.get('rate'));
    expect([...done.columns.keys()]).toEqual(['jobs', 'output', 'rate']);
  });

  test('January of a joint-published series is an expected gap, and a figure that is not due too', () => {
    const due = prepare(panel, [{ indicator: 'output', form: 'reported' }], parseDay('2020-04-16'));
    expect(statusesOf(due, due.columns.get('output'), 'A')).toEqual([
      Status.expectedGap,
      Status.observed,
      Status.observed,
    ]);
    expect(statusesOf(due, due.columns.get('output'), 'B')).toEqual([
      Status.expectedGap,
      Status.missing,
      Status.expectedGap,
    ]);
  });

  test('each step can be switched off', () => {
    const off = prepare(
      panel,
      [
        { indicator: 'jobs', form: 'reported' },
        { indicator: 'output', form: 'reported' },
      ],
      null,
      {
        expectedGaps: false,
        aggregate: false,
      },
    );
    expect(off.columns.get('jobs')).toBe(panel.columns.get('jobs'));
    expect(statusesOf(off, off.columns.get('output'), 'A')[0]).toBe(Status.missing);
  });

  test('forms are of months: a panel of quarters has the reported one alone', () => {
    const quarters = panelOf(tree, list, '2020-Q1', { jobs: { A: [1, 2] } }, 'quarter');
    expect([...prepare(quarters, [{ indicator: 'jobs', form: 'joint' }], null).columns.keys()]).toEqual(['jobs']);
    expect(formKey('jobs', 'joint')).toBe('jobs/joint');
  });
});

test('figures that are not due are marked in columns that nobody asks for, too', () => {
  const panel = panelOf(tree, list, '2020-01', { output: { A: [NaN, 5, NaN] }, rate: { A: [1, 2, 3] } });
  const done = prepare(panel, [], parseDay('2020-04-10'));
  const status = done.columns.get('output')!.status;
  const a = tree.indexOf.get('A')! * panel.count;
  expect([...status.subarray(a, a + 3)]).toEqual([Status.expectedGap, Status.observed, Status.expectedGap]);
  expect(panel.columns.get('output')!.status[a]).toBe(Status.missing);
});

test('the parts of a ratio stand beside it as the ratio took them: parents filled', () => {
  const part = { kind: 'flow', aggregation: { by: 'sum' } } as const;
  const parts = catalogue(
    indicatorOf('openings', part),
    indicatorOf('seekers', part),
    indicatorOf('tightness', { aggregation: { by: 'ratio', numerator: 'openings', denominator: 'seekers' } }),
  );
  const small = treeOf({ R: '', A: 'R', B: 'R' });
  const panel = panelOf(small, parts, '2020-01', { openings: { A: [1], B: [2] }, seekers: { A: [2], B: [4] } });
  const done = prepare(panel, [{ indicator: 'tightness', form: 'reported' }], null);
  const of = (id: string): number[] => seriesOf(done, done.columns.get(id), 'R');
  expect([of('tightness'), of('openings'), of('seekers')]).toEqual([[0.5], [3], [6]]);
});
