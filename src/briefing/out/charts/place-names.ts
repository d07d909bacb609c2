import { textEm } from '../measure-text';
import type { ValueScale } from '../native/native-chart';

/** Size of a plot in ems of its letters, about the same on a slide and on paper. */
const PLOT = { width: 46, height: 22 } as const;
const HEIGHT = 1.25;
const PLACES = ['r', 'l', 't', 'b'] as const;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Names of points at no warning level are left out where they would cover more than this (square ems). */
const MOST_COVERED = 0.4;

interface NamedPoint {
  readonly x: number;
  readonly y: number;
  /** Empty: the point only takes room. */
  readonly text: string;
  /** Heavier ones choose first; those of no weight may stay without a name. */
  readonly weight: number;
}

/**
 * On which side of its point each name stands: the first side that is free of other points and of the names before it;
 * where none is, the one that covers least, or none at all (null).
 */
export function placeNames(
  points: readonly NamedPoint[],
  scale: ValueScale,
): readonly ((typeof PLACES)[number] | null)[] {
  const span = scale.max - scale.min;
  const spots = points.map(({ x, y }) => ({
    x: ((x - scale.min) / span) * PLOT.width,
    y: ((scale.max - y) / span) * PLOT.height,
  }));
  const taken: Rectangle[] = spots.map(({ x, y }) => ({
    left: x - 0.5,
    right: x + 0.5,
    top: y - 0.5,
    bottom: y + 0.5,
  }));
  const chosen: ((typeof PLACES)[number] | null)[] = points.map(() => null);
  const order = points.map((_, i) => i).sort((a, b) => points[b]!.weight - points[a]!.weight || a - b);
  for (const i of order) {
    const { text, weight } = points[i]!;
    if (text === '') continue;
    const boxes = PLACES.map((place) => boxOf(spots[i]!, textEm(text), place));
    const costs = boxes.map((box) =>
      taken.reduce((sum, other, k) => sum + (k === i ? 0 : overlap(box, other)), outside(box)),
    );
    const least = Math.min(...costs);
    if (weight === 0 && least > MOST_COVERED) continue;
    const best = costs.indexOf(least);
    taken.push(boxes[best]!);
    chosen[i] = PLACES[best]!;
  }
  return chosen;
}

function boxOf({ x, y }: { x: number; y: number }, width: number, place: (typeof PLACES)[number]): Rectangle {
  const left = place === 'r' ? x + 0.6 : place === 'l' ? x - 0.6 - width : x - width / 2;
  const top = place === 't' ? y - 0.5 - HEIGHT : place === 'b' ? y + 0.5 : y - HEIGHT / 2;
  return { left, right: left + width, top, bottom: top + HEIGHT };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What hangs over the edge of the plot counts as covered; a little room is on the right. */
function outside(box: Rectangle): number {
  return (
    Math.max(0, -box.left) +
    Math.max(0, box.right - PLOT.width - 4) +
    Math.max(0, -box.top) +
    Math.max(0, box.bottom - PLOT.height)
  );
}
