/**
 * Where what held the focus has gone, keyboard and screen reader would begin again at the top of the page: the focus then
 * goes to `place`, else to the content. Nobody's focus is taken away, and a page that was just loaded has lost none.
 */
export function catchLostFocus(place?: HTMLElement | null): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return;
  (place ?? document.querySelector('main'))?.focus({ preventScroll: true });
}
