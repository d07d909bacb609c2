import { useEffect, useState } from 'react';
import { nowMs } from '../../../platform/clock';

/** This moment in milliseconds since 1970, read anew every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
