import { formatChange, formatSpan } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import {
  type Day,
  formatDay,
  lastDayOf,
  NO_DAY,
  parseDay,
  parsePeriod,
  type Period,
  PERIODS_PER_YEAR,
  seasonOf,
  yearOf,
} from '../../base/period';
import { Status } from '../../base/status';
import { sayBoth, type Text } from '../../base/text';
import { unitOfChange } from '../../base/units';
import type { SeriesForm } from '../../indicators/form';
import { both, periodWords } from '../../levels/words';
import type { Column, Panel } from '../../panel/panel';
import { dayOfMoment } from '../calendar/moment';
import type { ExpectedEffect, FigureSeen } from '../trail/act';
import type { Entry } from '../trail/entry';
import type { Case } from './case';
import { type COURSE_STATES, COURSE_WORDS as WORDS } from './course-text';
import { figureAt } from './figure';
import { valueWords } from './words';

/** What is expected of one accepted measure, and what was known when it was decided on. */
export interface CourseQuestion extends ExpectedEffect {
  /** Id of the measure. */
  readonly measure: string;
  readonly regionCode: string;
  /** Day up to which figures were known at the decision. */
  readonly decidedOn: Day;
}

export type CourseState = keyof typeof COURSE_STATES;

/** The indicator of a measure against what was expected of it. */
export interface Course {
  readonly measure: string;
  readonly state: CourseState;
  /** Newest figure known at the decision, in its present vintage, and the newest one now (not beyond the period expected). */
  readonly atDecision: FigureSeen | null;
  readonly now: FigureSeen | null;
  /** The value that the way to the target has in the period of `now`; null without a target or once it is reached. */
  readonly onTheWay: number | null;
  /** Figures, target and the yardstick used, in sentences. */
  readonly words: Text;
  /** Why it cannot be told; null otherwise. */
  readonly reason: Text | null;
}

/** A prepared form of an indicator; null where the data does not have it. */
export type ColumnOf = (
  indicatorId: string,
  form: SeriesForm,
) => { readonly panel: Panel; readonly column: Column } | null;

/**
 * The accepted measures of a case as questions. `entries`: the whole trail; the line of the decision says up to which
 * day figures were known, and without that everything was that was known on the day.
 */
export function courseQuestions(subject: Case, entries: readonly Entry[]): readonly CourseQuestion[] {
  return [...subject.measures.values()].flatMap((decided) => {
    if (!decided.accepted) return [];
    // By its number and not by its place: an entry that could not be read is not among them.
    const knownOn = entries.find(({ seq }) => seq === decided.seq)?.basis.knownOn ?? null;
    const decidedOn = (knownOn === null ? null : parseDay(knownOn)) ?? dayOfMoment(decided.at);
    return [{ ...decided.expected, measure: decided.measure, regionCode: subject.regionCode, decidedOn }];
  });
}

/**
 * Is the indicator where the measure was to bring it? With a target: reached, or on a straight way from the figure at
 * the decision to the target (of a cumulative one: on an even share of the year's target). Without one: its change on
 * the year before has moved in the direction expected since the decision; a growth rate by itself. After the period
 * expected, that period decides: reached or missed. That an indicator moves is no proof that the measure moved it.
 */
export function courseOf(question: CourseQuestion, columnOf: ColumnOf): Course {
  const nothing = { measure: question.measure, atDecision: null, now: null, onTheWay: null };
  const unknown = (reason: Text, seen: Partial<Course> = {}): Course => ({
    ...nothing,
    ...seen,
    state: 'cannot-be-told',
    words: reason,
    reason,
  });
  const found = columnOf(question.indicatorId, 'reported');
  const region = found?.panel.tree.indexOf.get(question.regionCode);
  if (!found || region === undefined) return unknown(WORDS.notInData);
  const { panel, column } = found;
  const by = parsePeriod(question.by);
  if (!by || by.frequency !== panel.frequency) return unknown(sayBoth(WORDS.otherFrequency, { by: question.by }));
  const series: One = { panel, column, region };
  const start = newest(series, (t) => knownBy(series, t, question.decidedOn));
  if (start === null) {
    return unknown(
      sayBoth(WORDS.nothingAtDecision, { indicator: column.indicator.name, day: formatDay(question.decidedOn) }),
    );
  }
  const end = newest(series, (t) => panel.first + t <= by.period)!;
  const seen = {
    atDecision: figureAt(panel, column, region, panel.first + start),
    now: figureAt(panel, column, region, panel.first + end),
  };
  if (end <= start) return unknown(sayBoth(WORDS.nothingSince, { at: figureWords(series, start) }), seen);
  const told: Told = { series, start, end, by: by.period, final: panel.first + end === by.period };
  const answer =
    question.target === null ? byDirection(question, told, columnOf) : byTarget(question, question.target, told);
  if ('reason' in answer) return unknown(answer.reason, seen);
  const words = [figuresSentence(question, told), answer.words];
  return {
    ...nothing,
    ...seen,
    state: answer.state,
    onTheWay: answer.onTheWay,
    words: { zh: words.map((w) => w.zh).join('；'), en: words.map((w) => w.en).join('; ') },
    reason: null,
  };
}

interface One {
  readonly panel: Panel;
  readonly column: Column;
  readonly region: number;
}

/** Positions of the figure at the decision and of the present one; `by` is a period. */
interface Told {
  readonly series: One;
  readonly start: number;
  readonly end: number;
  readonly by: Period;
  /** The present figure is that of the period expected: it decides. */
  readonly final: boolean;
}

type Answer =
  | { readonly state: CourseState; readonly onTheWay: number | null; readonly words: Text }
  | { readonly reason: Text };

function byTarget({ direction }: CourseQuestion, target: number, { series, start, end, by, final }: Told): Answer {
  const { panel, column } = series;
  const value = valueAt(series, end);
  const gone = (line: number): boolean => (direction === 'fall' ? value <= line : value >= line);
  const cumulative = column.indicator.kind === 'cumulative';
  const period = panel.first + end;
  const year = yearOf(panel.frequency, by);
  // A sum that begins anew in January is compared within the year of its target alone.
  if (cumulative && yearOf(panel.frequency, period) !== year) return { reason: sayBoth(WORDS.otherYear, { year }) };
  if (gone(target)) return { state: 'reached', onTheWay: null, words: WORDS.targetReached };
  if (final) return { state: 'missed', onTheWay: null, words: WORDS.targetMissed };
  const from = valueAt(series, start);
  const onTheWay = cumulative
    ? (target * (seasonOf(panel.frequency, period) + 1)) / (seasonOf(panel.frequency, by) + 1)
    : from + ((target - from) * (end - start)) / (by - panel.first - start);
  const words = sayBoth(cumulative ? WORDS.evenShare : WORDS.straightWay, {
    value: valueWords(onTheWay, column.indicator),
  });
  return { state: gone(onTheWay) ? 'on-track' : 'behind', onTheWay, words };
}

function byDirection(question: CourseQuestion, { series, start, end, final }: Told, columnOf: ColumnOf): Answer {
  const { indicator } = series.column;
  const { direction } = question;
  const state = (change: number): CourseState => {
    const right = direction === 'fall' ? change < 0 : change > 0;
    if (final) return right ? 'reached' : 'missed';
    return right ? 'on-track' : 'behind';
  };
  // Growth rates of the macro economy are changes already.
  if (indicator.family === 'macro' && indicator.kind === 'rate') {
    const change = valueAt(series, end) - valueAt(series, start);
    return {
      state: state(change),
      onTheWay: null,
      words: sayBoth(WORDS.plainChange, { change: changeWords(change, indicator) }),
    };
  }
  const joint = indicator.janFeb === 'separate' ? null : columnOf(question.indicatorId, 'joint');
  const comparable: One = joint ? { ...series, ...joint } : series;
  const [before, now] = [yearly(comparable, start), yearly(comparable, end)];
  if (before === null || now === null) {
    const period = series.panel.first + (before === null ? start : end);
    return { reason: sayBoth(WORDS.noYearBefore, { period: inWords(series, period) }) };
  }
  const words = sayBoth(WORDS.yearly, { before: changeWords(before, indicator), now: changeWords(now, indicator) });
  return { state: state(now - before), onTheWay: null, words };
}

/**
 * Change on the year before: rates by difference, all else in per cent of a positive base. Null where a figure is
 * missing; where January and February are compared together, a January takes December's: it has none of its own.
 */
function yearly({ panel, column, region }: One, at: number): number | null {
  const from = region * panel.count;
  const lag = PERIODS_PER_YEAR[panel.frequency];
  const t = at > 0 && column.status[from + at] === Status.expectedGap ? at - 1 : at;
  if (t < lag) return null;
  const [now, before] = [column.values[from + t]!, column.values[from + t - lag]!];
  const change = column.indicator.kind === 'rate' ? now - before : before > 0 ? 100 * (now / before - 1) : NaN;
  return Number.isNaN(change) ? null : change;
}

function changeWords(change: number, indicator: Indicator): Text {
  const rate = indicator.kind === 'rate';
  if (rate && unitOfChange(indicator.unit) !== 'points') return valueWords(change, indicator);
  return both((lang) =>
    formatChange(change, rate ? 'points' : 'percent', lang, rate ? Math.max(1, indicator.decimals) : 1),
  );
}

/** Newest position with a value of which `which` holds. */
function newest({ panel, column, region }: One, which: (t: number) => boolean): number | null {
  for (let t = panel.count - 1; t >= 0; t--) {
    if (!Number.isNaN(column.values[region * panel.count + t]) && which(t)) return t;
  }
  return null;
}

/** A value without a day of its own counts as known when figures of its kind usually are. */
function knownBy({ panel, column, region }: One, t: number, day: Day): boolean {
  const knownOn = column.knownOn?.[region * panel.count + t] ?? NO_DAY;
  if (knownOn !== NO_DAY) return firstKnown(column, region * panel.count + t, knownOn) <= day;
  return lastDayOf(panel.frequency, panel.first + t, panel.weekEndsOn) + column.indicator.lagDays <= day;
}

/** A revised figure was known from its first vintage on. */
function firstKnown({ revisions }: Column, cell: number, knownOn: Day): Day {
  const at = revisions ? revisions.cell.indexOf(cell) : -1;
  return at < 0 ? knownOn : Math.min(knownOn, revisions!.knownOn[at]!);
}

function valueAt({ panel, column, region }: One, t: number): number {
  return column.values[region * panel.count + t]!;
}

function inWords({ panel }: One, period: Period): Text {
  return periodWords(panel.frequency, period, panel.weekEndsOn);
}

function figureWords(series: One, t: number): Text {
  return sayBoth(WORDS.figure, {
    period: inWords(series, series.panel.first + t),
    value: valueWords(valueAt(series, t), series.column.indicator),
  });
}

function figuresSentence({ target, direction }: CourseQuestion, { series, start, end, by, final }: Told): Text {
  const { indicator } = series.column;
  const left = by - series.panel.first - end;
  return sayBoth(WORDS.figures, {
    indicator: indicator.name,
    before: figureWords(series, start),
    now: figureWords(series, end),
    expected: target === null ? WORDS[direction] : sayBoth(WORDS.target, { value: valueWords(target, indicator) }),
    by: inWords(series, by),
    left: final
      ? WORDS.due
      : sayBoth(WORDS.left, { span: both((lang) => formatSpan(series.panel.frequency, left, lang)) }),
  });
}
