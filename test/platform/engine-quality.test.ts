import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import { revisionsIn } from '../../src/platform/engine-coverage';
import type { EngineCore } from '../../src/platform/engine-api';
import { Status } from '../../src/base/status';
import { buildPanels } from '../../src/panel/build';
import { batchOf, catalogue, indicatorOf, treeOf } from '../panel/make-panel';
import { countSeries } from '../panel/quality/series-of';

const head = 'region_code,region_name,indicator,period,value,unit,source,known_on';
const month = (t: number): string => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const values = countSeries(20_000, 60, 1);
const line = (t: number, value: number, knownOn = ''): string =>
  `150200,包头市,seekers,${month(t)},${value},persons,s,${knownOn}`;
const file = (name: string, lines: readonly string[]): File => new File([[head, ...lines, ''].join('\n')], name);

const history = file(
  'history.csv',
  values.slice(0, 59).map((v, t) => line(t, v)),
);
const fine = file('fine.csv', [line(59, values[59]!)]);
const tenfold = file('tenfold.csv', [line(59, values[59]! * 10)]);

async function engineWith(...files: File[]): Promise<EngineCore> {
  const engine = createEngine(() => parseDay('2026-11-23')!);
  const ids: string[] = [];
  for (const f of files) ids.push((await engine.readFile(f, {}, {})).batchId);
  if (ids.length > 0) await engine.load(ids, null, {});
  return engine;
}

describe('before a file is loaded', () => {
  test('it is held against the files that it would join', async () => {
    const engine = await engineWith(history);
    const good = await engine.readFile(fine, {}, {});
    expect(good.quality).toMatchObject({ values: 1, suspects: 0, withHistory: true });
    const { quality } = await engine.readFile(tenfold, {}, {});
    expect(quality).toMatchObject({ values: 1, suspects: 1, withHistory: true });
    expect(quality!.flags[0]).toMatchObject({ check: 'jump', regionCode: '150200', source: 'tenfold.csv', row: 2 });
  });
  test('nothing is loaded by it', async () => {
    const engine = await engineWith(history);
    await engine.readFile(tenfold, {}, {});
    expect((await engine.coverage({})).values).toBe(59);
  });
  test('by itself where there is nothing to join: no data yet, or only the demonstration', async () => {
    const alone = await engineWith();
    expect((await alone.readFile(tenfold, {}, {})).quality).toMatchObject({ suspects: 0, withHistory: false });
    const demo = await engineWith(history);
    demo.putBatch({ ...demo.batch((await demo.readFile(history, {}, {})).batchId)!, id: 'demo', demonstration: true });
    await demo.load(['demo'], null, {});
    expect((await demo.readFile(tenfold, {}, {})).quality).toMatchObject({ suspects: 0, withHistory: false });
  });
  test('the same file again is not its own history', async () => {
    const engine = await engineWith(history);
    expect((await engine.readFile(history, {}, {})).quality).toMatchObject({ values: 59, withHistory: false });
  });
});

test('the loaded data, as known on its day', async () => {
  const vintages = file('vintages.csv', [
    ...values.slice(0, 59).map((v, t) => line(t, v, `${month(t + 1)}-10`)),
    line(30, values[30]! * 10, '2023-01-05'),
  ]);
  const engine = await engineWith(vintages);
  expect((await engine.quality({})).suspects).toBe(1);
  await engine.assess(parseDay('2022-12-31')!, {});
  expect(await engine.quality({})).toMatchObject({ suspects: 0, values: 59 });
});

describe('revisions since a day', () => {
  // A rate that doubles by a revision in the last month but one.
  const rate = (code: string, t: number, value: number, knownOn: string): string =>
    `${code},,unemployment_rate_sa,${month(t)},${value},percent,s,${knownOn}`;
  const regular = (code: string): string[] =>
    Array.from({ length: 36 }, (_, t) => rate(code, t, 4, `${month(t + 1)}-20`));
  const revised = file('rates.csv', [
    ...regular('150100'),
    ...regular('150200'),
    rate('150100', 34, 9, '2021-02-05'),
    rate('150200', 20, 4.1, '2021-02-05'),
  ]);
  const from = parseDay('2021-01-31')!;

  test('what changed, by how much, and which levels it moved by which rules', async () => {
    const engine = await engineWith(revised);
    const found = await engine.revisionView(from, null, {});
    expect(found.revised).toBe(2);
    expect(found.arrived).toBe(0);
    expect(found.changes.map((c) => [c.regionCode, c.period % 12, c.before, c.after])).toEqual([
      ['150100', 10, 4, 9],
      ['150200', 8, 4, 4.1],
    ]);
    expect(found.changes[0]).toMatchObject({
      beforeKnownOn: parseDay('2020-12-20'),
      afterKnownOn: parseDay('2021-02-05'),
    });
    expect(found.moved).toBeGreaterThan(0);
    const own = found.moves.filter((m) => m.byOwn);
    expect(new Set(own.map((m) => m.regionCode))).toEqual(new Set(['150100']));
    for (const move of own) {
      expect(move.after).toBeGreaterThan(move.before);
      expect(move.rules.length).toBeGreaterThan(0);
      expect(move.families.map((f) => f.family)).toEqual(['employment']);
    }
    // What moves is what the two assessments differ in.
    const late = await engine.assess(null, {});
    const early = await engine.assess(from, {});
    const differing = late.tree.regions.flatMap((region, r) =>
      Array.from({ length: early.count }, (_, t) => t).flatMap((t) =>
        early.levels.level[r * early.count + t] === late.levels.level[r * late.count + t]
          ? []
          : [`${region.code} ${early.first + t}`],
      ),
    );
    expect(found.moves.map((m) => `${m.regionCode} ${m.period}`).toSorted()).toEqual(differing.toSorted());
  });

  test('until the day of knowledge in force, and not beyond', async () => {
    const engine = await engineWith(revised);
    const day = parseDay('2021-02-04')!;
    await engine.assess(day, {});
    expect(await engine.revisionView(from, day, {})).toMatchObject({ revised: 0, moved: 0, changes: [], moves: [] });
    const then = await engine.revisionView(parseDay('2020-12-31')!, day, {});
    expect(then.arrived).toBe(2);
    // The same two days, while another one is in force.
    await engine.assess(null, {});
    expect(await engine.revisionView(parseDay('2020-12-31')!, day, {})).toEqual(then);
    expect((await engine.revisionView(from, day, {})).moved).toBe(0);
  });

  test('an abort ends it', async () => {
    const engine = await engineWith(revised);
    const abort = AbortSignal.abort();
    await expect(engine.revisionView(from, null, { signal: abort })).rejects.toThrow(/abort/i);
  });
});

test('what was held back is never the figure before a revision', () => {
  const rows = [
    ['A', 'rate', '2020-01', 5, '2020-02-10'],
    ['A', 'rate', '2020-01', 6, '2020-02-20'],
    ['A', 'rate', '2020-01', 7, '2020-02-20'],
    ['A', 'rate', '2020-01', 8, '2020-02-25'],
    ['A', 'rate', '2020-02', 1, '2020-03-10'],
    ['A', 'rate', '2020-02', 2, '2020-03-10'],
    ['A', 'rate', '2020-02', 3, '2020-03-20'],
    ['A', 'rate', '2020-03', 3, '2020-04-20'],
  ] as const;
  const panel = buildPanels([batchOf(rows)], treeOf({ A: '' }), catalogue(indicatorOf('rate'))).panels.month!;
  const column = panel.columns.get('rate')!;
  expect([...column.revisions!.status].filter((s) => s === Status.held).length).toBe(2);
  expect(revisionsIn(panel, panel.first, null).map((n) => [n.before, n.after])).toEqual([[5, 8]]);
  expect(revisionsIn(panel, panel.first + 1, null)).toEqual([]);
});
