import type { Briefing, Page } from '../../../briefing/briefing';
import type { ExhibitKind } from '../../../briefing/exhibits/exhibit';

/** `now`: the level of the whole, how many stand where, what is open. The others are charts of the present briefing. */
export type WallPage =
  | { readonly kind: 'now'; readonly id: string }
  | { readonly kind: 'chart'; readonly id: string; readonly page: Page };

/** What a room that passes by wants to see, in this order: where it is, who stands how, how it came, what moves it. */
const WALL_KINDS: readonly ExhibitKind[] = [
  'level-map',
  'tile-map',
  'ranked-bars',
  'level-tape',
  'small-multiples',
  'diffusion-curve',
  'driver-heatmap',
];

/** One chart with its finding a page; the sentences are for those who sit. */
export function wallPages(briefing: Pick<Briefing, 'pages'> | null): readonly WallPage[] {
  const now: WallPage = { kind: 'now', id: 'now' };
  if (!briefing) return [now];
  const charts = WALL_KINDS.flatMap((kind) => briefing.pages.filter(({ exhibit }) => exhibit?.kind === kind));
  return [now, ...charts.map((page): WallPage => ({ kind: 'chart', id: page.id, page: { ...page, sentences: [] } }))];
}
