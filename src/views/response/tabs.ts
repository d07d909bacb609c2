/** Parts of the response screen, each fetched when it is opened; `?tab=` names the one that is shown. */
export const RESPONSE_TABS = {
  cases: () => import('./case/CasesPart').then((m) => ({ default: m.CasesPart })),
  groups: () => import('./groups/GroupsPart').then((m) => ({ default: m.GroupsPart })),
  effects: () => import('./effects/EffectsPart').then((m) => ({ default: m.EffectsPart })),
  trail: () => import('./trail/TrailPart').then((m) => ({ default: m.TrailPart })),
};
