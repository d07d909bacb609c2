import { textWidth } from '../text-width';

/**
 * What an exhibit consists of, in pixels: layouts yield marks (pure, and measured by tests), mark-option.ts hands them to
 * ECharts. Direct labels need the true size of the drawing, which an option with axes does not know when it is made.
 */
export type Mark = RectMark | LineMark | AreaMark | DotMark | TextMark;

export interface RectMark {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly hatched?: boolean;
}

export interface LineMark {
  readonly type: 'line';
  readonly points: readonly Point[];
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly [on: number, off: number];
  /** Of a line that carries figures: which ones. Such lines differ in dash, width or lightness. */
  readonly series?: string;
}

export interface AreaMark {
  readonly type: 'area';
  readonly points: readonly Point[];
  readonly fill: string;
}

export interface DotMark {
  readonly type: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke?: string;
}

export interface TextMark {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Reads upwards, beginning at (x, y). */
  readonly upright?: boolean;
  /** Ground of the text, so that a line behind it does not cross the letters. */
  readonly halo?: string;
}

export type Point = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box around a text; its `y` is the middle of the line. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Bold letters are a little wider. */
const BOLD = 1.05;

export function widthOf(text: string, size: number, bold = false): number {
  return textWidth(text, size) * (bold ? BOLD : 1);
}

export function textBox({ x, y, text, size, bold, align = 'left', upright }: Omit<TextMark, 'colour' | 'type'>): Box {
  const width = widthOf(text, size, bold);
  if (upright) return { x0: x - size * 0.6, x1: x + size * 0.6, y0: y - width, y1: y };
  const x0 = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x0, x1: x0 + width, y0: y - size * 0.6, y1: y + size * 0.6 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** The text, shortened by an ellipsis where it is wider than there is room. The table has it in full. */
export function fit(text: string, room: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= room) return text;
  let kept = text;
  while (kept.length > 1 && widthOf(`${kept}…`, size, bold) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Stretches of figures without a gap: `[from, to]`, both in. */
export function stretches(values: readonly (number | null)[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = -1;
  for (let i = 0; i <= values.length; i++) {
    const there = i < values.length && values[i] !== null;
    if (there && from < 0) from = i;
    if (!there && from >= 0) {
      found.push([from, i - 1]);
      from = -1;
    }
  }
  return found;
}
