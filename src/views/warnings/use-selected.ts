import { useCallback, useMemo, useRef, useState } from 'react';
import type { ListRow } from './list-rows';

export interface Selected {
  /** Ids of the selected warnings. */
  readonly ids: ReadonlySet<string>;
  /** Turns one line over; `range`: also all from the line that was turned last up to this one. */
  readonly select: (id: string, range: boolean) => void;
  /** Exactly these. */
  readonly keep: (ids: Iterable<string>) => void;
  readonly clear: () => void;
}

/** Lines that are selected for acts on many. What a fold holds is selected with it while it is shut. */
export function useSelected(rows: readonly ListRow[]): Selected {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const select = useCallback(
    (id: string, range: boolean): void => {
      const at = rows.findIndex((r) => r.id === id);
      if (at < 0) return;
      const from = range && anchor.current !== null ? rows.findIndex((r) => r.id === anchor.current) : at;
      const span = rows.slice(Math.min(from < 0 ? at : from, at), Math.max(from, at) + 1);
      anchor.current = id;
      setIds((before) => {
        const next = new Set(before);
        // A range is always taken in; a line alone is turned over.
        const off = !range && warningsOf(rows[at]!).every((one) => before.has(one));
        for (const one of span.flatMap(warningsOf)) {
          if (off) next.delete(one);
          else next.add(one);
        }
        return next;
      });
    },
    [rows],
  );
  const keep = useCallback((some: Iterable<string>) => setIds(new Set(some)), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, select, keep, clear }), [ids, select, keep, clear]);
}

/** The warning of a line; of the fold of the silenced, which is none itself, all that it holds. */
function warningsOf({ warning, folded }: ListRow): readonly string[] {
  return warning === null ? folded.map(({ id }) => id) : [warning.id];
}
