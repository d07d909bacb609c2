import type { Warning } from '../../response/warnings/inbox';
import type { Entry } from '../../response/trail/entry';

/** A line of the trail that is about a warning, and whether it was taken back since. */
export interface Deed {
  readonly entry: Entry;
  readonly undone: boolean;
}

/** All that people did about a warning, oldest first: acts on it, its silence, the opening of its review, and what took these back. */
export function deedsOf(warning: Warning, entries: readonly Entry[], undone: ReadonlySet<number>): readonly Deed[] {
  const own = new Set<number>();
  const silences = new Set<string>(warning.silence ? [warning.silence.id] : []);
  return entries.flatMap((entry) => {
    if (!isAbout(entry, warning.id, silences, own)) return [];
    own.add(entry.seq);
    return [{ entry, undone: undone.has(entry.seq) }];
  });
}

function isAbout({ act }: Entry, warning: string, silences: ReadonlySet<string>, own: ReadonlySet<number>): boolean {
  if (act.kind === 'undo') return own.has(act.seq);
  if (act.kind === 'silence' || act.kind === 'unsilence') return silences.has(act.id);
  return 'warning' in act && act.warning === warning;
}
