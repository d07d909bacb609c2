import { useCallback, useEffect, useState } from 'react';
import type { Keeping } from '../platform/engine-api';
import { type Trouble, troubleOf } from '../platform/trouble';
import { useSession } from './session';

/** What is kept in this browser beside the figures on the screen; asked anew whenever something was kept. */
export function useKeeping(): {
  readonly keeping: Keeping | null;
  readonly trouble: Trouble | null;
  readonly refresh: () => void;
} {
  const engine = useSession((s) => s.engine);
  const kept = useSession((s) => s.kept);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<{ keeping: Keeping | null; trouble: Trouble | null }>({
    keeping: null,
    trouble: null,
  });
  const refresh = useCallback(() => setAsked((n) => n + 1), []);
  useEffect(() => {
    let over = false;
    engine.keeping({}).then(
      (keeping) => {
        if (!over) setAnswer({ keeping, trouble: null });
      },
      (error: unknown) => {
        if (!over) setAnswer((before) => ({ ...before, trouble: troubleOf(error) }));
      },
    );
    return () => {
      over = true;
    };
    // `kept` and `asked` only say that it may have changed.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [engine, kept, asked]);
  return { ...answer, refresh };
}
