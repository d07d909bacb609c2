import { useMemo } from 'react';
import { formatPeriodWords } from '../../base/format';
import type { Lang } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang } from '../../store/place';
import { Button, Choice, Select } from '../parts/Button';
import { useT } from '../parts/use-text';
import { IndicatorPicker } from './IndicatorPicker';
import { Popover } from './Popover';
import { RegionPicker } from './RegionPicker';
import { listParam, periodParam, type Selection } from './selection';
import { TEXT } from './text';
import { calendarOf, formChoices, viewChoices } from './treatment';

interface ControlsProps {
  readonly view: AssessmentView;
  readonly selection: Selection;
}

/** What is shown: indicators, regions, form, comparison and range. Every change goes into the address. */
export function Controls({ view, selection }: ControlsProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const { indicators, regionCodes, asked, from, to } = selection;
  const ids = indicators.map((i) => i.id);
  const set = (free: Record<string, string | null>): void => setPlace({ free }, { replace: true });
  const forms = formChoices(indicators, calendarOf(view));
  const views = viewChoices(indicators, asked.form, calendarOf(view));
  const summary = (names: readonly string[]): string =>
    names.length === 0
      ? t('summaryNone')
      : names.length === 1
        ? names[0]!
        : t('summaryMore', { name: names[0]!, n: lang === 'zh' ? names.length : names.length - 1 });
  const regionName = (code: string): string => view.tree.regions[view.tree.indexOf.get(code)!]!.name[lang];
  const periods = usePeriodOptions(view, lang);
  const whys = [...forms, ...views]
    .filter((c) => !c.enabled)
    .map((c) => ({ label: t(labelOf(c.value)), why: c.why![lang] }));
  return (
    <section className="indicator-controls card" aria-label={t('screen')}>
      <Popover
        label={t('chosenIndicators')}
        summary={summary(indicators.map((i) => i.short[lang]))}
        testId="pick-indicators"
      >
        <IndicatorPicker view={view} chosen={ids} onChange={(next) => set({ ind: listParam(next) })} />
      </Popover>
      <Popover label={t('chosenRegions')} summary={summary(regionCodes.map(regionName))} testId="pick-regions">
        <RegionPicker tree={view.tree} chosen={regionCodes} onChange={(next) => set({ reg: listParam(next) })} />
      </Popover>
      <Choice
        label={t('form')}
        name="indicator-form"
        value={asked.form}
        options={forms.map((c) => ({ value: c.value, label: t(labelOf(c.value)), off: c.why?.[lang] ?? null }))}
        onChange={(form) => set({ form: form === 'reported' ? null : form })}
      />
      <Choice
        label={t('view')}
        name="indicator-view"
        value={asked.view}
        options={views.map((c) => ({ value: c.value, label: t(labelOf(c.value)), off: c.why?.[lang] ?? null }))}
        onChange={(next) => set({ view: next === 'value' ? null : next })}
      />
      <div className="indicator-range" role="group" aria-label={t('range')}>
        <Select
          label={t('from')}
          value={String(from)}
          options={periods}
          onChange={(p) => set({ from: periodParam(view, Number(p)) })}
        />
        <Select
          label={t('to')}
          value={String(to)}
          options={periods}
          onChange={(p) => set({ to: periodParam(view, Number(p)) })}
        />
        <Button
          look="plain"
          onClick={() =>
            set({ from: periodParam(view, view.first), to: periodParam(view, view.first + view.count - 1) })
          }
        >
          {t('rangeAll')}
        </Button>
      </div>
      {whys.length > 0 && (
        <details className="indicator-whys">
          <summary>{t('whyNot')}</summary>
          <ul>
            {whys.map(({ label, why }) => (
              <li key={label}>
                <b>{label}</b> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const LABELS = {
  reported: 'form_reported',
  monthly: 'form_monthly',
  joint: 'form_joint',
  festival: 'form_festival',
  value: 'view_value',
  yoy: 'view_yoy',
  mom: 'view_mom',
  index: 'view_index',
} as const;

function labelOf(value: keyof typeof LABELS) {
  return LABELS[value];
}

/** Periods of the data for a select, newest first. */
export function usePeriodOptions(
  view: AssessmentView,
  lang: Lang,
): readonly { readonly value: string; readonly label: string }[] {
  const { frequency, first, count, weekEndsOn } = view;
  return useMemo(
    () =>
      Array.from({ length: count }, (_, i) => first + count - 1 - i).map((period) => ({
        value: String(period),
        label: formatPeriodWords(frequency, period, lang, weekEndsOn),
      })),
    [frequency, first, count, weekEndsOn, lang],
  );
}
