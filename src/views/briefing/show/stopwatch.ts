/** Time that a talk has taken: what was counted before, and since when it counts. */
export interface Stopwatch {
  readonly beforeMs: number;
  readonly sinceMs: number | null;
}

export const STOPPED: Stopwatch = { beforeMs: 0, sinceMs: null };

export function elapsedMs({ beforeMs, sinceMs }: Stopwatch, nowMs: number): number {
  return beforeMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs));
}

export function startPause(watch: Stopwatch, nowMs: number): Stopwatch {
  if (watch.sinceMs === null) return { ...watch, sinceMs: nowMs };
  return { beforeMs: elapsedMs(watch, nowMs), sinceMs: null };
}

/** From zero; goes on running when it ran. */
export function reset(watch: Stopwatch, nowMs: number): Stopwatch {
  return { beforeMs: 0, sinceMs: watch.sinceMs === null ? null : nowMs };
}

/** `07:05`, `1:02:09`. Seconds are cut off. */
export function formatElapsed(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
