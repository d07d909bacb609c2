/** What is used here of the Navigation API, which not every browser has. */
interface Entries {
  readonly currentEntry: { readonly index: number } | null;
  entries(): readonly { readonly url: string | null }[];
}

/** Addresses of this page that the user was at before, newest first; empty where the browser does not tell. */
export function pagesBefore(): readonly { readonly path: string; readonly search: string }[] {
  const navigation = (globalThis as { navigation?: Entries }).navigation;
  if (!navigation?.currentEntry) return [];
  const { index } = navigation.currentEntry;
  return navigation
    .entries()
    .slice(0, index)
    .toReversed()
    .flatMap(({ url }) => {
      if (url === null) return [];
      const { hash, search } = new URL(url);
      return [{ path: hash.replace(/^#?\/?/, '/'), search: search.slice(1) }];
    });
}
