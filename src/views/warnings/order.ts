import type { Warning } from '../../response/warnings/inbox';
import { gradeRank } from './grade';
import type { SortBy } from './selection';

type Compare = (a: Warning, b: Warning) => number;

/** Orders of the list; `urgency` is that of the inbox itself (what presses by its level, then the rest by theirs, then what is due next). */
const ORDERS: Readonly<Record<Exclude<SortBy, 'urgency'>, Compare>> = {
  level: (a, b) => gradeRank(b) - gradeRank(a),
  newest: (a, b) => b.spell.since - a.spell.since,
  oldest: (a, b) => a.spell.since - b.spell.since,
  // By code units: an area stands before its parts, as in the lists of statistics.
  region: (a, b) => Number(a.spell.regionCode > b.spell.regionCode) - Number(a.spell.regionCode < b.spell.regionCode),
};

/** A sorted copy; equal ones keep the order of the inbox. */
export function orderWarnings(warnings: readonly Warning[], by: SortBy): readonly Warning[] {
  return by === 'urgency' ? warnings : warnings.toSorted(ORDERS[by]);
}
