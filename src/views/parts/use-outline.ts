import { useEffect, useState } from 'react';
import { parseOutline, type MapOutline } from '../../base/map-outline';
import { fetchOutline } from '../../platform/outline';

export type OutlineState =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'ready'; readonly outline: MapOutline };

/** Fetched once for the life of the page; a failed fetch is tried again at the next mount. */
let kept: MapOutline | null = null;

export function useOutline(wanted: boolean): OutlineState {
  const [state, setState] = useState<OutlineState>(kept ? { kind: 'ready', outline: kept } : { kind: 'loading' });
  useEffect(() => {
    if (!wanted || kept) return undefined;
    let gone = false;
    fetchOutline().then(
      (raw) => {
        kept = parseOutline(raw);
        if (!gone) setState(kept ? { kind: 'ready', outline: kept } : { kind: 'failed' });
      },
      () => {
        if (!gone) setState({ kind: 'failed' });
      },
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return state;
}
