import type { Text } from '../../base/text';
import type { BatchInfo, Panel } from '../../panel/panel';

/** What a batch is called as a source: its title in both languages, else what it says of itself. */
export function sourceOfBatch({ title, source, name }: BatchInfo): Text {
  const own = source || name;
  return title ?? { zh: own, en: own };
}

/** The sources of a panel's figures, each once, in the order of the batches. */
export function sourcesOf({ batches }: Panel): readonly Text[] {
  const found = new Map<string, Text>();
  for (const batch of batches) {
    const source = sourceOfBatch(batch);
    found.set(`${source.zh}\n${source.en}`, source);
  }
  return [...found.values()];
}
