/** Two tabs of one user share what is kept. One tells the others that it changed; they read it anew. */
const NAME = 'fengsui';
/** Figures, rules, anything that grades: the others load anew. */
const CHANGED = 'data-changed';
/** Somebody acted on a warning or a review: the figures stay. */
const TRAIL = 'trail-changed';
/** A draft of a briefing was kept or dropped: nothing else has changed. */
const BRIEFINGS = 'briefings-changed';

let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

export function announceChange(): void {
  open()?.postMessage(CHANGED);
}

export function announceTrail(): void {
  open()?.postMessage(TRAIL);
}

export function announceBriefings(): void {
  open()?.postMessage(BRIEFINGS);
}

/** Calls back when another tab changed the data. A channel never hears its own messages. */
export function onOtherTabChange(listener: () => void): () => void {
  return onMessage(CHANGED, listener);
}

/** Calls back when another tab put something at the end of the trail. */
export function onOtherTrail(listener: () => void): () => void {
  return onMessage(TRAIL, listener);
}

/** Calls back when another tab kept or dropped a draft of a briefing. */
export function onOtherBriefings(listener: () => void): () => void {
  return onMessage(BRIEFINGS, listener);
}

function onMessage(message: string, listener: () => void): () => void {
  const here = open();
  const hear = (event: MessageEvent): void => {
    if (event.data === message) listener();
  };
  here?.addEventListener('message', hear);
  return () => here?.removeEventListener('message', hear);
}
