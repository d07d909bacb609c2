import type { Family } from '../../base/indicators';
import { FAMILIES } from '../../base/indicators';
import { WARNING_LEVELS, type WarningLevel } from '../../base/level';
import type { Place } from '../../store/place-address';

/** What must be done, as the summary line counts it and the list is filtered by. */
export const QUEUES = ['overdue', 'due-soon', 'unacknowledged', 'in-review'] as const;
export type Queue = (typeof QUEUES)[number];

/** Grades of the list: the four levels, what is over a line and not confirmed, and what cannot be told. */
export const GRADES = ['4', '3', '2', '1', 'pending', 'insufficient'] as const;
export type Grade = (typeof GRADES)[number];

export const SHOWS = ['open', 'ended', 'all'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['urgency', 'level', 'newest', 'oldest', 'region'] as const;
export type SortBy = (typeof SORTS)[number];

/** What of the inbox is shown, as the address tells it: a colleague who opens it sees the same list. */
export interface Selection {
  /** Open: what still asks for somebody. */
  readonly show: Show;
  /** Several of one kind are "or", the kinds are "and"; empty = all. */
  readonly grades: readonly Grade[];
  readonly queues: readonly Queue[];
  readonly families: readonly Family[];
  /** Code of the area whose warnings are shown, the areas below it included; null = everywhere. */
  readonly area: string | null;
  /** Words that stand in a warning's region, signals or notes. */
  readonly text: string;
  /** Only what the office of the chosen role answers for. */
  readonly mine: boolean;
  readonly sort: SortBy;
  /** Id of the warning that is looked at; null = the first one. */
  readonly warning: string | null;
}

const listOf = <T extends string>(known: readonly T[], given: string | undefined): readonly T[] => {
  const wanted = (given ?? '').split(',');
  return known.filter((item) => wanted.includes(item));
};
const oneOf = <T extends string>(known: readonly [T, ...T[]], given: string | undefined): T =>
  known.find((item) => item === given) ?? known[0];

/** Reads the free parameters of the address; what is not understood counts as not said. */
export function readSelection(free: Place['free']): Selection {
  return {
    show: oneOf(SHOWS, free.show),
    grades: listOf(GRADES, free.level),
    queues: listOf(QUEUES, free.due),
    families: listOf(FAMILIES, free.family),
    area: free.area || null,
    text: free.find ?? '',
    mine: free.mine === '1',
    sort: oneOf(SORTS, free.sort),
    warning: free.warning || null,
  };
}

/** The change of the address for a change of the selection: the inverse of `readSelection`; what is usual is left out. */
export function writeSelection(patch: Partial<Selection>): Readonly<Record<string, string | null>> {
  const free: Record<string, string | null> = {};
  if (patch.show !== undefined) free.show = patch.show === 'open' ? null : patch.show;
  if (patch.grades !== undefined) free.level = patch.grades.join(',') || null;
  if (patch.queues !== undefined) free.due = patch.queues.join(',') || null;
  if (patch.families !== undefined) free.family = patch.families.join(',') || null;
  if (patch.area !== undefined) free.area = patch.area;
  if (patch.text !== undefined) free.find = patch.text || null;
  if (patch.mine !== undefined) free.mine = patch.mine ? '1' : null;
  if (patch.sort !== undefined) free.sort = patch.sort === 'urgency' ? null : patch.sort;
  if (patch.warning !== undefined) free.warning = patch.warning;
  return free;
}

/** Everything off again, but not the order and the warning that is looked at. */
export const NO_FILTERS: Partial<Selection> = {
  show: 'open',
  grades: [],
  queues: [],
  families: [],
  area: null,
  text: '',
  mine: false,
};

export function isFiltered(selection: Selection): boolean {
  const { grades, queues, families, area, text, mine } = selection;
  return grades.length + queues.length + families.length > 0 || area !== null || text.trim() !== '' || mine;
}

/** In a list that is switched item by item: there → gone, not there → there. */
export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

export function levelOfGrade(grade: Grade): WarningLevel | null {
  return WARNING_LEVELS.find((level) => String(level) === grade) ?? null;
}
