import { sayBoth, type Text } from '../base/text';
import { headerFaults } from './feed-headers';
import { type FeedSettings, MOST_MINUTES } from './feed-settings';
import { FEED_SETTINGS_TEXT } from './feed-settings-text';

/** Where the page stands, as far as it decides which addresses can be reached. */
export interface PageFacts {
  readonly address: string;
  /** Sources of the policy's connect-src; null when the page has no policy. */
  readonly connect: readonly string[] | null;
}

export interface SettingsFaults {
  readonly url: Text | null;
  readonly headers: readonly (Text | null)[];
  readonly interval: Text | null;
}

export function settingsFaults(settings: FeedSettings, page: PageFacts): SettingsFaults | null {
  const { intervalMinutes: minutes } = settings;
  const sound = Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES;
  const faults = {
    url: addressFault(settings.url, page),
    headers: headerFaults(settings.headers),
    interval: sound ? null : sayBoth(FEED_SETTINGS_TEXT.interval, { most: MOST_MINUTES }),
  };
  return faults.url || faults.interval || faults.headers.some((f) => f !== null) ? faults : null;
}

/** Why a feed at this address cannot be reached from the page; null when nothing speaks against it. */
export function addressFault(url: string, page: PageFacts): Text | null {
  if (url.trim() === '') return FEED_SETTINGS_TEXT.urlEmpty;
  let full: URL;
  try {
    full = new URL(url.trim(), page.address);
  } catch {
    return FEED_SETTINGS_TEXT.urlBad;
  }
  const here = new URL(page.address);
  if (full.protocol !== 'https:' && full.protocol !== 'http:') return FEED_SETTINGS_TEXT.urlScheme;
  if (full.username !== '' || full.password !== '') return FEED_SETTINGS_TEXT.urlSecret;
  if (!permits(page.connect, full, here)) return sayBoth(FEED_SETTINGS_TEXT.urlPolicy, { origin: full.origin });
  if (here.protocol === 'https:' && full.protocol === 'http:' && !isLoopback(full.hostname)) {
    return FEED_SETTINGS_TEXT.urlMixed;
  }
  return null;
}

/** Browsers count this device as safe, without https too. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}

/** Does a policy's connect-src let the address through? The forms that this product writes, and the common others. */
function permits(connect: readonly string[] | null, url: URL, here: URL): boolean {
  if (connect === null) return true;
  return connect.some((source) => {
    if (source === "'self'") return url.origin === here.origin;
    if (source === '*' || source === url.protocol) return true;
    try {
      return new URL(source).origin === url.origin;
    } catch {
      return false;
    }
  });
}

/** The sources of connect-src in a policy, else of default-src; null when neither stands there. */
export function connectSources(policy: string | null): readonly string[] | null {
  const rules = new Map(
    (policy ?? '').split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
  return rules.get('connect-src') ?? rules.get('default-src') ?? null;
}

/** This page. Policies that only the server's headers name cannot be seen from here. */
export function thisPage(): PageFacts {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return { address: document.baseURI, connect: connectSources(meta?.getAttribute('content') ?? null) };
}
