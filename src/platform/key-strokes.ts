/**
 * A key pressed anywhere on the page. The focus is on: `onControl` something that wants keys for itself, `onScroll` a box that
 * takes the focus only to be scrolled.
 */
export interface KeyStroke {
  readonly key: string;
  readonly shift: boolean;
  readonly onControl: boolean;
  readonly onScroll: boolean;
}

const CONTROLS = 'button, a[href], input, select, textarea, summary';
const SCROLLED = '[tabindex="0"]';

/**
 * Hears the keys of the whole page, but for those of the browser (with Ctrl, Alt, Meta) and of an input method. A
 * listener that returns true has used the key: the browser then does nothing with it.
 */
export function onKeyStroke(listener: (stroke: KeyStroke) => boolean): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    const on = (what: string): boolean => event.target instanceof Element && event.target.closest(what) !== null;
    const stroke = { key: event.key, shift: event.shiftKey, onControl: on(CONTROLS), onScroll: on(SCROLLED) };
    if (listener(stroke)) event.preventDefault();
  };
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}
