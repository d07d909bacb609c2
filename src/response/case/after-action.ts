import { formatNumber, formatSpan } from '../../base/format';
import { levelName, levelShort } from '../../base/level';
import type { Frequency, Period } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { both, periodWords } from '../../levels/words';
import { formatMoment, momentOf } from '../calendar/moment';
import type { WorkCalendar } from '../calendar/calendar';
import { dueAt, OFFICE_HOURS } from '../calendar/working-time';
import type { Plan } from '../plan';
import { inRow } from '../plan-words';
import { acceptedMeasures } from '../trail/guards';
import type { Entry } from '../trail/entry';
import { MEASURE_STATE_NAMES } from '../trail/text';
import { type ActNames, speltPeriodWords } from '../trail/words';
import type { Spell } from '../warnings/spell';
import { AFTER_WORDS as WORDS } from './after-action-text';
import type { Case } from './case';
import type { Course } from './course';
import { COURSE_STATES } from './course-text';
import type { RuleTime, RuleTimes } from './rule-times';
import { clockWords, entriesOf, firstAt, type StepClock } from './timeline';
import { inSeries } from './words';

interface AfterInput {
  readonly case: Case;
  readonly spell: Spell | null;
  /** `acknowledgeClock` first, then `caseClocks`. */
  readonly clocks: readonly StepClock[];
  /** What became of the indicators, as far as it was asked for. */
  readonly course: readonly Course[];
  /** Null where there is no spell. */
  readonly rules: RuleTimes | null;
  readonly names: ActNames;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
}

/** Fields of the act `after-action` that can be drawn from the record; what was learnt is left to people. */
export interface AfterDraft {
  readonly summary: Text;
  readonly predicted: Text;
  readonly actual: Text;
  readonly thresholds: Text;
}

/** A draft of the after-action note: figures and dates of the trail and the data in plain sentences, nothing else. */
export function afterActionDraft(input: AfterInput): AfterDraft {
  return {
    summary: lines(summaryLines(input)),
    predicted: lines(predictedLines(input)),
    actual: lines(actualLines(input)),
    thresholds: lines(thresholdLines(input)),
  };
}

/**
 * The clock of the acknowledgement: from the opening of the day on which the figures of the first level of the spell came in, to
 * the first acknowledgement in the trail that stands. Null where there is no warning, or that day is not told.
 */
export function acknowledgeClock(
  subject: Pick<Case, 'id' | 'warning'>,
  spell: Spell | null,
  entries: readonly Entry[],
  undone: ReadonlySet<number>,
  {
    plan,
    calendar,
    nowMs,
  }: { readonly plan: Pick<Plan, 'deadlines'>; readonly calendar: WorkCalendar; readonly nowMs: number },
): StepClock | null {
  const first = spell && firstAt(spell, 1);
  if (!first || first.knownOn === null) return null;
  const from = momentOf(first.knownOn, OFFICE_HOURS.opens);
  const deadline = plan.deadlines.find((d) => d.level === first.level && d.step === 'acknowledge');
  const at = deadline ? dueAt(from, deadline, calendar) : null;
  const done = entriesOf(subject, entries).find(({ seq, act }) => act.kind === 'acknowledge' && !undone.has(seq));
  const doneAt = done?.at ?? null;
  return { step: 'acknowledge', from, at, doneAt, lateMs: at === null ? 0 : Math.max(0, (doneAt ?? nowMs) - at) };
}

function summaryLines({ case: subject, spell, names, frequency, weekEndsOn }: AfterInput): Text[] {
  const period = (p: Period): Text => periodWords(frequency, p, weekEndsOn);
  const found: Text[] = [];
  if (spell) {
    const params = {
      region: names.region(subject.regionCode),
      since: period(spell.since),
      top: spell.top === 0 ? WORDS.onlyPending : levelName(spell.top),
      until: spell.until === null ? WORDS.goesOn : sayBoth(WORDS.ended, { period: period(spell.until) }),
    };
    found.push(sayBoth(WORDS.spell, params));
    const moves = spell.moves.map((move) =>
      sayBoth(WORDS.move, {
        period: period(move.period),
        level: move.level === 0 ? WORDS.pendingShort : levelShort(move.level),
      }),
    );
    found.push(sayBoth(WORDS.moves, { moves: inRow(moves) }));
  } else
    found.push(sayBoth(WORDS.byHand, { region: names.region(subject.regionCode), level: levelName(subject.level) }));
  found.push(sayBoth(WORDS.opened, { at: both((lang) => formatMoment(subject.opened.at, lang)) }));
  const count = (result: string): number => [...subject.checks.values()].filter((c) => c.result === result).length;
  found.push(
    sayBoth(WORDS.checked, { confirmed: count('confirmed'), cleared: count('cleared'), suspect: count('suspect') }),
  );
  const { assessment } = subject;
  if (!assessment) found.push(WORDS.notAssessed);
  else if (assessment.persons === null) found.push(WORDS.personsUnknown);
  else
    found.push(sayBoth(WORDS.persons, { persons: formatNumber(assessment.persons), basis: assessment.personsBasis }));
  found.push(sayBoth(WORDS.consulted, { opinions: subject.opinions.size, meetings: subject.meetings.length }));
  const accepted = acceptedMeasures(subject);
  found.push(sayBoth(WORDS.decided, { accepted: accepted.length, rejected: subject.measures.size - accepted.length }));
  found.push(sayBoth(WORDS.reported, { count: subject.reports.length }));
  return found;
}

function predictedLines({ case: subject, names }: AfterInput): Text[] {
  const accepted = acceptedMeasures(subject);
  if (accepted.length === 0) return [WORDS.noMeasures];
  return accepted.map(({ measure, expected }) => {
    const target =
      expected.target === null
        ? WORDS.noTarget
        : sayBoth(WORDS.target, { value: formatNumber(expected.target, decimalsOf(expected.target)) });
    return sayBoth(WORDS.expected, {
      measure: names.measure(measure),
      indicator: names.indicator(expected.indicatorId),
      by: speltPeriodWords(expected.by),
      direction: WORDS[expected.direction],
      target,
    });
  });
}

/** As many decimals as were typed, three at most. */
function decimalsOf(value: number): number {
  return Math.min(3, String(value).split('.')[1]?.length ?? 0);
}

function actualLines({ case: subject, names, course }: AfterInput): Text[] {
  const accepted = acceptedMeasures(subject);
  if (accepted.length === 0) return [WORDS.noMeasures];
  return accepted.map(({ measure, course: reported }) => {
    const found = course.find((one) => one.measure === measure);
    return sayBoth(WORDS.actual, {
      measure: names.measure(measure),
      state: MEASURE_STATE_NAMES[reported.at(-1)?.state ?? 'planned'],
      verdict: found ? COURSE_STATES[found.state] : WORDS.notAsked,
      words: found ? found.words : '',
    });
  });
}

function thresholdLines({ case: subject, spell, clocks, rules, frequency, weekEndsOn }: AfterInput): Text[] {
  const found: Text[] = [];
  if (spell) found.push(...leadLines(spell, frequency, weekEndsOn));
  found.push(...clocks.map(clockWords));
  if (rules?.reference != null) found.push(...ruleLines(rules, subject, frequency, weekEndsOn));
  return found.length > 0 ? found : [WORDS.nothingComputed];
}

/** How long it took from the first pending signal to each level that matters. */
function leadLines(spell: Spell, frequency: Frequency, weekEndsOn: number): Text[] {
  const grave = firstAt(spell, 3);
  const any = firstAt(spell, 1);
  const first = spell.moves[0];
  if (!any || !first) return [WORDS.neverCounted];
  return [any, ...(grave && grave !== any ? [grave] : [])].map((move) => {
    if (move.period === spell.since) {
      const words = { period: periodWords(frequency, move.period, weekEndsOn), level: levelShort(move.level) };
      return sayBoth(WORDS.noLead, words);
    }
    const span = both((lang) => formatSpan(frequency, move.period - spell.since, lang));
    const days = first.knownOn === null || move.knownOn === null ? null : move.knownOn - first.knownOn;
    return sayBoth(days === null ? WORDS.leadPeriods : WORDS.leadDays, {
      since: periodWords(frequency, spell.since, weekEndsOn),
      period: periodWords(frequency, move.period, weekEndsOn),
      level: levelShort(move.level),
      span,
      days: days ?? '',
    });
  });
}

function ruleLines(
  { reference, atLevel, rules }: RuleTimes,
  subject: Case,
  frequency: Frequency,
  weekEndsOn: number,
): Text[] {
  const groups: readonly (readonly [Text, (rule: RuleTime) => boolean])[] = [
    [WORDS.early, (rule) => rule.lead !== null && rule.lead > 0],
    [WORDS.same, (rule) => rule.lead === 0],
    [WORDS.late, (rule) => rule.lead !== null && rule.lead < 0],
    [WORDS.never, (rule) => rule.countsSince === null],
    [WORDS.doubted, (rule) => rule.figures === 'suspect'],
  ];
  const head = sayBoth(atLevel ? WORDS.reference : WORDS.referenceAny, {
    period: periodWords(frequency, reference!, weekEndsOn),
    level: levelShort(subject.level),
  });
  const told = groups.flatMap(([words, holds]) => {
    const named = rules.filter(holds).map((rule) => ruleWords(rule, frequency));
    return named.length > 0 ? [sayBoth(words, { rules: inSeries(named), count: named.length })] : [];
  });
  return [head, ...told];
}

function ruleWords({ name, lead }: RuleTime, frequency: Frequency): Text {
  if (lead === null || lead === 0) return name;
  return sayBoth(WORDS.by, { rule: name, span: both((lang) => formatSpan(frequency, Math.abs(lead), lang)) });
}

function lines(texts: readonly Text[]): Text {
  return { zh: texts.map((t) => t.zh).join('\n'), en: texts.map((t) => t.en).join('\n') };
}
