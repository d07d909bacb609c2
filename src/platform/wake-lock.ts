/**
 * Keeps the screen from going dark while the page is seen, where the browser offers it (over https). It lets go whenever
 * the page is hidden, so it is asked for again when it comes back. Returns the function that ends it.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let ended = false;
  const ask = async (): Promise<void> => {
    if (ended || document.visibilityState !== 'visible' || lock?.released === false) return;
    try {
      const got = await navigator.wakeLock.request('screen');
      if (ended) await got.release();
      else lock = got;
    } catch {
      // Low battery, or not allowed here: the system's own setting holds.
    }
  };
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    lock?.release().catch(() => undefined);
  };
}
