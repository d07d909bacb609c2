import type { Assessment, Config } from '../assess';
import { FAMILIES } from '../base/indicators';
import { type LevelByte, INSUFFICIENT } from '../base/level';
import { type Day, FREQUENCIES, NO_DAY } from '../base/period';
import { panelAsOf } from '../panel/as-of';
import type { Column, Panel, Panels } from '../panel/panel';
import { SignalState } from '../signals/rule';
import { assessInSlices } from './assess-in-slices';
import type { CallOptions, RevisionChange, RevisionView } from './engine-api';
import type { LevelMove } from './rule-answers';

/** So many changes and moves are sent; the rest are counted. */
const LISTED = 500;

/**
 * What was learnt between two days, and which levels it moved: both days are assessed in full and compared, so that
 * nothing is said of a level but what the engine itself gives. Only periods that had ended on the first day count.
 * `present`: the assessment in force, taken for the second day where it is of that day.
 */
export async function revisionView(
  panels: Panels,
  config: Config,
  present: Assessment,
  from: Day,
  to: Day | null,
  options: CallOptions,
): Promise<RevisionView> {
  const { signal, onProgress } = options;
  const half = (day: Day | null, from0: number): Promise<Assessment> =>
    assessInSlices(panels, config, day, {
      ...options,
      onProgress: (done, step) => onProgress?.(from0 + done / 2, step),
    });
  const before = await half(from, 0);
  const after = present.asOf === to ? present : await half(to, 0.5);
  signal?.throwIfAborted();
  const changes = FREQUENCIES.flatMap((frequency) => {
    const panel = panels[frequency];
    return panel ? changesOf(panelAsOf(panel, from), to === null ? panel : panelAsOf(panel, to)) : [];
  });
  // What was another figure before tells more than what was not there yet.
  changes.sort(
    (a, b) =>
      Number(a.before === null) - Number(b.before === null) ||
      (b.afterKnownOn ?? NO_DAY) - (a.afterKnownOn ?? NO_DAY) ||
      b.period - a.period,
  );
  const moves = movesOf(before, after);
  const moved = moves.filter((m) => !isFirst(m)).length;
  return {
    from,
    to,
    revised: changes.filter((c) => c.before !== null && c.after !== null).length,
    arrived: changes.filter((c) => c.before === null).length,
    changes: changes.slice(0, LISTED),
    moved,
    graded: moves.length - moved,
    moves: moves.slice(0, LISTED),
  };
}

/** Values of the periods that both panels have, where they differ. Computed columns are not compared: their sources are. */
function changesOf(before: Panel, after: Panel): RevisionChange[] {
  const changes: RevisionChange[] = [];
  for (const [id, is] of after.columns) {
    const was = before.columns.get(id);
    if (!was) continue;
    for (let r = 0; r < after.tree.regions.length; r++) {
      for (let t = 0; t < before.count; t++) {
        const [a, b] = [r * before.count + t, r * after.count + t];
        if (Object.is(was.values[a], is.values[b])) continue;
        changes.push({
          regionCode: after.tree.regions[r]!.code,
          indicatorId: id,
          frequency: after.frequency,
          period: after.first + t,
          before: figureOf(was, a),
          beforeKnownOn: dayOfCell(was, a),
          after: figureOf(is, b),
          afterKnownOn: dayOfCell(is, b),
        });
      }
    }
  }
  return changes;
}

function figureOf({ values }: Column, cell: number): number | null {
  const v = values[cell]!;
  return v === v ? v : null;
}

function dayOfCell({ knownOn }: Column, cell: number): Day | null {
  const day = knownOn ? knownOn[cell]! : NO_DAY;
  return day === NO_DAY ? null : day;
}

/** Insufficient before or after: nothing was said before, or cannot be said any more. */
export function isFirst({ before, after }: LevelMove): boolean {
  return before === INSUFFICIENT || after === INSUFFICIENT;
}

/** Levels that differ: from one level to another first, then newest period first, in the order of the tree. */
export function movesOf(before: Assessment, after: Assessment): LevelMove[] {
  const moves: LevelMove[] = [];
  const was = before.panel;
  const is = after.panel;
  for (let t = was.count - 1; t >= 0; t--) {
    for (let r = 0; r < is.tree.regions.length; r++) {
      const [a, b] = [r * was.count + t, r * is.count + t];
      if (before.levels.level[a] === after.levels.level[b]) continue;
      moves.push({
        regionCode: is.tree.regions[r]!.code,
        period: is.first + t,
        before: before.levels.level[a]! as LevelByte,
        after: after.levels.level[b]! as LevelByte,
        byOwn: before.levels.own[a] !== after.levels.own[b],
        families: FAMILIES.flatMap((family) => {
          const [x, y] = [before.levels.families[family][a]!, after.levels.families[family][b]!];
          return x === y ? [] : [{ family, before: x as LevelByte, after: y as LevelByte }];
        }),
        rules: after.signals.flatMap((signal, k) => {
          const [x, y] = [levelOf(before.signals[k]!, a), levelOf(signal, b)];
          return x === y ? [] : [{ ruleId: signal.rule.id, before: x, after: y }];
        }),
      });
    }
  }
  return moves.sort((a, b) => Number(isFirst(a)) - Number(isFirst(b)));
}

function levelOf({ level, state }: Assessment['signals'][number], cell: number): LevelByte {
  const silent = state[cell] === SignalState.insufficient || state[cell] === SignalState.notApplicable;
  return silent ? INSUFFICIENT : (level[cell]! as LevelByte);
}
