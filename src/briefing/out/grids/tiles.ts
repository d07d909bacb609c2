import { formatNumber, NO_FIGURE } from '../../../base/format';
import { levelNumeral } from '../../../base/level';
import type { Lang } from '../../../base/text';
import type { ExhibitOf, LevelCellData } from '../../exhibits/exhibit';
import { type Grid, type GridCell, plainCell } from './grid';
import { levelLegend } from './legend';

const TILES_IN_ROW = 8;
const MAP_IN_ROW = 6;

const worded = ({ short, level }: LevelCellData): string =>
  [short, levelNumeral(level)].filter((word) => word !== '').join(' ');

/** A map on paper: the regions as tiles in the order of the tree, with numeral and index. */
export function mapGrid(exhibit: ExhibitOf<'level-map'>, lang: Lang): Grid {
  const { cells } = exhibit.data;
  const tile = (cell: LevelCellData): GridCell => {
    const index = formatNumber(cell.index, 1);
    return {
      text: index === NO_FIGURE ? worded(cell) : `${worded(cell)}\n${index}`,
      level: cell.level,
      align: 'center',
    };
  };
  const columns = Math.min(MAP_IN_ROW, Math.max(cells.length, 1));
  return {
    shares: Array.from({ length: columns }, () => 1),
    head: [],
    rows: inRows(cells.map(tile), columns),
    legend: levelLegend(
      cells.map(({ level }) => level),
      lang,
      true,
    ),
  };
}

/** Each part with the regions below it, as many rows as they need. */
export function tileGrid(exhibit: ExhibitOf<'tile-map'>, lang: Lang): Grid {
  const { parts, tiles } = exhibit.data;
  const rows = parts.flatMap((part) => {
    const own = tiles
      .filter((tile) => tile.part === part.code)
      .map((tile): GridCell => ({ text: worded(tile), level: tile.level, align: 'center' }));
    const head: GridCell = { text: worded(part), level: part.level, bold: true };
    const lines = inRows(own, TILES_IN_ROW);
    if (lines.length === 0) return [[head, plainCell('', { span: TILES_IN_ROW })]];
    return lines.map((line, i) => [i === 0 ? head : plainCell(''), ...line]);
  });
  return {
    shares: [1.5, ...Array.from({ length: TILES_IN_ROW }, () => 1)],
    head: [],
    rows,
    legend: levelLegend(
      [...parts, ...tiles].map(({ level }) => level),
      lang,
      true,
    ),
  };
}

function inRows(cells: readonly GridCell[], columns: number): GridCell[][] {
  const rows: GridCell[][] = [];
  for (let i = 0; i < cells.length; i += columns) {
    const row = cells.slice(i, i + columns);
    const left = columns - row.length;
    rows.push(left > 0 ? [...row, plainCell('', left > 1 ? { span: left } : {})] : row);
  }
  return rows;
}
