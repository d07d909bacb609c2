import type { EChartsOption } from 'echarts';
import type { Lang } from '../../base/text';
import type { LevelMapData } from '../../briefing/exhibits/exhibit';
import { drawLevelMap } from '../level-map-option';
import type { MapPlace } from '../../base/map-outline';
import type { ChartTheme } from '../theme';
import { cellOf } from './level-cell';
import { tileMapOption } from './tile-map-option';

/** An outline that is registered under a name, and the places in it. */
export interface ExhibitOutline {
  readonly name: string;
  readonly places: readonly MapPlace[];
}

export const LEVEL_MAP_PX = 420;

/** Does the outline have all regions? Otherwise some would be missing without a word, and tiles are drawn instead. */
export function coveredBy(data: LevelMapData, outline: ExhibitOutline | null): outline is ExhibitOutline {
  const places = new Set(outline?.places.map((p) => p.code));
  return data.cells.length > 0 && data.cells.every((c) => places.has(c.code));
}

/** Levels on boundaries; without an outline of all the regions, as tiles. */
export function levelMapOption(
  data: LevelMapData,
  lang: Lang,
  theme: ChartTheme,
  outline: ExhibitOutline | null,
): EChartsOption {
  if (!coveredBy(data, outline)) return tileMapOption({ parts: data.cells, tiles: [] }, lang, theme);
  return drawLevelMap({ outline: outline.name, places: outline.places, cells: data.cells.map(cellOf), lang, theme });
}
