import { type Box, overlap, type Point, type TextMark, textBox } from './marks';

export interface Named {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
  readonly bold: boolean;
}

/**
 * Names beside their points, the first ones first: right, left, above, below, and the four corners; the first place that
 * touches no other name, no point and no edge, and no line where that can be. Null where there is none: the caller says
 * how many.
 */
export function placeNames(
  points: readonly Named[],
  taken: readonly Box[],
  lines: readonly Box[],
  field: Box,
  size: number,
): readonly (Pick<TextMark, 'x' | 'y' | 'align'> | null)[] {
  const dots = points.map(
    (p): Box => ({ x0: p.x - p.radius, x1: p.x + p.radius, y0: p.y - p.radius, y1: p.y + p.radius }),
  );
  const blocked: Box[] = [...taken];
  const placeOf = (point: Named, i: number, avoided: readonly Box[]) => {
    for (const place of placesAround(point)) {
      const box = textBox({ ...place, text: point.text, size, bold: point.bold });
      const inside = box.x0 >= field.x0 && box.x1 <= field.x1 && box.y0 >= field.y0 && box.y1 <= field.y1;
      const meets = (other: Box): boolean => overlap(other, box);
      if (!inside || blocked.some(meets) || avoided.some(meets) || dots.some((d, k) => k !== i && meets(d))) continue;
      blocked.push({ x0: box.x0 - 3, x1: box.x1 + 3, y0: box.y0 - 1, y1: box.y1 + 1 });
      return place;
    }
    return null;
  };
  return points.map((point, i) => placeOf(point, i, lines) ?? placeOf(point, i, []));
}

/** A line as small boxes along it. */
export function boxesAlong(points: readonly Point[]): readonly Box[] {
  return points.slice(1).flatMap(([x1, y1], k) => {
    const [x0, y0] = points[k]!;
    const parts = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 6));
    return Array.from({ length: parts + 1 }, (_, n): Box => {
      const [x, y] = [x0 + ((x1 - x0) * n) / parts, y0 + ((y1 - y0) * n) / parts];
      return { x0: x - 1, x1: x + 1, y0: y - 1, y1: y + 1 };
    });
  });
}

function placesAround({ x, y, radius }: Named): readonly Pick<TextMark, 'x' | 'y' | 'align'>[] {
  const beside = radius + 4;
  const over = radius + 9;
  return [
    { x: x + beside, y, align: 'left' },
    { x: x - beside, y, align: 'right' },
    { x, y: y - over, align: 'center' },
    { x, y: y + over, align: 'center' },
    { x: x + beside, y: y - over, align: 'left' },
    { x: x + beside, y: y + over, align: 'left' },
    { x: x - beside, y: y - over, align: 'right' },
    { x: x - beside, y: y + over, align: 'right' },
  ];
}
