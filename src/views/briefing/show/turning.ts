/** Where a finger or the mouse went down and came up, in pixels of the window. */
export interface Press {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly width: number;
}

/** From here a movement is meant as one; below, a hand has trembled. */
const SWIPE_PX = 48;

/**
 * What a press means: a swipe to the left, or a click on the right half, turns to the next page (1); to the right, or on
 * the left half, to the one before (−1). Up and down is for scrolling: 0.
 */
export function turnOf({ fromX, fromY, toX, toY, width }: Press): 1 | -1 | 0 {
  const [dx, dy] = [toX - fromX, toY - fromY];
  if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 1 : -1;
  if (Math.abs(dx) >= SWIPE_PX || Math.abs(dy) >= SWIPE_PX) return 0;
  return toX >= width / 2 ? 1 : -1;
}
