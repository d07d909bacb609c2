import { createSha256 } from '../../observations/sha256';
import type { Actor } from '../actor';
import type { Act } from './act';
import { canonicalJson } from './canonical';
import type { Basis, Entry } from './entry';

const UTF8 = new TextEncoder();

/** SHA-256 of all fields of an entry but the digest itself, as canonical JSON in UTF-8: 64 hex digits. */
export function entryDigest(entry: Omit<Entry, 'digest'> & { readonly digest?: string }): string {
  const { form, seq, at, by, act, basis, previous } = entry;
  const sha = createSha256();
  sha.update(UTF8.encode(canonicalJson({ form, seq, at, by, act, basis, previous })));
  return sha.hex();
}

/**
 * The line that comes after `head` (the state's head). A clock that was set back does not turn the order of the trail
 * round: `at` is then that of the line before.
 */
export function seal(
  head: { readonly seq: number; readonly digest: string; readonly at: number },
  { at, by, act, basis }: { readonly at: number; readonly by: Actor; readonly act: Act; readonly basis: Basis },
): Entry {
  const entry = {
    form: 1,
    seq: head.seq + 1,
    at: Math.max(at, head.at),
    by,
    act,
    basis,
    previous: head.digest,
  } as const;
  return { ...entry, digest: entryDigest(entry) };
}
