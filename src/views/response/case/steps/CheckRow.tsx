import { type ReactNode, useState } from 'react';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Case } from '../../../../response/case/case';
import type { ActOf, FigureSeen } from '../../../../response/trail/act';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { LineField } from '../fields';
import { isBlank } from '../read-fields';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { VERIFY_TEXT } from './verify-text';

type Result = ActOf<'check-figure'>['result'];

interface CheckRowProps {
  readonly caseId: string;
  readonly item: string;
  /** The figure or the question, in words. */
  readonly what: string;
  readonly note: string | null;
  readonly more?: ReactNode;
  readonly warn?: string | undefined;
  readonly figure: FigureSeen | null;
  readonly check: NonNullable<ReturnType<Case['checks']['get']>> | null;
  /** A question of procedure: it is answered in words, not confirmed. */
  readonly question?: boolean;
}

const MARKS: Readonly<Record<Result, string>> = { confirmed: '', suspect: 'case-mark-worse', cleared: '' };

/** One item of the checklist with its judgement. Confirming a figure takes one press, everything else takes words. */
export function CheckRow({ caseId, item, what, note, more, warn, figure, check, question = false }: CheckRowProps) {
  const t = useT(VERIFY_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const { names, readOnly, refusal, record } = useActing();
  const [writing, setWriting] = useState<Result | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const act = (result: Result, words: string) => ({
    kind: 'check-figure' as const,
    case: caseId,
    item,
    result,
    figure,
    note: words,
  });
  const barred = readOnly ?? refusal(act('confirmed', '…'));
  const confirmNow = (): void => void record(act('confirmed', '')).then(setWhy);
  const doubted = check?.result === 'suspect';
  return (
    <li>
      <div className="check-row">
        <div>
          <div className="case-row-head">
            <span className="case-figure">{what}</span>
            <span className={`case-mark ${check ? MARKS[check.result] : 'case-mark-notice'}`}>
              {t(check?.result ?? 'unjudged')}
            </span>
            {check && (
              <span className="quiet">
                {formatMoment(check.at, lang)} · {deskName(check.by, names)[lang]}
              </span>
            )}
          </div>
          {(note !== null || more) && (
            <p className="quiet">
              {note}
              {note !== null && more && ' · '}
              {more}
            </p>
          )}
          {warn !== undefined && <p className="caution">{warn}</p>}
          {check && !isBlank(check.note) && <p>{check.note}</p>}
        </div>
        {barred === null && (
          <div className="check-tools">
            {doubted ? (
              <Button look="plain" aria-label={t('clearOf', { what })} onClick={() => setWriting('cleared')}>
                {t('clear')}
              </Button>
            ) : (
              <>
                {(check?.result !== 'confirmed' || warn !== undefined) && (
                  <Button
                    look="plain"
                    aria-label={t('confirmOf', { what })}
                    onClick={question ? () => setWriting('confirmed') : confirmNow}
                  >
                    {t(question ? 'yesFine' : 'confirm')}
                  </Button>
                )}
                <Button look="plain" aria-label={t('suspectOf', { what })} onClick={() => setWriting('suspect')}>
                  {t(question ? 'doubt' : 'markSuspect')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      {why !== null && (
        <p className="field-fault" role="alert">
          {c('refused', { why })}
        </p>
      )}
      {writing && barred === null && (
        <NoteForm
          key={writing}
          id={`case:${caseId}:check:${item}:${writing}`}
          what={what}
          result={writing}
          act={(words) => act(writing, words)}
          onClose={() => setWriting(null)}
          question={question}
        />
      )}
    </li>
  );
}

interface NoteFormProps {
  readonly id: string;
  readonly what: string;
  readonly result: Result;
  readonly act: (note: string) => ActOf<'check-figure'>;
  readonly onClose: () => void;
  readonly question: boolean;
}

function NoteForm({ id, what, result, act, onClose, question }: NoteFormProps) {
  const t = useT(VERIFY_TEXT);
  const c = useT(CASE_TEXT);
  const form = useActForm(
    id,
    { note: '' },
    ({ note }) => (isBlank(note) ? { faults: { note: c('needed') } } : { act: act(note.trim()) }),
    onClose,
  );
  const label = result === 'suspect' ? 'suspectNote' : result === 'cleared' ? 'clearNote' : 'note';
  const name = result === 'suspect' ? 'suspectOf' : result === 'cleared' ? 'clearOf' : 'confirmOf';
  return (
    <ActForm
      label={t(name, { what })}
      form={form}
      submit={t(result)}
      barred={null}
      tools={<Button onClick={onClose}>{c('cancel')}</Button>}
    >
      <LineField
        label={t(question ? 'answer' : label)}
        value={form.value.note}
        onChange={(note) => form.edit({ note })}
        fault={form.faults.note}
        wide
      />
    </ActForm>
  );
}
