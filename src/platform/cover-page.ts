import { catchLostFocus } from './lost-focus';

export interface Cover {
  /** What is drawn into it lies over everything else. */
  readonly host: HTMLElement;
  end(): void;
}

/**
 * Lays a sheet over the whole page: what lies below can neither be seen, reached by Tab nor heard by a screen reader
 * until it ends; the focus then goes back to where it was, or to the content where that is gone.
 */
export function coverPage(className: string): Cover {
  const before = document.activeElement;
  const below = [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const host = document.createElement('div');
  host.className = className;
  document.body.append(host);
  const hidden = below.filter((child) => !child.inert);
  for (const child of hidden) child.inert = true;
  return {
    host,
    end() {
      host.remove();
      for (const child of hidden) child.inert = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      catchLostFocus();
    },
  };
}
