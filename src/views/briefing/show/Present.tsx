import { useCallback, useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { leaveFullScreen, toggleFullScreen } from '../../../platform/full-screen';
import { goBackWithin } from '../../../platform/go-back';
import { onKeyStroke } from '../../../platform/key-strokes';
import { openWindow } from '../../../platform/open-window';
import { keepAwake } from '../../../platform/wake-lock';
import { currentPlace, placeHref, setPlace } from '../../../store/place';
import { Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { CoverSheet } from './CoverSheet';
import { pageWords } from './headline';
import { KeysHelp } from './KeysHelp';
import { NotesText } from './NotesText';
import { PageView } from './PageView';
import { PointerDot } from './PointerDot';
import { actOfKey, SHOW_KEYS } from './show-keys';
import type { ShowAct } from './show-state';
import { SHOW_TEXT } from './text';
import { ToolBar } from './ToolBar';
import { useIdle } from './use-idle';
import { usePresent } from './use-present';
import { useShowLine } from './use-show-line';
import { useTurning } from './use-turning';

/** One page after another before an audience, the whole window for it. */
export function Present() {
  const t = useT(SHOW_TEXT);
  const { base, state, dispatch, shown, notice } = usePresent();
  const [blocked, setBlocked] = useState(false);
  const page = shown?.pages[state.page];
  const now = useRef({ help: state.help, page: page?.id ?? null });
  useEffect(() => {
    now.current = { help: state.help, page: page?.id ?? null };
  });
  const act = useCallback(
    (what: ShowAct): void => {
      if (what.kind === 'full-screen') toggleFullScreen();
      if (what.kind === 'speaker') setBlocked(!openWindow(speakerAddress(), 'fengsui-speaker'));
      if (what.kind === 'leave' && !now.current.help) leave(now.current.page);
      dispatch(what);
    },
    [dispatch],
  );
  useEffect(
    () =>
      onKeyStroke((stroke) => {
        const what = actOfKey(stroke);
        if (what) act(what);
        return what !== null;
      }),
    [act],
  );
  useEffect(() => keepAwake(), []);
  const words = blocked ? t('blocked') : notice;
  useShowLine({ state, briefing: shown, notice: words }, dispatch);
  const { active, wake } = useIdle();
  const { onPointerDown, onPointerUp } = useTurning(act);
  const numbers = { page: formatNumber(state.page + 1), count: formatNumber(state.count) };
  const said = page ? t('said', { ...numbers, headline: pageWords(page).headline }) : '';

  return (
    <CoverSheet
      label={t('show')}
      testId="show-present"
      className={`show-present ${active ? 'show-active' : ''} ${state.pointer ? 'show-pointing' : ''}`}
      onPointerMove={wake}
      onPointerDown={(event) => {
        wake();
        onPointerDown(event);
      }}
      onPointerUp={onPointerUp}
    >
      <p className="visually-hidden" aria-live="polite" data-testid="show-said">
        {state.dark === null ? said : t(state.dark === 'black' ? 'isBlack' : 'isWhite')}
      </p>
      {words !== '' && (
        <p className="show-notice" role="status">
          {words}
        </p>
      )}
      <div className="show-stage">
        {shown && page ? (
          <PageView
            key={`${page.id} ${shown.subtitle}`}
            briefing={shown}
            page={page}
            number={`${numbers.page} / ${numbers.count}`}
          />
        ) : (
          <div className="show-waiting">
            {!shown && base.failure === null && !base.missing && <Skeleton lines={4} />}
            <p>{shown ? t('noPages') : (base.failure ?? t(base.missing ? 'noDraft' : 'makingFirst'))}</p>
          </div>
        )}
      </div>
      {state.notes && page && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keyboard
        <section className="show-notes" aria-label={t('notesShort')} tabIndex={0}>
          <NotesText page={page} />
        </section>
      )}
      {state.typed !== '' && <p className="show-typed">{t('goingTo', { typed: state.typed })}</p>}
      {state.dark !== null && <div className={`show-dark show-${state.dark}`} data-testid="show-dark" />}
      {state.pointer && <PointerDot />}
      {state.help && <KeysHelp rows={SHOW_KEYS} more={t('mouse')} onClose={() => act({ kind: 'help' })} />}
      <ToolBar state={state} act={act} />
    </CoverSheet>
  );
}

function speakerAddress(): string {
  return placeHref(currentPlace(), { free: { show: 'speaker', draft: null, page: null, at: null } });
}

/** Back to where one came from; for somebody who opened the address of the show itself, to that page of the briefing. */
function leave(page: string | null): void {
  leaveFullScreen();
  if (!goBackWithin()) setPlace({ free: { show: null, page, at: null } });
}
