import { useDeferredValue, useMemo, useState } from 'react';
import type { AssessmentView } from '../../platform/engine-api';
import type { Warning } from '../../response/warnings/inbox';
import { setPlace, usePlace } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { chooseBySwitches, chooseGround } from './choose';
import { type Counts, countWarnings } from './counts';
import { type ListRow, listRows } from './list-rows';
import { orderWarnings } from './order';
import { readSelection, type Selection, writeSelection } from './selection';

export interface WarningListState {
  readonly selection: Selection;
  readonly counts: Counts;
  /** All that fit, in the order of the list, what is folded included. */
  readonly fitting: readonly Warning[];
  readonly rows: readonly ListRow[];
  /** Position of the line that is looked at; −1 = none of the list. */
  readonly active: number;
  /** The warning that is looked at, also where the filters leave it out; null = none. */
  readonly current: Warning | null;
  readonly goTo: (id: string) => void;
  readonly setFold: (id: string, open: boolean) => void;
}

/**
 * The list for the present address: filtered, ordered, folded, with the line that is looked at. What is typed is shown at
 * once; the list follows as soon as there is time, so that no keystroke waits for five thousand warnings.
 */
export function useList(view: AssessmentView, warnings: readonly Warning[]): WarningListState {
  const { free } = usePlace();
  const actor = useResponse((s) => s.actor);
  const plan = useResponse((s) => s.plan);
  const [folds, setFolds] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(() => readSelection(free), [free]);
  // Another line that is looked at is no other list.
  const filterKey = JSON.stringify({ ...selection, warning: null });
  const deferredKey = useDeferredValue(filterKey);
  const filters = useMemo(() => JSON.parse(deferredKey) as Selection, [deferredKey]);
  const ground = useMemo(
    () => chooseGround(warnings, filters, { view, plan, actor }),
    [warnings, filters, view, plan, actor],
  );
  const counts = useMemo(() => countWarnings(ground), [ground]);
  const fitting = useMemo(() => orderWarnings(chooseBySwitches(ground, filters), filters.sort), [ground, filters]);
  const wanted = selection.warning;
  const usual = useMemo(() => listRows(fitting, folds), [fitting, folds]);
  // The address may name one that is folded: its fold is opened.
  const holder = useMemo(() => holderOf(usual, wanted), [usual, wanted]);
  const rows = useMemo(
    () => (holder === null ? usual : listRows(fitting, new Set([...folds, holder]))),
    [usual, holder, fitting, folds],
  );
  const found = wanted === null ? -1 : rows.findIndex((r) => r.id === wanted);
  const active = wanted === null && rows.length > 0 ? 0 : found;
  const current =
    active >= 0 ? rows[active]!.warning : wanted === null ? null : (warnings.find((w) => w.id === wanted) ?? null);
  return {
    selection,
    counts,
    fitting,
    rows,
    active,
    current,
    goTo,
    setFold(id, open) {
      setFolds((before) => {
        const next = new Set(before);
        if (open) next.add(id);
        else next.delete(id);
        return next;
      });
      // What was looked at inside is no longer there: its holder is.
      if (!open) goTo(id);
    },
  };
}

function goTo(id: string): void {
  setPlace({ free: writeSelection({ warning: id }) }, { replace: true });
}

/** Line that folds a warning away; null = it stands in the list, or is not in it at all. */
function holderOf(rows: readonly ListRow[], wanted: string | null): string | null {
  if (wanted === null || rows.some((row) => row.id === wanted)) return null;
  return rows.find((row) => row.folded.some(({ id }) => id === wanted))?.id ?? null;
}
