import { type FormEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatNumber } from '../../../base/format';
import type { Entry } from '../../../response/trail/entry';
import { useLang, usePlace } from '../../../store/place';
import { refusalOf } from '../../../store/response-check';
import { useReadyView } from '../../../store/session';
import { useDraft } from '../../../store/use-draft';
import { responseStore, useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { TRAIL_TEXT } from './text';

interface UndoFormProps {
  readonly entry: Entry;
  /** What came of it: it stands outside, since the form goes when the entry is taken back, by whomever. */
  readonly onSaid: (words: string) => void;
}

/** Taking an act back, with a reason; where that is not open, why not. */
export function UndoForm({ entry, onSaid }: UndoFormProps) {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const id = useId();
  const view = useReadyView();
  const { asof } = usePlace();
  const now = useResponse((s) => s);
  const [reason, setReason, clear] = useDraft(`undo:${entry.digest}`, '');
  const [open, setOpen] = useState(reason !== '');
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [lacking, setLacking] = useState(false);
  const { seq } = entry;
  const named = { seq: formatNumber(seq) };
  const barred = refusalOf(now, view, asof, { kind: 'undo', seq, reason: '' });

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setLacking(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    const result = await responseStore().getState().act({ kind: 'undo', seq, reason: reason.trim() });
    setBusy(false);
    if (result.ok) clear();
    onSaid(
      result.ok
        ? t('undone', { ...named, by: formatNumber(result.entry.seq) })
        : t('refused', { why: result.why[lang] }),
    );
  };

  if (!open) {
    return (
      <p className="trail-undo">
        <Button
          disabled={barred !== null}
          aria-describedby={`${id}-barred`}
          onClick={() => {
            // The field that was asked for takes the focus.
            flushSync(() => setOpen(true));
            field.current?.focus();
          }}
        >
          {t('undoNamed', named)}
        </Button>
        <span id={`${id}-barred`} className="quiet">
          {barred?.[lang]}
        </span>
      </p>
    );
  }
  return (
    <form className="trail-undo" onSubmit={(e) => void send(e)} noValidate>
      <label className="field">
        <span className="field-label">{t('undoReason')}</span>
        <input
          className="input"
          value={reason}
          maxLength={500}
          ref={field}
          aria-invalid={lacking && reason.trim() === ''}
          aria-describedby={`${id}-said`}
          onChange={(e) => setReason(e.target.value)}
        />
      </label>
      <Button type="submit" look="primary" disabled={busy || barred !== null}>
        {busy ? t('saving') : t('undoSend')}
      </Button>
      <Button
        look="plain"
        onClick={() => {
          clear();
          setOpen(false);
        }}
      >
        {t('cancel')}
      </Button>
      <span id={`${id}-said`} className="field-fault" role="status">
        {barred?.[lang] ?? (lacking && reason.trim() === '' ? t('needReason') : '')}
      </span>
    </form>
  );
}
