import { navigate } from 'wouter/use-hash-location';

/** The two parts of the address that hold the place in the app: the path behind the hash, the search before it. */
export interface Address {
  readonly path: string;
  readonly search: string;
}

/**
 * Outside a browser (tests, command line) there is no address: the empty one. Parameters that somebody wrote behind
 * the hash (`#/region?period=…`) count as well, and before those in front of it.
 */
export function readAddress(): Address {
  if (typeof location === 'undefined') return { path: '/', search: '' };
  const [path = '', behind = ''] = location.hash.split('?', 2);
  return { path: path.replace(/^#?\/?/, '/'), search: [behind, location.search.slice(1)].filter(Boolean).join('&') };
}

/** Calls back when the user goes back, forward or edits the address. */
export function onAddressChange(listener: () => void): void {
  if (typeof addEventListener === 'undefined') return;
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener);
}

export function writeAddress(address: Address, replace: boolean): void {
  if (typeof location === 'undefined') return;
  // The question mark stays even when the search is empty: without it the old search would remain.
  navigate(`${address.path}?${address.search.replace(/^\?/, '')}`, { replace });
}
