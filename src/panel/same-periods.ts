import { type Day, lastDayOf, yearOf } from '../base/period';
import { Status } from '../base/status';
import { panelAsOf, vintageOf } from './as-of';
import type { Column, Panel, Panels } from './panel';

/** Figures and the day of knowledge on which they are looked at. */
export interface Known {
  /** Of one frequency, as `gradedPanel` yields it, and the years with their targets. */
  readonly panel: Panel;
  readonly years: Panels['year'];
  readonly asOf: Day | null;
  /** Day from which "not yet due" follows; null when unknown. */
  readonly day: Day | null;
}

/**
 * How many periods, counted from the first, are the same in two states of the figures: values, statuses, targets of the
 * year, and what was not yet due. From there on an assessment of the later state may say something else than one of the
 * earlier did. 0 where regions, indicators or the beginning differ. It reads each value once.
 */
export function samePeriods(before: Known, after: Known): number {
  const [was, is] = [knownPanel(before), knownPanel(after)];
  const keys = [...was.columns.keys()];
  if (
    was.tree !== is.tree ||
    was.catalogue !== is.catalogue ||
    was.frequency !== is.frequency ||
    was.first !== is.first ||
    was.weekEndsOn !== is.weekEndsOn ||
    keys.length !== is.columns.size ||
    !keys.every((key) => is.columns.has(key))
  )
    return 0;
  let same = Math.min(was.count, is.count);
  const regions = was.tree.regions.length;
  for (const [key, a] of was.columns) {
    const b = is.columns.get(key)!;
    if (a.values !== b.values || a.status !== b.status)
      for (let r = 0; r < regions; r++) same = sameOf(a, r * was.count, b, r * is.count, same);
    same = sameDue(was, a, before, after, same);
  }
  // A ratio that nobody reports is made from its parts, and is missing where it is due and they are not there.
  for (const { id, aggregation, lagDays } of was.catalogue.indicators) {
    if (aggregation.by !== 'ratio' || was.columns.has(id) || !was.columns.has(aggregation.numerator)) continue;
    for (let t = 0; t < same; t++) if (dueBetween(was, t, lagDays, before.day, after.day)) same = t;
  }
  return sameTargets(was, before, after, same);
}

function knownPanel({ panel, asOf }: Known): Panel {
  return asOf === null ? panel : panelAsOf(panel, asOf);
}

function sameOf(a: Column, atA: number, b: Column, atB: number, upTo: number): number {
  for (let t = 0; t < upTo; t++) {
    if (a.status[atA + t] !== b.status[atB + t] || !Object.is(a.values[atA + t], b.values[atB + t])) return t;
  }
  return upTo;
}

/** Whether figures of a period, `lagDays` after its end, were due on the one day and not on the other. */
function dueBetween(panel: Panel, t: number, lagDays: number, before: Day | null, after: Day | null): boolean {
  const due = lastDayOf(panel.frequency, panel.first + t, panel.weekEndsOn) + lagDays;
  return (before !== null && due > before) !== (after !== null && due > after);
}

/** A missing figure is another thing once it is due; not of a region that never has one: of it nothing is said at all. */
function sameDue(panel: Panel, column: Column, before: Known, after: Known, upTo: number): number {
  const { count } = panel;
  for (let t = 0; t < upTo; t++) {
    if (!dueBetween(panel, t, column.indicator.lagDays, before.day, after.day)) continue;
    for (let r = 0; r < panel.tree.regions.length; r++) {
      const own = column.values.subarray(r * count, (r + 1) * count);
      if (column.status[r * count + t] === Status.missing && own.some((v) => v === v)) return t;
    }
  }
  return upTo;
}

/** Up to the first period of the first year in which a target differs. */
function sameTargets({ tree, frequency, first }: Panel, before: Known, after: Known, upTo: number): number {
  const years = [before, after].map(({ years: y, asOf }) => (y && asOf !== null ? vintageOf(y, asOf) : y));
  const keys = new Set(years.flatMap((y) => [...(y?.columns.keys() ?? [])]).filter((key) => key.endsWith('_target')));
  const valueOf = (panel: Panel | undefined, key: string, region: number, year: number): number => {
    const at = panel ? year - panel.first : -1;
    return panel && at >= 0 && at < panel.count
      ? (panel.columns.get(key)?.values[region * panel.count + at] ?? NaN)
      : NaN;
  };
  for (let t = 0; t < upTo; t++) {
    const year = yearOf(frequency, first + t);
    if (t > 0 && year === yearOf(frequency, first + t - 1)) continue;
    for (const key of keys) {
      for (let r = 0; r < tree.regions.length; r++)
        if (!Object.is(valueOf(years[0], key, r, year), valueOf(years[1], key, r, year))) return t;
    }
  }
  return upTo;
}
