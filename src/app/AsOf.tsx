import { useEffect, useRef, useState } from 'react';
import { formatDay, parseDay } from '../base/period';
import { useSession, useView } from '../store/session';
import { Button } from '../views/parts/Button';
import { useT } from '../views/parts/use-text';
import { APP_TEXT } from './text';

/** With what knowledge the levels are judged: a past day shows what could be seen then. */
export function AsOf() {
  const t = useT(APP_TEXT);
  const view = useView();
  const setAsOf = useSession((s) => s.setAsOf);
  const box = useRef<HTMLDetailsElement>(null);
  const [typed, setTyped] = useState('');

  // Closed like any menu: by Escape, or by a press anywhere else.
  useEffect(() => {
    const leave = (event: Event): void => {
      const inside = event.target instanceof Node && box.current?.contains(event.target);
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      if (box.current?.open && (escaped || (event.type === 'pointerdown' && !inside))) box.current.open = false;
    };
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);

  if (!view) return null;
  const day = view.asOf ?? view.lastKnownOn;
  const close = (): void => {
    if (box.current) box.current.open = false;
  };
  const chosen = parseDay(typed);
  return (
    <details ref={box} className="asof">
      <summary>{day === null ? t('asOfAll') : t('asOf', { day: formatDay(day) })}</summary>
      <form
        className="asof-box"
        onSubmit={(e) => {
          e.preventDefault();
          if (chosen === null) return;
          setAsOf(chosen);
          close();
        }}
      >
        <label>
          {t('asOfLabel')}
          <input
            type="date"
            value={typed || (day === null ? '' : formatDay(day))}
            // On an earlier day the last one known is not the last one of the data.
            max={view.lastKnownOn === null || view.asOf !== null ? undefined : formatDay(view.lastKnownOn)}
            onChange={(e) => setTyped(e.target.value)}
          />
        </label>
        <Button type="submit" look="primary" disabled={chosen === null}>
          {t('asOfApply')}
        </Button>
        <Button
          disabled={view.asOf === null}
          onClick={() => {
            setTyped('');
            setAsOf(null);
            close();
          }}
        >
          {t('asOfClear')}
        </Button>
      </form>
    </details>
  );
}
