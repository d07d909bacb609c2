import { useEffect, useState } from 'react';
import { formatNumber } from '../../base/format';
import { nowMs } from '../../platform/clock';
import { ageOf } from '../../platform/feed-schedule';
import { type FeedState, useFeed } from '../../store/feed';
import { useLang } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { FEED_VIEW_TEXT } from './feed-text';
import { spanOf, timeOfDay } from './feed-time';

/** Words that tell of minutes are said anew this often. */
const TICK_MS = 15_000;

/** When the feed last answered, why it does not, and when it is asked again. */
export function FeedStatus() {
  const t = useT(FEED_VIEW_TEXT);
  const lang = useLang();
  const feed = useFeed((s) => s);
  const now = useNow();
  const { phase, trouble, failures, wait, keeper } = feed;
  const asking = phase === 'asking';
  const said = trouble?.what[lang];
  return (
    <section aria-label={t('status')} className="feed-status" data-testid="feed-status">
      <dl className="facts">
        <div>
          <dt>{t('lastGood')}</dt>
          <dd>{lastGoodWords(feed, now, t)}</dd>
        </div>
        <div>
          <dt>{t('next')}</dt>
          <dd>{asking ? t('asking') : nextWords(feed, now, t)}</dd>
        </div>
      </dl>
      <div role="status">
        {wait && (
          <p className="trouble">
            {t('retrying', {
              why: wait.why[lang],
              at: timeOfDay(wait.untilMs, now),
              attempt: wait.attempt,
              tries: wait.tries,
            })}
          </p>
        )}
        {!asking && failures > 0 && (
          <div className="trouble">
            {trouble ? (
              <>
                <p>
                  <strong>{failures > 1 ? t('failedTimes', { count: formatNumber(failures) }) : t('failed')}</strong>
                  {lang === 'zh' ? '：' : ': '}
                  {said} {trouble.where !== '' && <span className="quiet foreign">{trouble.where}</span>}
                </p>
                <p>{trouble.todo[lang]}</p>
                <p className="quiet">{t('stillShown')}</p>
              </>
            ) : (
              <p>{t('stopped')}</p>
            )}
          </div>
        )}
      </div>
      <p className="ways">
        {asking ? (
          <Button onClick={() => keeper?.cancel()}>{t('stop')}</Button>
        ) : (
          <Button onClick={() => keeper?.tryNow()}>{t('tryNow')}</Button>
        )}
      </p>
    </section>
  );
}

type Say = ReturnType<typeof useT<keyof typeof FEED_VIEW_TEXT>>;

function lastGoodWords({ lastGoodMs, settings }: FeedState, now: number, t: Say): string {
  const age = ageOf(lastGoodMs, (settings?.intervalMinutes ?? 0) * 60_000, now);
  if (!age || lastGoodMs === null) return t('neverGood');
  const span = spanOf(age.ageMs);
  const words = span ? t(`${span[0]}Ago`, { n: span[1] }) : t('justNow');
  const missed = age.stale ? t('missed', { count: formatNumber(age.missed) }) : '';
  return t('lastGoodValue', { age: words, at: timeOfDay(lastGoodMs, now) }) + missed;
}

const INS = { minutes: 'inMinutes', hours: 'inHours', days: 'inDays' } as const;

function nextWords({ paused, nextTryMs }: FeedState, now: number, t: Say): string {
  if (paused) return t(paused === 'hidden' ? 'nextHidden' : 'nextOffline');
  if (nextTryMs === null) return t('nextByHand');
  if (nextTryMs <= now) return t('nextNow');
  const span = spanOf(nextTryMs - now);
  return t('nextValue', { at: timeOfDay(nextTryMs, now), wait: span ? t(INS[span[0]], { n: span[1] }) : t('soon') });
}

function useNow(): number {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const id = setInterval(() => setNow(nowMs()), TICK_MS);
    return () => clearInterval(id);
  }, []);
  // What just happened is never in the future.
  return Math.max(now, useFeed((s) => s.lastGoodMs) ?? 0);
}
