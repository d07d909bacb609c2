import { useEffect, useState } from 'react';
import { formatPeriodWords, formatShare } from '../../base/format';
import { formatPeriod, type Period, yearOf } from '../../base/period';
import { yearMarks } from '../../charts/period-axis';
import type { AssessmentView } from '../../platform/engine-api';
import { currentPlace, setPlace, useLang, usePlace } from '../../store/place';
import { periodOf } from '../../store/view-select';
import { Button } from './Button';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

const PLAY_EVERY_MS = 700;

/** Goes to a period of the data; the slider sends many, so no step for the back button. */
function goTo(view: AssessmentView, period: Period): void {
  const last = view.first + view.count - 1;
  const within = Math.min(Math.max(period, view.first), last);
  setPlace({ period: formatPeriod(view.frequency, within, view.weekEndsOn) }, { replace: true });
}

/** The period of the screen: slider, steps and play. All of it by keyboard (arrows, Home, End on the slider). */
export function PeriodBar({ view }: { readonly view: AssessmentView }) {
  const t = useT(PARTS_TEXT);
  const lang = useLang();
  const place = usePlace();
  const period = periodOf(view, place.period);
  const last = view.first + view.count - 1;
  const [playing, setPlaying] = useState(false);
  const words = formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const now = periodOf(view, currentPlace().period);
      if (now >= last) setPlaying(false);
      else goTo(view, now + 1);
    }, PLAY_EVERY_MS);
    return () => clearInterval(timer);
  }, [playing, view, last]);

  const togglePlay = (): void => {
    if (!playing && period >= last) goTo(view, view.first);
    setPlaying(!playing);
  };
  const share = view.coverageByPeriod[period - view.first]!;
  return (
    <div className="period-bar" role="group" aria-label={t('period')}>
      <output className="period-now">{words}</output>
      <div className="period-steps">
        <Button
          look="plain"
          aria-label={t('previous')}
          disabled={period <= view.first}
          onClick={() => goTo(view, period - 1)}
        >
          ◀
        </Button>
        <Button look="plain" aria-label={t('next')} disabled={period >= last} onClick={() => goTo(view, period + 1)}>
          ▶
        </Button>
        <Button look="plain" aria-pressed={playing} onClick={togglePlay}>
          {playing ? t('pause') : t('play')}
        </Button>
      </div>
      <div className="period-slider">
        <input
          type="range"
          min={view.first}
          max={last}
          step={1}
          value={period}
          aria-label={t('period')}
          aria-valuetext={words}
          onChange={(e) => goTo(view, Number(e.target.value))}
        />
        <div className="period-marks" aria-hidden="true">
          {yearMarks(view.frequency, view.first, view.count, 14).map((mark) => (
            <span key={mark} style={{ left: `${((mark - view.first) / Math.max(1, view.count - 1)) * 100}%` }}>
              {yearOf(view.frequency, mark)}
            </span>
          ))}
        </div>
      </div>
      <Button
        look="plain"
        disabled={place.period === null}
        onClick={() => setPlace({ period: null }, { replace: true })}
      >
        {t('latest')}
      </Button>
      <span className="period-coverage">{t('coverage', { share: formatShare(share) })}</span>
    </div>
  );
}
