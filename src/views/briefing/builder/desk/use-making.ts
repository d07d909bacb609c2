import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lang } from '../../../../base/text';
import type { BriefingAsk } from '../../../../briefing/briefing';
import { isAbort, type Trouble, troubleOf } from '../../../../platform/trouble';
import { setPlace } from '../../../../store/place';
import { useEngine } from '../../../../store/session';
import { briefingsStore } from '../../../../store/use-briefings';
import { useBriefingAsking } from '../../use-query';
import { keepOffice } from '../office';
import { freeName } from './ask';

export interface Making {
  /** Null while what people did is still being read. */
  readonly make: ((ask: BriefingAsk, lang: Lang, office: string) => void) | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly stop: () => void;
}

/** Makes a briefing, keeps it as a draft and opens it. */
export function useMaking(): Making {
  const engine = useEngine();
  const asking = useBriefingAsking();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const work = useRef<AbortController | null>(null);
  const stop = useCallback(() => work.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const make = async (ask: BriefingAsk, lang: Lang, office: string): Promise<void> => {
    if (!asking) return;
    stop();
    const mine = new AbortController();
    work.current = mine;
    setBusy(true);
    setTrouble(null);
    keepOffice(office);
    try {
      const briefing = await engine.briefing(asking.query(ask, lang, office.trim()), { signal: mine.signal });
      if (mine.signal.aborted) return;
      const { drafts, create } = briefingsStore().getState();
      const numbered = (n: number): string =>
        lang === 'zh' ? `${briefing.title}（${n}）` : `${briefing.title} (${n})`;
      const taken = drafts.map((d) => d.name);
      const id = await create({ name: freeName(briefing.title, taken, numbered), briefing });
      if (!mine.signal.aborted) setPlace({ free: { draft: id, page: null, side: null } });
    } catch (error) {
      if (!mine.signal.aborted && !isAbort(error)) setTrouble(troubleOf(error));
    } finally {
      if (work.current === mine) setBusy(false);
    }
  };
  return { make: asking && ((...ask) => void make(...ask)), busy, trouble, stop };
}
