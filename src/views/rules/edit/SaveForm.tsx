import { type FormEvent, useState } from 'react';
import { formatPeriodWords } from '../../../base/format';
import { civilOf, formatDay, monthPeriod, parseDay } from '../../../base/period';
import { type Lang, say } from '../../../base/text';
import { today } from '../../../platform/clock';
import { readPreference, writePreference } from '../../../platform/preferences';
import { useLang } from '../../../store/place';
import { nextNumber } from '../../../store/rules';
import { useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { EDIT_TEXT } from './text';

/** Decides the draft: its name, from which day on, why, and by whom. */
export function SaveForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const versions = useRules((s) => s.versions);
  const broken = useRules((s) => s.broken);
  const save = useRules((s) => s.save);
  const saving = useRules((s) => s.saving);
  const valid = useRules((s) => s.checked.value !== null);
  const trouble = useRules((s) => s.trouble);
  const number = nextNumber({ versions, broken });
  const month = (of: Lang): string => {
    const { year, month: m } = civilOf(today());
    return say(EDIT_TEXT.nameOfMonth, of, { month: formatPeriodWords('month', monthPeriod(year, m), of) });
  };
  const [zh, setZh] = useState(() => month('zh'));
  const [en, setEn] = useState(() => month('en'));
  const [from, setFrom] = useState(formatDay(today()));
  const [note, setNote] = useState('');
  const [by, setBy] = useState(readPreference('fengsui.by') ?? '');
  const day = parseDay(from);
  const ready = valid && day !== null && zh.trim() !== '' && en.trim() !== '' && !saving;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    writePreference('fengsui.by', by.trim());
    const name = { zh: zh.trim(), en: en.trim() };
    if (await save({ name, inForceFrom: day, note: note.trim(), by: by.trim() })) onClose();
  };
  const text = (label: string, value: string, onChange: (value: string) => void, most: number) => (
    <label className="edit-field edit-wide">
      <span className="field-label">{label}</span>
      <input className="input" value={value} maxLength={most} onChange={(e) => onChange(e.target.value)} />
    </label>
  );
  return (
    <Card title={t('saveTitle', { number })} subtitle={t('saveHelp')} className="save-form">
      <form onSubmit={(e) => void submit(e)}>
        <div className="edit-fields">
          {text(t('nameZh'), zh, setZh, 60)}
          {text(t('nameEn'), en, setEn, 60)}
          <label className="edit-field">
            <span className="field-label">{t('inForceFrom')}</span>
            <input className="input" type="date" required value={from} onChange={(e) => setFrom(e.target.value)} />
            {day !== null && day < today() && <span className="field-hint">{t('backdated')}</span>}
          </label>
          {text(t('by'), by, setBy, 40)}
          {text(t('note'), note, setNote, 200)}
        </div>
        {trouble && (
          <p className="field-fault" role="alert">
            {t('saveFailed')}。{trouble.what[lang]} {trouble.todo[lang]}
          </p>
        )}
        <p className="edit-ways">
          <Button type="submit" look="primary" disabled={!ready}>
            {saving ? t('saving') : t('saveNow')}
          </Button>
          <Button disabled={saving} onClick={onClose}>
            {t('cancel')}
          </Button>
        </p>
      </form>
    </Card>
  );
}
