import { nowMs } from './clock';

/**
 * One refresh of the feed at a time over all tabs of this browser. Web Locks do it where the page is on https or on
 * this device. On a plain-http intranet there are none: then a lease in localStorage does, which ends by itself when its
 * tab dies.
 */
const NAME = 'fengsui.feed';
const LEASE = `${NAME}.lease`;
const LEASE_MS = 10_000;
const LOOK_AGAIN_MS = 500;
/** Two tabs that write in the same moment see within this time who wrote last. */
const SETTLE_MS = 60;

export async function alone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks) return (await locks.request(NAME, { signal }, work)) as T;
  const leave = await takeLease(signal);
  try {
    return await work();
  } finally {
    leave();
  }
}

interface Lease {
  readonly owner: string;
  readonly untilMs: number;
}

async function takeLease(signal: AbortSignal): Promise<() => void> {
  const owner = `${nowMs()}-${Math.random()}`;
  const write = (): boolean => {
    try {
      localStorage.setItem(LEASE, JSON.stringify({ owner, untilMs: nowMs() + LEASE_MS } satisfies Lease));
      return true;
    } catch {
      return false;
    }
  };
  for (;;) {
    signal.throwIfAborted();
    const held = readLease();
    // A lease that ends too late was written under another clock: it does not hold for ever.
    if (held && held.untilMs > nowMs() && held.untilMs <= nowMs() + LEASE_MS) {
      await pause(LOOK_AGAIN_MS);
      continue;
    }
    // Without storage no tab knows of another: better two refreshes than none.
    if (!write()) return () => undefined;
    await pause(SETTLE_MS);
    if (readLease()?.owner === owner) break;
  }
  const renewal = setInterval(write, LEASE_MS / 3);
  return () => {
    clearInterval(renewal);
    if (readLease()?.owner === owner) localStorage.removeItem(LEASE);
  };
}

function readLease(): Lease | null {
  try {
    const lease = JSON.parse(localStorage.getItem(LEASE) ?? 'null') as Partial<Lease> | null;
    return typeof lease?.owner === 'string' && typeof lease.untilMs === 'number' ? (lease as Lease) : null;
  } catch {
    return null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
