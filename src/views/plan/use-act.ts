import { useCallback, useState } from 'react';
import { say } from '../../base/text';
import type { Act } from '../../response/trail/act';
import { useLang } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { PLAN_TEXT } from './text';

/** One act at a time, and what it came to in words. */
export interface ActDesk {
  readonly busy: boolean;
  /** Empty before the first act. */
  readonly words: string;
  readonly refused: boolean;
  /** True when it stands on the trail. */
  send(act: Act): Promise<boolean>;
}

export function useAct(): ActDesk {
  const lang = useLang();
  const act = useResponse((s) => s.act);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState({ words: '', refused: false });
  const send = useCallback(
    async (what: Act): Promise<boolean> => {
      setBusy(true);
      const done = await act(what);
      setBusy(false);
      setResult(
        done.ok
          ? { words: say(PLAN_TEXT.recorded, lang, { seq: done.entry.seq }), refused: false }
          : { words: say(PLAN_TEXT.refused, lang, { why: done.why[lang] }), refused: true },
      );
      return done.ok;
    },
    [act, lang],
  );
  return { busy, ...result, send };
}
