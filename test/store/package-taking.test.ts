import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import { builtInVersion } from '../../src/levels/rule-book';
import type { AssessmentView, Paper } from '../../src/platform/engine-api';
import type { ReceivedPackage } from '../../src/publish/package-jobs';
import { createTaking } from '../../src/store/package-taking';
import { parsePlace, type Place, type PlacePatch } from '../../src/store/place-address';
import type { Session } from '../../src/store/session-state';

const { ruleSet, scheme } = builtInVersion();
const view = {
  tree: { regions: [{ code: 'A' }, { code: 'B' }] },
  frequency: 'month',
  weekEndsOn: 6,
  first: 2026 * 12 + 9,
  count: 1,
  levels: { level: Uint8Array.of(2, 0) },
} as unknown as AssessmentView;

const received = {
  manifest: {
    made: { atMs: 0, by: '王某', office: '乌海市人社局' },
    demonstration: true,
    view: { path: '/region', search: 'region=A&period=2026-10&asof=2026-11-09&rules=v3&lang=en' },
    data: { name: '数据', figures: 10 },
    rules: { name: { zh: '默认', en: 'Default' } },
    fingerprint: 'same',
    digest: 'ab'.repeat(32),
  },
  figures: new Blob(['x']),
  regions: new Blob(['y']),
  builtInRegions: false,
  sameIndicators: true,
  rules: { ruleSet, scheme },
  levels: { period: '2026-10', levels: { A: 2, B: 1 } },
  briefing: { name: '月报', briefing: {} },
  trail: [{ seq: 1 }, { seq: 2 }],
} as unknown as ReceivedPackage;

function world({ fingerprint = 'same', works = true } = {}) {
  const papers: Paper[] = [];
  /** What was asked of the engine and the session that changes anything. */
  const calls: unknown[][] = [];
  let place: Place = parsePlace('/briefing', 'tab=share&lang=zh&region=B');
  const engine = {
    readRegions: async () => ({ tree: null, issues: [] }),
    readFile: async (_: File, reading: unknown) => {
      calls.push(['readFile', reading]);
      return { batchId: 'batch', taken: 9 };
    },
    fingerprint: async () => fingerprint,
    papers: async (kind: string) => papers.filter((p) => p.kind === kind),
    putPaper: async ({ replaces: _replaces, ...rest }: Omit<Paper, 'at'> & { replaces: number }) => {
      papers.push({ ...rest, at: 1 });
    },
    dropPaper: async () => undefined,
  };
  const session = {
    view,
    engine,
    beginImport: () => calls.push(['beginImport']),
    endImport: async (how: string) => calls.push(['endImport', how]),
    importBatches: async (...args: unknown[]) => {
      calls.push(['importBatches', ...args]);
      return works;
    },
  };
  const drafts: unknown[] = [];
  let id = 0;
  const store = createTaking({
    session: () => session as unknown as Session,
    readPackage: async (file) =>
      file.name === 'bad' ? { value: null, faults: [{ zh: '坏', en: 'bad' }] } : { value: received, faults: [] },
    place: { now: () => place, set: (patch: PlacePatch) => (place = { ...place, ...(patch as Partial<Place>) }) },
    createDraft: async (content) => drafts.push(content),
    newId: () => `id-${++id}`,
  });
  return { store, calls, papers, drafts, placeNow: () => place };
}

const HOW = { setName: '乌海数据', withTrail: true, withBriefing: true };

describe('a package on its way in', () => {
  test('is shown before anything is touched', async () => {
    const { store, calls } = world();
    await store.getState().read(new File([], 'good'));
    expect(store.getState().phase).toBe('shown');
    expect(calls).toEqual([]);
  });

  test('a faulty one cannot be taken', async () => {
    const { store, calls } = world();
    await store.getState().read(new File([], 'bad'));
    expect(store.getState()).toMatchObject({ phase: 'refused', faults: [{ en: 'bad' }] });
    await store.getState().take(HOW);
    expect(calls).toEqual([]);
  });

  test('becomes a data set of its own at the place that was sent, marked as it was; trail and draft beside ours', async () => {
    const { store, calls, papers, drafts, placeNow } = world();
    await store.getState().read(new File([], 'good'));
    await store.getState().take(HOW);
    expect(store.getState()).toMatchObject({
      phase: 'done',
      outcome: { same: true, trailEntries: 2, briefing: '月报', taken: 9, figures: 10 },
    });
    expect(calls).toEqual([
      ['beginImport'],
      ['readFile', { demonstration: true }],
      ['importBatches', ['batch'], { replace: true, newSet: { id: 'id-1', name: '乌海数据' } }],
      ['endImport', 'loaded'],
    ]);
    // Rules of the same content are the built-in ones here, whatever they are called there; the language stays the reader's.
    expect(placeNow()).toMatchObject({
      region: 'A',
      period: '2026-10',
      asof: parseDay('2026-11-09'),
      rules: 'built-in',
      lang: 'zh',
      screen: 'briefing',
    });
    expect(papers.map((p) => p.kind)).toEqual(['foreign-trail']);
    expect(drafts).toHaveLength(1);
  });

  test('another result is told with the regions that differ', async () => {
    const { store } = world({ fingerprint: 'other' });
    await store.getState().read(new File([], 'good'));
    await store.getState().take({ ...HOW, withTrail: false, withBriefing: false });
    expect(store.getState().outcome).toMatchObject({
      same: false,
      others: [{ code: 'B', theirs: 1, ours: 0 }],
      trailEntries: null,
      briefing: null,
    });
  });

  test('an import that fails leaves the place and the rules as they were', async () => {
    const { store, calls, placeNow, papers } = world({ works: false });
    const before = placeNow();
    await store.getState().read(new File([], 'good'));
    await store.getState().take(HOW);
    expect(store.getState().phase).toBe('shown');
    expect(placeNow()).toEqual(before);
    expect(calls.at(-1)).toEqual(['endImport', 'given up']);
    expect(papers).toEqual([]);
  });
});
