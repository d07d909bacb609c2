import { describe, expect, it } from 'vitest';
import type { KeepApi, Paper } from '../../src/platform/engine-api';
import { STORE_TEXT } from '../../src/platform/text';
import { TroubleError } from '../../src/platform/trouble';
import { createFormDrafts, fitDraft, type FormDraftDeps } from '../../src/store/form-drafts';
import { settle, trouble } from './make-session';

/** The papers of one browser, as several tabs see them. */
interface Desk {
  readonly papers: Map<string, Paper>;
  full: boolean;
  clock: number;
}
const newDesk = (): Desk => ({ papers: new Map(), full: false, clock: 0 });

function openTab(desk: Desk) {
  const engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'> = {
    papers: async (kind) =>
      structuredClone([...desk.papers.values()].filter((p) => p.kind === kind).toSorted((a, b) => b.at - a.at)),
    async putPaper({ replaces, ...rest }) {
      if (desk.full) throw trouble('disk full');
      const there = desk.papers.get(rest.id)?.at ?? 0;
      if (there !== replaces) {
        throw new TroubleError({ what: STORE_TEXT.changed, where: '', todo: STORE_TEXT.changedTodo });
      }
      const paper = { ...structuredClone(rest), at: ++desk.clock };
      desk.papers.set(rest.id, paper);
      return paper;
    },
    dropPaper: async (_, id) => void desk.papers.delete(id),
  };
  const deps: FormDraftDeps = { engine, by: () => '李四', newId: () => `second-${++desk.clock}` };
  return createFormDrafts(deps);
}
type Tab = ReturnType<typeof openTab>;

/** What waits is written. */
const kept = async (tab: Tab): Promise<void> => {
  tab.getState().flush();
  await settle();
};
const valueOf = (tab: Tab, id: string): unknown => tab.getState().values.get(id);
async function opened(desk: Desk): Promise<Tab> {
  const tab = openTab(desk);
  await settle();
  return tab;
}

describe('what is typed in a form', () => {
  it('is there after a crash, until the form was sent', async () => {
    const desk = newDesk();
    const tab = await opened(desk);
    tab.getState().set('opinion:R-1', { stance: 'agree', words: '同' });
    tab.getState().set('opinion:R-1', { stance: 'agree', words: '同意' });
    // Without anybody's doing, after a pause.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settle();
    expect(desk.papers.size).toBe(1);
    const after = await opened(desk);
    expect(valueOf(after, 'opinion:R-1')).toEqual({ stance: 'agree', words: '同意' });
    after.getState().clear('opinion:R-1');
    await kept(after);
    expect(desk.papers.size).toBe(0);
    expect(valueOf(after, 'opinion:R-1')).toBeUndefined();
  });

  it('is kept at once when the page is left', async () => {
    const desk = newDesk();
    const tab = await opened(desk);
    tab.getState().set('a', '字');
    tab.getState().flush();
    await settle();
    expect(desk.papers.size).toBe(1);
  });

  it('before what was kept has been read stands, and what was kept is not lost by it', async () => {
    const desk = newDesk();
    const first = await opened(desk);
    first.getState().set('a', '旧');
    await kept(first);
    const early = openTab(desk);
    early.getState().set('a', '新');
    await kept(early);
    expect(valueOf(early, 'a')).toBe('新');
    const texts = [...desk.papers.values()].map(({ body }) => (body as { value: string }).value);
    expect(texts.toSorted()).toEqual(['新', '旧'].toSorted());
  });

  it('in two tabs at once: both texts are kept, the newer one comes first, the other once that was sent', async () => {
    const desk = newDesk();
    const [mine, other] = [await opened(desk), await opened(desk)];
    mine.getState().set('a', '甲');
    await kept(mine);
    other.getState().set('a', '乙');
    await kept(other);
    other.getState().set('a', '乙二');
    await kept(other);
    expect(valueOf(mine, 'a')).toBe('甲');
    const after = await opened(desk);
    expect(valueOf(after, 'a')).toBe('乙二');
    after.getState().clear('a');
    await kept(after);
    expect(valueOf(await opened(desk), 'a')).toBe('甲');
  });

  it('stands on the screen where it cannot be kept, which is said, and is kept with the next letter', async () => {
    const desk = newDesk();
    const tab = await opened(desk);
    desk.full = true;
    tab.getState().set('a', '一');
    await kept(tab);
    expect(tab.getState().trouble?.what.en).toBe('disk full');
    expect(valueOf(tab, 'a')).toBe('一');
    desk.full = false;
    tab.getState().set('a', '一二');
    await kept(tab);
    expect(tab.getState().trouble).toBeNull();
    expect(valueOf(await opened(desk), 'a')).toBe('一二');
  });

  it('is no other draft: that of the rules is left alone', async () => {
    const desk = newDesk();
    desk.papers.set('rules', { kind: 'draft', id: 'rules', at: 1, by: '', body: {} });
    expect((await opened(desk)).getState().values.size).toBe(0);
  });
});

describe('a draft that another version of the program wrote', () => {
  const empty = { words: '', due: null as string | null, groups: [] as string[], facts: {}, fund: { balance: '' } };
  it.each([
    ['whole', { ...empty, words: 'x', due: '2026-12-01', groups: ['a'], facts: { f: 1 }, fund: { balance: '3' } }],
    ['nothing at all', undefined],
    ['a list', ['x']],
  ])('%s', (what, body) => {
    expect(fitDraft(empty, body)).toEqual(what === 'whole' ? body : empty);
  });
  it('gives way field by field, and unknown fields go', () => {
    expect(fitDraft(empty, { words: 7, due: 'x', groups: null, facts: { f: 1 }, fund: { old: 1 }, gone: 1 })).toEqual({
      ...empty,
      due: 'x',
      facts: { f: 1 },
    });
  });
});
