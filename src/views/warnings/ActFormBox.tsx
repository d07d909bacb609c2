import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../../base/format';
import { formatDay, type Day } from '../../base/period';
import { WARNING_LEVELS, type WarningLevel } from '../../base/level';
import { levelWords } from '../../levels/level-names';
import type { AssessmentView } from '../../platform/engine-api';
import { SILENCE_DAYS, SILENCE_UP_TO } from '../../response/trail/machine';
import { useLang } from '../../store/place';
import { useDraft } from '../../store/use-draft';
import { Button, Select, Toggle } from '../parts/Button';
import { useT } from '../parts/use-text';
import { ACTION_TEXT } from './act-text';
import { ACTION_RULES, type ActForm, type ActionId } from './actions';

interface ActFormBoxProps {
  readonly view: AssessmentView;
  readonly action: ActionId;
  /** Names the draft: what is typed is kept under it until it is sent. */
  readonly draftId: string;
  readonly empty: ActForm;
  readonly today: Day;
  /** For how many warnings; 1 = for one. */
  readonly count: number;
  /** True when it was recorded: then the draft has served. */
  readonly onSend: (form: ActForm) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** The fields of one act, in place. Enter sends (Shift+Enter begins a line), Esc leaves; what was typed stays until it was sent. */
export function ActFormBox(props: ActFormBoxProps) {
  const { view, action, draftId, empty, today, count, onSend, onCancel } = props;
  const t = useT(ACTION_TEXT);
  const id = useId();
  const { words, asks } = ACTION_RULES[action];
  const [form, setForm, clear] = useDraft(draftId, empty);
  const [missing, setMissing] = useState(false);
  const [working, setWorking] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    first.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const set = (patch: Partial<ActForm>): void => setForm((before) => ({ ...before, ...patch }));

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const lacks = words === 'needed' && form.words.trim() === '';
    setMissing(lacks);
    if (lacks) {
      first.current?.focus();
      return;
    }
    setWorking(true);
    const done = await onSend(form);
    setWorking(false);
    if (done) clear();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (
      event.key === 'Enter' &&
      !event.shiftKey &&
      !event.nativeEvent.isComposing &&
      event.target === first.current
    ) {
      // One line is the rule; a new line is Shift+Enter. While an input method composes, Enter is its own.
      event.preventDefault();
      box.current?.requestSubmit();
    }
  };
  const label = action === 'note' ? 'noteNeeded' : words === 'optional' ? 'noteLabel' : 'reasonLabel';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only listens to keys of what it holds
    <form
      ref={box}
      className="w-form"
      aria-label={t(action)}
      onSubmit={(e) => void send(e)}
      onKeyDown={onKeyDown}
      noValidate
    >
      {asks.includes('title') && (
        <label className="w-field">
          <span className="field-label">{t('titleLabel')}</span>
          <input className="w-input" value={form.title} onChange={(e) => set({ title: e.target.value })} />
        </label>
      )}
      {asks.includes('silence') && <SilenceFields view={view} form={form} today={today} set={set} />}
      <label className="w-field">
        <span className="field-label">{t(label)}</span>
        <textarea
          ref={first}
          className="w-input"
          rows={2}
          value={form.words}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(e) => set({ words: e.target.value })}
        />
      </label>
      {missing && (
        <p id={`${id}-missing`} className="w-fault" role="alert">
          {t('needed')}
        </p>
      )}
      {action === 'review' && <p className="quiet">{t('reviewHelp')}</p>}
      {action === 'silence' && <p className="quiet">{t('silenceHelp', { days: SILENCE_DAYS })}</p>}
      <p className="w-buttons">
        <Button type="submit" look="primary" disabled={working}>
          {working ? t('working') : count > 1 ? t('sendAll', { count: formatNumber(count) }) : t('send')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <span className="quiet">{t('enterSends')}</span>
      </p>
    </form>
  );
}

interface SilenceFieldsProps {
  readonly view: AssessmentView;
  readonly form: ActForm;
  readonly today: Day;
  readonly set: (patch: Partial<ActForm>) => void;
}

function SilenceFields({ view, form, today, set }: SilenceFieldsProps) {
  const t = useT(ACTION_TEXT);
  const lang = useLang();
  const names = levelWords(view.scheme.names ?? null);
  const levels = WARNING_LEVELS.filter((level) => level <= SILENCE_UP_TO);
  return (
    <>
      <label className="w-field">
        <span className="field-label">{t('until')}</span>
        <input
          type="date"
          className="w-input"
          value={form.until}
          min={formatDay(today)}
          max={formatDay(today + SILENCE_DAYS)}
          onChange={(e) => set({ until: e.target.value })}
        />
      </label>
      <Select
        label={t('upTo')}
        value={String(form.upTo)}
        options={levels.map((level) => ({ value: String(level), label: names.full(level)[lang] }))}
        onChange={(level) => set({ upTo: Number(level) as WarningLevel })}
      />
      <Toggle on={form.below} onChange={(below) => set({ below })}>
        {t('below')}
      </Toggle>
      <Toggle on={form.these} onChange={(these) => set({ these })}>
        {t('these')}
      </Toggle>
    </>
  );
}
