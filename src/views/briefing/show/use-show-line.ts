import { useEffect, useRef, useState } from 'react';
import type { Briefing } from '../../../briefing/briefing';
import { randomId } from '../../../platform/random-id';
import { onPageGone, openShowChannel, type ShowChannel } from '../../../platform/show-channel';
import { messageOf, type ShowMessage, wrapped } from './show-messages';
import type { ShowAct, ShowState } from './show-state';

interface OnTheLine {
  readonly state: ShowState;
  readonly briefing: Briefing | null;
  readonly notice: string;
}

/** The show's end of the line: tells its speaker's windows what it shows, and does what they do. */
export function useShowLine({ state, briefing, notice }: OnTheLine, act: (act: ShowAct) => void): void {
  const [id] = useState(randomId);
  const channel = useRef<ShowChannel | null>(null);
  const stamps = useRef(new WeakMap<Briefing, string>());
  const count = useRef(0);
  const now = useRef({ state, briefing, notice, act });
  useEffect(() => {
    now.current = { state, briefing, notice, act };
  });

  useEffect(() => {
    const say = (message: ShowMessage): void => channel.current?.say(wrapped(message));
    channel.current = openShowChannel((raw) => {
      const message = messageOf(raw);
      if (message?.kind === 'hello') answer(say, message.known);
      else if (message?.kind === 'act' && message.show === id) now.current.act(message.act);
    });
    const gone = (): void => say({ kind: 'gone', show: id });
    const ended = onPageGone(gone);
    return () => {
      gone();
      ended();
      channel.current?.close();
      channel.current = null;
    };

    function answer(reply: (message: ShowMessage) => void, known: string | null): void {
      const { briefing: pages } = now.current;
      const stamp = pages ? stampOf(pages) : '';
      reply(here(stamp));
      if (pages && known !== stamp) reply({ kind: 'pages', show: id, stamp, briefing: pages });
    }
    // Everything that changes is read from `now`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id]);

  function stampOf(pages: Briefing): string {
    let stamp = stamps.current.get(pages);
    if (!stamp) stamps.current.set(pages, (stamp = `${id}.${++count.current}`));
    return stamp;
  }

  function here(stamp: string): ShowMessage {
    return { kind: 'here', show: id, stamp, state: now.current.state, notice: now.current.notice };
  }

  useEffect(() => {
    channel.current?.say(wrapped(here(briefing ? stampOf(briefing) : '')));
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state, briefing, notice]);

  useEffect(() => {
    if (!briefing) return;
    channel.current?.say(wrapped({ kind: 'pages', show: id, stamp: stampOf(briefing), briefing }));
    // oxlint-disable-next-line react/exhaustive-deps
  }, [briefing]);
}
