import { type Episode, Label } from './events';
import { Alarm, type Range } from './month-scores';

/** An alarm from its first period to its last. Unknown periods inside do not end it. Positions within the region. */
export interface Spell {
  readonly first: number;
  readonly last: number;
}

/** All alarms of a region, over the whole panel. */
export function spellsOf(alarm: Uint8Array, offset: number, count: number): Spell[] {
  const spells: { first: number; last: number }[] = [];
  let running = false;
  for (let t = 0; t < count; t++) {
    const now = alarm[offset + t];
    if (now === Alarm.unknown) continue;
    if (now === Alarm.off) running = false;
    else if (running) spells.at(-1)!.last = t;
    else {
      spells.push({ first: t, last: t });
      running = true;
    }
  }
  return spells;
}

/** Periods before an episode's start and after its end that still belong to it when an alarm is judged. */
export interface Margins {
  readonly before: number;
  readonly after: number;
}

/** Does a period lie away from all episodes, margins included? */
function isAway(t: number, episodes: readonly Episode[], { before, after }: Margins): boolean {
  return !episodes.some((e) => t >= e.first - before && t <= e.last + after);
}

/** An alarm set against the episodes of its region. */
export interface JudgedSpell extends Spell {
  /** Begins away from all episodes; null where it is not known what was the case. */
  readonly away: boolean | null;
  /** Some period of it is an event period. */
  readonly overlaps: boolean;
  /** There is an event period from its first period to a year after it, both included. */
  readonly eventWithinYear: boolean;
}

export function judgeSpell(
  spell: Spell,
  label: Uint8Array,
  offset: number,
  count: number,
  episodes: readonly Episode[],
  margins: Margins,
  periodsPerYear: number,
): JudgedSpell {
  const { first, last } = spell;
  const hasEvent = (to: number): boolean =>
    label.subarray(offset + first, offset + Math.min(to, count - 1) + 1).includes(Label.event);
  return {
    first,
    last,
    away: label[offset + first] === Label.unknown ? null : isAway(first, episodes, margins),
    overlaps: hasEvent(last),
    eventWithinYear: hasEvent(first + periodsPerYear),
  };
}

/** What one region's alarms amount to, apart from what they hit. */
export interface AlarmCounts {
  /** Periods at which the alarm is known to be on or off. */
  known: number;
  on: number;
  /** Alarms that begin within the range. */
  spells: number;
  /** Changes between on and off. */
  flips: number;
  /** Periods known and labelled; those of them that lie away from all episodes; the same of periods on. */
  judged: number;
  judgedAway: number;
  onJudged: number;
  onAway: number;
  /** Alarms with a labelled first period; those of them that begin away from all episodes. */
  spellsJudged: number;
  spellsAway: number;
}

export function noAlarms(): AlarmCounts {
  return {
    known: 0,
    on: 0,
    spells: 0,
    flips: 0,
    judged: 0,
    judgedAway: 0,
    onJudged: 0,
    onAway: 0,
    spellsJudged: 0,
    spellsAway: 0,
  };
}

/** Adds up a region's periods within the range. */
export function countAlarmPeriods(
  alarm: Uint8Array,
  label: Uint8Array,
  offset: number,
  episodes: readonly Episode[],
  margins: Margins,
  range: Range,
  into: AlarmCounts,
): void {
  let before: number = Alarm.unknown;
  for (let t = range.from; t <= range.to; t++) {
    const now = alarm[offset + t]!;
    if (now === Alarm.unknown) continue;
    if (before !== Alarm.unknown && now !== before) into.flips++;
    before = now;
    into.known++;
    into.on += now;
    if (label[offset + t] === Label.unknown) continue;
    const away = isAway(t, episodes, margins) ? 1 : 0;
    into.judged++;
    into.judgedAway += away;
    into.onJudged += now;
    into.onAway += now * away;
  }
}

/** Adds up alarms that begin within the range. */
export function countSpells(spells: readonly JudgedSpell[], into: AlarmCounts): void {
  for (const { away } of spells) {
    into.spells++;
    if (away === null) continue;
    into.spellsJudged++;
    if (away) into.spellsAway++;
  }
}
