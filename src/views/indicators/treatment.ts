import type { Indicator } from '../../base/indicators';
import type { Frequency } from '../../base/period';
import type { Text } from '../../base/text';
import type { SeriesForm } from '../../indicators/form';
import type { SeriesQuery } from '../../platform/engine-api';
import { TEXT } from './text';

export type SeriesView = SeriesQuery['view'];

export const FORMS = ['reported', 'monthly', 'joint'] as const satisfies readonly SeriesForm[];
export const VIEWS = ['value', 'yoy', 'mom', 'index'] as const satisfies readonly SeriesView[];

/** How the figures of one indicator are shown. */
export interface Treatment {
  readonly form: SeriesForm;
  readonly view: SeriesView;
}

/** One button of a switch; `why` says in words why it cannot be pressed. */
export interface Choice<T> {
  readonly value: T;
  readonly enabled: boolean;
  readonly why: Text | null;
}

/** Null when the form makes sense for the indicator, else the reason. */
function formFault(indicator: Indicator, form: SeriesForm, frequency: Frequency): Text | null {
  if (form === 'reported') return null;
  if (frequency !== 'month') return TEXT.onlyMonths;
  if (form === 'monthly') return indicator.kind === 'cumulative' ? null : TEXT.notCumulative;
  return indicator.janFeb === 'separate' ? TEXT.notJoint : null;
}

/** Null when the view makes sense for the indicator in this form, else the reason. */
function viewFault(indicator: Indicator, form: SeriesForm, view: SeriesView): Text | null {
  const cumulative = indicator.kind === 'cumulative' && form === 'reported';
  switch (view) {
    case 'value':
    case 'yoy':
      return null;
    case 'mom':
      if (cumulative) return TEXT.noMomOfCumulative;
      // Its February is the sum of two months: neither it nor March has a comparable period before it.
      return jointTotal(indicator) && form === 'reported' ? TEXT.noMomOfJointTotal : null;
    case 'index':
      if (indicator.kind === 'rate' || indicator.kind === 'index') return TEXT.noIndexOfRate;
      if (cumulative) return TEXT.noIndexOfCumulative;
      return jointTotal(indicator) && form === 'reported' ? TEXT.noIndexOfJointTotal : null;
  }
}

/** True when the reported February is the sum of January and February. */
function jointTotal(indicator: Indicator): boolean {
  return indicator.janFeb === 'joint-published' && (indicator.kind === 'flow' || indicator.kind === 'stock');
}

/** A form is offered when it makes sense for at least one of the chosen; the others keep theirs, and the screen says so. */
export function formChoices(indicators: readonly Indicator[], frequency: Frequency): readonly Choice<SeriesForm>[] {
  return FORMS.map((value) => choice(value, indicators, (i) => formFault(i, value, frequency)));
}

export function viewChoices(
  indicators: readonly Indicator[],
  form: SeriesForm,
  frequency: Frequency,
): readonly Choice<SeriesView>[] {
  return VIEWS.map((value) =>
    choice(value, indicators, (i) => viewFault(i, formOrReported(i, form, frequency), value)),
  );
}

function choice<T>(value: T, indicators: readonly Indicator[], faultOf: (i: Indicator) => Text | null): Choice<T> {
  const faults = indicators.map(faultOf);
  const enabled = faults.length === 0 || faults.includes(null);
  return { value, enabled, why: enabled ? null : faults[0]! };
}

const formOrReported = (indicator: Indicator, form: SeriesForm, frequency: Frequency): SeriesForm =>
  formFault(indicator, form, frequency) === null ? form : 'reported';

/** The asked-for treatment as far as it makes sense for the indicator; what does not falls back to the plain figure. */
export function treatmentOf(indicator: Indicator, asked: Treatment, frequency: Frequency): Treatment {
  const form = formOrReported(indicator, asked.form, frequency);
  return { form, view: viewFault(indicator, form, asked.view) === null ? asked.view : 'value' };
}

/** The treatment in words, for subtitles: form and comparison, each said every time. */
export function treatmentWords(indicator: Indicator, treatment: Treatment): readonly Text[] {
  return [formWords(indicator, treatment.form), ...(treatment.view === 'value' ? [] : [TEXT[treatment.view]])];
}

function formWords(indicator: Indicator, form: SeriesForm): Text {
  if (form === 'joint') return TEXT.formJoint;
  if (form === 'monthly') return TEXT.formMonthly;
  if (indicator.kind === 'cumulative') return TEXT.formCumulative;
  return jointTotal(indicator) ? TEXT.formJointTotal : TEXT[`kind_${indicator.kind}`];
}
