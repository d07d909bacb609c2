import { useEffect, useRef } from 'react';
import { onPointerMove } from '../../../platform/pointer-moves';

/** A large dot where the mouse is. It is moved past React: it has to follow the hand. */
export function PointerDot() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      onPointerMove((x, y) => {
        const element = dot.current;
        if (!element) return;
        element.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
        element.style.visibility = 'visible';
      }),
    [],
  );
  return <div ref={dot} className="show-dot" aria-hidden="true" />;
}
