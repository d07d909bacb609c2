/**
 * The user's choice of language and theme, kept in the browser. Storage may be switched off or full:
 * then the choice lasts until the page is closed, which is no fault.
 */
export type PreferenceKey =
  | 'fengsui.lang'
  | 'fengsui.theme'
  | 'fengsui.feed'
  | 'fengsui.by'
  | 'fengsui.actor'
  | 'fengsui.trail-head'
  | 'fengsui.office'
  | 'fengsui.tour'
  | 'fengsui.sender';

export function readPreference(key: PreferenceKey): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writePreference(key: PreferenceKey, value: string): void {
  try {
    if (typeof localStorage !== 'undefined') localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the choice still holds in the address.
  }
}

/** Calls back when another tab chose otherwise. Returns the function that ends the subscription. */
export function onOtherPreference(key: PreferenceKey, listener: (value: string | null) => void): () => void {
  if (typeof addEventListener === 'undefined') return () => undefined;
  const hear = (event: StorageEvent): void => {
    if (event.key === key) listener(event.newValue);
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

/** Languages that the browser asks for, best first. */
export function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? [navigator.language]);
}

const query = (media: string): MediaQueryList | null => (typeof matchMedia === 'undefined' ? null : matchMedia(media));

/** Whether a media query holds, and when that changes; `onChange` returns the function that ends the subscription. */
const watched = (media: string) => ({
  holds: (): boolean => query(media)?.matches ?? false,
  onChange(listener: () => void): () => void {
    const list = query(media);
    list?.addEventListener('change', listener);
    return () => list?.removeEventListener('change', listener);
  },
});

export const systemDark = watched('(prefers-color-scheme: dark)');
export const printing = watched('print');
