/** The whole screen for the page. Embedded pages and some tablets do not offer it: then there is nothing to switch. */
export function fullScreenOffered(): boolean {
  return typeof document !== 'undefined' && document.fullscreenEnabled;
}

function isFullScreen(): boolean {
  return typeof document !== 'undefined' && document.fullscreenElement !== null;
}

/** In or out. Browsers allow it only right after a key or a click; where they refuse, everything stays as it is. */
export function toggleFullScreen(): void {
  if (!fullScreenOffered()) return;
  const change = isFullScreen() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}

/** Out, where the page is in it. */
export function leaveFullScreen(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}
