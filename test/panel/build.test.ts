import { describe, expect, test } from 'vitest';
import { formatDay, NO_DAY, parseDay, parsePeriod } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { buildPanels, extendCatalogue, lastKnownOn } from '../../src/panel/build';
import { cellOf, isDemonstration, type Panel } from '../../src/panel/panel';
import { batchOf, catalogue, indicatorOf, type Row, seriesOf, treeOf } from './make-panel';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const list = catalogue(
  indicatorOf('rate'),
  indicatorOf('jobs', { kind: 'flow' }),
  indicatorOf('goal', { frequency: 'year' }),
);

function build(...batches: (readonly Row[] | ReturnType<typeof batchOf>)[]): ReturnType<typeof buildPanels> {
  return buildPanels(
    batches.map((b) => ('observations' in b ? b : batchOf(b))),
    tree,
    list,
  );
}

function at(panel: Panel, id: string, code: string, period: string) {
  const column = panel.columns.get(id)!;
  const cell = cellOf(panel, tree.indexOf.get(code)!, parsePeriod(period)!.period);
  const old = column.revisions;
  const day = (d: number): string | null => (d === NO_DAY ? null : formatDay(d));
  return {
    value: column.values[cell]!,
    status: column.status[cell]!,
    knownOn: column.knownOn ? day(column.knownOn[cell]!) : null,
    row: column.row![cell]!,
    batch: column.batch![cell]!,
    vintages: old
      ? [...old.cell.keys()].flatMap((i) => (old.cell[i] === cell ? [[old.value[i]!, day(old.knownOn[i]!)]] : []))
      : [],
  };
}

test('places each value at its region and period, with its row; the rest is missing', () => {
  const { panels, issues } = build([
    ['B', 'rate', '2020-03', 5],
    ['A', 'rate', '2020-01', 0],
    ['A', 'jobs', '2020-02', -7],
  ]);
  expect(issues).toEqual([]);
  expect(Object.keys(panels)).toEqual(['month']);
  const panel = panels.month!;
  expect([panel.first, panel.count]).toEqual([parsePeriod('2020-01')!.period, 3]);
  expect(seriesOf(panel, panel.columns.get('rate'), 'A')).toEqual([0, NaN, NaN]);
  expect(seriesOf(panel, panel.columns.get('rate'), 'B')).toEqual([NaN, NaN, 5]);
  expect(seriesOf(panel, panel.columns.get('jobs'), 'A')).toEqual([NaN, -7, NaN]);
  expect(at(panel, 'rate', 'B', '2020-03')).toMatchObject({ status: Status.observed, row: 2, knownOn: null });
  expect(at(panel, 'rate', 'B', '2020-02')).toMatchObject({ value: NaN, status: Status.missing, row: 0 });
  expect(panel.columns.get('rate')!.knownOn).toBeNull();
});

test('a panel for each frequency, columns in the order of the catalogue', () => {
  const { panels } = build([
    ['A', 'jobs', '2020-01-04', 1],
    ['A', 'rate', '2020-01-04', 1],
    ['A', 'goal', '2020', 9],
    ['A', 'rate', '2020-Q2', 2],
  ]);
  expect(Object.keys(panels).sort()).toEqual(['quarter', 'week', 'year']);
  expect([...panels.week!.columns.keys()]).toEqual(['rate', 'jobs']);
  expect(panels.week!.weekEndsOn).toBe(6);
  expect([...panels.year!.columns.keys()]).toEqual(['goal']);
});

test('what is not in the tree or the catalogue is left out, and does not stretch the panel', () => {
  const { panels, issues } = build([
    ['A', 'rate', '2020-01', 1],
    ['nowhere', 'rate', '1900-01', 2],
    ['A', 'unknown', '2999-01', 3],
    ['A', 'unknown', '2020-01-04', 3],
  ]);
  expect(issues).toEqual([]);
  expect(Object.keys(panels)).toEqual(['month']);
  expect(panels.month!.count).toBe(1);
});

test('nothing gives no panel', () => {
  expect(build([]).panels).toEqual({});
  expect(build().panels).toEqual({});
});

describe('vintages', () => {
  const month = '2020-01';

  test('a revision takes the place of the earlier value, which is kept; the order of rows does not matter', () => {
    const rows: Row[] = [
      ['A', 'rate', month, 5.0, '2020-02-10'],
      ['A', 'rate', month, 5.2, '2020-03-10'],
      ['A', 'rate', month, 5.1, '2020-04-10'],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      const { panels, issues } = build(order.map((i) => rows[i]!));
      expect(issues).toEqual([]);
      expect(at(panels.month!, 'rate', 'A', month)).toMatchObject({
        value: 5.1,
        knownOn: '2020-04-10',
        vintages: [
          [5.0, '2020-02-10'],
          [5.2, '2020-03-10'],
        ],
      });
      expect(lastKnownOn(panels.month!)).toBe(parseDay('2020-04-10'));
    }
  });

  test('an undated value counts as the oldest', () => {
    const { panels } = build([
      ['A', 'rate', month, 5.2, '2020-03-10'],
      ['A', 'rate', month, 5.0],
    ]);
    expect(at(panels.month!, 'rate', 'A', month)).toMatchObject({ value: 5.2, vintages: [[5.0, null]] });
  });

  test('the same figure said again later is no revision', () => {
    const { panels } = build([
      ['A', 'rate', month, 5.0, '2020-02-10'],
      ['A', 'rate', month, 5.0, '2020-03-10'],
    ]);
    expect(at(panels.month!, 'rate', 'A', month)).toMatchObject({ value: 5.0, knownOn: '2020-02-10', vintages: [] });
  });

  test('a provisional figure that becomes final keeps its first status in the vintage', () => {
    const { panels } = build([
      ['A', 'rate', month, 5.0, '2020-02-10', Status.provisional],
      ['A', 'rate', month, 5.0, '2020-03-10'],
    ]);
    expect(at(panels.month!, 'rate', 'A', month)).toMatchObject({
      status: Status.observed,
      vintages: [[5.0, '2020-02-10']],
    });
    expect(Array.from(panels.month!.columns.get('rate')!.revisions!.status)).toEqual([Status.provisional]);
  });
});

describe('the same place twice', () => {
  test('in one file with the same value: taken once, nothing to say', () => {
    const { panels, issues } = build([
      ['A', 'rate', '2020-01', 5],
      ['A', 'rate', '2020-01', 5],
    ]);
    expect(issues).toEqual([]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: 5, row: 2, vintages: [] });
  });

  test('in one file with another value: neither is taken, one issue with both values, row and place', () => {
    const { panels, issues } = build([
      ['A', 'rate', '2020-01', 5],
      ['A', 'rate', '2020-01', 6],
      ['A', 'rate', '2020-01', 7],
    ]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: NaN, status: Status.held });
    expect(issues).toMatchObject([
      { type: 'conflicting_duplicate', severity: 'fault', row: 3, given: '5 / 6', where: 'A 2020-01' },
    ]);
  });

  test('of one earlier day: held for that day alone, the newer value stands', () => {
    const { panels, issues } = build([
      ['A', 'rate', '2020-01', 9, '2020-05-01'],
      ['A', 'rate', '2020-01', 5, '2020-02-10'],
      ['A', 'rate', '2020-01', 5, '2020-02-10'],
      ['A', 'rate', '2020-01', 6, '2020-02-10'],
      ['A', 'rate', '2020-01', 7, '2020-02-10'],
    ]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: 9, vintages: [[NaN, '2020-02-10']] });
    expect(Array.from(panels.month!.columns.get('rate')!.revisions!.status)).toEqual([Status.held]);
    expect(issues).toMatchObject([{ row: 5, given: '5 / 6' }]);
  });

  test('zero against minus zero or nothing is not lost', () => {
    const { panels } = build([
      ['A', 'rate', '2020-01', 0],
      ['B', 'rate', '2020-01', NaN, null, Status.expectedGap],
      ['B', 'rate', '2020-01', NaN, null, Status.expectedGap],
    ]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: 0, status: Status.observed });
    expect(at(panels.month!, 'rate', 'B', '2020-01')).toMatchObject({ value: NaN, status: Status.expectedGap });
  });
});

describe('across batches', () => {
  const on = (day: string, rows: readonly Row[], over = {}) => batchOf(rows, { takenOn: parseDay(day)!, ...over });

  test('a repeat says nothing; another value is a revision of the day the batch was taken', () => {
    const { panels, issues } = build(
      on('2020-02-15', [
        ['A', 'rate', '2020-01', 5],
        ['B', 'rate', '2020-01', 4],
      ]),
      on('2020-03-15', [
        ['A', 'rate', '2020-01', 6],
        ['B', 'rate', '2020-01', 4],
      ]),
    );
    expect(issues).toEqual([]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({
      value: 6,
      knownOn: '2020-03-15',
      batch: 1,
      vintages: [[5, null]],
    });
    expect(at(panels.month!, 'rate', 'B', '2020-01')).toMatchObject({
      value: 4,
      knownOn: null,
      batch: 0,
      vintages: [],
    });
  });

  test('of two undated corrections on one day the later batch stands', () => {
    const { panels, issues } = build(
      on('2020-02-15', [['A', 'rate', '2020-01', 5]]),
      on('2020-03-15', [['A', 'rate', '2020-01', 6]]),
      on('2020-03-15', [['A', 'rate', '2020-01', 7]]),
    );
    expect(issues).toEqual([]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: 7, batch: 2 });
  });

  test('a later batch that corrects a dated figure without a new date is known on its own day', () => {
    const { panels, issues } = build(
      on('2020-02-15', [['A', 'rate', '2020-01', 5, '2020-02-10']]),
      on('2020-03-15', [['A', 'rate', '2020-01', 6, '2020-02-10']]),
      // The corrected file, delivered once more with a further month: nothing new about January.
      on('2020-04-15', [
        ['A', 'rate', '2020-01', 6, '2020-02-10'],
        ['A', 'rate', '2020-02', 8, '2020-03-10'],
      ]),
    );
    expect(issues).toEqual([]);
    expect(at(panels.month!, 'rate', 'A', '2020-01')).toMatchObject({
      value: 6,
      knownOn: '2020-03-15',
      vintages: [[5, '2020-02-10']],
    });
  });

  test('two batches of one day that contradict each other about one day: neither is taken, until a later one decides', () => {
    const first = on('2020-02-10', [['A', 'rate', '2020-01', 5, '2020-02-10']]);
    const second = on('2020-02-10', [['A', 'rate', '2020-01', 6, '2020-02-10']]);
    const held = build(first, second);
    expect(held.issues).toHaveLength(1);
    expect(at(held.panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: NaN, status: Status.held });
    const decided = build(first, second, on('2020-03-01', [['A', 'rate', '2020-01', 6, '2020-02-10']]));
    expect(at(decided.panels.month!, 'rate', 'A', '2020-01')).toMatchObject({ value: 6, status: Status.observed });
  });

  test('names its batches and says when one is a demonstration', () => {
    const { panels } = build(on('2020-02-15', [['A', 'rate', '2020-01', 5]], { name: 'x.csv' }), on('2020-02-16', []));
    expect(panels.month!.batches).toMatchObject([{ name: 'x.csv', rows: 1 }, { rows: 0 }]);
    expect(isDemonstration(panels.month!)).toBe(false);
    expect(
      isDemonstration(build(on('2020-02-15', [['A', 'rate', '2020-01', 5]], { demonstration: true })).panels.month!),
    ).toBe(true);
  });
});

test('a catalogue is extended by what it does not have', () => {
  const more = extendCatalogue(list, [indicatorOf('rate', { decimals: 5 }), indicatorOf('new')]);
  expect(more.indicators.map((i) => i.id)).toEqual(['rate', 'jobs', 'goal', 'new']);
  expect(more.byId.get('rate')!.decimals).toBe(1);
  expect(extendCatalogue(list, [indicatorOf('rate')])).toBe(list);
});

test('without any date there is no last day of knowledge', () => {
  expect(lastKnownOn(build([['A', 'rate', '2020-01', 5]]).panels.month!)).toBeNull();
});
