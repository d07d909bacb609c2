import type { Lang } from '../base/text';
import type { ExhibitWords } from '../briefing/exhibits/exhibit';
import { wrapWords } from './chart-image';
import { escapeHtml } from './escape-html';
import { textWidth } from './text-width';
import { CHART_FONT, type ChartTheme } from './theme';

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly look: 'ink' | 'ink2' | 'ink3';
  /** Baseline from the top of its block. */
  readonly y: number;
}

/** The words around a chart, broken into lines for a width, and the room that they take. */
export interface Frame {
  readonly margin: number;
  readonly head: number;
  readonly foot: number;
  readonly headLines: readonly Line[];
  readonly footLines: readonly Line[];
}

const MARGIN = 16;
const GAP = 10;

export function frameWords(words: ExhibitWords, width: number, shown: boolean): Frame {
  if (!shown) return { margin: 0, head: 0, foot: 0, headLines: [], footLines: [] };
  const head = block(
    [
      { text: words.title, size: 17, bold: true, look: 'ink', step: 24 },
      { text: words.subtitle, size: 13, bold: false, look: 'ink2', step: 19 },
    ],
    width - 2 * MARGIN,
  );
  const foot = block([{ text: words.source, size: 12, bold: false, look: 'ink3', step: 18 }], width - 2 * MARGIN);
  return {
    margin: MARGIN,
    head: MARGIN + head.height + GAP,
    foot: GAP + foot.height + MARGIN,
    headLines: head.lines,
    footLines: foot.lines,
  };
}

function block(parts: readonly (Omit<Line, 'y'> & { readonly step: number })[], width: number) {
  const lines: Line[] = [];
  let height = 0;
  for (const { text, size, bold, look, step } of parts) {
    for (const line of wrapWords(text, width, (t) => runningWidth(t, size, bold))) {
      height += step;
      lines.push({ text: line, size, bold, look, y: height - step * 0.3 });
    }
  }
  return { lines, height };
}

/** Chinese fonts draw the quotation marks of English a full square wide unless told otherwise. */
const PROPORTIONAL = ' style="font-variant-east-asian:proportional-width"';

/** Labels reckon with wide letters; in running text the narrow ones and the spaces make up for them. */
function runningWidth(text: string, size: number, bold: boolean): number {
  const latin = text.replace(/[\u2014\u2018-\u201d\u2026\u2150-\u218f\u2e80-\uffef]/g, '').length;
  return textWidth(text, size) - latin * size * (bold ? 0.05 : 0.08);
}

interface FrameCall {
  readonly exhibit: ExhibitWords;
  readonly lang: Lang;
  readonly frame: Frame;
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** An SVG document of the chart alone. */
  readonly chart: string;
}

/** One SVG of the chart and its words on the ground of the theme. */
export function frameSvg({ exhibit, lang, frame, theme, width, height, zoom, chart }: FrameCall): string {
  const [w, h] = [round(width * zoom), round(height * zoom)];
  const write = (lines: readonly Line[], top: number): string =>
    lines
      .map(
        ({ text, size, bold, look, y }) =>
          `<text x="${frame.margin}" y="${round(top + y)}" font-size="${size}"${bold ? ' font-weight="bold"' : ''} fill="${theme[look]}">${escapeHtml(text)}</text>`,
      )
      .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" role="img" font-family="${CHART_FONT}"${lang === 'en' ? PROPORTIONAL : ''}>` +
    `<title>${escapeHtml(exhibit.title)}</title><desc>${escapeHtml(exhibit.description)}</desc>` +
    `<rect width="${w}" height="${h}" fill="${theme.card}"/>` +
    write(frame.headLines, MARGIN) +
    `<g transform="translate(${frame.margin} ${round(frame.head)})">${contentOf(chart, exhibit.id)}</g>` +
    write(frame.footLines, h - frame.foot + GAP) +
    '</svg>'
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * What stands inside a drawing of ECharts, with names that depend on the exhibit alone: ECharts counts its drawings, and
 * two of them on a page must not share a pattern.
 */
function contentOf(chart: string, id: string): string {
  const from = chart.indexOf('>') + 1;
  const inside = chart.slice(from, chart.lastIndexOf('</svg>'));
  const prefix = `fs-${id.replace(/[^\w-]/g, '-')}-`;
  return (
    inside
      // Looks under the pointer, which a picture does not need; their names are counted too.
      .replace(/<style[^]*?<\/style>/g, '')
      .replace(/ (class|ecmeta_[\w-]+)="[^"]*"/g, '')
      .replace(/\bzr\d+-/g, prefix)
  );
}
