import type { CustomSeriesRenderItem, CustomSeriesRenderItemReturn, EChartsOption } from 'echarts';
import { hatch } from '../echarts-theme';
import { tooltipHtml } from '../escape-html';
import { CHART_FONT, type ChartTheme } from '../theme';
import type { Mark, Size } from './marks';

/** A chart as its figures, and how they are laid out in so many pixels. */
export interface Layout {
  /** One entry for each thing that can be pointed at (row, point, period): its name and figures, as in the exhibit. */
  readonly items: readonly Item[];
  readonly draw: (size: Size) => Drawn;
}

export interface Item {
  readonly name: string;
  readonly value: readonly (number | null)[];
  /** Lines of the tooltip. */
  readonly said: readonly (readonly [label: string, figure: string])[];
}

export interface Drawn {
  /** Axes, lines over all items, labels. */
  readonly frame: readonly Mark[];
  /** Marks of each item, in the order of the items. */
  readonly items: readonly (readonly Mark[])[];
}

/** Two custom series that draw in pixels: the frame, and the items with their figures as data. */
export function markOption({ items, draw }: Layout, theme: ChartTheme): EChartsOption {
  let last: { readonly size: Size; readonly drawn: Drawn } | null = null;
  const drawnIn = (size: Size): Drawn => {
    if (last?.size.width !== size.width || last.size.height !== size.height) last = { size, drawn: draw(size) };
    return last.drawn;
  };
  const renderer =
    (marksOf: (drawn: Drawn, index: number) => readonly Mark[], z2: number): CustomSeriesRenderItem =>
    (params, api) => ({
      type: 'group',
      children: marksOf(drawnIn({ width: api.getWidth(), height: api.getHeight() }), params.dataIndex).map((mark) =>
        elementOf(mark, theme, z2),
      ),
    });
  return {
    animation: false,
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        // Only items can be pointed at: the frame is silent.
        const item = items[(params as { dataIndex: number }).dataIndex];
        return item ? tooltipHtml(item.name, item.said) : '';
      },
    },
    series: [
      {
        id: 'frame',
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: [0],
        renderItem: renderer((drawn) => drawn.frame, 0),
      },
      {
        id: 'items',
        type: 'custom',
        coordinateSystem: 'none',
        data: items.map(({ name, value }) => ({ name, value: [...value] as number[] })),
        renderItem: renderer((drawn, index) => drawn.items[index] ?? [], 0),
      },
    ],
  };
}

type Element = Extract<CustomSeriesRenderItemReturn, { type: 'group' }>['children'][number];

/**
 * At another size an element may take the place of one of another type, and ECharts hands it the place of that one: each
 * says where it stands.
 */
const STANDS = { x: 0, y: 0, rotation: 0 } as const;
/** Texts lie over everything. */
const TEXT_Z = 20;

function elementOf(mark: Mark, theme: ChartTheme, z2: number): Element {
  switch (mark.type) {
    case 'rect': {
      const { x, y, width, height, fill = 'transparent', stroke, hatched } = mark;
      const decal = hatched ? { decal: hatch(theme) } : {};
      return {
        type: 'rect',
        ...STANDS,
        z2,
        shape: { x, y, width, height },
        style: { fill, stroke, lineWidth: stroke ? 1 : 0, ...decal },
      };
    }
    case 'line':
      return {
        type: 'polyline',
        ...STANDS,
        // Names the lines that carry figures: a test holds them apart without colour.
        name: mark.series,
        z2: z2 + 2,
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: {
          fill: 'none',
          stroke: mark.stroke,
          lineWidth: mark.width,
          lineDash: mark.dash ? [...mark.dash] : undefined,
        },
      };
    case 'area':
      return {
        type: 'polygon',
        ...STANDS,
        z2,
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: { fill: mark.fill },
      };
    case 'dot':
      return {
        type: 'circle',
        ...STANDS,
        z2: z2 + 4,
        shape: { cx: mark.x, cy: mark.y, r: mark.radius },
        style: { fill: mark.fill, stroke: mark.stroke, lineWidth: mark.stroke ? 1.2 : 0 },
      };
    case 'text':
      return {
        type: 'text',
        z2: TEXT_Z,
        x: mark.x,
        y: mark.y,
        rotation: mark.upright ? Math.PI / 2 : 0,
        style: {
          text: mark.text,
          fill: mark.colour,
          fontFamily: CHART_FONT,
          fontSize: mark.size,
          fontWeight: mark.bold ? 'bold' : 'normal',
          align: mark.align ?? 'left',
          verticalAlign: 'middle',
          ...(mark.halo ? { stroke: mark.halo, lineWidth: 3 } : {}),
        },
      };
  }
}
