import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing';
import type { KeepApi, Paper } from '../../src/platform/engine-api';
import { STORE_TEXT } from '../../src/platform/text';
import { TroubleError } from '../../src/platform/trouble';
import { type BriefingsStore, createBriefingsStore, MOST_VERSIONS } from '../../src/store/briefings';
import type { Draft } from '../../src/store/briefings-state';
import { briefing } from '../views/briefing/make-briefing';
import { settle, trouble } from './make-session';

/** The papers of one browser, as several tabs see them. */
interface Desk {
  readonly papers: Map<string, Paper>;
  readonly tabs: Set<BriefingsStore>;
  full: boolean;
  /** Tabs hear of each other. */
  telling: boolean;
  clock: number;
}
const newDesk = (): Desk => ({ papers: new Map(), tabs: new Set(), full: false, telling: true, clock: 0 });

async function openTab(desk: Desk, by = '李四'): Promise<BriefingsStore> {
  const engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'> = {
    papers: async (kind) =>
      structuredClone([...desk.papers.values()].filter((p) => p.kind === kind).toSorted((a, b) => b.at - a.at)),
    async putPaper({ replaces, ...rest }) {
      if (desk.full) throw trouble('disk full');
      const key = `${rest.kind} ${rest.id}`;
      if ((desk.papers.get(key)?.at ?? 0) !== replaces) {
        throw new TroubleError({ what: STORE_TEXT.changed, where: '', todo: STORE_TEXT.changedTodo });
      }
      const paper = { ...structuredClone(rest), at: ++desk.clock };
      desk.papers.set(key, paper);
      return paper;
    },
    async dropPaper(kind, id) {
      if (desk.full) throw trouble('disk full');
      desk.papers.delete(`${kind} ${id}`);
    },
  };
  const tab = createBriefingsStore({
    engine,
    by: () => by,
    newId: () => `draft-${++desk.clock}`,
    announce: () => {
      if (!desk.telling) return;
      for (const other of desk.tabs) if (other !== tab) void other.getState().refresh();
    },
  });
  desk.tabs.add(tab);
  await tab.getState().refresh();
  return tab;
}

const named =
  (title: string) =>
  (before: Briefing): Briefing => ({ ...before, title });
const draftIn = (tab: BriefingsStore, id: string): Draft => tab.getState().drafts.find((d) => d.id === id)!;
const titleIn = (tab: BriefingsStore, id: string): string => draftIn(tab, id).briefing.title;
const kept = async (tab: BriefingsStore): Promise<void> => {
  tab.getState().flush();
  await settle();
};
const keptTitle = (desk: Desk, id: string): string =>
  (desk.papers.get(`briefing ${id}`)!.body as { briefing: Briefing }).briefing.title;

async function opened(desk = newDesk()): Promise<{ desk: Desk; tab: BriefingsStore; id: string }> {
  const tab = await openTab(desk);
  const id = await tab.getState().create({ name: '十月月报', briefing: briefing() });
  return { desk, tab, id };
}

describe('a draft', () => {
  it('is kept when it is made, with every edit a moment later, and is there after a crash', async () => {
    const { desk, tab, id } = await opened();
    expect(draftIn(tab, id)).toMatchObject({ name: '十月月报', keeping: 'kept', by: '李四' });
    tab.getState().edit(id, named('改'), 'head title');
    expect(draftIn(tab, id).keeping).toBe('waiting');
    // Without anybody's doing, after a pause.
    await new Promise((resolve) => setTimeout(resolve, 350));
    await settle();
    expect(draftIn(tab, id).keeping).toBe('kept');
    const after = await openTab(desk);
    expect(titleIn(after, id)).toBe('改');
  });

  it('is undone step by step, typing in one place as one; steps are kept like edits', async () => {
    const { desk, tab, id } = await opened();
    const { edit, undo, redo, rename } = tab.getState();
    const first = titleIn(tab, id);
    edit(id, named('一'), 'title');
    edit(id, named('一二'), 'title');
    rename(id, '换名');
    undo(id);
    expect(draftIn(tab, id).name).toBe('十月月报');
    undo(id);
    expect(titleIn(tab, id)).toBe(first);
    redo(id);
    expect(titleIn(tab, id)).toBe('一二');
    await kept(tab);
    expect(keptTitle(desk, id)).toBe('一二');
  });

  it('that cannot be kept stays on the screen, says why, and is kept once that is possible', async () => {
    const { desk, tab, id } = await opened();
    desk.full = true;
    tab.getState().edit(id, named('未存'));
    await kept(tab);
    expect(draftIn(tab, id)).toMatchObject({ keeping: 'failed', trouble: { what: { en: 'disk full' } } });
    expect(titleIn(tab, id)).toBe('未存');
    desk.full = false;
    await kept(tab);
    expect(draftIn(tab, id)).toMatchObject({ keeping: 'kept', trouble: null });
    expect(keptTitle(desk, id)).toBe('未存');
  });

  it('is removed with its versions, and comes back whole', async () => {
    const { desk, tab, id } = await opened();
    await tab.getState().saveVersion(id, '报送稿');
    await tab.getState().remove(id);
    expect(desk.papers.size).toBe(0);
    expect(tab.getState().drafts).toEqual([]);
    await tab.getState().undoRemove();
    expect(titleIn(await openTab(desk), id)).toBe(briefing().title);
    expect(tab.getState().versions.get(id)?.versions).toHaveLength(1);
  });

  it('that waits to be kept is not written again after it was removed', async () => {
    const { desk, tab, id } = await opened();
    tab.getState().edit(id, named('迟'));
    await tab.getState().remove(id);
    await kept(tab);
    expect(desk.papers.size).toBe(0);
  });
});

describe('two tabs', () => {
  it('one follows the other while nothing of its own waits; the step can be undone', async () => {
    const { desk, tab, id } = await opened();
    const other = await openTab(desk, '王五');
    tab.getState().edit(id, named('甲'));
    await kept(tab);
    expect(titleIn(other, id)).toBe('甲');
    expect(draftIn(other, id)).toMatchObject({ followed: true, by: '李四', keeping: 'kept' });
    other.getState().undo(id);
    expect(titleIn(other, id)).toBe(briefing().title);
  });

  it.each([true, false])(
    'neither text is overwritten when both wrote (they hear of each other: %s)',
    async (telling) => {
      const { desk, tab, id } = await opened();
      desk.telling = telling;
      const other = await openTab(desk, '王五');
      other.getState().edit(id, named('乙'));
      tab.getState().edit(id, named('甲'));
      await kept(tab);
      await kept(other);
      expect(keptTitle(desk, id)).toBe('甲');
      expect(titleIn(other, id)).toBe('乙');
      expect(draftIn(other, id)).toMatchObject({ keeping: 'other', theirs: { by: '李四', briefing: { title: '甲' } } });
      // What is typed on meanwhile is not written over it either.
      other.getState().edit(id, named('乙乙'));
      await kept(other);
      expect(keptTitle(desk, id)).toBe('甲');
    },
  );

  async function parted() {
    const { desk, tab, id } = await opened();
    const other = await openTab(desk, '王五');
    other.getState().edit(id, named('乙'));
    tab.getState().edit(id, named('甲'));
    await kept(tab);
    await kept(other);
    return { desk, tab, other, id };
  }

  it('then mine takes the place of theirs', async () => {
    const { desk, tab, other, id } = await parted();
    await other.getState().settle(id, 'mine');
    await settle();
    expect(keptTitle(desk, id)).toBe('乙');
    expect(titleIn(tab, id)).toBe('乙');
  });

  it('or theirs the place of mine, which a step back brings again', async () => {
    const { desk, other, id } = await parted();
    await other.getState().settle(id, 'theirs');
    expect(titleIn(other, id)).toBe('甲');
    expect(draftIn(other, id).keeping).toBe('kept');
    other.getState().undo(id);
    await kept(other);
    expect(keptTitle(desk, id)).toBe('乙');
  });

  it('or both stay, mine under a name of its own', async () => {
    const { desk, other, id } = await parted();
    await other.getState().settle(id, { copyAs: '十月月报（本窗口）' });
    expect(titleIn(other, id)).toBe('甲');
    const copy = other.getState().drafts.find((d) => d.name === '十月月报（本窗口）')!;
    expect(keptTitle(desk, copy.id)).toBe('乙');
  });

  it('what one removed goes in the other, unless something of it is not kept yet', async () => {
    const { desk, tab, id } = await opened();
    const other = await openTab(desk);
    await tab.getState().remove(id);
    await settle();
    expect(other.getState().drafts).toEqual([]);

    const again = await opened();
    const writing = await openTab(again.desk);
    writing.getState().edit(again.id, named('还在写'));
    await again.tab.getState().remove(again.id);
    await kept(writing);
    expect(keptTitle(again.desk, again.id)).toBe('还在写');
  });
});

describe('versions', () => {
  it('stay as they were, with time, name and note, newest first', async () => {
    const { desk, tab, id } = await opened();
    expect(await tab.getState().saveVersion(id, '送审')).toBe(1);
    tab.getState().edit(id, named('改后'));
    expect(await tab.getState().saveVersion(id, '')).toBe(2);
    const after = await openTab(desk);
    await after.getState().loadVersions(id);
    const { versions, gone } = after.getState().versions.get(id)!;
    expect(versions.map((v) => [v.number, v.note, v.by, v.briefing.title])).toEqual([
      [2, '', '李四', '改后'],
      [1, '送审', '李四', briefing().title],
    ]);
    expect(gone).toBe(0);
  });

  it('are bounded: the oldest makes room, and that is told; numbers are not given twice', async () => {
    const { desk, tab, id } = await opened();
    for (let n = 1; n <= MOST_VERSIONS + 2; n++) expect(await tab.getState().saveVersion(id, '')).toBe(n);
    const { versions, gone } = tab.getState().versions.get(id)!;
    expect(versions.map((v) => v.number).at(-1)).toBe(3);
    expect(versions).toHaveLength(MOST_VERSIONS);
    expect(gone).toBe(2);
    // Another tab counts on from there.
    expect(await (await openTab(desk)).getState().saveVersion(id, '')).toBe(MOST_VERSIONS + 3);
  });

  it('of one draft are not those of another whose id begins alike', async () => {
    const { desk, tab, id } = await opened();
    await tab.getState().saveVersion(id, '');
    const paper = desk.papers.get(`briefing-version ${id}.0001`)!;
    desk.papers.set('briefing-version x', { ...paper, id: `${id}1.0001` });
    await tab.getState().loadVersions(id);
    expect(tab.getState().versions.get(id)?.versions).toHaveLength(1);
  });
});

describe('a kept paper that cannot be read', () => {
  it('is told with its faults and its content, and nothing of it is lost until somebody lets it go', async () => {
    const { desk, tab, id } = await opened();
    const paper = desk.papers.get(`briefing ${id}`)!;
    const bad = { ...(paper.body as object), briefing: { ...briefing(), pages: 'none' } };
    desk.papers.set('briefing bad', { ...paper, id: 'bad', body: bad });
    desk.papers.set('briefing odd', { ...paper, id: 'odd', body: 7 });
    await tab.getState().refresh();
    const { drafts, broken, phase } = tab.getState();
    expect(phase).toBe('ready');
    expect(drafts.map((d) => d.id)).toEqual([id]);
    expect(broken.map((b) => b.id).toSorted()).toEqual(['bad', 'odd']);
    const faults = broken.find((b) => b.id === 'bad')!;
    expect(faults.faults[0]!.path).toBe('.briefing.pages');
    expect(faults.body).toEqual(bad);
    await tab.getState().removeBroken('bad');
    expect(tab.getState().broken.map((b) => b.id)).toEqual(['odd']);
    expect(desk.papers.has('briefing bad')).toBe(false);
  });

  it('a store that cannot be read is said as such', async () => {
    const { tab } = await opened();
    const dead = createBriefingsStore({
      engine: {
        papers: async () => {
          throw trouble('blocked');
        },
        putPaper: async () => {
          throw trouble('blocked');
        },
        dropPaper: async () => undefined,
      },
      by: () => '',
      newId: () => 'x',
      announce: () => undefined,
    });
    await dead.getState().refresh();
    expect(dead.getState()).toMatchObject({ phase: 'failed', trouble: { what: { en: 'blocked' } } });
    expect(tab.getState().phase).toBe('ready');
  });
});
