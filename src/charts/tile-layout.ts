import type { RegionTree } from '../base/regions';

/** A place in the schematic map, in units of one small tile; x to the right, y down. */
export interface Tile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

/** A region as a block: its name across the top, its own regions as small tiles below; or one plain tile without any. */
export interface TileBlock {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly tiles: readonly Tile[];
}

export interface TileLayout {
  readonly kind: 'blocks' | 'tiles';
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly TileBlock[];
}

/** The name across a block takes this much height. */
export const BLOCK_HEAD = 1.2;

/**
 * Where the leagues and cities of Inner Mongolia stand: left edge, top edge, tiles in a row. Drawn by hand from the map:
 * the arc from Alxa in the west along the Yellow River to Hulunbuir in the north-east. Counties fill their block in the
 * order of their codes.
 */
const INNER_MONGOLIA: Readonly<Record<string, readonly [x: number, y: number, columns: number]>> = {
  '150700': [13.6, 0, 3],
  '152200': [13.6, 6.6, 3],
  '150500': [13.6, 10.2, 3],
  '150400': [13.6, 14.8, 3],
  '152500': [10.2, 4.6, 3],
  '150900': [10.2, 10.2, 3],
  '150200': [6.8, 9.4, 3],
  '150100': [6.8, 14, 3],
  '150800': [3.4, 9, 3],
  '150600': [3.4, 13.6, 3],
  '152900': [0, 11.4, 3],
  '150300': [0, 14, 3],
};

/** The layout for the regions that a screen watches, in tree order. */
export function tileLayout(tree: RegionTree, regions: readonly number[]): TileLayout {
  const code = (r: number): string => tree.regions[r]!.code;
  return blockLayout(regions.map((r) => ({ code: code(r), tiles: tree.children[r]!.map(code) })));
}

/** A region and those right below it. */
export interface BlockRegions {
  readonly code: string;
  readonly tiles: readonly string[];
}

/**
 * All regions among the leagues above: the hand-made layout. Any others: blocks in rows when the regions have regions of
 * their own, else one tile each, in the order given.
 */
export function blockLayout(regions: readonly BlockRegions[]): TileLayout {
  const blocksKnown = regions.length > 1 && regions.every((r) => Object.hasOwn(INNER_MONGOLIA, r.code));
  const hasChildren = regions.some((r) => r.tiles.length > 0);
  const blocks = blocksKnown
    ? regions.map((r) => blockAt(r, ...INNER_MONGOLIA[r.code]!))
    : hasChildren
      ? shelves(regions)
      : plainTiles(regions.map((r) => r.code));
  return {
    kind: blocksKnown || hasChildren ? 'blocks' : 'tiles',
    width: Math.max(...blocks.map((b) => b.x + b.columns), 1),
    height: Math.max(...blocks.map((b) => b.y + blockHeight(b)), 1),
    blocks,
  };
}

export function blockHeight(block: TileBlock): number {
  return block.tiles.length === 0 ? 1 : BLOCK_HEAD + Math.ceil(block.tiles.length / block.columns);
}

function blockAt(region: BlockRegions, x: number, y: number, columns: number): TileBlock {
  const tiles = region.tiles.map((code, i) => ({
    code,
    x: x + (i % columns),
    y: y + BLOCK_HEAD + Math.floor(i / columns),
  }));
  return { code: region.code, x, y, columns, tiles };
}

const GAP = 0.6;
const MIN_COLUMNS = 3;

/** Blocks set in rows from left to right, about twice as wide as high. */
function shelves(regions: readonly BlockRegions[]): readonly TileBlock[] {
  const columnsOf = (r: BlockRegions): number => Math.max(MIN_COLUMNS, Math.ceil(Math.sqrt(r.tiles.length)));
  const area = regions.reduce((sum, r) => {
    const columns = columnsOf(r);
    return sum + (columns + GAP) * (BLOCK_HEAD + Math.ceil(r.tiles.length / columns) + GAP);
  }, 0);
  const width = Math.max(Math.sqrt(area * 2), MIN_COLUMNS);
  const blocks: TileBlock[] = [];
  let [x, y, shelf] = [0, 0, 0];
  for (const r of regions) {
    const columns = columnsOf(r);
    if (x > 0 && x + columns > width) [x, y, shelf] = [0, y + shelf + GAP, 0];
    const block = blockAt(r, x, y, columns);
    blocks.push(block);
    x += columns + GAP;
    shelf = Math.max(shelf, blockHeight(block));
  }
  return blocks;
}

/** One tile each, about as wide as high in the drawing (a tile is twice as wide as high to hold a name). */
function plainTiles(codes: readonly string[]): readonly TileBlock[] {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(codes.length * 0.9)));
  return codes.map((code, i) => ({ code, x: (i % perRow) * 2, y: Math.floor(i / perRow), columns: 2, tiles: [] }));
}
