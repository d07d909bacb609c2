/** The line between a show and its speaker's windows, all of one browser. What is said on it is for its users to know. */
const NAME = 'fengsui-show';

export interface ShowChannel {
  say(message: unknown): void;
  close(): void;
}

/** Hears what the others say, never itself. Where there is no such line (an old browser), nobody is ever heard. */
export function openShowChannel(onMessage: (message: unknown) => void): ShowChannel {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => onMessage(event.data));
  return {
    // Unlike a window, a channel has one origin by itself.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

/** Calls back when the page is closed, or loaded anew. */
export function onPageGone(listener: () => void): () => void {
  addEventListener('pagehide', listener);
  return () => removeEventListener('pagehide', listener);
}
