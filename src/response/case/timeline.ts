import { formatMoment, momentOf } from '../calendar/moment';
import { levelName, levelRank } from '../../base/level';
import { type Frequency, lastDayOf } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { both, periodWords } from '../../levels/words';
import { OFFICE_HOURS } from '../calendar/working-time';
import type { Step } from '../plan';
import type { Act } from '../trail/act';
import type { Entry } from '../trail/entry';
import { type ActNames, describeAct } from '../trail/words';
import type { Spell } from '../warnings/spell';
import type { Case } from './case';
import { STEP_NOUNS, TIMELINE_WORDS as WORDS } from './timeline-text';
import { durationWords } from './words';

/** A clock as the timeline tells it: of a case (`caseClocks`), or of the acknowledgement before it (`acknowledgeClock`). */
export interface StepClock {
  readonly step: Step;
  readonly from: number | null;
  readonly at: number | null;
  readonly doneAt: number | null;
  readonly lateMs: number;
}

export interface TimelineItem {
  readonly kind: 'level' | 'act' | 'document' | 'report' | 'deadline';
  readonly at: number;
  readonly text: Text;
  /** The line of the trail; null for what nobody did: a change of level, a deadline. */
  readonly entry: Entry | null;
  /** It was taken back: it stays, and counts no longer. */
  readonly undone: boolean;
  /** Of a deadline: kept, or by how much it was missed; null for everything else. */
  readonly lateMs: number | null;
}

interface TimelineInput {
  readonly case: Case;
  /** Of the case's warning; null = opened by hand, or the figures no longer show it. */
  readonly spell: Spell | null;
  /** The whole trail, oldest first, and the numbers of lines that were taken back. */
  readonly entries: readonly Entry[];
  readonly undone: ReadonlySet<number>;
  readonly clocks: readonly StepClock[];
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly names: ActNames;
  readonly nowMs: number;
}

/**
 * Everything of a case in order of time, oldest first: changes of the level of its warning, acts on the warning and the
 * case, and each deadline, kept or missed, at the moment when the step was done or the time ran out. A change of
 * level stands at the opening of the day on which its figures came in, or at the end of its period where that is not told.
 */
export function timelineOf(input: TimelineInput): readonly TimelineItem[] {
  const items = [...levelItems(input), ...actItems(input), ...deadlineItems(input)];
  // At one moment the level comes before what people did about it, and the act before what it says of the deadline.
  const rank = { level: 0, act: 1, document: 1, report: 1, deadline: 2 } as const;
  return items.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind] || (a.entry?.seq ?? 0) - (b.entry?.seq ?? 0));
}

function levelItems({ spell, frequency, weekEndsOn }: TimelineInput): TimelineItem[] {
  if (!spell) return [];
  return spell.moves.map(({ period, level, knownOn }): TimelineItem => {
    const day = knownOn ?? lastDayOf(frequency, period, weekEndsOn);
    const words = level === 0 ? WORDS.pending : knownOn === null ? WORDS.levelUndated : WORDS.level;
    return {
      kind: 'level',
      at: momentOf(day, OFFICE_HOURS.opens),
      text: sayBoth(words, { period: periodWords(frequency, period, weekEndsOn), level: levelName(level) }),
      entry: null,
      undone: false,
      lateMs: null,
    };
  });
}

const KINDS: Readonly<Partial<Record<Act['kind'], TimelineItem['kind']>>> = {
  'save-document': 'document',
  'send-report': 'report',
};

function actItems({ entries, undone, names, ...input }: TimelineInput): TimelineItem[] {
  return entriesOf(input.case, entries).map((entry) => ({
    kind: KINDS[entry.act.kind] ?? 'act',
    at: entry.at,
    text: describeAct(entry, names),
    entry,
    undone: undone.has(entry.seq),
    lateMs: null,
  }));
}

/** Lines of the trail about a case or its warning, and those that take one of them back. */
export function entriesOf({ id, warning }: Pick<Case, 'id' | 'warning'>, entries: readonly Entry[]): readonly Entry[] {
  const own = new Set<number>();
  return entries.filter(({ seq, act }) => {
    const belongs =
      ('case' in act && act.case === id) ||
      (warning !== null && 'warning' in act && act.warning === warning) ||
      (act.kind === 'undo' && own.has(act.seq));
    if (belongs) own.add(seq);
    return belongs;
  });
}

function deadlineItems({ clocks, nowMs }: TimelineInput): TimelineItem[] {
  return clocks.flatMap((clock): TimelineItem[] => {
    const { at, doneAt } = clock;
    // A clock that still runs has nothing to tell yet.
    if (at === null || (doneAt === null && nowMs <= at)) return [];
    return [
      { kind: 'deadline', at: doneAt ?? at, text: clockWords(clock), entry: null, undone: false, lateMs: clock.lateMs },
    ];
  });
}

/** How a deadline was kept, in a sentence; of one that still runs, until when. */
export function clockWords({ step, from, at, doneAt, lateMs }: StepClock): Text {
  if (at === null || from === null) return sayBoth(WORDS.notSetOff, { step: STEP_NOUNS[step] });
  const words = {
    step: STEP_NOUNS[step],
    due: both((lang) => formatMoment(at, lang)),
    took: durationWords((doneAt ?? at) - from),
    late: durationWords(lateMs),
  };
  if (doneAt === null) return sayBoth(lateMs > 0 ? WORDS.overdue : WORDS.running, words);
  return sayBoth(lateMs > 0 ? WORDS.doneLate : WORDS.kept, words);
}

/** First period of a spell at a level or above; null = it never got there. */
export function firstAt({ moves }: Spell, level: number): Spell['moves'][number] | null {
  return moves.find((move) => levelRank(move.level) >= level) ?? null;
}
