import { useEffect } from 'react';
import { formatNumber } from '../../../base/format';
import type { Briefing, Page } from '../../../briefing/briefing';
import { onKeyStroke } from '../../../platform/key-strokes';
import { keepAwake } from '../../../platform/wake-lock';
import { Button } from '../../parts/Button';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { CoverSheet } from './CoverSheet';
import { pageWords } from './headline';
import { NotesText } from './NotesText';
import { PageView } from './PageView';
import { actOfKey } from './show-keys';
import type { ShowAct, ShowState } from './show-state';
import { SpeakerClock } from './SpeakerClock';
import { SHOW_TEXT } from './text';
import { useSpeakerLine } from './use-speaker-line';

/** What a speaker's keys do in the show; the rest is for the window that they are pressed in. */
const REMOTE: readonly ShowAct['kind'][] = ['turn', 'go', 'last', 'digit', 'enter', 'month', 'dark'];

/** The presenter's own window: what the audience sees, what comes next, the notes and the time. */
export function Speaker() {
  const t = useT(SHOW_TEXT);
  const { speaker, act } = useSpeakerLine();
  useEffect(
    () =>
      onKeyStroke((stroke) => {
        const what = actOfKey(stroke);
        if (!what || !REMOTE.includes(what.kind)) return false;
        act(what);
        return true;
      }),
    [act],
  );
  useEffect(() => keepAwake(), []);
  const { state, briefing, notice } = speaker;
  return (
    <CoverSheet label={t('speaker')} testId="show-speaker" className="show-speaker">
      <SpeakerClock />
      {state === null && (
        <Empty title={t('noShow')}>
          <p>{t('noShowHelp')}</p>
          <p>
            <PlaceLink to={{ free: { show: null } }}>{t('leave')}</PlaceLink>
          </p>
        </Empty>
      )}
      {state && !briefing && (
        <div className="show-waiting">
          <Skeleton lines={4} />
          <p>{notice || t('waitingPages')}</p>
        </div>
      )}
      {state && briefing && <Following state={state} briefing={briefing} notice={notice} act={act} />}
    </CoverSheet>
  );
}

interface FollowingProps {
  readonly state: ShowState;
  readonly briefing: Briefing;
  readonly notice: string;
  readonly act: (act: ShowAct) => void;
}

function Following({ state, briefing, notice, act }: FollowingProps) {
  const t = useT(SHOW_TEXT);
  const { pages } = briefing;
  const page = pages[state.page];
  const next = pages[state.page + 1];
  const numbers = { page: formatNumber(state.page + 1), count: formatNumber(state.count) };
  const atEnd = state.page >= state.count - 1;
  return (
    <>
      <p className="visually-hidden" aria-live="polite" data-testid="speaker-said">
        {page && t('said', { ...numbers, headline: pageWords(page).headline })}
      </p>
      <div className="speaker-tools">
        <Button disabled={state.page === 0 && state.dark === null} onClick={() => act({ kind: 'turn', by: -1 })}>
          {t('previous')}
        </Button>
        <Button disabled={atEnd && state.dark === null} onClick={() => act({ kind: 'turn', by: 1 })}>
          {t('next')}
        </Button>
        <span className="speaker-number">{t('pageOf', numbers)}</span>
        <Button disabled={state.month <= state.earliest} onClick={() => act({ kind: 'month', by: -1 })}>
          {t('earlier')}
        </Button>
        <Button disabled={state.month >= state.latest} onClick={() => act({ kind: 'month', by: 1 })}>
          {t('later')}
        </Button>
        <Button aria-pressed={state.dark === 'black'} onClick={() => act({ kind: 'dark', as: 'black' })}>
          {t('blackShort')}
        </Button>
        {state.dark !== null && (
          <strong className="speaker-dark" role="status">
            {t(state.dark === 'black' ? 'audienceBlack' : 'audienceWhite')}
          </strong>
        )}
        {notice !== '' && (
          <span className="speaker-notice" role="status">
            {notice}
          </span>
        )}
      </div>
      <div className="speaker-pages">
        <Preview label={t('nowShown')} briefing={briefing} page={page} number={`${numbers.page} / ${numbers.count}`} />
        <Preview
          label={t('nextShown')}
          briefing={briefing}
          page={next}
          number={`${formatNumber(state.page + 2)} / ${numbers.count}`}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keyboard */}
        <section className="speaker-notes" aria-label={t('notesShort')} tabIndex={0}>
          {page && <NotesText page={page} />}
        </section>
      </div>
    </>
  );
}

interface PreviewProps {
  readonly label: string;
  readonly briefing: Briefing;
  readonly page: Page | undefined;
  readonly number: string;
}

function Preview({ label, briefing, page, number }: PreviewProps) {
  const t = useT(SHOW_TEXT);
  return (
    <section className="speaker-preview" aria-label={label}>
      <h2>{label}</h2>
      <div className="speaker-sheet">
        {page ? (
          <PageView key={`${page.id} ${briefing.subtitle}`} briefing={briefing} page={page} number={number} small />
        ) : (
          <p className="show-waiting">{t('afterLast')}</p>
        )}
      </div>
    </section>
  );
}
