import { useMemo, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { formatMoment } from '../../../response/calendar/moment';
import { acknowledgeClock } from '../../../response/case/after-action';
import { type TimelineItem, timelineOf } from '../../../response/case/timeline';
import { useLang } from '../../../store/place';
import { deskName } from '../../../store/trail-names';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { ActForm } from './ActForm';
import { LineField } from './fields';
import { isBlank } from './read-fields';
import type { StepProps } from './step';
import { CASE_TEXT } from './text';
import { useActForm } from './use-act-form';

/** Everything of a review beside it, newest first: levels, acts, deadlines; the last act can be taken back here. */
export function CaseCourse(props: StepProps) {
  const { review, spell, entries, state, clocks, plan, calendar, nowMs, view } = props;
  const t = useT(CASE_TEXT);
  const { names } = useActing();
  const items = useMemo(() => {
    // Of a review opened by hand nothing was there to be acknowledged.
    const first =
      review.warning === null
        ? null
        : acknowledgeClock(review, spell, entries, state.undone, { plan, calendar, nowMs });
    return timelineOf({
      case: review,
      spell,
      entries,
      undone: state.undone,
      clocks: first ? [first, ...clocks] : clocks,
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      names,
      nowMs,
    }).toReversed();
  }, [review, spell, entries, state.undone, clocks, plan, calendar, nowMs, view, names]);
  return (
    <Card title={t('course')} subtitle={t('courseSubtitle')}>
      {items.length === 0 && <p className="quiet">{t('courseEmpty')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1) */}
      <div className="timeline-box" role="region" aria-label={t('course')} tabIndex={0}>
        <ol className="timeline">
          {items.map((item) => (
            <Item key={`${item.kind} ${item.at} ${item.entry?.seq ?? item.text.zh}`} item={item} caseId={review.id} />
          ))}
        </ol>
      </div>
    </Card>
  );
}

function Item({ item, caseId }: { readonly item: TimelineItem; readonly caseId: string }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const [asked, setAsked] = useState(false);
  const { entry, undone, lateMs } = item;
  const seq = entry === null ? '' : formatNumber(entry.seq);
  const undoable = entry !== null && !undone && refusal({ kind: 'undo', seq: entry.seq, reason: '' }) === null;
  return (
    <li>
      <div className="timeline-when">
        <span>{formatMoment(item.at, lang)}</span>
        {entry && <span>{t('entryNo', { seq })}</span>}
        {undone && <span>{t('takenBack')}</span>}
      </div>
      <div className={undone ? 'taken-back' : lateMs !== null && lateMs > 0 ? 'urgency-overdue' : ''}>
        {item.text[lang]}
      </div>
      {entry && <div className="quiet">{deskName(entry.by, names)[lang]}</div>}
      {undoable && !asked && (
        <Button look="plain" aria-label={t('undoEntry', { seq })} onClick={() => setAsked(true)}>
          {t('undoAsk')}
        </Button>
      )}
      {undoable && asked && <UndoForm seq={entry.seq} caseId={caseId} onClose={() => setAsked(false)} />}
    </li>
  );
}

interface UndoFormProps {
  readonly seq: number;
  readonly caseId: string;
  readonly onClose: () => void;
}

function UndoForm({ seq, caseId, onClose }: UndoFormProps) {
  const t = useT(CASE_TEXT);
  const form = useActForm(
    `case:${caseId}:undo:${seq}`,
    { reason: '' },
    ({ reason }) =>
      isBlank(reason)
        ? { faults: { reason: t('needed') } }
        : { act: { kind: 'undo' as const, seq, reason: reason.trim() } },
    onClose,
  );
  const label = t('undoEntry', { seq: formatNumber(seq) });
  return (
    <ActForm
      label={label}
      form={form}
      submit={label}
      look="secondary"
      barred={null}
      tools={<Button onClick={onClose}>{t('cancel')}</Button>}
    >
      <LineField
        label={t('reason')}
        value={form.value.reason}
        onChange={(reason) => form.edit({ reason })}
        fault={form.faults.reason}
        wide
      />
    </ActForm>
  );
}
