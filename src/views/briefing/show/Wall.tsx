import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { formatNumber } from '../../../base/format';
import { leaveFullScreen, toggleFullScreen } from '../../../platform/full-screen';
import { goBackWithin } from '../../../platform/go-back';
import { onKeyStroke } from '../../../platform/key-strokes';
import { keepAwake } from '../../../platform/wake-lock';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { periodOf } from '../../../store/view-select';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { CoverSheet } from './CoverSheet';
import { pageWords } from './headline';
import { KeysHelp } from './KeysHelp';
import { NowPage } from './NowPage';
import { PageBoundary } from './PageBoundary';
import { PageView } from './PageView';
import { SHOW_TEXT } from './text';
import { useIdle } from './use-idle';
import { useLast } from './use-last';
import { useMade } from './use-shown';
import { wallPages } from './wall-pages';
import { nextWall, secondsOf, WALL_KEYS, WALL_START, type WallAct, wallActOfKey } from './wall-state';
import { WallBar } from './WallBar';
import { WallTools } from './WallTools';

/** A screen on a wall: the present figures, one page after another, always with their time. It runs for weeks unattended. */
export function Wall() {
  const t = useT(SHOW_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const source = useSourceWords();
  const place = usePlace();
  const period = periodOf(view, place.period);
  const seconds = secondsOf(place.free.every);
  const [state, dispatch] = useReducer(nextWall, WALL_START);
  const made = useMade({ ask: { kind: 'monthly', period, regionCode: null, since: null }, lang, office: '' });
  // What was made last stays on the wall while, and where, nothing newer can be.
  const briefing = useLast(made.data).shown;
  const pages = useMemo(() => wallPages(briefing), [briefing]);
  const page = pages[state.page] ?? pages[0]!;
  useEffect(() => dispatch({ kind: 'pages', count: pages.length }), [pages]);

  // From the beginning again after every turn, so that a page that was turned to by hand has its full time.
  useEffect(() => {
    const timer = setInterval(() => dispatch({ kind: 'tick' }), seconds * 1000);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [seconds, state.page]);

  // Dark, unless somebody has said otherwise: a lit wall is too bright for a room.
  const theme = place.theme;
  useEffect(() => {
    if (theme === null) setPlace({ theme: 'dark' }, { replace: true });
  }, [theme]);
  useEffect(() => keepAwake(), []);

  const help = useRef(state.help);
  useEffect(() => {
    help.current = state.help;
  });
  const act = useCallback((what: WallAct): void => {
    if (what.kind === 'full-screen') toggleFullScreen();
    if (what.kind === 'leave' && !help.current) leave();
    dispatch(what);
  }, []);
  useEffect(
    () =>
      onKeyStroke((stroke) => {
        const what = wallActOfKey(stroke);
        if (what) act(what);
        return what !== null;
      }),
    [act],
  );
  const { active, wake } = useIdle();
  const told = briefing?.pages[0];
  const headline = told ? pageWords(told).headline : '';
  const failed = { what: t('pageFailed'), why: (why: string) => t('pageFailedWhy', { why }) };
  const number = `${formatNumber(state.page + 1)} / ${formatNumber(pages.length)}`;
  return (
    <CoverSheet
      label={t('wall')}
      testId="show-wall"
      className={`show-wall ${active ? 'show-active' : ''}`}
      onPointerMove={wake}
      onPointerDown={wake}
    >
      <WallBar view={view} period={period} paused={state.paused} />
      {made.error && briefing && (
        <p className="show-notice" role="status">
          {t('wallOld', { why: made.error.what[lang] })}
        </p>
      )}
      {!briefing && (
        <p className="show-notice" role="status">
          {made.error ? made.error.what[lang] : t('wallWaiting')}
        </p>
      )}
      <div className="show-stage" data-page={page.id}>
        <PageBoundary key={page.id} words={failed}>
          {page.kind === 'now' ? (
            <NowPage view={view} period={period} headline={headline} source={source} number={number} />
          ) : (
            briefing && <PageView briefing={briefing} page={page.page} number={number} />
          )}
        </PageBoundary>
      </div>
      {state.help && <KeysHelp rows={WALL_KEYS} onClose={() => act({ kind: 'help' })} />}
      <WallTools state={state} seconds={seconds} act={act} />
    </CoverSheet>
  );
}

function leave(): void {
  leaveFullScreen();
  if (!goBackWithin()) setPlace({ theme: null, free: { show: null, every: null } });
}
