import { useMemo } from 'react';
import { formatPeriodWords } from '../../../base/format';
import { levelName, WARNING_LEVELS, type WarningLevel } from '../../../base/level';
import { formatPeriod } from '../../../base/period';
import { levelWords } from '../../../levels/level-names';
import { randomId } from '../../../platform/random-id';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { levelAt } from '../../../store/view-select';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { ActForm } from './ActForm';
import { AreaField, LineField, SelectField } from './fields';
import { isBlank } from './read-fields';
import { regionOptions } from './region-options';
import { CASE_TEXT } from './text';
import { useActForm } from './use-act-form';

/** So many periods can be chosen from, newest first: a lead is about now. */
const PERIODS = 24;

/** Opens a review that no warning asks for; whoever opens it says at which level and why. */
export function OpenCaseForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { names, readOnly, refusal } = useActing();
  const id = useMemo(() => randomId(), []);
  const periods = Array.from({ length: Math.min(PERIODS, view.count) }, (_, k) => view.first + view.count - 1 - k);
  const spelt = (period: number): string => formatPeriod(view.frequency, period, view.weekEndsOn);
  const empty = { region: '', level: '', period: spelt(view.latest), title: '', reason: '' };
  const act = (value: typeof empty) => ({
    kind: 'open-case' as const,
    case: id,
    warning: null,
    regionCode: value.region,
    level: Number(value.level) as WarningLevel,
    period: value.period,
    title: value.title.trim(),
    reason: value.reason.trim(),
  });
  const form = useActForm(
    'open-case',
    empty,
    (value) => {
      const faults = {
        ...(isBlank(value.region) && { region: t('chooseRegion') }),
        ...(isBlank(value.level) && { level: t('chooseOne') }),
        ...(isBlank(value.title) && { title: t('needed') }),
        ...(isBlank(value.reason) && { reason: t('needed') }),
      };
      return Object.keys(faults).length > 0 ? { faults } : { act: act(value) };
    },
    () => {
      onClose();
      setPlace({ free: { case: id, step: null } });
    },
  );
  const { value, edit, faults } = form;
  const choose = (region: string): void => {
    // The level on the screen is a first proposal, and the title follows the region until somebody wrote one.
    const index = view.tree.indexOf.get(region);
    const level = index === undefined ? null : levelAt(view, index, view.latest);
    const graded = level !== null && level >= 1 && level <= 4;
    const own = isBlank(value.title) || value.title === titleOf(value.region);
    edit({ region, level: graded ? String(level) : value.level, ...(own && { title: titleOf(region) }) });
  };
  const titleOf = (region: string): string =>
    region === '' ? '' : t('defaultTitle', { region: names.region(region)[lang] });
  const complete = value.region !== '' && value.level !== '';
  const words = levelWords(view.scheme.names ?? null);
  return (
    <section aria-label={t('openTitle')}>
      <h3 className="case-part">{t('openTitle')}</h3>
      <p className="quiet">{t('openHelp')}</p>
      <ActForm
        label={t('openTitle')}
        form={form}
        submit={t('openNow')}
        barred={complete ? refusal({ ...act(value), title: '…', reason: '…' }) : readOnly}
        tools={<Button onClick={onClose}>{t('cancel')}</Button>}
      >
        <SelectField
          label={t('region')}
          value={value.region}
          none={t('chooseRegion')}
          options={regionOptions(view.tree, lang)}
          onChange={choose}
          fault={faults.region}
        />
        <SelectField
          label={t('level')}
          value={value.level}
          none={t('chooseOne')}
          options={WARNING_LEVELS.map((level) => ({
            value: String(level),
            label: (view.scheme.names ? words.full(level) : levelName(level))[lang],
          }))}
          onChange={(level) => edit({ level })}
          fault={faults.level}
        />
        <SelectField
          label={t('period')}
          value={value.period}
          options={periods.map((period) => ({
            value: spelt(period),
            label: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
          }))}
          onChange={(period) => edit({ period })}
        />
        <LineField
          label={t('title')}
          value={value.title}
          onChange={(title) => edit({ title })}
          fault={faults.title}
          most={120}
        />
        <AreaField
          label={t('reason')}
          value={value.reason}
          onChange={(reason) => edit({ reason })}
          fault={faults.reason}
          rows={2}
        />
      </ActForm>
    </section>
  );
}
