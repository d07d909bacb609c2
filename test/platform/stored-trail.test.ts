import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '../../src/platform/engine-api';
import { bringTrail } from '../../src/platform/stored-trail';
import { seal } from '../../src/response/trail/digest';
import type { Entry } from '../../src/response/trail/entry';
import { verifyTrail } from '../../src/response/trail/verify';
import { trailOf } from '../response/trail/make-entries';

beforeEach(() => vi.stubGlobal('IDBKeyRange', { bound: () => null }));
afterEach(() => vi.unstubAllGlobals());

/** The same acts on invented figures. */
const tried = (entries: readonly Entry[]): readonly Entry[] =>
  entries.reduce<Entry[]>((all, { at, by, act, basis }) => {
    const head = all.at(-1) ?? { seq: 0, digest: '', at: 0 };
    return [...all, seal(head, { at, by, act, basis: { ...basis, demonstration: true } })];
  }, []);

/** The two stores that a restoring writes to; the transaction itself is tested in a real browser (test/e2e). */
async function brought(mine: readonly Entry[], theirs: readonly Entry[]) {
  const trail = [...mine];
  const papers: Paper[] = [];
  const stores = {
    trail: {
      getAll: async () => [...trail],
      add: async (e: Entry) => trail.push(e),
      clear: async () => trail.splice(0),
    },
    papers: { getAll: async () => [...papers], put: async (p: Paper) => papers.push(p) },
  };
  const tx = { objectStore: (name: 'trail' | 'papers') => stores[name] } as unknown as Parameters<typeof bringTrail>[0];
  const fault = verifyTrail(theirs)[0] ?? null;
  const said = await bringTrail(tx, theirs, fault, { id: 'p', at: 1, by: '王' });
  return { said, trail, beside: papers.map(({ body }) => (body as { entries: unknown }).entries) };
}

describe('the trail of a backup', () => {
  const real = trailOf(3);
  const trial = tried(trailOf(2, '试用'));

  it('takes the place of what was only tried out on the demonstration, which is kept beside it', async () => {
    const { said, trail, beside } = await brought(trial, real);
    expect(said).toEqual({ kind: 'took-over', entries: 3, before: 2, head: { seq: 3, digest: real[2]!.digest } });
    expect(trail).toEqual(real);
    expect(beside).toEqual([trial]);
  });

  it.each([
    ['where a real act stands here', trailOf(2, '别处'), real],
    ['where it is of the demonstration too', trial, tried(trailOf(3, '别人'))],
    ['where it does not stand the check', trial, [...real.slice(0, 2), { ...real[2]!, at: real[2]!.at + 1 }]],
  ])('is kept beside ours %s', async (_, mine, theirs) => {
    const { said, trail, beside } = await brought(mine, theirs);
    expect(['apart', 'faulty']).toContain(said.kind);
    expect(trail).toEqual(mine);
    expect(beside).toEqual([theirs]);
  });
});
