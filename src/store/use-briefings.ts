import { useEffect } from 'react';
import { useStore } from 'zustand';
import { onPageChange } from '../platform/page-state';
import { readPreference } from '../platform/preferences';
import { randomId } from '../platform/random-id';
import { announceBriefings, onOtherBriefings } from '../platform/tabs';
import { type BriefingsStore, createBriefingsStore } from './briefings';
import type { BriefingsActions, BriefingsState } from './briefings-state';
import { session } from './session';

let current: BriefingsStore | null = null;

/** The drafts of this page; made and read when something first asks for them, and then kept up to date by itself. */
export function briefingsStore(): BriefingsStore {
  if (current) return current;
  const made = createBriefingsStore({
    engine: session().getState().engine,
    by: () => readPreference('fengsui.by') ?? '',
    newId: randomId,
    announce: announceBriefings,
  });
  const refresh = (): void => void made.getState().refresh();
  onOtherBriefings(refresh);
  onPageChange((what) => what === 'page' && made.getState().flush());
  // A backup that was brought in may hold drafts; the figures it brings show as another assessment.
  session().subscribe(({ view }, before) => view !== before.view && refresh());
  refresh();
  current = made;
  return made;
}

/** Any part of the drafts; the component is drawn anew when that part changes. */
export function useBriefings<T>(selector: (state: BriefingsState & BriefingsActions) => T): T {
  return useStore(briefingsStore(), selector);
}

/** What is typed is kept when the screen is left. */
export function useKeepingOnLeave(): void {
  useEffect(() => () => briefingsStore().getState().flush(), []);
}
