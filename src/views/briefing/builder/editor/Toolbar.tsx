import { useState } from 'react';
import { movedSentences } from '../../../../briefing/merge-briefing';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Draft } from '../../../../store/briefings-state';
import { useLang } from '../../../../store/place';
import { useBriefings } from '../../../../store/use-briefings';
import { Button } from '../../../parts/Button';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { handCount } from '../marks';
import { ExportMenu } from '../out/ExportMenu';
import { updated } from '../renew';
import type { Fresh } from '../use-fresh';
import { EDITOR_TEXT } from './text';

interface ToolbarProps {
  readonly draft: Draft;
  readonly fresh: Fresh;
  /** So many findings of the check are to be dealt with. */
  readonly must: number;
}

/** The draft as a whole: its name, whether it is kept, how it stands to the figures, and where it goes. */
export function Toolbar({ draft, fresh, must }: ToolbarProps) {
  const t = useT(EDITOR_TEXT);
  const { rename, undo, redo } = useBriefings((s) => s);
  const { id, steps } = draft;
  return (
    <header className="builder-bar">
      <PlaceLink className="builder-back" to={{ free: { draft: null, page: null, side: null } }}>
        ← {t('back')}
      </PlaceLink>
      <input
        className="builder-name"
        aria-label={t('name')}
        value={draft.name}
        maxLength={160}
        onChange={(e) => rename(id, e.target.value)}
      />
      <span className="builder-tools">
        <Button disabled={steps.past.length === 0} aria-keyshortcuts="Control+Z" onClick={() => undo(id)}>
          {t('undo')}
        </Button>
        <Button disabled={steps.future.length === 0} aria-keyshortcuts="Control+Y" onClick={() => redo(id)}>
          {t('redo')}
        </Button>
        <ExportMenu draft={draft} must={must} />
        <PlaceLink className="button button-primary" to={{ free: { show: 'present' } }}>
          {t('show')}
        </PlaceLink>
      </span>
      <div className="builder-state">
        <KeptWords draft={draft} />
        <FreshWords draft={draft} fresh={fresh} />
      </div>
      {draft.theirs && <OtherText draft={draft} />}
    </header>
  );
}

function KeptWords({ draft }: { readonly draft: Draft }) {
  const t = useT(EDITOR_TEXT);
  const lang = useLang();
  const flush = useBriefings((s) => s.flush);
  const { keeping, at, trouble, followed } = draft;
  return (
    <span role="status" data-testid="draft-kept" data-keeping={keeping}>
      {keeping === 'kept' && <span className="quiet">{t('kept', { at: formatMoment(at, lang) })}</span>}
      {keeping === 'waiting' && <span className="quiet">{t('waiting')}</span>}
      {followed && <span className="builder-note">{t('followed')}</span>}
      {trouble && keeping !== 'other' && (
        <span className="worse">
          {t('keepFailed', { why: `${trouble.what[lang]} ${trouble.todo[lang]}` })}{' '}
          <Button look="plain" onClick={flush}>
            {t('retry')}
          </Button>
        </span>
      )}
    </span>
  );
}

function FreshWords({ draft, fresh }: Omit<ToolbarProps, 'must'>) {
  const t = useT(EDITOR_TEXT);
  const edit = useBriefings((s) => s.edit);
  const [said, setSaid] = useState('');
  const { freshness, briefing, retry } = fresh;
  const update = (): void => {
    if (!briefing) return;
    const merged = updated(draft.briefing, briefing);
    edit(draft.id, (now) => updated(now, briefing));
    const moved = movedSentences(merged).length;
    setSaid(t(moved > 0 ? 'updatedMoved' : 'updated', { hand: handCount(merged), moved }));
  };
  return (
    <span className="builder-fresh" role="status" data-testid="draft-fresh" data-fresh={freshness.kind}>
      {freshness.kind === 'asking' && <span className="quiet">{t('asking')}</span>}
      {freshness.kind === 'same' && <span className="quiet">{t('upToDate')}</span>}
      {freshness.kind === 'unknown' && (
        <span className="builder-note">
          {t('unknown', { why: freshness.why })}{' '}
          <Button look="plain" onClick={retry}>
            {t('askAgain')}
          </Button>
        </span>
      )}
      {freshness.kind === 'older' && (
        <span className="builder-note">
          {freshness.changed === 0
            ? t('olderOther')
            : freshness.changed === 1
              ? t('olderOne')
              : t('older', { n: freshness.changed })}{' '}
          <Button onClick={update}>{t('update')}</Button>
        </span>
      )}
      {said !== '' && freshness.kind === 'same' && <span className="quiet">{said}</span>}
    </span>
  );
}

/** Two windows have written: both texts are at hand until somebody chooses. */
function OtherText({ draft }: { readonly draft: Draft }) {
  const t = useT(EDITOR_TEXT);
  const lang = useLang();
  const settle = useBriefings((s) => s.settle);
  const { id, name, theirs } = draft;
  if (!theirs) return null;
  return (
    <div className="caution builder-other" role="alert">
      {t('other', { who: theirs.by || t('nobody'), at: formatMoment(theirs.at, lang) })}
      <span className="builder-tools">
        <Button onClick={() => void settle(id, { copyAs: t('copyName', { name }) })}>{t('mineBeside')}</Button>
        <Button onClick={() => void settle(id, 'mine')}>{t('mine')}</Button>
        <Button onClick={() => void settle(id, 'theirs')}>{t('theirs')}</Button>
      </span>
    </div>
  );
}
