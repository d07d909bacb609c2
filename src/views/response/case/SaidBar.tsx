import { useState } from 'react';
import { formatNumber } from '../../../base/format';
import type { Entry } from '../../../response/trail/entry';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { CASE_TEXT } from './text';

/** What was recorded last: one entry, or several in a row. */
export interface Said {
  readonly first: number;
  readonly last: Entry;
}

/** `已记录（第12条）`, read out without being asked, with the way back where there is one. */
export function SaidBar({ said, onClose }: { readonly said: Said | null; readonly onClose: () => void }) {
  const t = useT(CASE_TEXT);
  const { record, refusal } = useActing();
  const [why, setWhy] = useState<string | null>(null);
  const undo = (seq: number) => ({ kind: 'undo' as const, seq, reason: t('undoReason') });
  const last = said?.last;
  const words = (): string => {
    if (!said || !last) return '';
    const seq = formatNumber(last.seq);
    if (last.act.kind === 'undo') return t('undoneSaid', { undone: formatNumber(last.act.seq), seq });
    return said.first === last.seq
      ? t('recorded', { seq })
      : t('recordedMany', { first: formatNumber(said.first), seq });
  };
  return (
    <div className="said">
      {/* The region stands before the words come, or they would not be read out. */}
      <div role="status" className={last ? 'said-bar' : ''}>
        {last && <p>{words()}</p>}
        {why !== null && <p className="field-fault">{t('refused', { why })}</p>}
        {said && last && said.first === last.seq && refusal(undo(last.seq)) === null && (
          <Button onClick={() => void record(undo(last.seq)).then(setWhy)}>
            {t('undoEntry', { seq: formatNumber(last.seq) })}
          </Button>
        )}
        {last && (
          <Button look="plain" onClick={onClose}>
            {t('dismiss')}
          </Button>
        )}
      </div>
    </div>
  );
}
