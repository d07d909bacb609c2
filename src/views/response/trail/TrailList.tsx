import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../../response/trail/entry';
import type { ActNames } from '../../../response/trail/words';
import { useResponse } from '../../../store/use-response';
import { useT } from '../../parts/use-text';
import { TRAIL_TEXT } from './text';
import { TrailRow } from './TrailRow';
import { takenBackBy } from './trail-rows';

/** Before a row is measured. */
const GUESSED_ROW_PX = 34;

interface TrailListProps {
  readonly entries: readonly Entry[];
  readonly names: ActNames;
  /** What came of taking an act back. */
  readonly onSaid: (words: string) => void;
}

/** Rows of the trail; of ten thousand no more are drawn than are in view. */
export function TrailList({ entries, names, onSaid }: TrailListProps) {
  const t = useT(TRAIL_TEXT);
  const faults = useResponse((s) => s.faults);
  const whole = useResponse((s) => s.entries);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  /** Row that the keys move; null = they have not been used. */
  const [active, setActive] = useState<number | null>(null);
  const taken = useMemo(() => takenBackBy(whole), [whole]);
  // Nothing of it is handed to a component that is memoized.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => GUESSED_ROW_PX,
    getItemKey: (index) => entries[index]!.seq,
    overscan: 8,
    // The row with the focus stays in the page, however far the list is scrolled.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (active === null || active >= range.count || shown.includes(active)) return shown;
      return active < range.startIndex ? [active, ...shown] : [...shown, active];
    },
  });
  useEffect(() => {
    if (active === null) return;
    rows.scrollToIndex(active);
    const focus = (): void =>
      box.current?.querySelector<HTMLElement>(`[data-index="${active}"] .trail-toggle`)?.focus();
    // Far away the row is drawn one turn later.
    const later = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(later);
  }, [active, rows]);

  const toggle = (seq: number): void =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(seq)) next.add(seq);
      return next;
    });
  const moveBy = (event: KeyboardEvent, from: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setActive(Math.max(0, Math.min(entries.length - 1, next)));
  };

  return (
    // The box scrolls, so it must be reachable by keyboard.
    <div
      ref={box}
      className="trail-list"
      role="region"
      aria-label={t('list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <div role="list" className="trail-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const entry = entries[item.index]!;
          return (
            <div
              key={item.key}
              ref={rows.measureElement}
              role="listitem"
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={entries.length}
              className="trail-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <TrailRow
                entry={entry}
                names={names}
                undo={taken.get(entry.seq) ?? null}
                faults={faults.filter(({ seq }) => seq === entry.seq)}
                open={open.has(entry.seq)}
                onToggle={() => toggle(entry.seq)}
                onSaid={onSaid}
                onKeyDown={(event) => moveBy(event, item.index)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
