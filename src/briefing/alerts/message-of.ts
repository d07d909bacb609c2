import type { WarningLevel } from '../../base/level';
import { type Day, formatPeriod, lastDayOf, type Period } from '../../base/period';
import { momentOf } from '../../response/calendar/moment';
import type { Warning } from '../../response/warnings/inbox';
import { isOver } from '../../response/warnings/warning-states';
import type { AlertWorld, Message } from './message';

/** The end of a warning is told for so many periods; a default of ours. */
const TELL_END = 2;

interface Step {
  readonly period: Period;
  readonly level: WarningLevel;
  readonly knownOn: Day | null;
}

/**
 * The message that a warning asks for now; null = none (it never had a level, or has ended long ago).
 *
 * A warning is one series: an Alert when it first has a level, an Update at each change of it, one more for the newest
 * period when it goes on at the same level, a Cancel when the figures or the people end it. Identifiers and times follow
 * from the warning alone, so that the same figures give the same message on every machine and a later one can name those
 * before it, without a book of what was sent.
 */
export function messageOf(warning: Warning, world: AlertWorld): Message | null {
  const { id } = warning;
  const steps = stepsOf(warning);
  const last = steps.at(-1);
  if (!last) return null;
  const told = steps.map(({ period, knownOn }) => ({
    identifier: identifierOf(id, spelt(period, world)),
    sentMs: sentOn(knownOn, period, world),
  }));
  const first = told[0]!.sentMs;
  const message = (
    type: Message['type'],
    period: Period,
    tail: string,
    sentMs: number,
    before: typeof told,
  ): Message => ({
    warning,
    type,
    identifier: identifierOf(id, tail),
    incident: safe(id),
    // A day that was told late never lies before what it follows.
    sentMs: Math.max(sentMs, ...before.map((m) => m.sentMs)),
    firstSentMs: first,
    period,
    level: last.level,
    references: before,
  });
  const end = endOf(warning, world);
  if (end) {
    if (world.newest - end.period > TELL_END) return null;
    return message('Cancel', end.period, `${spelt(end.period, world)}.end`, end.sentMs, told);
  }
  if (last.period >= world.newest) {
    const type = told.length === 1 ? 'Alert' : 'Update';
    return message(type, last.period, spelt(last.period, world), told.at(-1)!.sentMs, told.slice(0, -1));
  }
  const { newest, knownOn } = world;
  return message('Update', newest, spelt(newest, world), sentOn(knownOn, newest, world), told);
}

/** Levels as they changed; without what was pending or could not be told, and without a return to the same level after that. */
function stepsOf({ spell }: Warning): Step[] {
  const steps: Step[] = [];
  for (const { period, level, knownOn } of spell.moves) {
    if (level < 1 || level > 4 || level === steps.at(-1)?.level) continue;
    steps.push({ period, level: level as WarningLevel, knownOn });
  }
  return steps;
}

/** How a warning has ended: by the figures with its last period, by people at their act. Null while it goes on. */
function endOf(warning: Warning, world: AlertWorld): { readonly period: Period; readonly sentMs: number } | null {
  const { spell, state, record } = warning;
  const byPeople = isOver(state) ? record?.acts.at(-1)?.at : undefined;
  if (spell.until === null && byPeople === undefined) return null;
  const period = spell.until ?? world.newest;
  return {
    period,
    sentMs: byPeople === undefined ? sentOn(world.knownOn, world.newest, world) : wholeSecond(byPeople),
  };
}

/** Beginning of the day on which figures came in; where no day is told, of the day after their period. */
function sentOn(knownOn: Day | null, period: Period, { frequency, weekEndsOn }: AlertWorld): number {
  return momentOf(knownOn ?? lastDayOf(frequency, period, weekEndsOn) + 1, 0);
}

function spelt(period: Period, { frequency, weekEndsOn }: AlertWorld): string {
  return formatPeriod(frequency, period, weekEndsOn);
}

function identifierOf(warningId: string, tail: string): string {
  return `fengsui.${safe(warningId)}.${tail}`;
}

/** Region codes are foreign text, and an identifier holds no blank, comma, `<` or `&`: other characters by their code. */
function safe(text: string): string {
  return Array.from(text, (c) =>
    /[A-Za-z0-9_-]/.test(c) ? c : c === '@' ? '.' : `~${c.codePointAt(0)!.toString(16)}`,
  ).join('');
}

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;
