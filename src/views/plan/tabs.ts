/** Parts of the plan screen, each fetched when it is opened; `?tab=` names the one that is shown. */
export const PLAN_TABS = {
  matrix: () => import('./matrix/MatrixPart').then((m) => ({ default: m.MatrixPart })),
  versions: () => import('./versions/VersionsPart').then((m) => ({ default: m.VersionsPart })),
  calendar: () => import('./calendar/CalendarPart').then((m) => ({ default: m.CalendarPart })),
  review: () => import('./review/ReviewPart').then((m) => ({ default: m.ReviewPart })),
};
