import { useState } from 'react';
import { nowMs } from '../../../platform/clock';
import { formatClock } from '../../../response/calendar/moment';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { elapsedMs, formatElapsed, reset, startPause, STOPPED } from './stopwatch';
import { SHOW_TEXT } from './text';
import { useNow } from './use-now';

const TICK_MS = 500;

/** The time of day, and how long the talk has taken. Each of several windows has its own stopwatch. */
export function SpeakerClock() {
  const t = useT(SHOW_TEXT);
  const now = useNow(TICK_MS);
  const [watch, setWatch] = useState(STOPPED);
  const running = watch.sinceMs !== null;
  const start = running ? 'pause' : watch.beforeMs > 0 ? 'goOn' : 'start';
  return (
    <div className="speaker-clock">
      <span>
        {t('clock')} <strong>{formatClock(now)}</strong>
      </span>
      <span>
        {t('elapsed')} <strong data-testid="elapsed">{formatElapsed(elapsedMs(watch, now))}</strong>
      </span>
      <Button onClick={() => setWatch((before) => startPause(before, nowMs()))}>{t(start)}</Button>
      <Button disabled={!running && watch.beforeMs === 0} onClick={() => setWatch((before) => reset(before, nowMs()))}>
        {t('reset')}
      </Button>
    </div>
  );
}
