/** The part of the Navigation API that is read here; not all browsers have it. */
interface Entry {
  readonly index: number;
  readonly sameDocument: boolean;
}
interface Navigation {
  readonly currentEntry: Entry | null;
  entries(): readonly Entry[];
}

/**
 * One step back, if that leads to another view of this page and not out of it. False where it does not, or the browser
 * cannot tell: then the caller knows where to go instead.
 */
export function goBackWithin(): boolean {
  const { navigation } = globalThis as { readonly navigation?: Navigation };
  const now = navigation?.currentEntry;
  if (!navigation || !now || now.index < 1) return false;
  if (navigation.entries()[now.index - 1]?.sameDocument !== true) return false;
  history.back();
  return true;
}
