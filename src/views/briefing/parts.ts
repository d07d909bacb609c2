/** Parts of the briefing screen, each fetched when it is opened. `?tab=` names the one that is shown; `?show=` the show. */
export const BRIEFING_PARTS = {
  drafts: () => import('./builder/BuilderPart').then((m) => ({ default: m.BuilderPart })),
  share: () => import('./share/SharePart').then((m) => ({ default: m.SharePart })),
  gallery: () => import('./gallery/GalleryPart').then((m) => ({ default: m.GalleryPart })),
  show: () => import('./show/ShowPart').then((m) => ({ default: m.ShowPart })),
};

/** `present`: one page after another before an audience; `speaker`: the presenter's own window; `wall`: a screen on a wall. */
export const SHOW_MODES = ['present', 'speaker', 'wall'] as const;
