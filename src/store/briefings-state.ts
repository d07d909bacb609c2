import type { Briefing } from '../briefing/briefing';
import type { Paper } from '../platform/engine-api';
import type { Trouble } from '../platform/trouble';
import type { BrokenPaper, DraftContent, DraftVersion } from './briefing-papers';
import type { History } from './history';

/**
 * `kept` · `waiting`: typed a moment ago · `failed`: it stands on the screen alone, and is tried again at the next edit ·
 * `other`: another tab has kept another text meanwhile; nothing is overwritten until somebody decides.
 */
export type DraftKeeping = 'kept' | 'waiting' | 'failed' | 'other';

/** A draft as it stands on the screen, with the way back. */
export interface Draft extends DraftContent {
  readonly id: string;
  /** When it was last kept, in milliseconds since 1970, and by whom; 0 = not yet. */
  readonly at: number;
  readonly by: string;
  /** Steps of this sitting. */
  readonly steps: History<DraftContent>;
  readonly keeping: DraftKeeping;
  readonly trouble: Trouble | null;
  /** What the other tab kept, while `keeping` is `other`. */
  readonly theirs: (DraftContent & { readonly at: number; readonly by: string }) | null;
  /** Another tab's text was taken in since it was opened here: said once, and can be undone. */
  readonly followed: boolean;
}

export interface VersionsOf {
  /** Newest first. */
  readonly versions: readonly DraftVersion[];
  readonly broken: readonly BrokenPaper[];
  /** Numbers up to this one had to make room. */
  readonly gone: number;
}

export interface BriefingsState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly trouble: Trouble | null;
  /** Newest first. */
  readonly drafts: readonly Draft[];
  /** Kept ones that cannot be read. */
  readonly broken: readonly BrokenPaper[];
  /** By draft; read when they are first asked for. */
  readonly versions: ReadonlyMap<string, VersionsOf>;
  /** The draft that was removed last, with its versions. */
  readonly removed: {
    readonly draft: DraftContent & { readonly id: string };
    readonly versions: readonly Paper[];
  } | null;
}

export interface BriefingsActions {
  /** Reads what is kept; what another tab kept meanwhile is shown, unless something here waits to be kept. */
  refresh(): Promise<void>;
  /** A new draft, kept at once. Its id; where it could not be kept, it stands in the list as `failed`. */
  create(content: DraftContent): Promise<string>;
  /** `about`: where it was typed; typing on in one place is one step. */
  edit(id: string, how: (briefing: Briefing) => Briefing, about?: string): void;
  rename(id: string, name: string): void;
  undo(id: string): void;
  redo(id: string): void;
  /** Of two texts: this tab's over the other's, the other's over this one's (a step that can be undone), or both, this one under a name of its own. */
  settle(id: string, whose: 'mine' | 'theirs' | { readonly copyAs: string }): Promise<void>;
  remove(id: string): Promise<void>;
  undoRemove(): Promise<void>;
  /** A paper that cannot be read is let go. */
  removeBroken(id: string): Promise<void>;
  loadVersions(id: string): Promise<void>;
  /** Lays down what stands there now. Its number; null when it could not be kept: `trouble` of the draft says why. */
  saveVersion(id: string, note: string): Promise<number | null>;
  /** Writes what waits, and what failed, at once: the page is being left, or somebody asks for it. */
  flush(): void;
}
