import type { Rule } from '../../src/signals/rule';

/**
 * The lifecycle of a signal written a second time, from its description alone and as slowly as can be: every period is
 * judged anew from its whole past, with no counters carried along. lifecycle.test.ts holds the real one against it.
 */
export type Reading =
  /** A statistic; `doubtful` when it rests on a part of the children. */
  { readonly x: number; readonly doubtful?: boolean } | 'missing' | 'gap';

export interface Outcome {
  readonly state: string;
  readonly level: number;
  readonly missingGap: boolean;
  readonly partialGap: boolean;
}

const NAMES = ['blue', 'yellow', 'orange', 'red'] as const;
const LEVELS = [1, 2, 3, 4] as const;

export function slowLifecycle(readings: readonly Reading[], rule: Rule, countsOn: boolean): Outcome[] {
  const lineOf = (l: number): number | undefined => rule.thresholds[NAMES[l - 1]!];
  const confirmOf = (l: number): number => rule.confirm[NAMES[l - 1]!];
  const lined = LEVELS.filter((l) => lineOf(l) !== undefined);
  const round = (x: number): number => Math.floor(x * 10 ** rule.decimals + 0.5 + 1e-7) / 10 ** rule.decimals;
  const outcomes: Outcome[] = [];

  for (let now = 0; now < readings.length; now++) {
    // Expected gaps do not happen: the past is what is left when they are taken out.
    const past = readings.slice(0, now + 1).flatMap((r, t) => (r === 'gap' ? [] : [{ r, t }]));
    const first = past.findIndex(({ r }) => r !== 'missing');
    if (first < 0) {
      outcomes.push({ state: 'insufficient', level: 0, missingGap: true, partialGap: false });
      continue;
    }
    if (readings[now] === 'gap') {
      outcomes.push(outcomes[now - 1]!);
      continue;
    }
    const history = past.slice(first).map(({ r }) => r);

    /** Is the statistic at `i` only a lower bound? Until a break is seen after the beginning or a hole. */
    const isBound = (i: number): boolean => {
      if (!countsOn) return false;
      for (let k = i; k >= 0; k--) {
        const r = history[k]!;
        if (r === 'missing' || (typeof r === 'object' && r.doubtful)) return true;
        if (typeof r === 'object' && r.x <= 0) return false;
      }
      return true;
    };
    const xAt = (i: number): number | null => {
      const r = history[i];
      return typeof r === 'object' ? round(r.x) : null;
    };
    const isBelow = (i: number, l: number): boolean => {
      const x = xAt(i);
      return x !== null && x < lineOf(l)! - rule.exitMargin && !isBound(i);
    };
    const isAt = (i: number, l: number): boolean => {
      const x = xAt(i);
      return x !== null && x >= lineOf(l)!;
    };
    /** Periods in a row up to `i` at the line or above; a hole inside such a run lengthens it. */
    const reachedFor = (i: number, l: number): number => {
      let n = 0;
      let pendingHoles = 0;
      for (let k = i; k >= 0; k--) {
        if (history[k] === 'missing') pendingHoles++;
        else if (isAt(k, l)) {
          n += 1 + pendingHoles;
          pendingHoles = 0;
        } else break;
      }
      return n;
    };
    const runOf = (i: number, holds: (k: number) => boolean): number => {
      let n = 0;
      while (i - n >= 0 && holds(i - n)) n++;
      return n;
    };
    const levelAfter = (i: number): number => {
      if (i < 0) return 0;
      const before = levelAfter(i - 1);
      if (history[i] === 'missing') return before;
      const alive = lined.filter((l) => {
        const begins = isAt(i, l) && reachedFor(i, l) >= confirmOf(l);
        const goesOn = l <= before && runOf(i, (k) => isBelow(k, l)) < rule.clear;
        return begins || goesOn;
      });
      return Math.max(0, ...alive);
    };

    const last = history.length - 1;
    const level = levelAfter(last);
    const holes = runOf(last, (k) => history[k] === 'missing');
    let state: string;
    if (holes > 0) state = holes <= rule.holdMissing ? 'stale' : 'insufficient';
    else if (level > 0) state = xAt(last)! < lineOf(level)! - rule.exitMargin ? 'recovering' : 'active';
    else state = lined.some((l) => isAt(last, l)) ? 'pending' : 'normal';

    // Sure again once it has been quiet, or at the top, for long enough.
    const isDoubtful = (k: number): boolean => {
      const r = history[k]!;
      return typeof r === 'object' && r.doubtful === true;
    };
    const lowest = lined[0]!;
    const top = lined.at(-1)!;
    const surePoint = (k: number): boolean =>
      runOf(k, (i) => isBelow(i, lowest) && !isDoubtful(i)) >= rule.clear ||
      runOf(k, (i) => isAt(i, top)) >= confirmOf(top);
    const surest = history.findLastIndex((_, k) => surePoint(k));
    const since = history.slice(surest + 1);
    outcomes.push({
      state,
      level: state === 'insufficient' ? 0 : level,
      missingGap: surest < 0 || since.includes('missing'),
      partialGap: since.some((r) => typeof r === 'object' && r.doubtful === true),
    });
  }
  return outcomes;
}
