import { INSUFFICIENT } from '../../base/level';
import { dayOfMoment } from '../calendar/moment';
import type { ResponseState } from '../state';
import { dueOf } from './due';
import { foldsOf } from './fold-under';
import type { InboxWorld, Warning } from './inbox';
import { matchRecords, type PlacedRecord } from './match-records';
import { silenceOf } from './silence-of';
import type { Spell } from './spell';
import { isOver, movedSince, stateOf } from './warning-states';

/**
 * Spells of the figures and what people did about them → the rows of the inbox, most urgent first: what is overdue,
 * then the higher level, then what is due sooner, then the higher index; what is over comes last. Every spell is one
 * row, whatever folds or silences it. While a warning is silenced nothing is asked.
 */
export function inbox(
  spells: readonly Spell[],
  state: Pick<ResponseState, 'warnings' | 'silences' | 'cases'>,
  world: InboxWorld,
): Warning[] {
  const today = dayOfMoment(world.nowMs);
  const { bySpell, withdrawn } = matchRecords(spells, state.warnings, world);
  const rows = spells.map((spell): Open<Warning> => {
    const record = bySpell.get(spell) ?? null;
    const shown = stateOf(spell, record);
    const silence = isOver(shown) ? null : silenceOf(spell, state.silences, today, world.tree);
    return {
      spell,
      id: record?.id ?? spell.id,
      record,
      state: shown,
      moved: movedSince(spell, record),
      due: isOver(shown) || silence ? null : dueOf(spell, record, state.cases, world),
      silence,
      foldedUnder: null,
      withdrawn: false,
    };
  });
  foldsOf(rows, world.tree).forEach((fold, i) => {
    rows[i]!.foldedUnder = fold;
  });
  return byUrgency([...rows, ...withdrawn.map((placed) => withdrawnRow(placed, state.cases, world))]);
}

/** A row in the making. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

/** What is left to say of a warning that the figures no longer show; one that was only pending just came to nothing. */
function withdrawnRow(
  { record, regionCode, since }: PlacedRecord,
  cases: ResponseState['cases'],
  world: InboxWorld,
): Warning {
  const spell: Spell = {
    id: record.id,
    regionCode,
    since,
    until: since,
    state: 'ended',
    level: record.level,
    top: record.level,
    moves: [],
    byDiffusion: false,
    unsure: false,
    signals: [],
    index: NaN,
  };
  const state = stateOf(spell, record);
  return {
    spell,
    id: record.id,
    record,
    state,
    moved: null,
    due: isOver(state) ? null : dueOf(spell, record, cases, world),
    silence: null,
    foldedUnder: null,
    withdrawn: record.level > 0,
  };
}

/**
 * What presses (overdue or due soon) by its level, then the rest: a red warning with an hour left does not stand below a blue
 * one that is long overdue. Sorted by what is worked out once for each row: with thousands of them a comparison has to be cheap.
 */
function byUrgency(rows: readonly Warning[]): Warning[] {
  return rows
    .map((row) => ({
      row,
      /** 2 pressing, 1 still open, 0 over. */
      turn: isOver(row.state) ? 0 : row.due !== null && row.due.urgency !== 'in-time' ? 2 : 1,
      /** Insufficient stands after the levels and before what is only pending: somebody must look. */
      rank: row.spell.level === INSUFFICIENT ? 0.5 : row.spell.level,
      at: row.due?.at ?? Number.MAX_VALUE,
      index: Number.isNaN(row.spell.index) ? -1 : row.spell.index,
    }))
    .sort(
      (a, b) =>
        b.turn - a.turn || b.rank - a.rank || a.at - b.at || b.index - a.index || b.row.spell.since - a.row.spell.since,
    )
    .map(({ row }) => row);
}
