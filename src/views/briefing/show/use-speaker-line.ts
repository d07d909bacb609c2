import { useCallback, useEffect, useReducer, useRef } from 'react';
import { nowMs } from '../../../platform/clock';
import { openShowChannel, type ShowChannel } from '../../../platform/show-channel';
import { messageOf, type ShowMessage, wrapped } from './show-messages';
import type { ShowAct } from './show-state';
import { ASK_EVERY_MS, hear, listenOn, NO_SHOW, type SpeakerState } from './speaker-state';

type Heard =
  | { readonly message: ShowMessage; readonly atMs: number }
  | { readonly message: null; readonly atMs: number };

function heard(speaker: SpeakerState, { message, atMs }: Heard): SpeakerState {
  return message ? hear(speaker, message, atMs) : listenOn(speaker, atMs);
}

/** The speaker's end of the line: what the show that is followed shows, and the way to turn its pages. */
export function useSpeakerLine(): { readonly speaker: SpeakerState; readonly act: (act: ShowAct) => void } {
  const [speaker, dispatch] = useReducer(heard, NO_SHOW);
  const channel = useRef<ShowChannel | null>(null);
  const now = useRef(speaker);
  useEffect(() => {
    now.current = speaker;
  });
  useEffect(() => {
    const line = openShowChannel((raw) => {
      const message = messageOf(raw);
      if (message) dispatch({ message, atMs: nowMs() });
    });
    channel.current = line;
    const ask = (): void => {
      const { briefing, stamp } = now.current;
      line.say(wrapped({ kind: 'hello', known: briefing ? stamp : null }));
      dispatch({ message: null, atMs: nowMs() });
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      line.close();
      channel.current = null;
    };
  }, []);
  const act = useCallback((what: ShowAct): void => {
    const { show } = now.current;
    if (show !== null) channel.current?.say(wrapped({ kind: 'act', show, act: what }));
  }, []);
  return { speaker, act };
}
