import { DEMONSTRATION_MARK } from '../../../base/demonstration';
import type { Period } from '../../../base/period';
import { today } from '../../../platform/clock';
import type { AssessmentView } from '../../../platform/engine-api';
import { formatMoment } from '../../../response/calendar/moment';
import { useFeed } from '../../../store/feed';
import { useLang } from '../../../store/place';
import { useSource } from '../../../store/session';
import { useT } from '../../parts/use-text';
import { dataTime } from './data-time';
import { SHOW_TEXT } from './text';
import { useNow } from './use-now';

const TICK_MS = 1000;

interface WallBarProps {
  readonly view: AssessmentView;
  readonly period: Period;
  readonly paused: boolean;
}

/** What never leaves a wall: of when the figures are, how old, whether they are real ones, and what time it is. */
export function WallBar({ view, period, paused }: WallBarProps) {
  const t = useT(SHOW_TEXT);
  const lang = useLang();
  const source = useSource();
  const failures = useFeed((s) => s.failures);
  const now = useNow(TICK_MS);
  const time = dataTime(view, period, today(), source.stale || failures > 0, lang);
  const comma = lang === 'zh' ? '，' : ', ';
  return (
    <header className="wall-bar">
      <p data-testid="wall-time">
        <strong>{time.period}</strong>
        {comma}
        {[time.known, time.age].filter((words) => words !== '').join(comma)}
      </p>
      {time.stale !== '' && <p className="wall-stale">{time.stale}</p>}
      {paused && <p className="wall-paused">{t('wallPaused')}</p>}
      {view.demonstration && <span className="demonstration">{DEMONSTRATION_MARK[lang]}</span>}
      <p className="wall-clock">{formatMoment(now, lang)}</p>
    </header>
  );
}
