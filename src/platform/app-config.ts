import type { Text } from '../base/text';
import type { FeedHeader } from './feed-headers';
import { CONFIG_TEXT } from './text';
import type { Trouble } from './trouble';

/** What the people who install the product may set, in `config.json` beside the page. */
export interface AppConfig {
  readonly source: { readonly kind: 'demonstration' } | FeedSource;
  /** Where an indicator list in the place of the built-in one stands, and what was fetched from there. */
  readonly indicatorsAt?: string;
  readonly indicators?: unknown;
  /** What was wrong with the file; the demonstration is then the source. */
  readonly trouble: Trouble | null;
}

/** What is left out of the headers and the interval is for the page to fill in (feed-settings.ts). */
export interface FeedSource {
  readonly kind: 'http-feed';
  readonly url: string;
  readonly headers?: readonly FeedHeader[] | undefined;
  readonly intervalMinutes?: number | undefined;
}

/** What holds when the file is missing or faulty, with the word about it. */
export function demonstration(what: Text, where: string): AppConfig {
  return { source: { kind: 'demonstration' }, trouble: { what, where, todo: CONFIG_TEXT.todo } };
}
