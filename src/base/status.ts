/** The one notion of "missing" and of how a value came to be: a byte per value, beside the value itself. */
export const Status = {
  /** No value and one was due: the value is NaN. */
  missing: 0,
  observed: 1,
  /** By design there is no own figure for this period (an unpublished January, a figure not yet due). Not a fault. */
  expectedGap: 2,
  /** Computed by us from observed values (decumulated, joined, ratio, aggregated from all children). */
  derived: 3,
  provisional: 4,
  suspect: 5,
  /** Filled in: may stand inside a window, is never graded on its own. */
  imputed: 6,
  /** Two different values claim the same place: neither is taken until a person chooses. */
  held: 7,
  /** Aggregated from some of the children only; see the coverage. */
  partial: 8,
} as const;

export type StatusByte = (typeof Status)[keyof typeof Status];

export const STATUS_NAMES = [
  'missing',
  'observed',
  'expectedGap',
  'derived',
  'provisional',
  'suspect',
  'imputed',
  'held',
  'partial',
] as const;
export type StatusName = (typeof STATUS_NAMES)[number];

const GRADED: readonly StatusName[] = ['observed', 'derived', 'provisional', 'suspect', 'partial'];
const GRADABLE = Uint8Array.from(STATUS_NAMES, (name) => (GRADED.includes(name) ? 1 : 0));

/** May a rule grade the statistic at this period? */
export function isGradable(status: number): boolean {
  return GRADABLE[status] === 1;
}

/** Status of a value computed from two others: it is no better than the worse of them. */
export function derivedStatus(a: number, b: number): StatusByte {
  for (const status of [Status.imputed, Status.partial, Status.suspect])
    if (a === status || b === status) return status;
  return Status.derived;
}
