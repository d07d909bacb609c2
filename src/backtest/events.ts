import { worseSign } from '../base/indicators';
import type { Period } from '../base/period';
import type { RegionTree } from '../base/regions';
import { Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/** What was really the case in a region at a period, as bytes. */
export const Label = { quiet: 0, event: 1, unknown: 2 } as const;

/** A stretch of event periods of one region, both ends included, as positions in the panel; may reach beyond it. */
export interface Episode {
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

/** What warnings are measured against. `label` has the panel's layout; episodes are by region, in order of time. */
export interface Events {
  readonly label: Uint8Array;
  readonly episodes: readonly (readonly Episode[])[];
  /** Periods that a label looks ahead: none for dates given, the span of a rise for a rise. */
  readonly horizon: number;
}

/** Dates given by a user: of one region and all below it, or of every region (null). */
export interface EpisodeRow {
  readonly regionCode: string | null;
  readonly first: Period;
  readonly last: Period;
  readonly name: string;
}

/** Episodes by their dates. Those of a region that overlap are one; every other period of the panel is quiet. */
export function eventsOfRows(panel: Panel, rows: readonly EpisodeRow[]): Events {
  const { tree, count, first } = panel;
  const label = new Uint8Array(tree.regions.length * count);
  const episodes = tree.regions.map((_, r) => {
    const own = rows
      .filter((row) => row.regionCode === null || isAtOrBelow(tree, r, row.regionCode))
      .map((row): Episode => ({ first: row.first - first, last: row.last - first, name: row.name }))
      .toSorted((a, b) => a.first - b.first || a.last - b.last);
    const merged = mergeOverlapping(own);
    for (const episode of merged) {
      const from = Math.max(episode.first, 0);
      const to = Math.min(episode.last, count - 1);
      if (from <= to) label.fill(Label.event, r * count + from, r * count + to + 1);
    }
    return merged;
  });
  return { label, episodes, horizon: 0 };
}

function isAtOrBelow(tree: RegionTree, region: number, code: string): boolean {
  for (let r = region; r >= 0; r = tree.regions[r]!.parent) if (tree.regions[r]!.code === code) return true;
  return false;
}

function mergeOverlapping(sorted: readonly Episode[]): Episode[] {
  const merged: Episode[] = [];
  for (const episode of sorted) {
    const before = merged.at(-1);
    if (!before || episode.first > before.last) merged.push(episode);
    else {
      const names = new Set([before.name, episode.name].filter((name) => name !== ''));
      merged[merged.length - 1] = {
        first: before.first,
        last: Math.max(before.last, episode.last),
        name: [...names].join(' / '),
      };
    }
  }
  return merged;
}

/** A rule on an indicator by which episodes are found in the figures themselves. */
export type Target =
  /** Event at t: the worst of the next `within` values is at least `rise` worse than the value at t (in its unit). */
  | { readonly indicator: string; readonly rise: number; readonly within: number }
  /** Event at t: the value at t is at least `risen` worse than the best of the `within` values before it. */
  | { readonly indicator: string; readonly risen: number; readonly within: number }
  /** Event at t: the value at t is at or beyond `reaches` on the worse side; 1 for a series of 0 and 1. */
  | { readonly indicator: string; readonly reaches: number };

/** Episodes by a rule on the values of a column, as they are known last: runs of event periods. */
export function eventsOfTarget(panel: Panel, column: Column, target: Target): Events {
  const label =
    'rise' in target
      ? riseLabels(panel, column, target.rise, target.within)
      : 'risen' in target
        ? risenLabels(panel, column, target.risen, target.within)
        : reachLabels(column, target.reaches);
  return {
    label,
    episodes: panel.tree.regions.map((_, r) => runsOfEvents(label, r * panel.count, panel.count)),
    horizon: 'rise' in target ? target.within : 0,
  };
}

/** Differences of printed figures: 4.1 − 3.1 is 1, whatever the binary says. */
const DUST = 1e-9;

/**
 * A label needs the whole span ahead: periods whose span reaches beyond the last value, or has a hole that is not
 * there by design, are unknown, also when the rise has been seen already (else only events would be known there).
 */
function riseLabels(panel: Panel, column: Column, rise: number, within: number): Uint8Array {
  const { count } = panel;
  const sign = worseSign(column.indicator);
  const label = new Uint8Array(column.values.length).fill(Label.unknown);
  for (let offset = 0; offset < label.length; offset += count) {
    for (let t = 0; t + within < count; t++) {
      const now = column.values[offset + t]!;
      if (now !== now) continue;
      let worst = -Infinity;
      let whole = true;
      for (let cell = offset + t + 1; cell <= offset + t + within; cell++) {
        const ahead = column.values[cell]!;
        if (ahead === ahead) worst = Math.max(worst, sign * ahead);
        else if (column.status[cell] !== Status.expectedGap) whole = false;
      }
      if (whole && worst > -Infinity) label[offset + t] = worst - sign * now >= rise - DUST ? Label.event : Label.quiet;
    }
  }
  return label;
}

/** A period whose stretch before it is not whole is unknown, as with `riseLabels`. */
function risenLabels(panel: Panel, column: Column, risen: number, within: number): Uint8Array {
  const { count } = panel;
  const sign = worseSign(column.indicator);
  const label = new Uint8Array(column.values.length).fill(Label.unknown);
  for (let offset = 0; offset < label.length; offset += count) {
    for (let t = within; t < count; t++) {
      const now = column.values[offset + t]!;
      if (now !== now) continue;
      let best = Infinity;
      let whole = true;
      for (let cell = offset + t - within; cell < offset + t; cell++) {
        const before = column.values[cell]!;
        if (before === before) best = Math.min(best, sign * before);
        else if (column.status[cell] !== Status.expectedGap) whole = false;
      }
      if (whole && best < Infinity) label[offset + t] = sign * now - best >= risen - DUST ? Label.event : Label.quiet;
    }
  }
  return label;
}

function reachLabels(column: Column, line: number): Uint8Array {
  const sign = worseSign(column.indicator);
  return Uint8Array.from(column.values, (v) =>
    v !== v ? Label.unknown : sign * v >= sign * line - DUST ? Label.event : Label.quiet,
  );
}

function runsOfEvents(label: Uint8Array, offset: number, count: number): Episode[] {
  const runs: Episode[] = [];
  for (let t = 0; t < count; t++) {
    if (label[offset + t] !== Label.event) continue;
    const first = t;
    while (t + 1 < count && label[offset + t + 1] === Label.event) t++;
    runs.push({ first, last: t, name: '' });
  }
  return runs;
}
