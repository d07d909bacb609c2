import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { Briefing } from '../../../../briefing/briefing';
import type { Draft } from '../../../../store/briefings-state';
import { catchLostFocus } from '../../../../platform/lost-focus';
import { useLang, usePlace } from '../../../../store/place';
import { useBriefings, useKeepingOnLeave } from '../../../../store/use-briefings';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { checkList, HEAD_PAGE, mustOf } from '../side/check-list';
import { SidePanel } from '../side/SidePanel';
import { useFresh } from '../use-fresh';
import { AddPage } from './AddPage';
import { HeadForm } from './HeadForm';
import { PageList } from './PageList';
import { PageSheet } from './PageSheet';
import { TakenOut } from './TakenOut';
import { EDITOR_TEXT } from './text';
import { Toolbar } from './Toolbar';

/** One draft: its pages at the left, the page in hand in the middle, what it rests on at the right. */
export function Editor({ draft }: { readonly draft: Draft }) {
  const t = useT(EDITOR_TEXT);
  const { free } = usePlace();
  const { edit: editDraft, undo, redo } = useBriefings((s) => s);
  const { id, briefing } = draft;
  const fresh = useFresh(briefing);
  const lang = useLang();
  const { freshness } = fresh;
  const findings = useMemo(() => checkList(briefing, freshness, lang), [briefing, freshness, lang]);
  const page =
    free.page === HEAD_PAGE ? null : (briefing.pages.find((p) => p.id === free.page) ?? briefing.pages[0] ?? null);
  const [choice, setChoice] = useState<{ readonly page: string; readonly sentence: string | null } | null>(null);
  useKeepingOnLeave();
  // The button that made it, or the link that opened it, is no longer there.
  useEffect(() => catchLostFocus(), []);
  const edit = useCallback(
    (how: (briefing: Briefing) => Briefing, about?: string) => editDraft(id, how, about),
    [editDraft, id],
  );
  const pageId = page?.id ?? HEAD_PAGE;
  const choose = useCallback((sentence: string | null) => setChoice({ page: pageId, sentence }), [pageId]);
  // Of another page than the one in hand nothing is chosen.
  const sentence = choice?.page === pageId ? choice.sentence : null;

  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const turn = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
    if (!turn) return;
    // The fields' own undoing knows nothing of what was done elsewhere.
    event.preventDefault();
    turn(id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only listens to keys of what it holds
    <div
      className={free.side === 'compare' ? 'builder builder-comparing' : 'builder'}
      onKeyDown={onKey}
      data-testid="builder"
      data-draft={id}
    >
      <Toolbar draft={draft} fresh={fresh} must={mustOf(findings)} />
      <nav className="builder-pages" aria-label={t('pages')}>
        <p className="quiet">{t('pagesHint')}</p>
        <p className={page === null ? 'page-line page-current' : 'page-line'}>
          <span className="page-number" />
          <span className="page-name">
            <PlaceLink to={{ free: { page: HEAD_PAGE } }} current={page === null ? 'true' : undefined}>
              {t('head')}
            </PlaceLink>
          </span>
        </p>
        <PageList briefing={briefing} selected={pageId} edit={edit} />
        <AddPage
          briefing={briefing}
          after={page?.id ?? briefing.pages.at(-1)?.id ?? null}
          asking={fresh.asking}
          edit={edit}
        />
        <TakenOut briefing={briefing} fresh={fresh.briefing} edit={edit} />
      </nav>
      <div className="builder-sheet">
        {page ? (
          <PageSheet key={page.id} briefing={briefing} page={page} chosen={sentence} onChoose={choose} edit={edit} />
        ) : (
          <HeadForm briefing={briefing} edit={edit} />
        )}
        <p className="quiet builder-keys">{t('keys')}</p>
      </div>
      <SidePanel draft={draft} page={page} sentence={sentence} fresh={fresh} findings={findings} edit={edit} />
    </div>
  );
}
