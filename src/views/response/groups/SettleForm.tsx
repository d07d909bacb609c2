import { useEffect } from 'react';
import { formatDay } from '../../../base/period';
import { dayOfMoment } from '../../../response/calendar/moment';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { ActForm } from '../case/ActForm';
import { LineField } from '../case/fields';
import { isBlank, readDay } from '../case/read-fields';
import { useActForm } from '../case/use-act-form';
import { REGISTER_TEXT } from './text';

/** A member of the household is at work: since when, and how. */
export function SettleForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useT(REGISTER_TEXT);
  const nowMs = useResponse((s) => s.nowMs);
  const { refusal } = useActing();
  const empty = { on: formatDay(dayOfMoment(nowMs)), how: '' };
  const act = (on: number, how: string) => ({ kind: 'settle-household' as const, household: id, on, how: how.trim() });
  const form = useActForm(
    `settle-household:${id}`,
    empty,
    ({ on, how }) => {
      const day = readDay(on);
      const faults = {
        ...(day === null && { on: t('badDay') }),
        ...(isBlank(how) && { how: t('needed') }),
      };
      return day === null || Object.keys(faults).length > 0 ? { faults } : { act: act(day, how) };
    },
    onClose,
  );
  const { value, edit, faults, box } = form;
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), [box]);
  return (
    <ActForm
      label={t('settleTitle', { id })}
      form={form}
      submit={t('settle')}
      barred={refusal(act(0, ''))}
      tools={
        <Button look="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <p className="case-wide households-form-title">{t('settleTitle', { id })}</p>
      <LineField
        label={t('settledOn')}
        type="date"
        value={value.on}
        fault={faults.on}
        onChange={(on) => edit({ on })}
      />
      <LineField
        label={t('settledHow')}
        value={value.how}
        fault={faults.how}
        hint={t('settleHint')}
        onChange={(how) => edit({ how })}
      />
    </ActForm>
  );
}
