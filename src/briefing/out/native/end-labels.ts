import type { ValueScale } from './native-chart';

interface Run {
  readonly from: number;
  readonly to: number;
  /** Middle of the run, in shares of the height from the top. */
  readonly at: number;
}

/**
 * How far labels at the given values are to be moved (shares of the height of the plot, down is positive) so that any
 * two stand at least `gap` apart: the chart goes to programs that do not do it themselves. Neighbours that come too near
 * become one run around the middle of what they want.
 */
export function shiftsOf(values: readonly number[], scale: ValueScale, gap: number): readonly number[] {
  const wantedBy = values.map((value) => (scale.max - value) / (scale.max - scale.min));
  const order = values.map((_, i) => i).sort((a, b) => wantedBy[a]! - wantedBy[b]! || a - b);
  const wanted = order.map((i) => wantedBy[i]!);
  const half = (run: Run): number => ((run.to - run.from) * gap) / 2;
  const runs: Run[] = [];
  wanted.forEach((at, k) => {
    let run: Run = { from: k, to: k, at };
    for (let before = runs[runs.length - 1]; before; before = runs[runs.length - 1]) {
      if (run.at - half(run) - (before.at + half(before)) >= gap - 1e-9) break;
      runs.pop();
      const members = wanted.slice(before.from, run.to + 1);
      const middle = members.reduce((sum, w) => sum + w, 0) / members.length;
      run = { from: before.from, to: run.to, at: inside(middle, members.length, gap) };
    }
    runs.push(run);
  });
  const shifts = values.map(() => 0);
  for (const run of runs)
    for (let k = run.from; k <= run.to; k += 1)
      shifts[order[k]!] = run.at - half(run) + (k - run.from) * gap - wanted[k]!;
  return shifts;
}

/** A run of labels stays within the plot, where it fits there at all. */
function inside(at: number, count: number, gap: number): number {
  const half = ((count - 1) * gap) / 2;
  return half > 0.5 ? 0.5 : Math.min(Math.max(at, half), 1 - half);
}

/** Place of the last figure; −1 = none. */
export function lastFigure(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null);
}
