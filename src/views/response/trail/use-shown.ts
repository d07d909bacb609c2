import { useEffect, useMemo, useState } from 'react';
import { nowMs } from '../../../platform/clock';
import { pause } from '../../../platform/pause';
import type { Entry } from '../../../response/trail/entry';
import type { ActNames } from '../../../response/trail/words';
import { isShown, type TrailFilter } from './trail-rows';

/** Work goes on for so long before the page may draw. */
const SLICE_MS = 12;

/**
 * Entries that match, newest first. Ten thousand are looked through in pieces, so that typing is never held up; until
 * the end has been reached, what matched before is shown.
 */
export function useShown(
  entries: readonly Entry[],
  { by, kind, on, text }: TrailFilter,
  names: ActNames,
): readonly Entry[] {
  const all = useMemo(() => entries.toReversed(), [entries]);
  const isOpen = by === '' && kind === '' && on === '' && text.trim() === '';
  const [matching, setMatching] = useState<readonly Entry[]>(all);
  useEffect(() => {
    if (isOpen) return undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const found: Entry[] = [];
      let begun = nowMs();
      for (const entry of all) {
        if (nowMs() - begun > SLICE_MS) {
          await pause();
          if (over) return;
          begun = nowMs();
        }
        if (isShown(entry, { by, kind, on, text }, names)) found.push(entry);
      }
      setMatching(found);
    };
    void look();
    return () => {
      over = true;
    };
  }, [all, isOpen, by, kind, on, text, names]);
  return isOpen ? all : matching;
}
