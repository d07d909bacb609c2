import { useCallback, useEffect, useRef } from 'react';
import type { Briefing, Page } from '../../../../briefing/briefing';
import { addSentence, setNotes, setPageHeading } from '../../../../briefing/edit-briefing';
import { chineseNumeral } from '../../../../briefing/numbering';
import { Button } from '../../../parts/Button';
import { ExhibitView } from '../../../parts/ExhibitView';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { SentenceRow } from './SentenceRow';
import { EDITOR_TEXT } from './text';

interface PageSheetProps {
  readonly briefing: Briefing;
  readonly page: Page;
  readonly chosen: string | null;
  readonly onChoose: (sentence: string | null) => void;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}

/** One page as it will look, written in place: heading, sentences, chart, source; the speaker's notes under it. */
export function PageSheet({ briefing, page, chosen, onChoose, edit }: PageSheetProps) {
  const t = useT(EDITOR_TEXT);
  const { lang, pages } = briefing;
  const { id, sentences, exhibit } = page;
  const at = pages.indexOf(page);
  const sheet = useRef<HTMLElement>(null);
  /** Behind which sentence (null = first) a new one was asked for: it takes the focus once it stands there. */
  const added = useRef<string | null | undefined>(undefined);
  const onAdded = useCallback((after: string | null) => {
    added.current = after;
  }, []);
  useEffect(() => {
    if (added.current === undefined) return;
    const i = sentences.findIndex((s) => s.id === added.current);
    added.current = undefined;
    sheet.current?.querySelectorAll<HTMLElement>('.sentence-text')[i + 1]?.focus();
  }, [sentences]);
  const contentLang = lang === 'zh' ? 'zh-CN' : 'en';
  return (
    <section className="sheet" ref={sheet} aria-label={t('placeOf', { n: at + 1, count: pages.length })}>
      <div className="sheet-head">
        <span className="sheet-numeral" aria-hidden="true">
          {lang === 'zh' ? `${chineseNumeral(at + 1)}、` : `${at + 1}.`}
        </span>
        <input
          className="sheet-heading"
          lang={contentLang}
          aria-label={t('heading')}
          value={page.heading}
          maxLength={120}
          onFocus={() => onChoose(null)}
          onChange={(e) => edit((now) => setPageHeading(now, id, e.target.value), `heading ${id}`)}
        />
        {briefing.demonstration !== '' && (
          <span className="demonstration" lang={contentLang}>
            {briefing.demonstration}
          </span>
        )}
      </div>
      <ol className="sentences">
        {sentences.map((sentence, i) => (
          <SentenceRow
            key={sentence.id}
            page={id}
            sentence={sentence}
            at={i}
            count={sentences.length}
            lang={lang}
            chosen={sentence.id === chosen}
            edit={edit}
            onChoose={onChoose}
            onAdded={onAdded}
          />
        ))}
      </ol>
      {sentences.length === 0 && (
        <p className="quiet sheet-none">
          {exhibit === null && t('noText')}{' '}
          <Button
            look="plain"
            onClick={() => {
              edit((now) => addSentence(now, id, null));
              onAdded(null);
            }}
          >
            {t('firstSentence')}
          </Button>
        </p>
      )}
      {exhibit && (
        <div className="sheet-exhibit" lang={contentLang}>
          <ExhibitView key={exhibit.id} exhibit={exhibit} lang={lang} />
        </div>
      )}
      <p className="sheet-foot" lang={contentLang}>
        <span>{briefing.sourceLine}</span>
        <span className="nowrap">{lang === 'zh' ? `— ${at + 1} —` : `${at + 1} / ${pages.length}`}</span>
      </p>
      <label className="sheet-notes">
        <span className="field-label">{t('notes')}</span>
        <textarea
          lang={contentLang}
          rows={2}
          value={page.notes}
          onFocus={() => onChoose(null)}
          onChange={(e) => edit((now) => setNotes(now, id, e.target.value), `notes ${id}`)}
        />
      </label>
      <nav className="sheet-pager" aria-label={t('pages')}>
        {pages[at - 1] ? <PlaceLink to={{ free: { page: pages[at - 1]!.id } }}>← {t('previous')}</PlaceLink> : <span />}
        {pages[at + 1] ? <PlaceLink to={{ free: { page: pages[at + 1]!.id } }}>{t('next')} →</PlaceLink> : <span />}
      </nav>
    </section>
  );
}
