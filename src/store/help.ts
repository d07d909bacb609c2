import { create } from 'zustand';
import { readPreference, writePreference } from '../platform/preferences';

interface HelpState {
  /** The help panel is open. */
  readonly open: boolean;
  /** The tour as it is kept in this browser, unread; what it says is known to views/help/tour-steps.ts. */
  readonly tour: string | null;
}

const useHelpStore = create<HelpState>(() => ({ open: false, tour: readPreference('fengsui.tour') }));

export function useHelp(): HelpState {
  return useHelpStore();
}

export function toggleHelp(open = !useHelpStore.getState().open): void {
  useHelpStore.setState({ open });
}

export function keepTour(tour: string): void {
  writePreference('fengsui.tour', tour);
  useHelpStore.setState({ tour });
}
