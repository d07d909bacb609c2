import type PptxGenJS from 'pptxgenjs';
import { formatNumber, NO_FIGURE } from '../../../base/format';
import { levelName, levelNumeral } from '../../../base/level';
import type { Lang } from '../../../base/text';
import { sayableInXml } from '../../docx-parts';
import type { ExhibitOf, LevelCellData } from '../../exhibits/exhibit';
import { textEm } from '../measure-text';
import { levelPaint, PAPER } from '../palette';
import type { PlaceTiles, TilePlaces } from '../tile-places';
import { langTag, typeface } from '../typeface';
import { type Box, pt } from './slide-plan';

const LARGEST_PT = 11;
const SMALLEST_PT = 6;
/** Between tiles, in inches. */
const GAP = 0.02;

/**
 * Regions as shapes where the map has them: on a map of levels each with its name, numeral and index, on a map of tiles
 * the parts with their names and the regions below them with their numerals. Each shape says its region and level.
 */
export function addTiles(
  slide: PptxGenJS.Slide,
  lang: Lang,
  exhibit: ExhibitOf<'level-map'> | ExhibitOf<'tile-map'>,
  placeTiles: PlaceTiles,
  box: Box,
  describe: (name: string, words: string) => void,
): void {
  const parts = exhibit.kind === 'level-map' ? exhibit.data.cells : exhibit.data.parts;
  const tiles = exhibit.kind === 'level-map' ? [] : exhibit.data.tiles;
  const cells = new Map<string, LevelCellData>([...tiles, ...parts].map((cell) => [cell.code, cell]));
  const places = placeTiles(
    parts.map(({ code }) => ({ code, tiles: tiles.filter((tile) => tile.part === code).map((tile) => tile.code) })),
  );
  const put = (code: string, place: Box, text: readonly string[], bold: boolean): void => {
    const cell = cells.get(code);
    if (!cell) return;
    const name = `region-${cell.code}`;
    describe(name, `${cell.name}: ${levelName(cell.level)[lang]}`);
    const paint = levelPaint(cell.level);
    const lines = text.filter((line) => line !== '');
    const most = Math.min(
      LARGEST_PT,
      pt(place.h) / (Math.max(lines.length, 1) * 1.3),
      ...lines.map((line) => (pt(place.w) - 3) / Math.max(textEm(line), 1)),
    );
    const size = Math.max(SMALLEST_PT, Math.floor(most * 2) / 2);
    slide.addText(
      lines.map((line, i) => ({ text: sayableInXml(line), options: { breakLine: i < lines.length - 1 } })),
      {
        ...place,
        shape: 'rect',
        fill: { color: paint.fill },
        line: { color: cell.level > 4 ? PAPER.lineStrong : PAPER.ground, width: 0.5 },
        margin: 0,
        align: 'center',
        valign: 'middle',
        fontFace: typeface(lang),
        fontSize: size,
        lineSpacing: size * 1.25,
        bold,
        color: paint.on,
        lang: langTag(lang),
        objectName: name,
      },
    );
  };
  const scale = fit(places, box, tiles.length > 0);
  for (const block of places.blocks) {
    const cell = cells.get(block.code);
    if (!cell) continue;
    const index = formatNumber(cell.index, 1);
    const named = [cell.short, levelNumeral(cell.level)].filter((word) => word !== '').join(' ');
    const alone = block.tiles.length === 0;
    put(
      block.code,
      scale({ x: block.x, y: block.y, w: block.columns, h: alone ? 1 : 1.1 }),
      alone && index !== NO_FIGURE && exhibit.kind === 'level-map' ? [named, index] : [named],
      true,
    );
    for (const tile of block.tiles)
      put(
        tile.code,
        scale({ x: tile.x, y: tile.y, w: 1, h: 1 }),
        [levelNumeral(cells.get(tile.code)?.level ?? 0)],
        true,
      );
  }
}

/** Units to inches; lone tiles, two lines high, take the gaps between them too. */
function fit(places: TilePlaces, box: Box, filled: boolean): (unit: Box) => Box {
  const x = box.w / places.width;
  const tops = [...new Set(places.blocks.map((block) => block.y))].sort((a, b) => a - b);
  // Without tiles below them the blocks are far apart: rows one below the other in their order.
  const row = (y: number): number => (filled ? y : tops.indexOf(y));
  const height = filled ? places.height : tops.length;
  const y = Math.min(box.h / height, filled ? Number.POSITIVE_INFINITY : 0.62);
  return (unit) => ({
    x: box.x + unit.x * x,
    y: box.y + row(unit.y) * y,
    w: unit.w * x - GAP,
    h: unit.h * y - GAP,
  });
}
