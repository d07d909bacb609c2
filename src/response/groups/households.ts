import type { Day } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { WorkCalendar } from '../calendar/calendar';
import { dayOfMoment, momentOf } from '../calendar/moment';
import { addWorkdays, OFFICE_HOURS, workdaysBetween } from '../calendar/working-time';
import type { Household, ResponseState } from '../state';
import { isWithin } from './measures';

/** Working days from recognition within which a member of the household is at work. This number is the document's own (clause 4.5). */
export const HOUSEHOLD_WORKDAYS = 10;
/** So many working days before the end it is due soon; ours. */
export const SOON_WORKDAYS = 2;

export type HouseholdStanding = 'running' | 'due-soon' | 'overdue' | 'in-time' | 'late';

export interface HouseholdClock {
  readonly household: Household;
  /** Last of the working days, and the moment at which the offices close on it. */
  readonly due: Day;
  readonly dueMs: number;
  readonly standing: HouseholdStanding;
  /** Working days from today (from the day on which it was settled) to the last one; below 0 = past it. */
  readonly left: number;
}

/**
 * The clock of a household: the day of recognition does not count, holidays and days off do not, make-up workdays do. It
 * is overdue once the offices have closed on the last day. Settled counts by the day on which the member was at work,
 * not by when that was entered.
 */
export function householdClock(household: Household, calendar: WorkCalendar, nowMs: number): HouseholdClock {
  const due = addWorkdays(household.on, HOUSEHOLD_WORKDAYS, calendar);
  const dueMs = momentOf(due, OFFICE_HOURS.closes);
  const left = workdaysBetween(household.settled?.on ?? dayOfMoment(nowMs), due, calendar);
  return { household, due, dueMs, left, standing: standingOf(household, due, dueMs, left, nowMs) };
}

function standingOf({ settled }: Household, due: Day, dueMs: number, left: number, nowMs: number): HouseholdStanding {
  if (settled) return settled.on <= due ? 'in-time' : 'late';
  if (nowMs > dueMs) return 'overdue';
  return left <= SOON_WORKDAYS ? 'due-soon' : 'running';
}

export interface HouseholdCounts {
  readonly all: number;
  /** Not settled: running, due soon and overdue. */
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly inTime: number;
  readonly late: number;
  /** Settled in time of all whose time has run out or that are settled, 0–1; null = none yet. */
  readonly shareInTime: number | null;
}

/** Households of a region and those below it: open ones first by what is due first, then the settled, newest first. */
export function householdsOf(
  { households }: Pick<ResponseState, 'households'>,
  tree: RegionTree,
  regionCode: string,
  calendar: WorkCalendar,
  nowMs: number,
): { readonly clocks: readonly HouseholdClock[]; readonly counts: HouseholdCounts } {
  const area = tree.indexOf.get(regionCode);
  const clocks = [...households.values()]
    .filter((household) => {
      const at = tree.indexOf.get(household.regionCode);
      return area !== undefined && at !== undefined && isWithin(tree, at, area);
    })
    .map((household) => householdClock(household, calendar, nowMs))
    .toSorted(byUrgency);
  const count = (...standings: readonly HouseholdStanding[]): number =>
    clocks.filter(({ standing }) => standings.includes(standing)).length;
  const [inTime, judged] = [count('in-time'), count('in-time', 'late', 'overdue')];
  return {
    clocks,
    counts: {
      all: clocks.length,
      open: count('running', 'due-soon', 'overdue'),
      dueSoon: count('due-soon'),
      overdue: count('overdue'),
      inTime,
      late: count('late'),
      shareInTime: judged === 0 ? null : inTime / judged,
    },
  };
}

function byUrgency(a: HouseholdClock, b: HouseholdClock): number {
  const [x, y] = [a.household.settled, b.household.settled];
  if (x && y) return y.on - x.on;
  if (x || y) return x ? 1 : -1;
  return a.due - b.due;
}

/**
 * The next running number of an office in a year: `150302-2026-001`. The code keeps numbers of two offices apart.
 * `taken`: numbers that stand in a form besides.
 */
export function nextHouseholdNumber(
  { households }: Pick<ResponseState, 'households'>,
  regionCode: string,
  year: number,
  taken: ReadonlySet<string> = new Set(),
): string {
  for (let n = 1; ; n++) {
    const id = `${regionCode}-${year}-${String(n).padStart(3, '0')}`;
    if (!households.has(id) && !taken.has(id)) return id;
  }
}
