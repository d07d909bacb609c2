import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { INSUFFICIENT, levelNumeral } from '../base/level';
import { say, type Lang, type Text } from '../base/text';
import { LEVEL_MAP_SUBTITLES, levelsInWords } from '../briefing/exhibits/level-words';
import type { ChartModel } from './chart-model';
import { wrapWords } from './chart-image';
import { hatch } from './echarts-theme';
import { levelsTable, levelsTitle, type LevelCell } from './level-cells';
import { levelTooltip } from './level-map-option';
import { textWidth } from './text-width';
import { CHART_FONT, type ChartTheme, levelColours } from './theme';
import { BLOCK_HEAD, blockHeight, type TileLayout } from './tile-layout';

export interface TileMapInput {
  readonly layout: TileLayout;
  /** All regions of the layout, blocks and tiles alike. */
  readonly cells: readonly LevelCell[];
  /** What the blocks are (盟市), and what the small tiles are (旗县市区). */
  readonly noun: Text;
  readonly tileNoun: Text;
  readonly period: string;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

interface Shape {
  readonly cell: LevelCell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Heads carry their name; small tiles the numeral alone. */
  readonly head: boolean;
}

/** A map that needs no boundaries: a block per region, a small tile per region below it. */
export function tileMapOption(input: TileMapInput): ChartModel {
  const { layout, lang } = input;
  const shapes = shapesOf(input);
  const heads = shapes.filter((s) => s.head).map((s) => s.cell);
  const subtitle =
    layout.kind === 'blocks' ? LEVEL_MAP_SUBTITLES.tilesSubtitle : LEVEL_MAP_SUBTITLES.tilesPlainSubtitle;
  return {
    title: levelsTitle(heads, input.noun, lang),
    subtitle: say(subtitle, lang, { period: input.period, noun: input.tileNoun[lang] }),
    description: `${input.period}${lang === 'zh' ? '，' : ', '}${levelsInWords(heads, lang)}`,
    get table() {
      return levelsTable(
        shapes.map((s) => s.cell),
        lang,
      );
    },
    option: drawTileMap(input),
  };
}

type TilesInput = Pick<TileMapInput, 'layout' | 'cells' | 'lang' | 'theme'>;

/** The drawing alone. */
export function drawTileMap(input: TilesInput): EChartsOption {
  const { layout, lang, theme } = input;
  const cellOf = new Map(input.cells.map((c) => [c.code, c]));
  const shapes = shapesOf(input);
  return {
    animation: false,
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const cell = cellOf.get((params as { name: string }).name);
        return cell ? levelTooltip(cell, lang) : '';
      },
    },
    // The custom series draws in pixels of its own: no axes, no grid.
    series: [
      {
        id: 'tiles',
        type: 'custom',
        coordinateSystem: 'none',
        data: shapes.map((s) => ({ name: s.cell.code, value: s.cell.level })),
        renderItem: tileDrawer(layout, shapes, theme),
      },
    ],
  };
}

function shapesOf({ layout, cells }: TilesInput): readonly Shape[] {
  const cellOf = new Map(cells.map((c) => [c.code, c]));
  const shapes: Shape[] = [];
  const add = (code: string, x: number, y: number, width: number, height: number, head: boolean): void => {
    const cell = cellOf.get(code);
    if (cell) shapes.push({ cell, x, y, width, height, head });
  };
  for (const block of layout.blocks) {
    add(block.code, block.x, block.y, block.columns, layout.kind === 'tiles' ? blockHeight(block) : BLOCK_HEAD, true);
    for (const tile of block.tiles) add(tile.code, tile.x, tile.y, 1, 1, false);
  }
  return shapes;
}

const LINE = 1;

function tileDrawer(
  layout: TileLayout,
  shapes: readonly Shape[],
  theme: ChartTheme,
): NonNullable<CustomSeriesOption['renderItem']> {
  return (params, api) => {
    const shape = shapes[params.dataIndex];
    if (!shape) return { type: 'group', children: [] };
    // Tiles are square where the card is narrow, and wider, for the names, where it has room; plain ones may be higher.
    const unit = Math.min(api.getWidth() / layout.width, api.getHeight() / layout.height);
    const unitX = Math.min(api.getWidth() / layout.width, unit * 1.6);
    const unitY = Math.min(api.getHeight() / layout.height, unitX * (layout.kind === 'tiles' ? 1.5 : 1.15));
    const left = (api.getWidth() - unitX * layout.width) / 2;
    const top = (api.getHeight() - unitY * layout.height) / 2;
    const colours = levelColours(theme, shape.cell.level);
    const numeral = levelNumeral(shape.cell.level);
    const width = shape.width * unitX - LINE;
    const height = shape.height * unitY - LINE;
    const words = shape.head
      ? headWords(shape.cell, numeral, width - 4, height, unitX)
      : { text: numeral, fontSize: Math.min(11, unitX * 0.62) };
    return {
      type: 'rect',
      shape: { x: left + shape.x * unitX, y: top + shape.y * unitY, width, height, r: shape.head ? 2 : 1 },
      style: {
        fill: colours.fill,
        stroke: shape.cell.level === INSUFFICIENT ? theme.hatch : theme.card,
        lineWidth: LINE,
        ...(shape.cell.level === INSUFFICIENT ? { decal: hatch(theme) } : {}),
      },
      emphasis: { style: { stroke: theme.ink, lineWidth: 2 } },
      textConfig: { position: 'inside' },
      textContent: {
        type: 'text',
        style: {
          text: words.text,
          fill: colours.on,
          fontFamily: CHART_FONT,
          fontSize: words.fontSize,
          lineHeight: words.fontSize * LEADING,
          fontWeight: shape.head ? 'bold' : 'normal',
          ...(shape.cell.level === INSUFFICIENT ? { backgroundColor: theme.hatchGround, padding: [0, 2] } : {}),
        },
      },
    };
  };
}

const MIN_FONT = 9;
const LEADING = 1.25;

/**
 * Name and numeral in a head: on lines of their own where there is height for them, the name broken where it is too long
 * for one; else on one line. What still does not fit is cut from the name, never from the numeral.
 */
function headWords(
  cell: LevelCell,
  numeral: string,
  width: number,
  height: number,
  unitX: number,
): { readonly text: string; readonly fontSize: number } {
  const most = Math.min(13, unitX * 0.62);
  const twoLines = numeral !== '' && height >= 2 * LEADING * MIN_FONT + 4;
  const beside = numeral === '' || twoLines ? '' : ` ${numeral}`;
  const below = twoLines ? `\n${numeral}` : '';
  const fontSize = Math.max(MIN_FONT, Math.min(most, width / textWidth(cell.short + beside, 1)));
  const room = Math.floor((height - 4) / (LEADING * fontSize)) - (twoLines ? 1 : 0);
  const lines = wrapWords(cell.short, width, (t) => textWidth(t, fontSize));
  const words = beside === '' && room > 1 && lines.length > 1 && lines.length <= room ? lines : [cell.short];
  const text = words.map((line) => cut(line, beside, width, fontSize)).join('\n');
  return { text: text + below, fontSize };
}

function cut(name: string, beside: string, width: number, fontSize: number): string {
  if (textWidth(name + beside, fontSize) <= width) return name + beside;
  let kept = name;
  while (kept.length > 1 && textWidth(`${kept}…${beside}`, fontSize) > width) kept = kept.slice(0, -1);
  return `${kept}…${beside}`;
}
