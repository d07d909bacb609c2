import { type FormEvent, useId, useMemo, useState } from 'react';
import type { ActOf } from '../../../response/trail/act';
import { useDraft } from '../../../store/use-draft';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { ActResult } from '../ActResult';
import { useAct } from '../use-act';
import { useRefusal } from '../use-may';
import { REVIEW_TEXT } from './text';

/** The act "the plan was reviewed", with what was found. */
export function ReviewForm({ version, number }: { readonly version: string; readonly number: number }) {
  const t = useT(REVIEW_TEXT);
  const id = useId();
  const desk = useAct();
  const [finding, setFinding, clear] = useDraft('plan-review', '');
  const [tried, setTried] = useState(false);
  const act = useMemo(
    (): ActOf<'review-plan'> => ({ kind: 'review-plan', version, finding: finding.trim() }),
    [version, finding],
  );
  const refusal = useRefusal(act);
  const empty = act.finding === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    if (await desk.send(act)) {
      clear();
      setTried(false);
    }
  };
  return (
    <Card title={t('formTitle')} subtitle={t('formSubtitle', { number, version })}>
      <form onSubmit={(e) => void submit(e)} noValidate>
        <label className="plan-field" htmlFor={id}>
          <span className="field-label">{t('finding')}</span>
          <textarea
            id={id}
            rows={3}
            value={finding}
            maxLength={4000}
            placeholder={t('findingHint')}
            aria-invalid={tried && empty}
            aria-describedby={tried && empty ? `${id}-fault` : undefined}
            onChange={(e) => setFinding(e.target.value)}
          />
        </label>
        {tried && empty && (
          <p id={`${id}-fault`} className="field-fault">
            {t('needFinding')}
          </p>
        )}
        <p className="plan-ways">
          <Button type="submit" look="primary" disabled={refusal !== null || desk.busy}>
            {t('save')}
          </Button>
          {refusal !== null && <span className="caution">{refusal}</span>}
        </p>
      </form>
      <ActResult desk={desk} />
    </Card>
  );
}
