import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { formatNumber } from '../base/format';
import { INSUFFICIENT, levelName, levelNumeral } from '../base/level';
import { say, type Lang, type Text } from '../base/text';
import { LEVEL_MAP_SUBTITLES, levelsInWords } from '../briefing/exhibits/level-words';
import type { ChartModel } from './chart-model';
import { hatch } from './echarts-theme';
import { tooltipHtml } from './escape-html';
import { levelsTable, levelsTitle, type LevelCell } from './level-cells';
import type { MapPlace } from '../base/map-outline';
import { CHART_TEXT } from './text';
import { textWidth } from './text-width';
import { CHART_FONT, type ChartTheme, levelColours } from './theme';

export interface LevelMapInput {
  /** Name under which the outline is registered. */
  readonly outline: string;
  readonly places: readonly MapPlace[];
  readonly cells: readonly LevelCell[];
  readonly noun: Text;
  /** The period in words. */
  readonly period: string;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

/** Narrower than this the names would touch: the numerals alone are written. */
const NAMES_FROM_PX = 300;
const MARKER_RADIUS = 9;
const LABEL_PX = 11;
/** A name nearer to its place needs no line to it. */
const LINE_FROM_PX = 24;

/** Levels on boundaries. */
export function levelMapOption(input: LevelMapInput): ChartModel {
  const { lang } = input;
  return {
    title: levelsTitle(input.cells, input.noun, lang),
    subtitle: say(LEVEL_MAP_SUBTITLES.mapSubtitle, lang, { period: input.period }),
    description: `${input.period}${lang === 'zh' ? '，' : ', '}${levelsInWords(input.cells, lang)}`,
    get table() {
      return levelsTable(input.cells, lang);
    },
    option: drawLevelMap(input),
  };
}

/** The drawing alone. Joined by code, so that equal names cannot clash; regions without an outline are not drawn. */
export function drawLevelMap(
  input: Pick<LevelMapInput, 'outline' | 'places' | 'cells' | 'lang' | 'theme'>,
): EChartsOption {
  const { lang, theme } = input;
  const cellOf = new Map(input.cells.map((c) => [c.code, c]));
  const places = input.places.filter((p) => cellOf.has(p.code));
  return {
    animation: false,
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const cell = cellOf.get((params as { name: string }).name);
        return cell ? levelTooltip(cell, lang) : '';
      },
    },
    geo: {
      map: input.outline,
      nameProperty: 'code',
      roam: false,
      left: 6,
      right: 6,
      top: 6,
      bottom: 6,
      // The whole box, but never stretched: a place looks the same on a card, on a page and on a wall.
      preserveAspect: 'contain',
      selectedMode: false,
      label: { show: false },
      itemStyle: { areaColor: theme.paper, borderColor: theme.card, borderWidth: 1 },
      emphasis: { label: { show: false }, itemStyle: { borderColor: theme.ink, borderWidth: 2 } },
      // A geo with a map series takes fills from its own regions, and from the series only the hatching and the events.
      regions: input.cells.map((c) => ({
        name: c.code,
        itemStyle: {
          areaColor: levelColours(theme, c.level).fill,
          ...(c.level === INSUFFICIENT ? { borderColor: theme.lineStrong } : {}),
        },
        // ECharts' own emphasis is yellow: under the pointer every region would look like level Ⅲ.
        emphasis: { itemStyle: { areaColor: levelColours(theme, c.level).fill } },
      })),
    },
    series: [
      {
        id: 'levels',
        type: 'map',
        geoIndex: 0,
        map: input.outline,
        nameProperty: 'code',
        data: input.cells.map((c) => ({
          name: c.code,
          value: c.level,
          ...(c.level === INSUFFICIENT ? { itemStyle: { decal: hatch(theme) } } : {}),
        })),
      },
      {
        id: 'names',
        type: 'custom',
        coordinateSystem: 'geo',
        z: 10,
        data: places.map((p) => ({ name: p.code, value: [p.centre[0], p.centre[1], p.label[0], p.label[1]] })),
        renderItem: labelDrawer(places, cellOf, theme),
      },
    ],
  };
}

export function levelTooltip(cell: LevelCell, lang: Lang): string {
  return tooltipHtml(cell.name, [
    ...(cell.parent === undefined ? [] : [[CHART_TEXT.parent[lang], cell.parent] as const]),
    [CHART_TEXT.level[lang], levelName(cell.level)[lang]],
    [CHART_TEXT.index[lang], formatNumber(cell.index, 1)],
  ]);
}

/** Name and numeral on a plate of paper, legible on every fill; a line when the name stands outside; a marker for the small. */
function labelDrawer(
  places: readonly MapPlace[],
  cellOf: ReadonlyMap<string, LevelCell>,
  theme: ChartTheme,
): NonNullable<CustomSeriesOption['renderItem']> {
  return (params, api) => {
    const place = places[params.dataIndex];
    const cell = place && cellOf.get(place.code);
    if (!place || !cell) return { type: 'group', children: [] };
    const [cx, cy] = api.coord([...place.centre]) as [number, number];
    const [wishedX, wishedY] = api.coord([...place.label]) as [number, number];
    const colours = levelColours(theme, cell.level);
    const numeral = levelNumeral(cell.level);
    const wide = api.getWidth() >= NAMES_FROM_PX;
    const text = [wide || numeral === '' ? cell.short : '', numeral].filter((w) => w !== '').join(' ');
    // English names are long: at the edge of the card they move inwards instead of being cut.
    const half = textWidth(text, LABEL_PX) / 2 + 4;
    const lx = Math.min(Math.max(wishedX, half), api.getWidth() - half);
    const ly = Math.min(Math.max(wishedY, LABEL_PX), api.getHeight() - LABEL_PX);
    const outside = Math.hypot(lx - cx, ly - cy) >= LINE_FROM_PX;
    const marked = place.small && cell.level !== 0;
    return {
      type: 'group',
      children: [
        ...(outside
          ? [
              {
                type: 'line' as const,
                // At another size it may take the place of the name, and its position with it.
                x: 0,
                y: 0,
                shape: { x1: cx, y1: cy, x2: lx, y2: ly },
                style: { stroke: theme.ink3, lineWidth: 1 },
                silent: true,
              },
            ]
          : []),
        ...(marked
          ? [
              {
                type: 'circle' as const,
                x: 0,
                y: 0,
                shape: { cx, cy, r: MARKER_RADIUS },
                style: { fill: colours.fill, stroke: theme.card, lineWidth: 1.5 },
                // Above every name: the small must not vanish under its neighbour's.
                z2: 10,
                textConfig: { position: 'inside' as const },
                textContent: {
                  type: 'text' as const,
                  style: {
                    text: numeral,
                    fill: colours.on,
                    fontFamily: CHART_FONT,
                    fontSize: 10,
                    fontWeight: 'bold' as const,
                  },
                },
              },
            ]
          : []),
        {
          type: 'text' as const,
          x: lx,
          y: ly,
          style: {
            text,
            align: 'center' as const,
            verticalAlign: 'middle' as const,
            fill: theme.ink,
            fontFamily: CHART_FONT,
            fontSize: LABEL_PX,
            fontWeight: cell.level >= 1 && cell.level <= 4 ? ('bold' as const) : ('normal' as const),
            backgroundColor: theme.card,
            opacity: 0.94,
            padding: [1, 3],
            borderRadius: 2,
          },
        },
      ],
    };
  };
}
