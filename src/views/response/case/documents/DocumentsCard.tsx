import { useEffect, useMemo, useRef, useState } from 'react';
import type { Lang, Text } from '../../../../base/text';
import { draftOf, notYet } from '../../../../briefing/case-documents/draft';
import type { CaseFacts } from '../../../../briefing/case-documents/facts';
import { gapsOf } from '../../../../briefing/gaps';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Case } from '../../../../response/case/case';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../../response/trail/act';
import { useLang, usePlace } from '../../../../store/place';
import { useDemonstrationMark } from '../../../../store/session';
import { useEngineCall } from '../../../../store/use-engine-call';
import { useResponse } from '../../../../store/use-response';
import { Card } from '../../../parts/Card';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Failed, Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import type { StepProps } from '../step';
import { DocumentEditor } from './DocumentEditor';
import { kindName } from './kind-name';
import { gatherFacts } from './gather-facts';
import { DOCUMENTS_TEXT } from './text';
import { versionsOf } from './use-paper';
import './documents.css';
import './sheet.css';

/** The six papers of a case: what can be drafted, what is missing, what was saved; and the one that is open. */
export function DocumentsCard(props: StepProps) {
  const t = useT(DOCUMENTS_TEXT);
  const pageLang = useLang();
  const { free } = usePlace();
  const actor = useResponse((s) => s.actor);
  const demonstration = useDemonstrationMark();
  const [language, setLanguage] = useState<Lang>(pageLang);
  const { review, detail, state, plan, period } = props;
  // What the engine is asked for hangs on the decisions of the case alone; the rest is at hand at every drawing.
  const key =
    detail === null ? null : `documents ${review.id} ${period} ${state.head.seq} ${plan.version} ${actor?.regionCode}`;
  const { data, error, retry } = useEngineCall(key, (engine, options) =>
    gatherFacts({ ...props, detail: detail!, actor, demonstration }, engine, options),
  );
  const open = DOCUMENT_KINDS.find((kind) => kind === free.doc) ?? null;
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(open);
  useEffect(() => {
    if (shown.current === open) return;
    shown.current = open;
    // Whoever opens a paper goes along with it: it is longer than the page.
    box.current?.querySelector('.doc-editor')?.scrollIntoView({ block: 'start' });
  }, [open]);
  return (
    <Card title={t('title')} subtitle={t('subtitle')} className="documents">
      {error && <Failed title={t('failed')} detail={error.what[pageLang]} onRetry={retry} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <div ref={box}>
          <DocumentList facts={data} documents={review.documents} open={open} language={language} />
          {open && (
            <DocumentEditor
              key={`${open} ${language}`}
              kind={open}
              facts={data}
              documents={review.documents}
              nowMs={props.nowMs}
              language={language}
              onLanguage={setLanguage}
            />
          )}
        </div>
      )}
    </Card>
  );
}

interface DocumentListProps {
  readonly facts: CaseFacts;
  readonly documents: Case['documents'];
  readonly open: DocumentKind | null;
  readonly language: Lang;
}

function DocumentList({ open, ...rest }: DocumentListProps) {
  const t = useT(DOCUMENTS_TEXT);
  return (
    <table className="doc-list">
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('versions')}</th>
        </tr>
      </thead>
      <tbody>
        {DOCUMENT_KINDS.map((kind) => (
          <DocumentRow key={kind} kind={kind} open={kind === open} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

interface DocumentRowProps extends Omit<DocumentListProps, 'open'> {
  readonly kind: DocumentKind;
  readonly open: boolean;
}

/** One kind of paper: how far it is, in the language of the documents, and what was saved of it in any. */
function DocumentRow({ kind, open, facts, documents, language }: DocumentRowProps) {
  const t = useT(DOCUMENTS_TEXT);
  const lang = useLang();
  const state = useMemo(() => stateOf(kind, facts, documents, language), [kind, facts, documents, language]);
  const saved = documents.filter((one) => one.document === kind);
  const last = saved.at(-1);
  return (
    <tr className={open ? 'doc-open' : undefined}>
      <th scope="row">
        <PlaceLink to={{ free: { doc: open ? null : kind } }} current={open ? 'true' : undefined}>
          {kindName(kind, lang)}
        </PlaceLink>
      </th>
      <td>{t(state.key, { n: state.gaps, why: state.why?.[lang] ?? '' })}</td>
      <td>
        {last ? (
          t('lastSaved', { n: saved.length, at: formatMoment(last.at, lang) })
        ) : (
          <span className="quiet">{t('none')}</span>
        )}
      </td>
    </tr>
  );
}

type StateKey = 'notYet' | 'ready' | 'readyGaps' | 'saved' | 'savedGaps';

/** Of what was saved last, else of what can be drafted now; what has nothing to tell yet says why. */
function stateOf(
  kind: DocumentKind,
  facts: CaseFacts,
  documents: Case['documents'],
  language: Lang,
): { readonly key: StateKey; readonly gaps: number; readonly why: Text | null } {
  const saved = versionsOf(documents, kind, language).versions.at(-1);
  const why = notYet(kind, facts.case);
  if (!saved && why) return { key: 'notYet', gaps: 0, why };
  const gaps = gapsOf(saved?.model ?? draftOf(kind, facts, language)).length;
  if (saved) return { key: gaps === 0 ? 'saved' : 'savedGaps', gaps, why: null };
  return { key: gaps === 0 ? 'ready' : 'readyGaps', gaps, why: null };
}
