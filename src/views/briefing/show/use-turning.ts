import { type PointerEvent, useRef } from 'react';
import type { ShowAct } from './show-state';
import { turnOf } from './turning';

/** Not on these: they have a meaning of their own. */
const OWN = 'button, a, input, select, summary, .show-help, .show-tools, .show-notes';

/** Clicks on the halves of the window and swipes turn the page. */
export function useTurning(act: (act: ShowAct) => void): {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
} {
  const from = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null);
  return {
    onPointerDown(event) {
      const own = event.target instanceof Element && event.target.closest(OWN) !== null;
      from.current =
        own || !event.isPrimary || event.button !== 0
          ? null
          : { id: event.pointerId, x: event.clientX, y: event.clientY };
    },
    onPointerUp(event) {
      const start = from.current;
      from.current = null;
      if (start?.id !== event.pointerId) return;
      const { clientX: toX, clientY: toY } = event;
      const width = event.currentTarget.clientWidth;
      const by = turnOf({ fromX: start.x, fromY: start.y, toX, toY, width });
      if (by !== 0) act({ kind: 'turn', by });
    },
  };
}
