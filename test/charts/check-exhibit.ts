import type { EChartsOption } from 'echarts';
import { levelKey, levelNumeral, WARNING_LEVELS } from '../../src/base/level';
import type { Lang } from '../../src/base/text';
import type { Exhibit } from '../../src/briefing/exhibits/exhibit';
import type { ChartModel } from '../../src/charts/chart-model';
import { exhibitHeight, exhibitModel } from '../../src/charts/exhibits/exhibit-model';
import type { MapOutline } from '../../src/base/map-outline';
import { type Box, overlap, textBox } from '../../src/charts/exhibits/marks';
import { renderExhibitSvg } from '../../src/charts/render-svg';
import { CHART_THEMES, type ChartTheme, type ThemeName } from '../../src/charts/theme';
import { contrast } from './colour';

/** An element of one of our own drawings, as far as a check needs it. */
interface Element {
  readonly type: string;
  readonly name?: string;
  readonly x?: number;
  readonly y?: number;
  readonly rotation?: number;
  readonly children?: readonly Element[];
  readonly style?: Readonly<Record<string, unknown>>;
}

/**
 * What must hold of every chart, whatever it shows: words, unit, source, table; no number that is none; colours from the
 * theme alone, level colours only with their numeral; lines that differ without colour; no text on another or over the edge.
 * @returns one sentence per fault
 */
export function checkExhibit(exhibit: Exhibit, name: ThemeName, lang: Lang, outline: MapOutline | null): string[] {
  const theme = CHART_THEMES[name];
  const model = exhibitModel(exhibit, theme, lang);
  return [
    ...wordFaults(exhibit, model, lang),
    ...numberFaults(model.option),
    ...lineFaults(elementsOf(model.option, 900, exhibitHeight(exhibit)), theme),
    ...[600, 1400].flatMap((width) => overlapFaults(exhibit, theme, lang, width)),
    ...colourFaults(renderExhibitSvg(exhibit, { width: 900, lang, theme: name, words: true, outline }), theme),
  ];
}

function wordFaults(exhibit: Exhibit, model: ChartModel, lang: Lang): string[] {
  const found: string[] = [];
  const { title, subtitle, description, table } = model;
  for (const [what, words] of Object.entries({ title, subtitle, description, source: exhibit.source })) {
    if (words.trim() === '') found.push(`no ${what}`);
    if (/\{\w+\}|undefined|NaN/.test(words)) found.push(`${what} with an unfilled place: ${words}`);
    if (lang === 'en' && /[\u4e00-\u9fff]/.test(words)) found.push(`${what} in Chinese: ${words}`);
  }
  if (table.head.length === 0 || table.rows.length === 0) found.push('no table');
  if (table.rows.some((row) => row.length !== table.head.length)) found.push('a row of the table has other columns');
  const measure = 'measure' in exhibit.data ? exhibit.data.measure : null;
  const units = [subtitle, ...table.head].join(' ');
  if (measure && measure.unit !== '' && !units.includes(measure.unit))
    found.push(`unit ${measure.unit} is nowhere said`);
  return found;
}

/** NaN and ±∞ anywhere in the data of the option. Gaps are null. */
function numberFaults(option: EChartsOption): string[] {
  const found: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'number' && !Number.isFinite(node)) found.push(`${path} is ${node}`);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
  };
  walk(option, 'option');
  return found;
}

/** What our own series draw in so many pixels; drawings with axes of ECharts yield nothing here. */
export function elementsOf(option: EChartsOption, width: number, height: number): readonly Element[] {
  const api = { getWidth: () => width, getHeight: () => height };
  const flat = (element: Element): readonly Element[] => [element, ...(element.children ?? []).flatMap(flat)];
  return [option.series ?? []].flat().flatMap((series) => {
    if (series.type !== 'custom' || series.coordinateSystem !== 'none' || series.id === 'tiles') return [];
    const draw = series.renderItem as unknown as (params: { dataIndex: number }, api: unknown) => Element;
    return ((series.data ?? []) as unknown[]).flatMap((_, dataIndex) => flat(draw({ dataIndex }, api)));
  });
}

function lineFaults(elements: readonly Element[], theme: ChartTheme): string[] {
  const looks = new Map<string, { stroke: string; dash: string; width: number }>();
  for (const { name, style } of elements) {
    if (name === undefined || style === undefined) continue;
    looks.set(name, { stroke: String(style.stroke), dash: String(style.lineDash), width: Number(style.lineWidth) });
  }
  const list = [...looks];
  return [
    ...list.flatMap(([name, { stroke }]) =>
      contrast(stroke, theme.card) < 3 ? [`line ${name} is too pale: ${stroke}`] : [],
    ),
    ...list.flatMap(([a, x], i) =>
      list.slice(i + 1).flatMap(([b, y]) => {
        const apart = x.dash !== y.dash || Math.abs(x.width - y.width) >= 0.8 || contrast(x.stroke, y.stroke) >= 1.5;
        return apart ? [] : [`lines ${a} and ${b} differ in colour alone`];
      }),
    ),
  ];
}

function overlapFaults(exhibit: Exhibit, theme: ChartTheme, lang: Lang, width: number): string[] {
  const height = exhibitHeight(exhibit);
  const texts = elementsOf(exhibitModel(exhibit, theme, lang).option, width, height).flatMap(
    ({ type, x, y, rotation, style }) => {
      if (type !== 'text' || style === undefined) return [];
      const text = String(style.text);
      const align = style.align as 'left' | 'center' | 'right';
      const size = Number(style.fontSize);
      return [
        {
          text,
          box: textBox({
            x: x!,
            y: y!,
            text,
            size: size * 0.96,
            align,
            bold: style.fontWeight === 'bold',
            upright: rotation !== 0,
          }),
        },
      ];
    },
  );
  return texts.flatMap(({ text, box }, i) => [
    ...(outside(box, width, height) ? [`at ${width}: “${text}” goes over the edge`] : []),
    ...texts
      .slice(i + 1)
      .flatMap((other) => (overlap(box, other.box) ? [`at ${width}: “${text}” lies on “${other.text}”`] : [])),
  ]);
}

const outside = ({ x0, x1, y0, y1 }: Box, width: number, height: number): boolean =>
  x0 < -1 || y0 < -1 || x1 > width + 1 || y1 > height + 1;

/** Every colour is one of the theme; where that of a level is, its numeral is too. */
function colourFaults(svg: string, theme: ChartTheme): string[] {
  const used = new Set([...svg.matchAll(/#[0-9a-f]{6}\b|rgba?\([^)]*\)/gi)].map(([colour]) => hexOf(colour)));
  const known = new Set(JSON.stringify(theme).match(/#[0-9a-f]{6}/g));
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]!).join(' ');
  return [
    ...[...used].filter((colour) => !known.has(colour)).map((colour) => `${colour} is no colour of the theme`),
    ...WARNING_LEVELS.flatMap((level) => {
      const { fill, text, band } = theme.levels[levelKey(level)];
      const told = [fill, text, band].some((colour) => used.has(colour));
      return told && !words.includes(levelNumeral(level)) ? [`colour of level ${level} without its numeral`] : [];
    }),
  ];
}

function hexOf(colour: string): string {
  if (colour.startsWith('#')) return colour.toLowerCase();
  const parts = colour.match(/[\d.]+/g)!.slice(0, 3);
  return `#${parts.map((p) => Math.round(Number(p)).toString(16).padStart(2, '0')).join('')}`;
}
