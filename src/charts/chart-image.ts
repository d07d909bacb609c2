import type { ECharts } from 'echarts';
import { CHART_FONT, type ChartTheme } from './theme';

const PIXEL_RATIO = 2;
const MARGIN = 16;

/** What stands around a chart on the page and must go with its image: finding, measure, source. */
export interface ImageWords {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
}

interface Line {
  readonly words: string;
  readonly font: string;
  readonly colour: string;
  /** Distance of the baseline from the top of its block. */
  readonly y: number;
}

/** A drawn chart as a PNG, with its words. SVG drawings are painted on a canvas first: ECharts gives only its own form. */
export async function chartImage(chart: ECharts, theme: ChartTheme, words: ImageWords): Promise<Blob> {
  const image = new Image();
  image.src = chart.getDataURL({ pixelRatio: PIXEL_RATIO, backgroundColor: theme.card });
  await image.decode();
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the image on');

  const width = chart.getWidth();
  const measureWith = (font: string) => (text: string) => {
    context.font = font;
    return context.measureText(text).width;
  };
  const block = (parts: readonly { words: string; font: string; colour: string; height: number }[]) => {
    const lines: Line[] = [];
    let y = 0;
    for (const { words: text, font, colour, height } of parts) {
      for (const line of wrapWords(text, width, measureWith(font))) {
        y += height;
        lines.push({ words: line, font, colour, y: y - height * 0.3 });
      }
    }
    return { lines, height: y };
  };
  const head = block([
    { words: words.title, font: `700 16px ${CHART_FONT}`, colour: theme.ink, height: 23 },
    { words: words.subtitle, font: `13px ${CHART_FONT}`, colour: theme.ink2, height: 19 },
  ]);
  const foot = block([{ words: words.source, font: `12px ${CHART_FONT}`, colour: theme.ink3, height: 18 }]);

  const chartTop = MARGIN + head.height + 8;
  const footTop = chartTop + chart.getHeight() + 8;
  canvas.width = (width + 2 * MARGIN) * PIXEL_RATIO;
  canvas.height = (footTop + foot.height + MARGIN) * PIXEL_RATIO;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.fillStyle = theme.card;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, MARGIN, chartTop, width, chart.getHeight());
  const write = (lines: readonly Line[], top: number): void => {
    for (const line of lines) {
      context.font = line.font;
      context.fillStyle = line.colour;
      context.fillText(line.words, MARGIN, top + line.y);
    }
  };
  write(head.lines, MARGIN);
  write(foot.lines, footTop);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Breaks a text into lines of at most `width`: between words, and between any two Chinese characters. */
export function wrapWords(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    // Marks that close a phrase stay with it, even a little over the edge.
    if (line !== '' && measure(line + piece) > width && !/^[，。；：、）」』”%\s]/.test(piece)) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
