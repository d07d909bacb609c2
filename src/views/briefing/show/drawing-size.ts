/** Size at which a chart is drawn, in its own pixels; it is then stretched to its box. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Charts are drawn for a desk (type of 12 pixels) and shown to a room: drawn on a smaller sheet than the box and stretched,
 * everything in them grows alike. `unit` is a hundredth of the width of the page, in pixels; the type may become between
 * `LEAST` and `MOST` hundredths high. Within that, the sheet is as high as the chart wants to be, so that what has few
 * rows is set large and what has many is still whole.
 */
export function drawingSize(
  box: DrawingSize,
  unit: number,
  wantedHeight: (width: number) => number,
): DrawingSize | null {
  if (!(box.width >= 40) || !(box.height >= 40) || !(unit > 0)) return null;
  const of = (stretch: number): DrawingSize => ({
    width: Math.round(box.width / stretch),
    height: Math.round(box.height / stretch),
  });
  const most = (unit * MOST) / TYPE_PX;
  const least = (unit * LEAST) / TYPE_PX;
  const steps = 8;
  for (let step = 0; step < steps; step++) {
    const size = of(most + ((least - most) * step) / steps);
    if (wantedHeight(size.width) <= size.height) return size;
  }
  return of(least);
}

/** Type of the charts' labels on their own sheet. */
const TYPE_PX = 12;
/** Height of that type on the page, in hundredths of the page's width: 1.35 is 18 px on a laptop, 0.85 is 12. */
const MOST = 1.35;
const LEAST = 0.85;
