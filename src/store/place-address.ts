import { formatDay, parseDay, parsePeriod, type Day } from '../base/period';
import type { Lang } from '../base/text';

export const SCREENS = [
  'overview',
  'region',
  'indicators',
  'warnings',
  'response',
  'plan',
  'briefing',
  'rules',
  'data',
] as const;
export type Screen = (typeof SCREENS)[number];

export const THEME_CHOICES = ['light', 'dark', 'auto'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/**
 * Where the user is: everything that a colleague needs to open the same view. Null = not said in the address.
 * `period` is the canonical spelling (`2026-10`, `2017-Q3`, `2020-01-04`); `free` are the screen's own parameters.
 */
export interface Place {
  readonly screen: Screen;
  readonly lang: Lang | null;
  readonly region: string | null;
  readonly period: string | null;
  readonly asof: Day | null;
  /** Id of the version of the rules that grades; null = the one in force on the day. */
  readonly rules: string | null;
  readonly theme: ThemeChoice | null;
  readonly free: Readonly<Record<string, string>>;
}

const OWN = ['lang', 'region', 'period', 'asof', 'rules', 'theme'];

const oneOf = <T extends string>(list: readonly T[], given: string | null): T | null =>
  list.find((item) => item === given) ?? null;

/** Reads a place (`/region/150300` names its region like `?region=150300`); what is not understood (an unknown screen, a period 2017-13) counts as not said. */
export function parsePlace(path: string, search: string): Place {
  const params = new URLSearchParams(search);
  const [screen, code] = path.split('/').filter(Boolean);
  const period = params.get('period');
  const asof = params.get('asof');
  return {
    screen: oneOf(SCREENS, screen ?? null) ?? 'overview',
    lang: oneOf(['zh', 'en'] as const, params.get('lang')),
    region: params.get('region') || (screen === 'region' && code) || null,
    period: period !== null && parsePeriod(period) !== null ? period : null,
    asof: asof === null ? null : parseDay(asof),
    rules: params.get('rules') || null,
    theme: oneOf(THEME_CHOICES, params.get('theme')),
    free: Object.fromEntries([...params].filter(([key]) => !OWN.includes(key))),
  };
}

/** Path and search of a place: the inverse of `parsePlace`. */
export function formatPlace(place: Place): { path: string; search: string } {
  const params = new URLSearchParams();
  const own = { ...place, asof: place.asof === null ? null : formatDay(place.asof) };
  for (const key of ['region', 'period', 'asof', 'rules', 'lang', 'theme'] as const) {
    const value = own[key];
    if (value !== null) params.set(key, value);
  }
  for (const key of Object.keys(place.free).sort()) params.set(key, place.free[key]!);
  return { path: `/${place.screen}`, search: params.toString() };
}

/** A change of place: only what is named changes; in `free`, null takes a parameter out. */
export interface PlacePatch extends Partial<Omit<Place, 'free'>> {
  readonly free?: Readonly<Record<string, string | null>>;
}

/** Free parameters belong to a screen: going to another one leaves them behind. */
export function patchPlace(place: Place, patch: PlacePatch): Place {
  const stays = patch.screen === undefined || patch.screen === place.screen;
  const free = { ...(stays ? place.free : {}), ...patch.free };
  const kept = Object.entries(free).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...place, ...patch, free: Object.fromEntries(kept) };
}

/** Chinese for a browser that asks for any Chinese first, English for every other. */
export function chooseLang(inAddress: Lang | null, stored: string | null, browser: readonly string[]): Lang {
  if (inAddress !== null) return inAddress;
  if (stored === 'zh' || stored === 'en') return stored;
  return /^zh\b/i.test(browser[0] ?? '') ? 'zh' : 'en';
}
