import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import type { FeedHeader } from './feed-headers';

/** What is set of a feed: where, with which headers, how often. */
export interface FeedSettings {
  /** Address of the catalogue; relative ones are meant from the page. */
  readonly url: string;
  readonly headers: readonly FeedHeader[];
  /** Minutes between two refreshes; 0 = by hand only. */
  readonly intervalMinutes: number;
}

const DEFAULT_INTERVAL_MINUTES = 60;
export const MOST_MINUTES = 10_080;

/** The shape in config.json and in the browser's memory; meaning is checked by feed-checks.ts. */
export const feedSettingsShape = z.object({
  url: z.string().check(z.minLength(1)),
  headers: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  intervalMinutes: z.optional(z.int().check(z.gte(0), z.lte(MOST_MINUTES))),
});

const SETTINGS_KEY = 'fengsui.feed';
const CHECKED_KEY = 'fengsui.feed.checked';

/** What is kept is foreign like any other data; what cannot be read is as if nothing was kept. */
function parse<T>(shape: z.ZodMiniType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    return checkShape(shape, JSON.parse(text)).value;
  } catch {
    return null;
  }
}

/** Settings with what was left out; names and values as they are sent. */
export function completeSettings(raw: {
  readonly url: string;
  readonly headers?: readonly FeedHeader[] | undefined;
  readonly intervalMinutes?: number | undefined;
}): FeedSettings {
  return {
    url: raw.url.trim(),
    headers: (raw.headers ?? []).map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
    intervalMinutes: raw.intervalMinutes ?? DEFAULT_INTERVAL_MINUTES,
  };
}

/** The user's own settings of the feed, kept in this browser; they stand before those of the installation. */
export function ownSettings(): FeedSettings | null {
  const kept = parse(feedSettingsShape, read(SETTINGS_KEY));
  return kept && completeSettings(kept);
}

/** Null = back to what the installation is set to. False when this browser keeps nothing: then nothing has changed. */
export function keepOwnSettings(settings: FeedSettings | null): boolean {
  return write(SETTINGS_KEY, settings && JSON.stringify(settings));
}

const checkedShape = z.object({ url: z.string(), atMs: z.number() });
/** For browsers that keep nothing, or nothing more: good until the page is closed. */
let checkedHere: z.infer<typeof checkedShape> | null = null;

/** Time of the last refresh of a feed that worked, in any tab; null = none in this browser. */
export function lastChecked(url: string): number | null {
  const kept = checkedHere ?? parse(checkedShape, read(CHECKED_KEY));
  return kept?.url === url ? kept.atMs : null;
}

/** Notes a refresh that worked. Other tabs hear of it (`onFeedMemory`). */
export function noteChecked(url: string, atMs: number): void {
  const checked = { url, atMs };
  checkedHere = write(CHECKED_KEY, JSON.stringify(checked)) ? null : checked;
}

/** Calls back when another tab changed the settings or refreshed the feed. */
export function onFeedMemory(listener: (what: 'settings' | 'checked') => void): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key === CHECKED_KEY) listener('checked');
    else if (key === SETTINGS_KEY || key === null) listener('settings');
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

/** Storage may be switched off or full. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
