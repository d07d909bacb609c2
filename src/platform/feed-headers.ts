import { sayBoth, type Text } from '../base/text';
import { FEED_SETTINGS_TEXT } from './feed-settings-text';

/** A request header that the feed wants, such as a key. Kept in this browser alone. */
export interface FeedHeader {
  readonly name: string;
  readonly value: string;
}

/** Names that browsers keep for themselves (Fetch standard, «forbidden request-header»). */
const FORBIDDEN = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method ' +
    'access-control-request-private-network connection content-length cookie cookie2 date dnt expect host ' +
    'keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via'
  ).split(' '),
);
const FORBIDDEN_START = /^(proxy-|sec-)/;
/** Forbidden only for methods that no feed uses; refused as a whole, since a feed is only ever read. */
const METHOD_OVERRIDES = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);
/** Set by the program itself for every request. */
const OURS = new Set(['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'if-range', 'range']);

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const MOST_HEADERS = 20;
const MOST_CHARACTERS = 8000;

/** Why a header cannot be sent, in words; null when it can. `value` is judged as it is sent, without outer blanks. */
export function headerFault({ name, value }: FeedHeader): Text | null {
  const lower = name.trim().toLowerCase();
  const say = (text: Text): Text => sayBoth(text, { name: name.trim().slice(0, 60) });
  if (lower === '') return FEED_SETTINGS_TEXT.headerNoName;
  if (!TOKEN.test(lower)) return say(FEED_SETTINGS_TEXT.headerBadName);
  if (FORBIDDEN.has(lower) || FORBIDDEN_START.test(lower) || METHOD_OVERRIDES.has(lower)) {
    return say(FEED_SETTINGS_TEXT.headerForbidden);
  }
  if (OURS.has(lower)) return say(FEED_SETTINGS_TEXT.headerOurs);
  const sent = value.trim();
  if (sent === '') return say(FEED_SETTINGS_TEXT.headerNoValue);
  if (sent.length > MOST_CHARACTERS) return say(FEED_SETTINGS_TEXT.headerLong);
  // A header is a row of bytes: what lies beyond Latin-1 cannot be sent, a line break would begin another header.
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(sent)) return say(FEED_SETTINGS_TEXT.headerBadValue);
  return null;
}

/** Faults of a list, by position. A name may stand once. */
export function headerFaults(headers: readonly FeedHeader[]): readonly (Text | null)[] {
  const seen = new Set<string>();
  return headers.map((header, k) => {
    const lower = header.name.trim().toLowerCase();
    const fault = headerFault(header);
    if (fault) return fault;
    if (seen.has(lower)) return sayBoth(FEED_SETTINGS_TEXT.headerTwice, { name: header.name.trim() });
    seen.add(lower);
    return k < MOST_HEADERS ? null : sayBoth(FEED_SETTINGS_TEXT.headersMany, { most: MOST_HEADERS });
  });
}
