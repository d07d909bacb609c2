/** Where mouse, pen or finger are, in pixels of the window, at every move anywhere on the page. */
export function onPointerMove(listener: (x: number, y: number) => void): () => void {
  const hear = (event: PointerEvent): void => listener(event.clientX, event.clientY);
  addEventListener('pointermove', hear, { passive: true });
  return () => removeEventListener('pointermove', hear);
}
