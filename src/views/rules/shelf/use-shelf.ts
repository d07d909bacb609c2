import { useCallback, useEffect, useState } from 'react';
import type { Paper } from '../../../platform/engine-api';
import { readPreference } from '../../../platform/preferences';
import { type Trouble, troubleOf } from '../../../platform/trouble';
import { useEngine } from '../../../store/session';

/** Papers of one kind that are kept in this browser, and what can be done with them. */
export interface Shelf {
  /** Newest first; null until they are read. */
  readonly papers: readonly Paper[] | null;
  readonly trouble: Trouble | null;
  /** The one that was removed last. */
  readonly dropped: Paper | null;
  /** Keeps a body: in the place of a paper, or as a new one. Null when it could not be kept; `trouble` says why. */
  save(body: unknown, inPlaceOf: Paper | null): Promise<Paper | null>;
  drop(paper: Paper): Promise<void>;
  undo(): Promise<void>;
}

export function useShelf(kind: 'scenario' | 'rule-tests'): Shelf {
  const engine = useEngine();
  const [papers, setPapers] = useState<readonly Paper[] | null>(null);
  const [dropped, setDropped] = useState<Paper | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const guarded = useCallback(
    async <T>(work: () => Promise<T>): Promise<T | null> => {
      try {
        const done = await work();
        setPapers(await engine.papers(kind, {}));
        setTrouble(null);
        return done;
      } catch (error) {
        setTrouble(troubleOf(error));
        return null;
      }
    },
    [engine, kind],
  );
  useEffect(() => {
    let over = false;
    engine.papers(kind, {}).then(
      (found) => {
        if (!over) setPapers(found);
      },
      (error: unknown) => {
        if (!over) setTrouble(troubleOf(error));
      },
    );
    return () => {
      over = true;
    };
  }, [engine, kind]);
  const put = (id: string, body: unknown, replaces: number): Promise<Paper> =>
    engine.putPaper({ kind, id, body, by: readPreference('fengsui.by') ?? '', replaces }, {});
  return {
    papers,
    trouble,
    dropped,
    save: (body, inPlaceOf) =>
      guarded(async () => {
        if (inPlaceOf) return put(inPlaceOf.id, body, inPlaceOf.at);
        // Two tabs that save at once both mean the same number: the second one is refused, and reads again.
        const taken = [...(await engine.papers(kind, {})), ...(dropped ? [dropped] : [])];
        const numbers = taken.map((p) => Number(p.id.replace(/^\D*/, '')) || 0);
        return put(`${kind}-${Math.max(0, ...numbers) + 1}`, body, 0);
      }),
    drop: async (paper) => {
      await guarded(async () => {
        await engine.dropPaper(kind, paper.id, {});
        setDropped(paper);
      });
    },
    undo: async () => {
      if (!dropped) return;
      const back = await guarded(() => put(dropped.id, dropped.body, 0));
      if (back) setDropped(null);
    },
  };
}

/** The name that a body gives itself, in one language or in both; empty when it has none. */
export function nameIn(body: unknown, lang: 'zh' | 'en'): string {
  const name = (body as { name?: unknown } | null)?.name;
  if (typeof name === 'string') return name;
  const own = (name as Partial<Record<'zh' | 'en', unknown>> | null | undefined)?.[lang];
  return typeof own === 'string' ? own : '';
}
