import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useState } from 'react';
import type { AssessmentView } from '../../platform/engine-api';
import { useT } from '../parts/use-text';
import { type Command, commandOf } from './keys';
import type { ListRow } from './list-rows';
import { WARNINGS_TEXT } from './text';
import { type RowActs, WarningRow } from './WarningRow';

const COLUMNS = ['select', 'level', 'region', 'state', 'since', 'path', 'signals', 'due'] as const;
/** Before a line is measured. */
const GUESSED_ROW_PX = 48;

interface WarningListProps {
  readonly view: AssessmentView;
  readonly rows: readonly ListRow[];
  /** Line that the keys act on; −1 = there is none. */
  readonly active: number;
  readonly selected: ReadonlySet<string>;
  readonly nowMs: number;
  readonly acts: RowActs;
  readonly box: RefObject<HTMLDivElement | null>;
  /** `page`: how many lines are in view. */
  readonly onCommand: (command: Command, page: number) => void;
}

/**
 * The list as a tree grid that draws what is in view and no more. It holds the focus itself and names its active line,
 * so that lines which come and go while it scrolls never take the focus with them.
 */
export const WarningList = memo(function WarningList(props: WarningListProps) {
  const { view, rows, active, selected, nowMs, acts, box, onCommand } = props;
  const t = useT(WARNINGS_TEXT);
  const [headPx, setHeadPx] = useState(0);
  const head = useCallback((element: HTMLElement | null) => setHeadPx(element?.offsetHeight ?? 0), []);
  // Of the virtualizer only `measureElement` goes to memoised lines, and that one stays the same.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => GUESSED_ROW_PX,
    getItemKey: (index) => rows[index]!.id,
    overscan: 6,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    // The active line stays in the page, wherever the list stands: what is not there cannot be named.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || shown.includes(active)) return shown;
      return active < range.startIndex ? [active, ...shown] : [...shown, active];
    },
  });
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active);
  }, [active, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    onCommand(command, Math.max(1, virtualizer.getVirtualItems().length - 2 * 6 - 1));
  };
  const domIdOf = (index: number): string => `w-row-${index}`;
  return (
    <div
      ref={box}
      role="treegrid"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a tree grid takes the focus for its lines
      tabIndex={0}
      className="w-list table-box"
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={active >= 0 && active < rows.length ? domIdOf(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" ref={head} className="w-head">
        <div role="row" aria-rowindex={1} className="w-row-head">
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" className={`w-${column === 'select' ? 'check' : column}`}>
              {column === 'select' ? <span className="visually-hidden">{t(column)}</span> : t(column)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="w-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <WarningRow
              key={item.key}
              view={view}
              row={row}
              domId={domIdOf(item.index)}
              index={item.index}
              offset={item.start - headPx}
              active={item.index === active}
              selected={selected.has(row.id)}
              nowMs={nowMs}
              acts={acts}
              measure={virtualizer.measureElement}
            />
          );
        })}
      </div>
    </div>
  );
});
