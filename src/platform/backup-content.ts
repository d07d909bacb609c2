import type { Text } from '../base/text';

/** What a backup brought. */
export interface BackupContent {
  readonly sets: number;
  readonly batches: number;
  readonly mappings: number;
  readonly papers: number;
  readonly trail: TrailBrought;
}

/**
 * What became of the trail of a backup. `none`: it has none · `same`: all of it was here · `continued`: ours is the
 * beginning of it, `entries` of them were new · `apart`: it went another way from entry `from` on, ours stands and the
 * other is kept beside it · `faulty`: its entry `from` does not stand the check, it is kept beside ours and not used ·
 * `took-over`: ours were acts on the demonstration alone and are kept beside; its trail, which holds real ones, is the
 * trail now and ends at `head`.
 */
export type TrailBrought =
  | { readonly kind: 'none' | 'same' }
  | { readonly kind: 'continued'; readonly entries: number }
  | {
      readonly kind: 'took-over';
      readonly entries: number;
      readonly before: number;
      readonly head: { readonly seq: number; readonly digest: string };
    }
  | { readonly kind: 'apart'; readonly from: number; readonly entries: number }
  | { readonly kind: 'faulty'; readonly from: number; readonly entries: number; readonly words: Text };
