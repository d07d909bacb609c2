import { useMemo, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Lang } from '../../../../base/text';
import { draftOf } from '../../../../briefing/case-documents/draft';
import type { CaseFacts } from '../../../../briefing/case-documents/facts';
import type { BriefingDocument } from '../../../../briefing/document';
import { gapsOf, missing } from '../../../../briefing/gaps';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Case } from '../../../../response/case/case';
import type { DocumentKind } from '../../../../response/trail/act';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Button, Choice, Select } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { DocumentSheet } from './DocumentSheet';
import { kindName } from './kind-name';
import { PaperForm } from './PaperForm';
import { PaperTools } from './PaperTools';
import { DOCUMENTS_TEXT } from './text';
import { usePaper, versionsOf } from './use-paper';

interface DocumentEditorProps {
  readonly kind: DocumentKind;
  readonly facts: CaseFacts;
  /** Saved ones as they are now: facts are gathered anew a moment later. */
  readonly documents: Case['documents'];
  readonly nowMs: number;
  readonly language: Lang;
  readonly onLanguage: (lang: Lang) => void;
}

/** One paper of the case: written, changed, looked at in its layout, saved, printed, taken along. */
export function DocumentEditor({ kind, facts, documents, nowMs, language, onLanguage }: DocumentEditorProps) {
  const t = useT(DOCUMENTS_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const [mode, setMode] = useState<'edit' | 'preview'>('edit');
  const { id } = facts.case;
  const fresh = useMemo(() => draftOf(kind, facts, language), [kind, facts, language]);
  const { versions, unreadable } = useMemo(() => versionsOf(documents, kind, language), [documents, kind, language]);
  const last = versions.at(-1);
  const paper = usePaper(`document:${id}:${kind}:${language}`, last?.model ?? fresh);
  const { model, edit } = paper;
  const gaps = useMemo(() => gapsOf(model), [model]);
  const box = useRef<HTMLElement>(null);
  const fillIn = (what: string): void => {
    flushSync(() => setMode('edit'));
    const fields = box.current?.querySelectorAll<HTMLInputElement>('.doc-form input, .doc-form textarea') ?? [];
    const mark = missing(what, language);
    const field = [...fields].find(({ value }) => value.includes(mark));
    field?.focus();
    const at = field?.value.indexOf(mark) ?? 0;
    field?.setSelectionRange(at, at + mark.length);
  };
  const name = kindName(kind, lang);
  const standing = paper.touched ? t('unsaved') : last ? t('asSaved', { n: last.number }) : t('fresh');
  return (
    <section ref={box} className="doc-editor" aria-label={name}>
      <div className="doc-choices">
        <Choice
          label={t('language')}
          name={`doc-language-${kind}`}
          value={language}
          options={[
            { value: 'zh', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={onLanguage}
        />
        <Choice
          label={t('mode')}
          name={`doc-mode-${kind}`}
          value={mode}
          options={[
            { value: 'edit', label: t('edit') },
            { value: 'preview', label: t('preview') },
          ]}
          onChange={setMode}
        />
        {versions.length > 0 && (
          <Select
            label={t('version')}
            value="present"
            options={[
              { value: 'present', label: t('present') },
              ...versions.map((one) => ({
                value: String(one.number),
                label: t('versionOf', {
                  n: one.number,
                  at: formatMoment(one.saved.at, lang),
                  who: deskName(one.saved.by, names)[lang],
                }),
              })),
            ]}
            onChange={(value) => {
              const chosen = versions.find((one) => String(one.number) === value);
              if (chosen) edit(() => chosen.model);
            }}
          />
        )}
      </div>
      <PaperTools
        paper={paper}
        fresh={fresh}
        act={{ kind: 'save-document', case: id, document: kind, lang: language, body: model }}
        nowMs={nowMs}
        standing={standing}
      />
      {unreadable > 0 && <p className="field-fault">{t('unreadable', { n: unreadable })}</p>}
      <div className="doc-gaps">
        <h4>{gaps.length === 0 ? t('noGaps') : t('gaps', { n: gaps.length })}</h4>
        {gaps.length > 0 && (
          <ul>
            {gaps.map(({ block, what }) => (
              <li key={`${block ?? ''} ${what}`}>
                <Button look="plain" title={t('toGap', { what })} onClick={() => fillIn(what)}>
                  {what}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {mode === 'edit' ? (
        <PaperForm model={model} edit={edit} />
      ) : (
        <figure className="doc-preview">
          <figcaption className="quiet">{t('layoutNote')}</figcaption>
          {/* A sheet is wider than a narrow window: it is moved under it, by keys too. */}
          <div className="doc-desk" tabIndex={0} role="region" aria-label={t('sheet')}>
            <DocumentSheet model={model} />
          </div>
        </figure>
      )}
      {createPortal(
        <div className={`paper-print ${printClass(model)}`} aria-hidden="true">
          <DocumentSheet model={model} />
        </div>,
        document.body,
      )}
    </section>
  );
}

/** Pages with the mark of invented figures are of a kind of their own. */
function printClass({ demonstration, lang }: BriefingDocument): string {
  return demonstration === '' ? '' : `paper-print-marked-${lang}`;
}
