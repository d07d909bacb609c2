import { useState } from 'react';

/** What was there last stays until there is something new; with it, what was there before that. */
export function useLast<T>(data: T | null): { readonly shown: T | null; readonly before: T | null } {
  const [kept, setKept] = useState<{ readonly shown: T | null; readonly before: T | null }>({
    shown: data,
    before: null,
  });
  if (data !== null && data !== kept.shown) setKept({ shown: data, before: kept.shown });
  return kept;
}
