import type { EChartsOption } from 'echarts';
import type { Lang } from '../../base/text';
import type { TileMapData } from '../../briefing/exhibits/exhibit';
import type { ChartTheme } from '../theme';
import { blockLayout, type TileLayout } from '../tile-layout';
import { drawTileMap } from '../tile-map-option';
import { cellOf } from './level-cell';

/** Blocks with their tiles; tiles of no part stand for themselves. */
export function tileMapOption(data: TileMapData, lang: Lang, theme: ChartTheme): EChartsOption {
  const nameOf = new Map(data.parts.map((p) => [p.code, p.name]));
  const cells = [
    ...data.parts.map(cellOf),
    ...data.tiles.map((t) => {
      const parent = nameOf.get(t.part);
      return { ...cellOf(t), ...(parent === undefined ? {} : { parent }) };
    }),
  ];
  return drawTileMap({ layout: layoutOf(data), cells, lang, theme });
}

function layoutOf({ parts, tiles }: TileMapData): TileLayout {
  const known = new Set(parts.map((p) => p.code));
  return blockLayout([
    ...parts.map(({ code }) => ({ code, tiles: tiles.filter((t) => t.part === code).map((t) => t.code) })),
    ...tiles.filter((t) => !known.has(t.part)).map(({ code }) => ({ code, tiles: [] })),
  ]);
}

const UNIT_PX = 30;

/** As high as its tiles need at the width of a page. */
export function tileMapHeight(data: TileMapData): number {
  const { kind, height } = layoutOf(data);
  return kind === 'tiles' ? Math.max(120, height * 54) : Math.max(180, Math.min(640, height * UNIT_PX));
}
