import { pause } from '../../../platform/pause';
import { nowMs } from '../../../platform/clock';
import { formatNumber } from '../../../base/format';
import { sayBoth, type Text } from '../../../base/text';
import { compareTrails } from '../../../response/trail/compare';
import type { Entry } from '../../../response/trail/entry';
import { type ChainFault, createVerifier } from '../../../response/trail/verify';
import { TRAIL_TEXT } from './text';
import type { TrailFile } from './trail-file';

/** What was found of a trail from a file: what is wrong with it, and how it stands to the one here. */
export interface FileCheck {
  readonly name: string;
  readonly entries: number;
  readonly faults: readonly ChainFault[];
  readonly relation: Text;
}

const SLICE_MS = 16;

/** Checks a trail from outside, with pauses for the page. `head`: where it says that it ended; null = it does not say. */
export async function checkForeign(
  name: string,
  { head, entries }: Pick<TrailFile, 'entries'> & { readonly head: TrailFile['head'] | null },
  mine: readonly Entry[],
): Promise<FileCheck> {
  const verifier = createVerifier();
  let begun = nowMs();
  for (const entry of entries) {
    if (nowMs() - begun > SLICE_MS) {
      await pause();
      begun = nowMs();
    }
    verifier.next(entry);
  }
  const end = verifier.head();
  const isCut = head !== null && head.seq > 0 && (end.seq !== head.seq || end.digest !== head.digest);
  const cut: readonly ChainFault[] = isCut
    ? [{ seq: head.seq, kind: 'sequence', words: sayBoth(TRAIL_TEXT.fileCut, { seq: formatNumber(head.seq) }) }]
    : [];
  const relation = compareTrails(mine, entries);
  return {
    name,
    entries: entries.length,
    faults: [...verifier.faults(), ...cut],
    relation: sayBoth(TRAIL_TEXT[relation.kind], {
      count: formatNumber(entries.length - mine.length),
      from: relation.kind === 'apart' ? formatNumber(relation.from) : '',
    }),
  };
}
