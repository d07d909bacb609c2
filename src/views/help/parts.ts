/** Fetched when they are opened. */
export const HELP_PARTS = {
  panel: () => import('./HelpPanel').then((m) => ({ default: m.HelpPanel })),
  tour: () => import('./TourCard').then((m) => ({ default: m.TourCard })),
};
