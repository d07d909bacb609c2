import type { Warning } from '../../response/warnings/inbox';
import { ACTION_RULES, type ActionId } from './actions';
import type { Command } from './keys';
import type { ListRow } from './list-rows';
import type { Acts } from './use-acts';
import type { WarningListState } from './use-list';
import type { Selected } from './use-selected';

/** What a command works on; the newest of each. */
export interface CommandWorld {
  readonly list: Pick<WarningListState, 'rows' | 'active' | 'current' | 'fitting' | 'goTo' | 'setFold'>;
  readonly acts: Pick<Acts, 'start' | 'cancel' | 'dismiss' | 'form'>;
  readonly picked: Selected;
  readonly warnings: readonly Warning[];
  readonly toSearch: () => void;
  readonly toDetail: () => void;
  readonly showHelp: () => void;
}

/** Does what a key of the list asks for. `page`: how many lines are in view. */
export function runCommand(command: Command, page: number, world: CommandWorld): void {
  const { list, picked } = world;
  const { rows, active } = list;
  const row = rows[active];
  const step = MOVES[command]?.(active, rows.length, page);
  if (step !== undefined) {
    const target = rows[Math.max(0, Math.min(rows.length - 1, step))];
    if (!target) return;
    if (EXTENDS.includes(command)) {
      if (row && !isPicked(row, picked)) picked.select(row.id, false);
      picked.select(target.id, true);
    }
    list.goTo(target.id);
    return;
  }
  const action = ACTS[command];
  if (action !== undefined) startAction(action, world);
  else OTHERS[command]?.(world, row);
}

/** Where a command goes, from a line of so many; not yet held within the list. */
const MOVES: Readonly<Partial<Record<Command, (at: number, count: number, page: number) => number>>> = {
  next: (at) => at + 1,
  previous: (at) => at - 1,
  selectNext: (at) => at + 1,
  selectPrevious: (at) => at - 1,
  first: () => 0,
  last: (_, count) => count - 1,
  pageDown: (at, _, page) => at + page,
  pageUp: (at, _, page) => at - page,
};
const EXTENDS: readonly Command[] = ['selectNext', 'selectPrevious'];

const ACTS: Readonly<Partial<Record<Command, ActionId>>> = {
  acknowledge: 'acknowledge',
  verify: 'verify',
  dismiss: 'dismiss',
  note: 'note',
  silence: 'silence',
  review: 'review',
  undo: 'undo',
};

const OTHERS: Readonly<Partial<Record<Command, (world: CommandWorld, row: ListRow | undefined) => void>>> = {
  open: ({ list, toDetail }, row) => {
    if (row && row.warning === null) list.setFold(row.id, !row.open);
    else toDetail();
  },
  select: ({ picked }, row) => row && picked.select(row.id, false),
  selectAll: ({ list, picked }) => {
    const all = list.fitting.map(({ id }) => id);
    picked.keep(all.every((id) => picked.ids.has(id)) ? [] : all);
  },
  unselect: ({ acts, picked }) => {
    if (acts.form !== null) acts.cancel();
    else {
      acts.dismiss();
      picked.clear();
    }
  },
  unfold: ({ list }, row) => {
    if (row && row.folded.length > 0 && !row.open) list.setFold(row.id, true);
  },
  fold: ({ list }, row) => {
    if (!row) return;
    if (row.open) list.setFold(row.id, false);
    else if (row.depth === 2) {
      const holder = list.rows.slice(0, list.active).findLast((r) => r.depth === 1);
      if (holder) list.goTo(holder.id);
    }
  },
  search: ({ toSearch }) => toSearch(),
  help: ({ showHelp }) => showHelp(),
};

/** For all that are selected where the act can be done for many; else for the line that is looked at. */
function startAction(action: ActionId, { list, acts, picked, warnings }: CommandWorld): void {
  if (ACTION_RULES[action].bulk && picked.ids.size > 0) {
    acts.start(
      action,
      warnings.filter(({ id }) => picked.ids.has(id)),
      true,
    );
  } else if (list.current) {
    // The order may change by the act: what was acted on stays the one that is looked at.
    list.goTo(list.current.id);
    acts.start(action, [list.current], false);
  }
}

function isPicked({ id }: ListRow, { ids }: Selected): boolean {
  return ids.has(id);
}
