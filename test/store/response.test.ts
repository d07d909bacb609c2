import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/base/period';
import type { AssessmentView } from '../../src/platform/engine-api';
import type { Actor } from '../../src/response/actor';
import { dayOfMoment } from '../../src/response/calendar/moment';
import defaultPlanJson from '../../src/response/defaults/plan.json';
import type { Act } from '../../src/response/trail/act';
import type { Entry } from '../../src/response/trail/entry';
import { verifyTrail } from '../../src/response/trail/verify';
import { createResponseStore, type ResponseDeps, type ResponseStore } from '../../src/store/response';
import type { Seen } from '../../src/store/response-trail';
import { trailOf } from '../response/trail/make-entries';
import { makeView } from '../views/make-view';
import { settle, trouble } from './make-session';

const LEAGUE: Actor = { role: 'league', regionCode: '150300', name: '王科长' };
const COUNTY: Actor = { role: 'county', regionCode: '150302', name: '李四' };
const START = Date.UTC(2026, 10, 26, 2);

/** What the tabs of one browser share. */
interface Disk {
  readonly rows: Map<number, Entry>;
  readonly tabs: Set<ResponseStore>;
  head: Seen | null;
  /** Awaited before a write is looked at: a test lets another tab in there. */
  beforeWrite: () => Promise<void>;
  /** How the next write ends. */
  write: 'well' | 'lost answer' | 'full';
  reads: 'well' | 'fail';
}
const newDisk = (): Disk => ({
  rows: new Map(),
  tabs: new Set(),
  head: null,
  beforeWrite: async () => undefined,
  write: 'well',
  reads: 'well',
});
const onDisk = ({ rows }: Disk): readonly Entry[] => [...rows.values()].toSorted((a, b) => a.seq - b.seq);
const fill = (disk: Disk, entries: readonly Entry[]): void => entries.forEach((e) => disk.rows.set(e.seq, e));

interface Tab {
  readonly store: ResponseStore;
  view: AssessmentView | null;
  asOf: number | null;
  nowMs: number;
  fingerprints: number;
  pauses: number;
}

function openTab(disk: Disk, actor: Actor | null = LEAGUE): Tab {
  let kept = actor;
  const tab = { view: makeView({ count: 6 }), asOf: null, nowMs: START, fingerprints: 0, pauses: 0 } as unknown as {
    -readonly [K in keyof Tab]: Tab[K];
  };
  const engine: ResponseDeps['engine'] = {
    async trail(after) {
      if (disk.reads === 'fail') throw trouble('unreadable');
      // Small pages: more than one is needed.
      return structuredClone(
        onDisk(disk)
          .filter((e) => e.seq > after)
          .slice(0, 7),
      );
    },
    async appendTrail(entry) {
      await disk.beforeWrite();
      if (disk.write === 'full') throw trouble('disk full');
      const last = onDisk(disk).at(-1);
      if (entry.seq !== (last?.seq ?? 0) + 1 || entry.previous !== (last?.digest ?? '')) return { taken: false };
      disk.rows.set(entry.seq, structuredClone(entry));
      if (disk.write === 'lost answer') throw trouble('worker died');
      return { taken: true };
    },
    spells: async () => [],
    async fingerprint() {
      tab.fingerprints += 1;
      return 'a'.repeat(64);
    },
  };
  tab.store = createResponseStore({
    engine,
    view: () => tab.view,
    asOf: () => tab.asOf,
    nowMs: () => tab.nowMs,
    announce: () => disk.tabs.forEach((other) => other !== tab.store && void other.getState().refresh()),
    pause: async () => void tab.pauses++,
    memory: {
      actor: () => kept,
      keepActor: (next) => (kept = next),
      head: () => disk.head,
      keepHead: (head) => (disk.head = head),
    },
  });
  disk.tabs.add(tab.store);
  return tab;
}

async function opened(disk = newDisk(), actor: Actor | null = LEAGUE): Promise<Tab> {
  const tab = openTab(disk, actor);
  await tab.store.getState().refresh();
  return tab;
}

const seen = (region: string) => ({ warning: `${region}@2026-01`, level: 2, period: '2026-06' }) as const;
const acknowledge = (region = '150300'): Act => ({ kind: 'acknowledge', ...seen(region), note: '' });
const note = (words: string): Act => ({ kind: 'note', ...seen('150300'), note: words });
const stateOf = ({ store }: Tab, region = '150300'): string | undefined =>
  store.getState().state.warnings.get(`${region}@2026-01`)?.state;
const whyOf = (result: Awaited<ReturnType<ReturnType<ResponseStore['getState']>['act']>>): string =>
  result.ok ? 'taken' : result.why.zh;

describe('an act', () => {
  it('goes on the trail with who, when, and on which figures, rules and plan', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    const result = await tab.store.getState().act(acknowledge());
    expect(result).toMatchObject({ ok: true, entry: { seq: 1, at: START, by: LEAGUE, previous: '' } });
    expect(onDisk(disk)[0]!.basis).toEqual({
      knownOn: null,
      data: 'a'.repeat(64),
      rules: expect.stringMatching(/^built-in\/./),
      plan: tab.store.getState().plan.version,
      demonstration: true,
    });
    expect(stateOf(tab)).toBe('acknowledged');
    await tab.store.getState().act(note('已电话了解'));
    expect(verifyTrail(onDisk(disk))).toEqual([]);
    expect(tab.store.getState().state.head).toMatchObject({ seq: 2, digest: onDisk(disk)[1]!.digest });
    // One assessment, one digest of it.
    expect(tab.fingerprints).toBe(1);
    // Of a rule set whose version is longer than the gate lets in again.
    tab.view = { ...tab.view!, ruleSet: { ...tab.view!.ruleSet, version: 'x'.repeat(201) } };
    expect(whyOf(await tab.store.getState().act(note('再记')))).toMatch(/不合规.*basis\.rules/);
    expect(disk.rows.size).toBe(2);
  });

  it('is refused in words without a role, without figures, in the past, and by the machine; nothing is written', async () => {
    const disk = newDisk();
    const tab = await opened(disk, null);
    const { act, chooseActor } = tab.store.getState();
    expect(whyOf(await act(acknowledge()))).toContain('尚未选择角色');
    chooseActor(COUNTY);
    expect(whyOf(await act(acknowledge()))).toContain('不在本单位辖区内');
    chooseActor(LEAGUE);
    tab.asOf = 20_000;
    expect(whyOf(await act(acknowledge()))).toContain('回看时不能办理');
    tab.asOf = null;
    tab.view = { ...tab.view!, asOf: 20_000 };
    expect(whyOf(await act(acknowledge()))).toContain('2024年10月4日');
    tab.view = null;
    expect(whyOf(await act(acknowledge()))).toContain('尚无评估结果');
    expect(disk.rows.size).toBe(0);
  });

  it('of many is told one by one, and the refused ones hold nobody up', async () => {
    const tab = await opened();
    const results = await tab.store.getState().actAll([acknowledge(), acknowledge(), acknowledge('150200'), note('x')]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect(tab.store.getState().entries.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('on invented figures says nothing about real ones, and the other way round', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    await tab.store.getState().act(acknowledge());
    tab.view = { ...tab.view!, demonstration: false };
    await tab.store.getState().refresh();
    expect(stateOf(tab)).toBeUndefined();
    await tab.store.getState().act(acknowledge());
    expect(stateOf(tab)).toBe('acknowledged');
    // One chain holds both.
    expect(verifyTrail(onDisk(disk))).toEqual([]);
    expect(onDisk(disk).map(({ basis }) => basis.demonstration)).toEqual([true, false]);
  });
});

it('a version of the plan is in force from its day on, and acts name it; the calendar is in force at once', async () => {
  const tab = await opened(newDisk(), { role: 'region', regionCode: '150000', name: '赵六' });
  const { act, refresh } = tab.store.getState();
  const from = dayOfMoment(START) + 1;
  const plan = { ...defaultPlanJson, version: '2' };
  expect(whyOf(await act({ kind: 'adopt-plan', from, plan, reason: '年度修订' }))).toBe('taken');
  expect(whyOf(await act({ kind: 'set-calendar', days: { '2027-02-05': false }, reason: '春节' }))).toBe('taken');
  expect(tab.store.getState().calendar.days.get(parseDay('2027-02-05')!)).toBe(false);
  expect(tab.store.getState().plan.version).toBe(defaultPlanJson.version);
  tab.nowMs = START + 24 * 3_600_000;
  await refresh();
  expect(tab.store.getState().plan.version).toBe('2');
  expect(await act(acknowledge())).toMatchObject({ ok: true, entry: { basis: { plan: '2' } } });
});

describe('two tabs', () => {
  it('see what the other did', async () => {
    const disk = newDisk();
    const [mine, other] = [await opened(disk), await opened(disk)];
    await mine.store.getState().act(acknowledge());
    await settle();
    expect(stateOf(other)).toBe('acknowledged');
  });

  it('that act at once both stand, in order, where the second is still allowed', async () => {
    const disk = newDisk();
    const [mine, other] = [await opened(disk), await opened(disk)];
    const [a, b] = await Promise.all([mine.store.getState().act(note('甲')), other.store.getState().act(note('乙'))]);
    expect([a.ok, b.ok]).toEqual([true, true]);
    expect(onDisk(disk).map(({ act }) => 'note' in act && act.note)).toEqual(['甲', '乙']);
    expect(verifyTrail(onDisk(disk))).toEqual([]);
    await settle();
    expect(mine.store.getState().entries).toEqual(other.store.getState().entries);
  });

  it('that act at once: the second is refused where the first left no room, and is told what that was', async () => {
    const disk = newDisk();
    const [mine, other] = [await opened(disk), await opened(disk)];
    other.store.getState().chooseActor({ ...LEAGUE, name: '赵六' });
    const [a, b] = await Promise.all([
      mine.store.getState().act(acknowledge()),
      other.store.getState().act(acknowledge()),
    ]);
    expect(a.ok).toBe(true);
    expect(whyOf(b)).toMatch(/^另一窗口已先办理：.*签收.*。因此：/);
    expect(disk.rows.size).toBe(1);
  });

  it.each([1, 2, 3])('many acts from three tabs, round %i: none is lost, none stands twice', async (round) => {
    const disk = newDisk();
    const tabs = [await opened(disk), await opened(disk), await opened(disk)];
    disk.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, (disk.rows.size * round) % 3));
    const texts = tabs.map((_, k) => Array.from({ length: 8 }, (__, i) => `${k}-${i}`));
    const results = await Promise.all(tabs.map((tab, k) => tab.store.getState().actAll(texts[k]!.map(note))));
    expect(results.flat().every(({ ok }) => ok)).toBe(true);
    const notes = onDisk(disk).map(({ act }) => ('note' in act ? act.note : ''));
    expect(notes.toSorted()).toEqual(texts.flat().toSorted());
    for (const own of texts) expect(notes.filter((n) => own.includes(n))).toEqual(own);
    expect(verifyTrail(onDisk(disk))).toEqual([]);
  });
});

describe('trouble', () => {
  it('a worker that dies after the commit: the act stands once, and is told as done', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    disk.write = 'lost answer';
    expect((await tab.store.getState().act(acknowledge())).ok).toBe(true);
    expect(disk.rows.size).toBe(1);
    expect(stateOf(tab)).toBe('acknowledged');
  });

  it('a full disk: the act is refused in words, and taken once there is room', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    disk.write = 'full';
    expect(whyOf(await tab.store.getState().act(acknowledge()))).toContain('disk full');
    disk.write = 'well';
    expect((await tab.store.getState().act(acknowledge())).ok).toBe(true);
  });

  it('a trail that cannot be read: nothing is done on a guess', async () => {
    const disk = newDisk();
    disk.reads = 'fail';
    const tab = await opened(disk);
    expect(tab.store.getState()).toMatchObject({ phase: 'failed', trouble: { what: { zh: 'unreadable' } } });
    expect(whyOf(await tab.store.getState().act(acknowledge()))).toContain('未能读出');
    disk.reads = 'well';
    expect((await tab.store.getState().act(acknowledge())).ok).toBe(true);
  });

  it('a trail that was cleared under an open page: refused, not begun anew', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    await tab.store.getState().act(acknowledge());
    disk.rows.clear();
    expect(whyOf(await tab.store.getState().act(note('x')))).toContain('被清除或改动');
  });
});

describe('the chain', () => {
  it('is checked at the start in pieces; what was tampered with is named, and does not stop the work', async () => {
    const disk = newDisk();
    fill(disk, trailOf(300));
    const changed = disk.rows.get(7)!;
    disk.rows.set(7, { ...changed, act: { ...changed.act, note: '改' } as Act });
    const tab = openTab(disk);
    let ms = START;
    Object.defineProperty(tab, 'nowMs', { get: () => (ms += 9) });
    tab.view = { ...tab.view!, demonstration: false };
    await tab.store.getState().refresh();
    expect(tab.pauses).toBeGreaterThan(8);
    const { faults, verifiedAt, entries } = tab.store.getState();
    expect(faults).toMatchObject([{ seq: 7, kind: 'digest' }]);
    expect(verifiedAt).not.toBeNull();
    expect(entries).toHaveLength(300);
    expect((await tab.store.getState().act(note('照常'))).ok).toBe(true);
    expect(verifyTrail(onDisk(disk))).toMatchObject([{ seq: 7, kind: 'digest' }]);
  });

  it('is checked on demand from what is kept, not from what was read', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    await tab.store.getState().act(acknowledge());
    disk.rows.set(1, { ...disk.rows.get(1)!, by: { ...LEAGUE, name: '他人' } });
    expect(tab.store.getState().faults).toEqual([]);
    await tab.store.getState().verify();
    expect(tab.store.getState().faults).toMatchObject([{ seq: 1, kind: 'digest' }]);
  });

  it('whose end was cut off is found out, also after later acts', async () => {
    const disk = newDisk();
    const first = await opened(disk);
    for (const words of ['一', '二', '三']) await first.store.getState().act(note(words));
    disk.rows.delete(3);
    const second = await opened(disk);
    expect(second.store.getState().faults).toMatchObject([{ seq: 3, kind: 'sequence' }]);
    await second.store.getState().act(note('另一个三'));
    const third = await opened(disk);
    expect(third.store.getState().faults).toMatchObject([{ seq: 3 }]);
    await third.store.getState().verify();
    expect(third.store.getState().faults).toMatchObject([{ seq: 3 }]);
  });

  it('whose end came back from a backup is whole again, without being asked', async () => {
    const disk = newDisk();
    const first = await opened(disk);
    for (const words of ['一', '二', '三']) await first.store.getState().act(note(words));
    const end = disk.rows.get(3)!;
    disk.rows.delete(3);
    const second = await opened(disk);
    expect(second.store.getState().faults).toMatchObject([{ seq: 3, kind: 'sequence' }]);
    disk.rows.set(3, end);
    await second.store.getState().refresh();
    expect(second.store.getState().faults).toEqual([]);
  });

  it('is the one of a backup that took its place, and goes on behind that; any other change is told', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    for (const words of ['一', '二', '三']) await tab.store.getState().act(note(words));
    const real = trailOf(5, '别处');
    disk.rows.clear();
    fill(disk, real);
    await tab.store.getState().refresh();
    expect(tab.store.getState()).toMatchObject({ faults: [{ seq: 3, kind: 'sequence' }], entries: { length: 5 } });
    const other = await opened(disk);
    expect(other.store.getState().faults).toMatchObject([{ seq: 3, kind: 'sequence' }]);
    // As the restoring tells it: this is the end now.
    disk.head = real[4]!;
    const again = openTab(disk);
    again.view = { ...again.view!, demonstration: false };
    await again.store.getState().refresh();
    expect(again.store.getState()).toMatchObject({ faults: [], entries: { length: 5 } });
  });

  it('takes over what was restored under an open page', async () => {
    const disk = newDisk();
    const tab = await opened(disk);
    for (const words of ['一', '二', '三']) await tab.store.getState().act(note(words));
    const real = trailOf(2, '别处');
    disk.rows.clear();
    fill(disk, real);
    disk.head = real[1]!;
    tab.view = { ...tab.view!, demonstration: false };
    await tab.store.getState().refresh();
    expect(tab.store.getState()).toMatchObject({ faults: [], entries: { length: 2 }, state: { head: { seq: 2 } } });
    expect((await tab.store.getState().act(note('接着'))).ok).toBe(true);
    expect(verifyTrail(onDisk(disk))).toEqual([]);
    expect(
      tab.store
        .getState()
        .state.warnings.get('150300@2026-01')
        ?.notes.map((n) => n.note),
    ).toEqual(['第1次', '第2次', '接着']);
  });

  it('shows no entry without a form, and goes on behind it', async () => {
    const disk = newDisk();
    fill(disk, trailOf(2));
    disk.rows.set(3, { seq: 3, digest: 'x', act: { kind: 'note', note: {} } } as unknown as Entry);
    const tab = openTab(disk);
    tab.view = { ...tab.view!, demonstration: false };
    await tab.store.getState().refresh();
    expect(tab.store.getState().entries).toHaveLength(2);
    expect(tab.store.getState().faults).toMatchObject([{ seq: 3, kind: 'form' }]);
    expect((await tab.store.getState().act(note('照常'))).ok).toBe(true);
    expect(onDisk(disk)).toHaveLength(4);
    const again = openTab(disk);
    await again.store.getState().refresh();
    expect(again.store.getState().entries.map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(again.store.getState().faults).toMatchObject([{ seq: 3, kind: 'form' }]);
  });
});
