/**
 * Charts are drawn one per turn of the event loop, the newest wish of each: so that several charts on a screen never
 * make one long task, and a period slider is never held up by charts of periods that it has already left.
 */
interface Wish {
  draw: () => void;
}

let waiting: Wish[] = [];
let turning = false;

function turn(): void {
  const next = waiting.shift();
  turning = waiting.length > 0;
  if (turning) setTimeout(turn, 0);
  next?.draw();
}

/** A place in the queue for one chart. `draw` replaces a wish that still waits; `leave` takes it out. */
export function drawingPlace(): { draw(what: () => void): void; leave(): void } {
  let wish: Wish | null = null;
  return {
    draw(what) {
      if (wish && waiting.includes(wish)) {
        wish.draw = what;
        return;
      }
      wish = { draw: what };
      waiting.push(wish);
      if (turning) return;
      turning = true;
      setTimeout(turn, 0);
    },
    leave() {
      waiting = waiting.filter((w) => w !== wish);
      wish = null;
    },
  };
}
