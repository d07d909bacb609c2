/**
 * Where the regions of a map stand as tiles, in units of one small tile; x to the right, y down. Handed in by whoever has
 * a map (charts/tile-layout.ts); a file without it lists the regions in the order of the tree.
 */
export interface TilePlaces {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly {
    readonly code: string;
    readonly x: number;
    readonly y: number;
    readonly columns: number;
    readonly tiles: readonly { readonly code: string; readonly x: number; readonly y: number }[];
  }[];
}

export type PlaceTiles = (
  regions: readonly { readonly code: string; readonly tiles: readonly string[] }[],
) => TilePlaces;
