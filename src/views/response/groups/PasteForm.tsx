import { type FormEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { dayOfMoment } from '../../../response/calendar/moment';
import { readHouseholdLines } from '../../../response/groups/household-lines';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useDraft } from '../../../store/use-draft';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { AreaField } from '../case/fields';
import { REGISTER_TEXT } from './text';

/** So many faults are listed. */
const FAULTS_SHOWN = 20;

/** Enters many households at once; every line is checked before, and those that cannot be entered stay in the box. */
export function PasteForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT(REGISTER_TEXT);
  const lang = useLang();
  const { tree } = useReadyView();
  const households = useResponse((s) => s.state.households);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const { refusal, readOnly, recordAll } = useActing();
  const [text, setText, clear] = useDraft('recognise-households', '');
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const read = useDeferredValue(text);
  const lines = useMemo(
    () =>
      readHouseholdLines(read, tree, today, households).map((line) => {
        const why = 'act' in line ? refusal(line.act) : line.fault[lang];
        return { ...line, why };
      }),
    [read, tree, today, households, refusal, lang],
  );
  const good = lines.flatMap((line) => ('act' in line && line.why === null ? [line] : []));
  const bad = lines.filter(({ why }) => why !== null);
  const stale = read !== text;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || stale || good.length === 0) return;
    setBusy(true);
    void recordAll(good.map(({ act }) => act)).then((results) => {
      setBusy(false);
      const left = [...bad, ...good.filter((_, i) => results[i] !== null)].toSorted((a, b) => a.line - b.line);
      if (left.length > 0) {
        setText(left.map((line) => line.text).join('\n'));
        return;
      }
      clear();
      onClose();
    });
  };
  return (
    <form ref={box} className="case-form" aria-label={t('pasteTitle')} onSubmit={send} noValidate>
      <AreaField label={t('pasteLabel')} value={text} rows={6} hint={t('pasteHint')} onChange={setText} />
      {bad.length > 0 && (
        <ul className="households-faults" aria-label={t('pasteFaults')}>
          {bad.slice(0, FAULTS_SHOWN).map(({ line, why }) => (
            <li key={line} className="field-fault">
              {t('pasteLine', { line, why: why ?? '' })}
            </li>
          ))}
          {bad.length > FAULTS_SHOWN && <li>{t('pasteMore', { n: formatNumber(bad.length - FAULTS_SHOWN) })}</li>}
        </ul>
      )}
      <div className="case-send">
        <Button
          type="submit"
          look="primary"
          disabled={readOnly !== null || busy || stale || good.length === 0}
          aria-describedby="households-sum"
        >
          {t('pasteNow', { n: formatNumber(good.length) })}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
        <span id="households-sum" className="quiet" role="status">
          {lines.length > 0 && t('pasteSum', { good: formatNumber(good.length), bad: formatNumber(bad.length) })}
          {bad.length > 0 && `${lang === 'zh' ? '；' : '. '}${t('pasteKept')}`}
        </span>
      </div>
    </form>
  );
}
