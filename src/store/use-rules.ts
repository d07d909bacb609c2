import { useEffect } from 'react';
import { useStore } from 'zustand';
import { loadDetectors } from '../detectors/registry';
import { fetchPart } from '../platform/fetch-part';
import { onPageChange } from '../platform/page-state';
import { readPreference } from '../platform/preferences';
import { createRulesStore, type RulesActions, type RulesState, type RulesStore } from './rules';
import { session, useView } from './session';

let current: RulesStore | null = null;

/** The rule book of this page; made when the rules screen is first opened. */
export function rulesStore(): RulesStore {
  current ??= createRulesStore({
    engine: session().getState().engine,
    loadDetectors: () => fetchPart(() => loadDetectors()),
    regrade: () => session().getState().regrade(),
    by: () => readPreference('fengsui.by') ?? '',
  });
  return current;
}

/** Any part of the rule book; the component is drawn anew when that part changes. */
export function useRules<T>(selector: (state: RulesState & RulesActions) => T): T {
  return useStore(rulesStore(), selector);
}

/** Reads the book, again whenever the levels have changed (another tab may have saved a version), and keeps what waits when the page is left. */
export function useRuleBook(): void {
  const view = useView();
  const grading = view?.rules.id ?? null;
  useEffect(() => {
    if (grading !== null) void rulesStore().getState().refresh(grading);
    // `view` only says that something may have changed.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [grading, view]);
  useEffect(() => onPageChange((what) => what === 'page' && rulesStore().getState().flush()), []);
}
