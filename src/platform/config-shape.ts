import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import { sayBoth } from '../base/text';
import { type AppConfig, demonstration } from './app-config';
import { feedSettingsShape } from './feed-settings';
import { CONFIG_TEXT } from './text';

const shape = z.object({
  /** Address of an indicator list in the form of the built-in one. */
  indicators: z.optional(z.string().check(z.minLength(1))),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('demonstration') }),
    z.extend(feedSettingsShape, { kind: z.literal('http-feed') }),
  ]),
});

/** What `config.json` says; a faulty one is told with its first fault. */
export function parseConfig(raw: unknown, url: string): AppConfig {
  const checked = checkShape(shape, raw);
  if (checked.value) {
    const { source, indicators } = checked.value;
    return { source, ...(indicators !== undefined && { indicatorsAt: indicators }), trouble: null };
  }
  const { path, words, given, expected } = checked.faults[0]!;
  const bad = sayBoth(CONFIG_TEXT.bad, { where: path, expected: words ?? expected, given: given ?? '—' });
  return demonstration(bad, url);
}
