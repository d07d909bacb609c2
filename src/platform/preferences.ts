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
  | 'fengsui.trail-head';

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

const darkQuery = (): MediaQueryList | null =>
  typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');

export function systemPrefersDark(): boolean {
  return darkQuery()?.matches ?? false;
}

/** Returns the function that ends the subscription. */
export function onSystemThemeChange(listener: () => void): () => void {
  const query = darkQuery();
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}
