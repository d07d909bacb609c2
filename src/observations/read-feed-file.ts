import type { RegionTree } from '../base/regions';
import { sayBoth } from '../base/text';
import type { OpenedFile } from './forms/opened-file';
import { issueOf } from './issue-log';
import { readFeed } from './read-feed';
import type { ReadContext, ReadResult } from './read-result';
import { TABLE_DETAIL, TABLE_EXPECTED } from './tables/text';

/**
 * Reads one answer of a feed that was saved as a file (contract `fengsui-feed/1`), against the region table in force. A
 * file that holds a feed's list of contents has no figures.
 */
export function readFeedFile(opened: OpenedFile, name: string, context: ReadContext): ReadResult {
  const { json, digest, bytes, encoding } = opened;
  const answer = json as { readonly indicator?: unknown; readonly series?: unknown };
  const isAnswer = typeof answer.indicator === 'string' && Array.isArray(answer.series);
  const encode = (value: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(value)).buffer as ArrayBuffer;
  const observations = isAnswer ? [{ indicator: String(answer.indicator), body: encode(json) }] : [];
  const read = readFeed({ name, catalog: encode(catalogOf(name, context.tree)), observations }, context.catalogue);
  const nothing = sayBoth(TABLE_DETAIL.notUnderstood, { why: TABLE_DETAIL.noFigures });
  const issues = isAnswer
    ? read.issues
    : [issueOf('not_understood', 'fault', 0, '', '', TABLE_EXPECTED.table, nothing, 'file')];
  return {
    ...read,
    digest,
    bytes,
    encoding,
    issues,
    issueCounts: isAnswer ? read.issueCounts : { not_understood: 1 },
  };
}

/** The regions in force in the words of the contract. */
function catalogOf(name: string, tree: RegionTree | null): unknown {
  const regions = (tree?.regions ?? []).map((r) => ({
    code: r.code,
    name: r.name.zh,
    name_en: r.name.en,
    level: r.level,
    ...(r.parent >= 0 && { parent_code: tree!.regions[r.parent]!.code }),
  }));
  const head = { contract: 'fengsui-feed/1', name: { zh: name, en: name }, demonstration: false };
  return { ...head, dataVersion: '', asOf: '', regions, observations: [] };
}
