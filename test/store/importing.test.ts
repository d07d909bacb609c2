import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { EngineApi, KeepApi, Kept } from '../../src/platform/engine-api';
import { createEngineHost } from '../../src/platform/engine-host';
import type { BatchStore } from '../../src/platform/storage';
import { createImporting } from '../../src/store/importing';
import { createSession } from '../../src/store/session';

/** The real engine over a store that forgets: from a dropped file to levels without a browser. */
function newDesk() {
  const nothing: BatchStore = {
    read: async () => null,
    write: async (change): Promise<Kept> => ({
      source: change.source,
      batchIds: change.add,
      lost: [],
      set: { id: 'first', name: '' },
      interrupted: [],
      room: null,
    }),
    beginImport: async () => 'mark',
    endImport: async () => undefined,
    writeFeed: async () => undefined,
    readFeed: async () => null,
    readKeeping: async () => ({ sets: [], current: 'first', journal: [], mappings: [] }),
    writeKeeping: async () => undefined,
    backup: async () => new Blob(),
    papers: async () => [],
    putPaper: async (change) => ({ ...change, at: 1 }),
    dropPaper: async () => undefined,
    trail: async () => [],
    appendTrail: async () => ({ taken: false }),
    restoreBackup: async () => ({ sets: 0, batches: 0, mappings: 0, papers: 0, trail: { kind: 'none' } }),
  };
  const engine: EngineApi & KeepApi = createEngineHost(
    createEngine(() => dayOf(2026, 1, 1)),
    nothing,
  );
  const session = createSession({
    engine,
    loadConfig: async () => ({ source: { kind: 'demonstration' }, trouble: null }),
    fetchFeed: () => Promise.reject(new Error('no feed here')),
    startDemonstration: async () => ({ fetch, url: 'http://x/catalog.json' }),
    place: { asof: () => null, setAsof: () => undefined, subscribe: () => () => undefined },
    tabs: { announce: () => undefined, onOther: () => () => undefined },
  });
  return { session, importing: createImporting(() => session) };
}

const file = (name: string, lines: readonly string[]): File => new File([`${lines.join('\n')}\n`], name);
const HEADER = 'region_code,region_name,indicator,period,value,unit,source';
const MONTHS = Array.from(
  { length: 36 },
  (_, k) => `${2020 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`,
);
const figures = (code: string, name: string): string[] =>
  MONTHS.map(
    (month, k) => `${code},${name},unemployment_rate_sa,${month},${(5 + (k > 30 ? 6 : 0)).toFixed(1)},percent,t`,
  );

describe('an import', () => {
  test('nothing is loaded before it is confirmed; then there are levels', async () => {
    const { session, importing } = newDesk();
    await importing
      .getState()
      .read([file('a.csv', [HEADER, ...figures('150200', '包头市'), '150200,,x,2020-01,1,percent,t'])]);
    expect(importing.getState()).toMatchObject({
      status: 'report',
      reports: [{ name: 'a.csv', taken: 36, held: 1, needsRegions: false }],
    });
    expect(session.getState().view).toBeNull();
    await importing.getState().confirm({ replace: false });
    expect(importing.getState()).toMatchObject({ status: 'done', loadedRows: 36 });
    expect(session.getState()).toMatchObject({ phase: 'ready', source: { kind: 'files' } });
    expect(Math.max(...session.getState().view!.levels.level.filter((l) => l <= 4))).toBeGreaterThan(0);
  });
  test('unknown regions: a flat table made of the file, with markup in names as plain text', async () => {
    const { session, importing } = newDesk();
    const name = '<img src=x onerror=alert(1)>';
    await importing
      .getState()
      .read([file('us.csv', [HEADER, ...figures('US-AK', name), ...figures('US-AL', 'Alabama')])]);
    expect(importing.getState().reports).toMatchObject([{ needsRegions: true, taken: 0, held: 72 }]);
    await importing.getState().regionsFromData();
    expect(importing.getState()).toMatchObject({
      status: 'report',
      regions: { kind: 'from-data', count: 3 },
      reports: [{ needsRegions: false, taken: 72, held: 0, issues: [] }],
    });
    await importing.getState().confirm({ replace: true });
    expect(session.getState().view!.tree.regions.map((r) => r.name.zh)).toEqual(['全部地区', name, 'Alabama']);
  });
  test('a region table among the files is taken as such, in any order', async () => {
    const { importing } = newDesk();
    const table = file('regions.csv', ['region_code,region_name,parent_code', 'US,United States,', 'US-AK,Alaska,US']);
    await importing.getState().read([file('us.csv', [HEADER, ...figures('US-AK', 'Alaska')]), table]);
    expect(importing.getState()).toMatchObject({
      regions: { name: 'regions.csv', count: 2 },
      reports: [{ name: 'us.csv', taken: 36 }],
    });
    expect(importing.getState().files.map((f) => f.name)).toEqual(['us.csv']);
  });
  test('a faulty region table is refused with its faults; what was read stays', async () => {
    const { importing } = newDesk();
    await importing.getState().read([file('us.csv', [HEADER, ...figures('US-AK', 'Alaska')])]);
    await importing.getState().readRegions(file('r.csv', ['region_code,region_name', 'A,x', 'A,y']));
    expect(importing.getState()).toMatchObject({
      status: 'report',
      refused: { name: 'r.csv', issues: [{ row: 3, type: 'bad_region_table' }] },
      reports: [{ needsRegions: true }],
    });
  });
  test('given up: nothing has changed, and the next file is read by the table in force', async () => {
    const { session, importing } = newDesk();
    await importing.getState().read([file('us.csv', [HEADER, ...figures('US-AK', 'Alaska')])]);
    await importing.getState().regionsFromData();
    await importing.getState().giveUp();
    expect(importing.getState()).toMatchObject({ status: 'idle', files: [], reports: [] });
    expect(session.getState().view).toBeNull();
    await importing.getState().read([file('a.csv', [HEADER, ...figures('150200', '包头市')])]);
    expect(importing.getState().reports).toMatchObject([{ taken: 36, needsRegions: false }]);
  });
  test('files are added one after the other; the same one twice counts once', async () => {
    const { importing } = newDesk();
    const a = file('a.csv', [HEADER, ...figures('150200', '包头市')]);
    await importing.getState().read([a]);
    await importing
      .getState()
      .read([
        file('b.csv', [HEADER, ...figures('150300', '乌海市')]),
        file('copy of a.csv', [HEADER, ...figures('150200', '包头市')]),
      ]);
    expect(importing.getState().reports.map((r) => [r.name, r.taken])).toEqual([
      ['b.csv', 36],
      ['copy of a.csv', 36],
    ]);
  });
  test('a file that cannot be read says why', async () => {
    const { importing } = newDesk();
    const gone = {
      name: 'gone.csv',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotFoundError')) }),
    };
    await importing.getState().read([gone as unknown as File]);
    expect(importing.getState()).toMatchObject({ status: 'report', reports: [], trouble: { where: 'gone.csv' } });
  });
  test('stopped while reading: nothing remains of it', async () => {
    const { importing } = newDesk();
    const endless = {
      name: 'endless.csv',
      size: 1e12,
      slice: () => ({
        arrayBuffer: async () => (await new Promise((r) => setTimeout(r, 1)), new TextEncoder().encode('a,b\n').buffer),
      }),
    };
    const work = importing.getState().read([endless as unknown as File]);
    await new Promise((r) => setTimeout(r, 10));
    expect(importing.getState()).toMatchObject({ status: 'reading', current: 'endless.csv' });
    importing.getState().stop();
    await work;
    expect(importing.getState().status).toBe('idle');
  });
});
