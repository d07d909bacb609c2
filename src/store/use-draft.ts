import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { onPageChange } from '../platform/page-state';
import { readPreference } from '../platform/preferences';
import { randomId } from '../platform/random-id';
import { createFormDrafts, fitDraft, type FormDrafts } from './form-drafts';
import { session } from './session';

let current: StoreApi<FormDrafts> | null = null;

/** The drafts of this page; made when the first form that keeps one is opened. */
function formDrafts(): StoreApi<FormDrafts> {
  if (current) return current;
  const made = createFormDrafts({
    engine: session().getState().engine,
    by: () => readPreference('fengsui.by') ?? '',
    newId: randomId,
  });
  onPageChange((what) => what === 'page' && made.getState().flush());
  current = made;
  return made;
}

/**
 * What is typed in a form, kept while it is typed and there again after a reload or a crash: `[value, set, clear]`.
 * `id` names the form and what it is about (`accept-measure:CASE:work-relief`), the same after a reload; `empty` is the
 * untouched form, in plain JSON. `clear` when it was sent; until then the draft stays.
 */
export function useDraft<T>(
  id: string,
  empty: T,
): readonly [value: T, set: (value: T | ((before: T) => T)) => void, clear: () => void] {
  const drafts = formDrafts();
  const kept = useStore(drafts, (s) => s.values.get(id));
  const touched = useStore(drafts, (s) => s.values.has(id));
  // Forms write `empty` in place: what counts is what stands in it.
  const key = JSON.stringify(empty);
  // oxlint-disable-next-line react/exhaustive-deps
  const untouched = useMemo(() => empty, [key]);
  const value = useMemo(() => (touched ? fitDraft(untouched, kept) : untouched), [touched, kept, untouched]);
  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const { values, set: put } = drafts.getState();
      const before = values.has(id) ? fitDraft(untouched, values.get(id)) : untouched;
      put(id, typeof next === 'function' ? (next as (before: T) => T)(before) : next);
    },
    [drafts, id, untouched],
  );
  const clear = useCallback(() => drafts.getState().clear(id), [drafts, id]);
  // A form that is left may be one that is never opened again.
  useEffect(() => () => drafts.getState().flush(), [drafts]);
  return [value, set, clear];
}
