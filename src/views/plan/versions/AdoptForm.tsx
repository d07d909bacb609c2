import { type FormEvent, useId, useMemo, useState } from 'react';
import { type Day, formatDay, parseDay } from '../../../base/period';
import type { ActOf } from '../../../response/trail/act';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import type { ActDesk } from '../use-act';
import { useRefusal } from '../use-may';
import type { PlanDraft } from './draft';
import { VERSIONS_TEXT } from './text';

interface AdoptFormProps {
  readonly draft: PlanDraft;
  /** The draft passes all checks. */
  readonly valid: boolean;
  readonly today: Day;
  readonly setDraft: (draft: PlanDraft) => void;
  readonly clearDraft: () => void;
  /** Outlives the form, which goes when the draft was adopted. */
  readonly desk: ActDesk;
}

/** From which day on, and why: the act that adopts the draft. */
export function AdoptForm({ draft, valid, today, setDraft, clearDraft, desk }: AdoptFormProps) {
  const t = useT(VERSIONS_TEXT);
  const id = useId();
  const [tried, setTried] = useState(false);
  const spelt = draft.from === '' ? formatDay(today) : draft.from;
  const from = parseDay(spelt);
  const act = useMemo(
    (): ActOf<'adopt-plan'> => ({
      kind: 'adopt-plan',
      from: from ?? today,
      plan: draft.plan,
      reason: draft.reason.trim(),
    }),
    [from, today, draft],
  );
  const refusal = useRefusal(act);
  const noReason = act.reason === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (noReason || from === null || !valid) return;
    if (await desk.send(act)) {
      clearDraft();
      setTried(false);
    }
  };
  return (
    <form className="adopt-form" onSubmit={(e) => void submit(e)} noValidate aria-label={t('adoptTitle')}>
      <h3>{t('adoptTitle')}</h3>
      <div className="draft-fields">
        <label className="plan-field">
          <span className="field-label">{t('adoptFrom')}</span>
          <input
            className="input"
            type="date"
            value={spelt}
            min={formatDay(today)}
            aria-invalid={tried && from === null}
            onChange={(e) => setDraft({ ...draft, from: e.target.value })}
          />
        </label>
        <label className="plan-field draft-wide" htmlFor={id}>
          <span className="field-label">{t('adoptReason')}</span>
          <input
            id={id}
            className="input"
            value={draft.reason}
            maxLength={2000}
            aria-invalid={tried && noReason}
            aria-describedby={tried && noReason ? `${id}-fault` : undefined}
            onChange={(e) => setDraft({ ...draft, reason: e.target.value })}
          />
        </label>
      </div>
      {tried && noReason && (
        <p id={`${id}-fault`} className="field-fault">
          {t('needReason')}
        </p>
      )}
      {tried && from === null && <p className="field-fault">{t('needDay')}</p>}
      {tried && !valid && <p className="field-fault">{t('needMend')}</p>}
      <p className="plan-ways">
        <Button type="submit" look="primary" disabled={refusal !== null || desk.busy}>
          {t('adopt')}
        </Button>
        {refusal !== null && <span className="caution">{refusal}</span>}
      </p>
    </form>
  );
}
