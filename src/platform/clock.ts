import { dayOf, type Day } from '../base/period';

/** Today by the user's own calendar. The only clock of the product; everything pure gets the day handed in. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Milliseconds since 1970, for the order of events on this device. */
export function nowMs(): number {
  return Date.now();
}

/** Calls back at every full stretch of milliseconds, for as long as the page lives. */
export function every(ms: number, listener: () => void): void {
  setInterval(listener, ms);
}
