/** Where what is said stands: below the chart, or beside it. */
export type PageLayout = 'below' | 'beside';

/** All in hundredths of the page's width; a page is 56.25 high. */
const ROOM = { width: 93.6, height: 37.5 };
/** Share of the width that a chart has with its words beside it (show.css). */
const BESIDE_WIDTH = 62;
const TYPE = 1.435;
const LINE = 2.15;
/** Words below a chart take no more than this (show.css), and get smaller instead. */
const MOST_BELOW = 12;
const GAP = 0.9;
/** Fewer words do not fill a column. */
const FEWEST = 240;
/** The chart must gain this much: what stands below is read more easily. */
const GAIN = 1.2;
/** More than this a chart is not stretched (drawing-size.ts), in hundredths of the page per pixel of its own. */
const MOST_STRETCH = 1.35 / 12;
/** Narrower than this, in its own pixels, no chart is drawn well. */
const NARROWEST = 540;

/**
 * The layout in which the chart is set larger. `wantedHeight` in the chart's own pixels; `length` of what is said, in half
 * widths of a character.
 */
export function layoutOf(wantedHeight: number, length: number): PageLayout {
  if (length < FEWEST) return 'below';
  const lines = Math.ceil((length * TYPE) / 2 / ROOM.width);
  const below = ROOM.height - Math.min(MOST_BELOW, lines * LINE) - GAP;
  const stretchOf = (height: number): number => Math.min(MOST_STRETCH, height / wantedHeight);
  const beside = Math.min(stretchOf(ROOM.height), BESIDE_WIDTH / NARROWEST);
  return beside > GAIN * stretchOf(below) ? 'beside' : 'below';
}
