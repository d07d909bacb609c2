import { useState } from 'react';
import { isSameContent } from '../../store/rules-draft';

/** A value of a draft as text: words as they are, nothing as nothing, the rest as JSON. */
export const plainly = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/**
 * The text of a field that writes to a draft. While it is typed, `1.` stays `1.`; the draft holds 1. Once the draft says
 * something else (a step back), that is shown. `read`: what the text means.
 */
export function useTyped(
  value: unknown,
  read: (text: string) => unknown,
  write: (value: unknown) => string = plainly,
): { readonly shown: string; readonly type: (text: string) => void; readonly leave: () => void } {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && isSameContent(read(typed), value) ? typed : write(value);
  return { shown, type: setTyped, leave: () => setTyped(null) };
}
