import { type Day, NO_DAY } from '../base/period';
import { Status } from '../base/status';
import { append, createDraft, type Draft, finishDraft } from './draft';
import { cellName } from './feed-contract';
import type { Observations } from './observations';

/**
 * A feed tells what it holds now; what it told before must not be lost. Answers of one day of taking are laid over
 * those before them, cell by cell (region, indicator, frequency, period), so that the panel shows for every day what
 * was known then:
 * - what was known stays with its day, value and status, whatever the feed says now;
 * - a vintage with a day of its own joins them; a present value without one, or with the day of another value,
 *   became known on the day of taking;
 * - a value that the feed now gives as null was taken back on that day: a vintage without a figure;
 * - cells of which the feed says nothing any more (a window that moved on) stay as they were.
 * Days are the finest grain: of several answers of one day, the last one is what was known on that day.
 */
export interface MergedFeed {
  readonly observations: Observations;
  /** The cells that the answers alone would give otherwise; null when there is none. `withVintages` puts them back. */
  readonly vintages: Observations | null;
}

export function mergeFeed(
  before: Observations,
  now: Observations,
  nulls: ReadonlySet<string>,
  takenOn: Day,
): MergedFeed {
  const names = namesOf(now, before);
  const [was, is] = [chainsOf(before, names), chainsOf(now, names)];
  const all = createWriter();
  const changed = createWriter();
  for (let i = 0; i < now.length; i++) {
    const key = is.keyOf(i);
    // A cell is written where its first row stands, all of its vintages together.
    if (!is.isFirst(i)) continue;
    const present = is.rowsOf(key);
    const merged = mergeCell(was.rowsOf(key), present, takenOn);
    all.write(merged);
    if (!alike(merged, present)) changed.write(merged);
  }
  for (let i = 0; i < before.length; i++) {
    const key = was.keyOf(i);
    if (!was.isFirst(i) || is.has(key)) continue;
    const rows = was.rowsOf(key);
    const name = cellName(
      before.regionCodes[before.region[i]!]!,
      before.indicatorIds[before.indicator[i]!]!,
      before.frequency[i]!,
      before.period[i]!,
    );
    const merged = nulls.has(name) ? takeBack(rows, takenOn) : rows;
    all.write(merged);
    changed.write(merged);
  }
  const finish = (draft: Draft): Observations =>
    finishDraft(draft, names.codes, names.ids, now.weekEndsOn || before.weekEndsOn);
  return {
    observations: finish(all.draft),
    vintages: changed.draft.length > 0 ? finish(changed.draft) : null,
  };
}

/** What answers say, with the cells of `vintages` in the place of theirs. */
export function withVintages(now: Observations, vintages: Observations): Observations {
  const names = namesOf(now, vintages);
  const [is, kept] = [chainsOf(now, names), chainsOf(vintages, names)];
  const all = createWriter();
  for (let i = 0; i < now.length; i++) {
    const key = is.keyOf(i);
    if (is.isFirst(i)) all.write(kept.has(key) ? kept.rowsOf(key) : is.rowsOf(key));
  }
  for (let i = 0; i < vintages.length; i++) {
    const key = kept.keyOf(i);
    if (kept.isFirst(i) && !is.has(key)) all.write(kept.rowsOf(key));
  }
  return finishDraft(all.draft, names.codes, names.ids, now.weekEndsOn || vintages.weekEndsOn);
}

/** One vintage of a cell; `region` and `indicator` are numbers of the common names. */
interface Vintage {
  readonly region: number;
  readonly indicator: number;
  readonly frequency: number;
  readonly period: number;
  readonly value: number;
  readonly status: number;
  readonly knownOn: Day;
  readonly row: number;
}

/** Oldest first; NO_DAY is the oldest. Both lists belong to the same cell; `is` is not empty. */
function mergeCell(was: readonly Vintage[], is: readonly Vintage[], takenOn: Day): readonly Vintage[] {
  if (was.length === 0) {
    const only = is.at(-1)!;
    return only.knownOn === NO_DAY ? [...is.slice(0, -1), { ...only, knownOn: takenOn }] : is;
  }
  if (alike(was, is)) return is;
  const merged = [...was];
  for (const v of is) {
    if (v.knownOn === NO_DAY) continue;
    const at = merged.findLastIndex((m) => m.knownOn <= v.knownOn);
    const known = merged[at];
    if (known && (known.knownOn === v.knownOn || sameFigure(known, v))) continue;
    merged.splice(at + 1, 0, v);
  }
  const [last, present] = [merged.at(-1)!, is.at(-1)!];
  if (sameFigure(last, present)) return merged;
  if (last.knownOn >= takenOn) merged[merged.length - 1] = { ...present, knownOn: last.knownOn };
  else merged.push({ ...present, knownOn: takenOn });
  return merged;
}

/** The cell after its value was taken back. A value of the same day is as if it had never been said. */
function takeBack(was: readonly Vintage[], takenOn: Day): readonly Vintage[] {
  const last = was.at(-1)!;
  if (last.status === Status.missing) return was;
  const gone = { ...last, value: NaN, status: Status.missing, row: 0 };
  return last.knownOn >= takenOn
    ? [...was.slice(0, -1), { ...gone, knownOn: last.knownOn }]
    : [...was, { ...gone, knownOn: takenOn }];
}

function sameFigure(a: Vintage, b: Vintage): boolean {
  return Object.is(a.value, b.value) && a.status === b.status;
}

/** The same vintages; where they stand in their answers does not count. */
function alike(a: readonly Vintage[], b: readonly Vintage[]): boolean {
  return a.length === b.length && a.every((v, k) => v.knownOn === b[k]!.knownOn && sameFigure(v, b[k]!));
}

interface Names {
  readonly codes: readonly string[];
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly indicatorOf: ReadonlyMap<string, number>;
}

function namesOf(a: Observations, b: Observations): Names {
  const codes = [...new Set([...a.regionCodes, ...b.regionCodes])];
  const ids = [...new Set([...a.indicatorIds, ...b.indicatorIds])];
  const numbers = (list: readonly string[]) => new Map(list.map((name, k) => [name, k] as const));
  return { codes, ids, numberOf: numbers(codes), indicatorOf: numbers(ids) };
}

/** Room for periods within a key: weeks run to some hundred thousand. */
const PERIODS = 2 ** 22;

/** The rows of each cell, chained: no list per cell is kept. */
function chainsOf(o: Observations, names: Names) {
  const regions = Uint32Array.from(o.regionCodes, (code) => names.numberOf.get(code)!);
  const indicators = Uint32Array.from(o.indicatorIds, (id) => names.indicatorOf.get(id)!);
  const last = new Map<number, number>();
  const before = new Int32Array(o.length);
  const keyOf = (i: number): number => {
    const series = (regions[o.region[i]!]! * names.ids.length + indicators[o.indicator[i]!]!) * 4 + o.frequency[i]!;
    return series * PERIODS + o.period[i]! + PERIODS / 2;
  };
  for (let i = 0; i < o.length; i++) {
    const key = keyOf(i);
    before[i] = last.get(key) ?? -1;
    last.set(key, i);
  }
  return {
    keyOf,
    isFirst: (i: number): boolean => before[i] === -1,
    has: (key: number): boolean => last.has(key),
    /** Oldest first. */
    rowsOf(key: number): readonly Vintage[] {
      const rows: Vintage[] = [];
      for (let i = last.get(key) ?? -1; i >= 0; i = before[i]!) {
        rows.push({
          region: regions[o.region[i]!]!,
          indicator: indicators[o.indicator[i]!]!,
          frequency: o.frequency[i]!,
          period: o.period[i]!,
          value: o.value[i]!,
          status: o.status[i]!,
          knownOn: o.knownOn[i]!,
          row: o.row[i]!,
        });
      }
      return rows.length > 1 ? rows.sort((a, b) => a.knownOn - b.knownOn) : rows;
    },
  };
}

function createWriter() {
  const draft = createDraft();
  return {
    draft,
    write(rows: readonly Vintage[]): void {
      for (const v of rows) {
        append(draft, v.region, v.indicator, v.frequency, v.period, v.value, v.status, v.knownOn, v.row);
      }
    },
  };
}
