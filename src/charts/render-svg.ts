import type { Lang } from '../base/text';
import type { Exhibit } from '../briefing/exhibits/exhibit';
import { exhibitHeight, exhibitModel } from './exhibits/exhibit-model';
import type { ExhibitOutline } from './exhibits/level-map-option';
import type { MapOutline } from '../base/map-outline';
import { echarts } from './register-figures';
import { registerOutline } from './register';
import { frameSvg, frameWords } from './svg-frame';
import { textWidth } from './text-width';
import { CHART_THEMES, type ThemeName } from './theme';

export interface RenderOptions {
  /** Of the whole, in pixels, words and all; without a height as high as it needs. */
  readonly width: number;
  readonly height?: number;
  readonly lang: Lang;
  readonly theme: ThemeName;
  /** Title, subtitle and source around the chart. */
  readonly words: boolean;
  /** For maps (`parseOutline`); without it, or where it lacks a region, they are drawn as tiles. */
  readonly outline?: MapOutline | null;
}

/**
 * An exhibit as one SVG: in the page, in a worker and in Node, the same bytes for the same exhibit. Where there is less
 * room than the drawing needs, all of it is made smaller, so that nothing touches.
 */
export function renderExhibitSvg(exhibit: Exhibit, options: RenderOptions): string {
  const { width, lang, theme: name } = options;
  const theme = CHART_THEMES[name];
  const outline = registered(exhibit, options.outline ?? null);
  const needed = exhibitHeight(exhibit, outline);
  const natural = frameWords(exhibit, width, options.words);
  const height = options.height ?? natural.head + needed + natural.foot;
  // With words the frame takes what its lines need at this width.
  let zoom = 1;
  let frame = natural;
  for (let k = 0; k < 12 && height * zoom - frame.head - frame.foot < Math.min(needed, MOST_ZOOM * height); k++) {
    zoom *= 1.15;
    frame = frameWords(exhibit, width * zoom, options.words);
  }
  const chartWidth = width * zoom - 2 * frame.margin;
  const chartHeight = height * zoom - frame.head - frame.foot;
  const model = exhibitModel(exhibit, theme, lang, { outline, height: chartHeight });
  return frameSvg({
    exhibit,
    lang,
    frame,
    theme,
    width,
    height,
    zoom,
    chart: drawSvg(model.option, chartWidth, chartHeight, name),
  });
}

const MOST_ZOOM = 4;
const OUTLINE = 'exhibit-outline';

function registered(exhibit: Exhibit, outline: MapOutline | null): ExhibitOutline | null {
  if (exhibit.kind !== 'level-map' || outline === null) return null;
  registerOutline(OUTLINE, outline.geoJson);
  return { name: OUTLINE, places: outline.places };
}

/** Always disposed: a live instance holds the process. */
function drawSvg(
  option: Parameters<echarts.ECharts['setOption']>[0],
  width: number,
  height: number,
  theme: ThemeName,
): string {
  measuring.estimated = true;
  const chart = echarts.init(null, theme, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
    measuring.estimated = false;
  }
}

/** Pictures are measured by estimate, so that page, worker and Node agree; charts on the screen by the browser. */
const measuring = { estimated: false };
const context = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');

echarts.setPlatformAPI({
  measureText(text: string, font?: string) {
    const px = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
    if (measuring.estimated || !context) return { width: textWidth(text, px) };
    context.font = font ?? '12px sans-serif';
    return { width: context.measureText(text).width };
  },
});
