import { useCallback, useEffect, useRef, useState } from 'react';

const IDLE_MS = 3000;

/** Does the mouse move? Tools and cursor show while it does and some seconds longer. */
export function useIdle(): { readonly active: boolean; readonly wake: () => void } {
  const [active, setActive] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wake = useCallback(() => {
    setActive(true);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => setActive(false), IDLE_MS);
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return { active, wake };
}
