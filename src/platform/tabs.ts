/** Two tabs of one user share what is kept. One tells the others that it changed; they read it anew. */
const NAME = 'fengsui';
const CHANGED = 'data-changed';

let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

export function announceChange(): void {
  open()?.postMessage(CHANGED);
}

/** Calls back when another tab changed the data. A channel never hears its own messages. */
export function onOtherTabChange(listener: () => void): () => void {
  const here = open();
  const hear = (event: MessageEvent): void => {
    if (event.data === CHANGED) listener();
  };
  here?.addEventListener('message', hear);
  return () => here?.removeEventListener('message', hear);
}
