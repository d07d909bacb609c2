import type { Indicator } from '../../base/indicators';
import { keepsFestival } from '../../base/spring-festival';
import type { Text } from '../../base/text';
import { type Calendar, formFault, SERIES_FORMS, type SeriesForm } from '../../indicators/form';
import { FORM_FAULTS } from '../../indicators/form-text';
import type { AssessmentView, SeriesQuery } from '../../platform/engine-api';
import { TEXT } from './text';

export type SeriesView = SeriesQuery['view'];

export const FORMS = SERIES_FORMS;
export const VIEWS = ['value', 'yoy', 'mom', 'index'] as const satisfies readonly SeriesView[];

/** Which forms there are for the data on the screen. */
export function calendarOf({ frequency, tree }: Pick<AssessmentView, 'frequency' | 'tree'>): Calendar {
  return { frequency, festival: keepsFestival(tree) };
}

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
export function formChoices(indicators: readonly Indicator[], calendar: Calendar): readonly Choice<SeriesForm>[] {
  return FORMS.map((value) => choice(value, indicators, (i) => faultWords(i, value, calendar)));
}

export function viewChoices(
  indicators: readonly Indicator[],
  form: SeriesForm,
  calendar: Calendar,
): readonly Choice<SeriesView>[] {
  return VIEWS.map((value) => choice(value, indicators, (i) => viewFault(i, formOrReported(i, form, calendar), value)));
}

function choice<T>(value: T, indicators: readonly Indicator[], faultOf: (i: Indicator) => Text | null): Choice<T> {
  const faults = indicators.map(faultOf);
  const enabled = faults.length === 0 || faults.includes(null);
  return { value, enabled, why: enabled ? null : faults[0]! };
}

function faultWords(indicator: Indicator, form: SeriesForm, calendar: Calendar): Text | null {
  const fault = formFault(indicator, form, calendar);
  return fault && FORM_FAULTS[fault];
}

const formOrReported = (indicator: Indicator, form: SeriesForm, calendar: Calendar): SeriesForm =>
  formFault(indicator, form, calendar) === null ? form : 'reported';

/** The asked-for treatment as far as it makes sense for the indicator; what does not falls back to the plain figure. */
export function treatmentOf(indicator: Indicator, asked: Treatment, calendar: Calendar): Treatment {
  const form = formOrReported(indicator, asked.form, calendar);
  return { form, view: viewFault(indicator, form, asked.view) === null ? asked.view : 'value' };
}

/** The treatment in words, for subtitles: form and comparison, each said every time. */
export function treatmentWords(indicator: Indicator, treatment: Treatment): readonly Text[] {
  return [formWords(indicator, treatment.form), ...(treatment.view === 'value' ? [] : [TEXT[treatment.view]])];
}

function formWords(indicator: Indicator, form: SeriesForm): Text {
  if (form === 'joint') return TEXT.formJoint;
  if (form === 'monthly') return TEXT.formMonthly;
  if (form === 'festival') return TEXT.formFestival;
  if (indicator.kind === 'cumulative') return TEXT.formCumulative;
  return jointTotal(indicator) ? TEXT.formJointTotal : TEXT[`kind_${indicator.kind}`];
}
