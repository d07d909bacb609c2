import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/base/period';
import { loadDetectors } from '../../src/detectors/registry';
import { BUILT_IN_ID, builtInVersion } from '../../src/levels/rule-book';
import type { KeepApi, Paper, PaperChange } from '../../src/platform/engine-api';
import { STORE_TEXT } from '../../src/platform/text';
import { TroubleError } from '../../src/platform/trouble';
import { createRulesStore, type RulesStore } from '../../src/store/rules';
import type { RulesDraft } from '../../src/store/rules-draft';
import { settle, trouble } from './make-session';

/** The papers of one browser, as two tabs see them. */
interface Desk {
  readonly papers: Map<string, Paper>;
  full: boolean;
}
const newDesk = (): Desk => ({ papers: new Map(), full: false });

function openTab(desk: Desk): { rules: RulesStore; regraded: () => number } {
  let clock = 0;
  const engine: Pick<KeepApi, 'papers' | 'putPaper' | 'dropPaper'> = {
    papers: async (kind) => [...desk.papers.values()].filter((p) => p.kind === kind),
    async putPaper(change: PaperChange) {
      if (desk.full) throw trouble('disk full');
      const key = `${change.kind} ${change.id}`;
      const there = desk.papers.get(key)?.at ?? 0;
      if (there !== change.replaces) {
        throw new TroubleError({ what: STORE_TEXT.changed, where: '', todo: STORE_TEXT.changedTodo });
      }
      const { replaces: _replaces, ...rest } = change;
      // As the store does: through a copy.
      const paper = { ...structuredClone(rest), at: Math.max(++clock, there + 1) };
      desk.papers.set(key, paper);
      return paper;
    },
    async dropPaper(kind, id) {
      desk.papers.delete(`${kind} ${id}`);
    },
  };
  let regraded = 0;
  const rules = createRulesStore({
    engine,
    loadDetectors: () => loadDetectors(),
    regrade: async () => void regraded++,
    by: () => '李四',
  });
  return { rules, regraded: () => regraded };
}

/** Past the pause after which typing is kept. */
const kept = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  await settle();
};
const blue = ['ruleSet', 'rules', 0, 'thresholds', 'blue'] as const;
const blueOf = (rules: RulesStore): number | undefined =>
  rules.getState().history.now.ruleSet.rules[0]!.thresholds.blue;
const keptBlue = ({ papers }: Desk): unknown =>
  (papers.get('draft rules')!.body as RulesDraft).ruleSet.rules[0]!.thresholds.blue;
const day = (text: string): number => parseDay(text)!;
const NEW = { name: { zh: '春', en: 'Spring' }, inForceFrom: day('2026-03-01'), note: '会商', by: '李四' };

async function opened(desk = newDesk()): Promise<ReturnType<typeof openTab> & { desk: Desk }> {
  const tab = openTab(desk);
  await tab.rules.getState().refresh(BUILT_IN_ID);
  return { ...tab, desk };
}

describe('the draft', () => {
  it('begins as the rules that grade, and is nothing to be kept', async () => {
    const { rules, desk } = await opened();
    await kept();
    expect(rules.getState()).toMatchObject({ phase: 'ready', changed: false, keeping: 'none' });
    expect(rules.getState().history.now.basedOn).toBe(BUILT_IN_ID);
    expect(desk.papers.size).toBe(0);
  });

  it('is kept while it is written, and is there after a crash', async () => {
    const { rules, desk } = await opened();
    rules.getState().edit(blue, 0.45);
    rules.getState().edit(['ruleSet', 'rules', 0, 'thresholds', 'red'], 'soon');
    expect(rules.getState()).toMatchObject({ changed: true });
    expect(rules.getState().checked.faults[0]).toMatchObject({
      path: '.ruleSet.rules[0].thresholds.red',
      given: '"soon"',
    });
    await kept();
    expect(rules.getState().keeping).toBe('kept');
    const { rules: after } = await opened(desk);
    expect(after.getState().history.now).toEqual(rules.getState().history.now);
    expect(after.getState()).toMatchObject({ changed: true, keeping: 'kept' });
    expect(after.getState().checked.value).toBeNull();
    after.getState().edit(blue, builtInVersion().ruleSet.rules[0]!.thresholds.blue);
    after.getState().edit(['ruleSet', 'rules', 0, 'thresholds', 'red'], 1.5);
    // Back by hand to what it began as: nothing is changed, in whatever order the fields now stand.
    expect(after.getState()).toMatchObject({ changed: false, checked: { faults: [] } });
  });

  it('goes back and forth, edits of one field in a row as one step until it is left', async () => {
    const { rules } = await opened();
    const { edit, seal, undo, redo } = rules.getState();
    const first = blueOf(rules)!;
    edit(blue, 0.41);
    edit(blue, 0.42);
    seal();
    edit(blue, 0.43);
    undo();
    expect(blueOf(rules)).toBe(0.42);
    undo();
    expect(blueOf(rules)).toBe(first);
    expect(rules.getState().changed).toBe(false);
    undo();
    redo();
    redo();
    expect(blueOf(rules)).toBe(0.43);
    edit(blue, 0.3);
    expect(rules.getState().history.future).toEqual([]);
  });

  it('takes what changes with a field in the same step', async () => {
    const { rules } = await opened();
    const basis = { kind: 'user', note: { zh: '改', en: 'changed' } };
    rules.getState().edit(blue, 0.41, { path: ['ruleSet', 'rules', 0, 'basis'], value: basis });
    rules.getState().undo();
    expect(rules.getState().changed).toBe(false);
  });

  it('is dropped when it is what it began as', async () => {
    const { rules, desk } = await opened();
    rules.getState().edit(blue, 0.45);
    await kept();
    expect(desk.papers.size).toBe(1);
    rules.getState().discard();
    await kept();
    expect(desk.papers.size).toBe(0);
    expect(rules.getState().keeping).toBe('none');
    rules.getState().undo();
    expect(blueOf(rules)).toBe(0.45);
  });

  it('stands on the screen where it cannot be kept, and is kept with the next edit when there is room again', async () => {
    const { rules, desk } = await opened();
    desk.full = true;
    rules.getState().edit(blue, 0.45);
    await kept();
    expect(rules.getState()).toMatchObject({ keeping: 'failed', trouble: { what: { en: 'disk full' } } });
    expect(blueOf(rules)).toBe(0.45);
    desk.full = false;
    rules.getState().edit(blue, 0.46);
    await kept();
    expect(rules.getState()).toMatchObject({ keeping: 'kept', trouble: null });
  });

  it('of another tab is not overwritten: either stays, as is decided', async () => {
    const { rules: a, desk } = await opened();
    const { rules: b } = await opened(desk);
    a.getState().edit(blue, 0.45);
    await kept();
    b.getState().edit(blue, 0.49);
    await kept();
    expect(b.getState().keeping).toBe('other');
    b.getState().edit(blue, 0.5);
    await kept();
    expect(keptBlue(desk)).toBe(0.45);
    await b.getState().settle('theirs');
    expect(blueOf(b)).toBe(0.45);
    b.getState().undo();
    await kept();
    expect(b.getState().keeping).toBe('kept');
    // Now the first tab is behind, and decides for its own.
    a.getState().edit(blue, 0.6);
    await kept();
    expect(a.getState().keeping).toBe('other');
    await a.getState().settle('mine');
    await kept();
    expect(keptBlue(desk)).toBe(0.6);
  });

  it('that cannot be read is laid aside, and the rules in force are shown', async () => {
    const desk = newDesk();
    desk.papers.set('draft rules', { kind: 'draft', id: 'rules', at: 5, by: '', body: { ruleSet: [] } });
    const { rules } = await opened(desk);
    expect(rules.getState()).toMatchObject({ phase: 'ready', changed: false });
    rules.getState().edit(blue, 0.45);
    await kept();
    expect(rules.getState().keeping).toBe('kept');
  });
});

describe('a version', () => {
  it('is saved once, numbered on, named in its rules, and all is graded anew; the draft is done with', async () => {
    const { rules, desk, regraded } = await opened();
    rules.getState().edit(blue, 0.45);
    await kept();
    expect(await rules.getState().save(NEW)).toBe(true);
    expect(regraded()).toBe(1);
    const { versions, changed, history } = rules.getState();
    expect(versions.map((v) => v.id)).toEqual([BUILT_IN_ID, 'v1']);
    expect(versions[1]).toMatchObject({
      number: 1,
      name: NEW.name,
      inForceFrom: NEW.inForceFrom,
      basedOn: BUILT_IN_ID,
      by: '李四',
      note: '会商',
      ruleSet: { id: 'v1', version: '1', name: NEW.name },
    });
    // The scheme was not touched: it keeps its own number.
    expect(versions[1]!.scheme.version).toBe(versions[0]!.scheme.version);
    expect(desk.papers.has('draft rules')).toBe(false);
    expect(changed).toBe(false);
    // Until the levels say that it grades, the draft is what grades.
    expect(history.now.basedOn).toBe(BUILT_IN_ID);
    await rules.getState().refresh('v1');
    expect(rules.getState()).toMatchObject({ changed: false, keeping: 'none', history: { now: { basedOn: 'v1' } } });
    await kept();
    expect(desk.papers.has('draft rules')).toBe(false);
  });

  it('that was before comes back as a draft of the next one, which says what it is based on', async () => {
    const { rules, desk } = await opened();
    rules.getState().edit(blue, 0.45);
    await rules.getState().save(NEW);
    await rules.getState().refresh('v1');
    const { versions, replace } = rules.getState();
    replace(versions[0]!, BUILT_IN_ID);
    expect(rules.getState().changed).toBe(true);
    await kept();
    const { rules: after } = await opened(desk);
    await after.getState().refresh('v1');
    expect(after.getState()).toMatchObject({ changed: true, history: { now: { basedOn: BUILT_IN_ID } } });
    expect(await after.getState().save(NEW)).toBe(true);
    expect(after.getState().versions[2]).toMatchObject({ id: 'v2', basedOn: BUILT_IN_ID });
    expect(after.getState().versions[2]!.ruleSet.rules).toEqual(versions[0]!.ruleSet.rules);
  });

  it('with another scheme numbers that, too', async () => {
    const { rules } = await opened();
    rules.getState().edit(['scheme', 'minUsable', 'share'], 0.6);
    await rules.getState().save(NEW);
    expect(rules.getState().versions[1]!.scheme).toMatchObject({ version: '1', minUsable: { share: 0.6 } });
  });

  it('is not saved from a draft with faults', async () => {
    const { rules, desk } = await opened();
    rules.getState().edit(blue, 9);
    expect(await rules.getState().save(NEW)).toBe(false);
    expect(desk.papers.size).toBe(0);
  });

  it('of the same number in two tabs is saved by one; the other is told, sees it, and saves the next', async () => {
    const { rules: a, desk } = await opened();
    const { rules: b, regraded } = await opened(desk);
    a.getState().edit(blue, 0.45);
    b.getState().edit(blue, 0.46);
    await a.getState().save(NEW);
    expect(await b.getState().save(NEW)).toBe(false);
    expect(b.getState().trouble!.what.en).toContain('saved version 1 first');
    expect(b.getState().versions.map((v) => v.id)).toEqual([BUILT_IN_ID, 'v1']);
    expect(blueOf(b)).toBe(0.46);
    expect(await b.getState().save(NEW)).toBe(true);
    expect(b.getState().versions[2]).toMatchObject({ id: 'v2', number: 2, basedOn: BUILT_IN_ID });
    expect(regraded()).toBe(1);
  });

  it('that could not be written leaves the draft and says so', async () => {
    const { rules, desk, regraded } = await opened();
    rules.getState().edit(blue, 0.45);
    await kept();
    desk.full = true;
    expect(await rules.getState().save(NEW)).toBe(false);
    expect(rules.getState()).toMatchObject({ saving: false, changed: true, trouble: { what: { en: 'disk full' } } });
    expect(regraded()).toBe(0);
  });

  it('that cannot be read is listed with its faults, and its number is not given again', async () => {
    const desk = newDesk();
    desk.papers.set('rules v4', { kind: 'rules', id: 'v4', at: 5, by: '王五', body: { schema: 'other' } });
    const { rules } = await opened(desk);
    const { broken, versions } = rules.getState();
    expect(versions).toHaveLength(1);
    expect(broken[0]).toMatchObject({ id: 'v4', by: '王五' });
    expect(broken[0]!.faults.length).toBeGreaterThan(0);
    rules.getState().edit(blue, 0.45);
    await rules.getState().save(NEW);
    expect(rules.getState().versions[1]!.id).toBe('v5');
  });

  it('in force after another tab saved it is what an untouched draft shows', async () => {
    const { rules: a, desk } = await opened();
    const { rules: b } = await opened(desk);
    a.getState().edit(blue, 0.45);
    await a.getState().save(NEW);
    await b.getState().refresh('v1');
    expect(b.getState().history.now.basedOn).toBe('v1');
    expect(blueOf(b)).toBe(0.45);
    expect(b.getState().changed).toBe(false);
  });
});
