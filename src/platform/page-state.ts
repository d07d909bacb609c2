/** Is the page looked at, and is there a network? Browsers may say «online» without one, never «offline» with one. */
export function pageHidden(): boolean {
  return document.visibilityState === 'hidden';
}

export function pageOnline(): boolean {
  return navigator.onLine;
}

/** Does the user ask the browser to fetch no more than is needed? Where it does not tell, no. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** Calls back when the page was shown or hidden, or the network went (`page`) or came back (`online`). */
export function onPageChange(listener: (what: 'page' | 'online') => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const changed = (): void => listener('page');
  const back = (): void => listener('online');
  document.addEventListener('visibilitychange', changed);
  addEventListener('offline', changed);
  addEventListener('online', back);
  return () => {
    document.removeEventListener('visibilitychange', changed);
    removeEventListener('offline', changed);
    removeEventListener('online', back);
  };
}
