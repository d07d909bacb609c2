import { useEffect } from 'react';
import { formatDayWords } from '../../../base/format';
import { civilOf, formatDay } from '../../../base/period';
import { dayOfMoment } from '../../../response/calendar/moment';
import { addWorkdays } from '../../../response/calendar/working-time';
import { numberFault } from '../../../response/groups/household-lines';
import { HOUSEHOLD_WORKDAYS, nextHouseholdNumber } from '../../../response/groups/households';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { ActForm } from '../case/ActForm';
import { LineField, SelectField } from '../case/fields';
import { readDay } from '../case/read-fields';
import { regionOptions } from '../case/region-options';
import { useActForm } from '../case/use-act-form';
import { REGISTER_TEXT } from './text';

/** Enters one recognised household; the last day is shown before it is sent. The form stays for the next one. */
export function RecogniseForm({ regionCode, onClose }: { readonly regionCode: string; readonly onClose: () => void }) {
  const t = useT(REGISTER_TEXT);
  const lang = useLang();
  const { tree } = useReadyView();
  const { refusal, readOnly } = useActing();
  const actor = useResponse((s) => s.actor);
  const state = useResponse((s) => s.state);
  const calendar = useResponse((s) => s.calendar);
  const nowMs = useResponse((s) => s.nowMs);
  const own = actor?.role === 'county' ? actor.regionCode : regionCode;
  const leaf = tree.children[tree.indexOf.get(own) ?? -1]?.length === 0;
  const empty = { region: leaf ? own : '', number: '', on: formatDay(dayOfMoment(nowMs)), note: '' };
  const numberOf = (value: typeof empty): string => {
    if (value.number.trim() !== '') return value.number.trim();
    const day = readDay(value.on) ?? dayOfMoment(nowMs);
    return nextHouseholdNumber(state, value.region, civilOf(day).year);
  };
  const act = (value: typeof empty, on: number) => ({
    kind: 'recognise-household' as const,
    household: numberOf(value),
    regionCode: value.region,
    on,
    note: value.note.trim(),
  });
  const form = useActForm('recognise-household', empty, (value) => {
    const on = readDay(value.on);
    const wrong = numberFault(numberOf(value));
    const faults = {
      ...(value.region === '' && { region: t('choose') }),
      ...(wrong && { number: wrong[lang] }),
      ...(on === null && { on: t('badDay') }),
    };
    return on === null || Object.keys(faults).length > 0 ? { faults } : { act: act(value, on) };
  });
  const { value, edit, faults, box } = form;
  const on = readDay(value.on);
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input')?.focus(), [box]);
  return (
    <ActForm
      label={t('addTitle')}
      form={form}
      submit={t('addNow')}
      barred={readOnly ?? (value.region === '' ? null : refusal(act(value, on ?? 0)))}
      tools={
        <>
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          {on !== null && (
            <span>{t('addDue', { day: formatDayWords(addWorkdays(on, HOUSEHOLD_WORKDAYS, calendar), lang) })}</span>
          )}
        </>
      }
    >
      <SelectField
        label={t('place')}
        value={value.region}
        options={regionOptions(tree, lang)}
        none={t('choose')}
        fault={faults.region}
        onChange={(region) => edit({ region })}
      />
      <LineField
        label={t('numberField')}
        value={value.number}
        most={60}
        fault={faults.number}
        hint={value.region === '' ? undefined : t('numberHint', { next: numberOf({ ...value, number: '' }) })}
        onChange={(number) => edit({ number })}
      />
      <LineField label={t('on')} type="date" value={value.on} fault={faults.on} onChange={(day) => edit({ on: day })} />
      <LineField label={t('note')} value={value.note} hint={t('noteHint')} onChange={(note) => edit({ note })} />
    </ActForm>
  );
}
