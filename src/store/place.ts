import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { Lang } from '../base/text';
import { onAddressChange, readAddress, writeAddress } from '../platform/address';
import { browserLanguages, printing, readPreference, systemDark, writePreference } from '../platform/preferences';
import {
  chooseLang,
  formatPlace,
  parsePlace,
  patchPlace,
  type Place,
  type PlacePatch,
  THEME_CHOICES,
  type ThemeChoice,
} from './place-address';

/**
 * The place in the app. The address is its form outside, this store its form inside: a change is seen at once,
 * the address follows. Replacing writes are gathered, because browsers refuse more than some hundred within
 * seconds, and a period slider sends as many.
 */
const WRITE_EVERY_MS = 300;

const read = (): Place => {
  const { path, search } = readAddress();
  return parsePlace(path, search);
};

const usePlaceStore = create<{ readonly place: Place }>(() => ({ place: read() }));
let pending: ReturnType<typeof setTimeout> | null = null;

function writeNow(replace: boolean): void {
  if (pending !== null) clearTimeout(pending);
  pending = null;
  writeAddress(formatPlace(currentPlace()), replace);
}

onAddressChange(() => {
  if (pending !== null) clearTimeout(pending);
  pending = null;
  const place = read();
  if (JSON.stringify(place) !== JSON.stringify(currentPlace())) usePlaceStore.setState({ place });
});

/** For code outside React. */
export function currentPlace(): Place {
  return usePlaceStore.getState().place;
}

export function subscribePlace(listener: (place: Place) => void): () => void {
  return usePlaceStore.subscribe((state) => listener(state.place));
}

/** Goes somewhere. `replace` leaves no step for the back button: for sliders, switches and corrections. */
export function setPlace(patch: PlacePatch, options: { readonly replace?: boolean } = {}): void {
  if (!options.replace && pending !== null) writeNow(true);
  usePlaceStore.setState({ place: patchPlace(currentPlace(), patch) });
  if (!options.replace) writeNow(false);
  else pending ??= setTimeout(() => writeNow(true), WRITE_EVERY_MS);
}

/** Address of a place for a real link; relative, so that it holds under any sub-path. */
export function placeHref(place: Place, patch: PlacePatch): string {
  const { path, search } = formatPlace(patchPlace(place, patch));
  return `?${search}#${path}`;
}

export function usePlace(): Place {
  return usePlaceStore((state) => state.place);
}

/** Language of the screen: the address, else the stored choice, else the browser's. */
export function useLang(): Lang {
  const inAddress = usePlaceStore((state) => state.place.lang);
  return chooseLang(inAddress, readPreference('fengsui.lang'), browserLanguages());
}

export function chooseLanguage(lang: Lang): void {
  writePreference('fengsui.lang', lang);
  setPlace({ lang }, { replace: true });
}

/** What the user wants: the address, else the stored choice, else the system's. */
export function useThemeChoice(): ThemeChoice {
  const inAddress = usePlaceStore((state) => state.place.theme);
  const stored = readPreference('fengsui.theme');
  return inAddress ?? THEME_CHOICES.find((c) => c === stored) ?? 'auto';
}

/** Light or dark, `auto` resolved by the system's setting. Paper is light. */
export function useTheme(): 'light' | 'dark' {
  const dark = useSyncExternalStore(systemDark.onChange, systemDark.holds, () => false);
  const onPaper = useSyncExternalStore(printing.onChange, printing.holds, () => false);
  const choice = useThemeChoice();
  if (onPaper) return 'light';
  if (choice === 'auto') return dark ? 'dark' : 'light';
  return choice;
}

export function chooseTheme(theme: ThemeChoice): void {
  writePreference('fengsui.theme', theme);
  setPlace({ theme }, { replace: true });
}
