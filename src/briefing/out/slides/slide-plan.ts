/** Measures of a slide in inches (16:9), and how its text is set. Nothing stands nearer to the edge than the margin. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.5 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const INNER = SLIDE.width - 2 * SLIDE.margin;

export const BOXES = {
  kicker: { x: SLIDE.margin, y: 0.32, w: 7.6, h: 0.32 },
  /** At most; it is as wide as its words. */
  mark: { x: 8.3, y: 0.3, w: SLIDE.width - SLIDE.margin - 8.3, h: 0.34 },
  title: { x: SLIDE.margin, y: 0.7, w: INNER, h: 0.84 },
  /** Beside an exhibit, and where there is none. */
  words: { x: SLIDE.margin, y: 1.78, w: 3.75, h: 4.82 },
  wordsAlone: { x: SLIDE.margin, y: 1.78, w: INNER, h: 4.82 },
  subtitle: { x: 4.6, y: 1.72, w: SLIDE.width - SLIDE.margin - 4.6, h: 0.44 },
  exhibit: { x: 4.6, y: 2.18, w: SLIDE.width - SLIDE.margin - 4.6, h: 4.1 },
  exhibitSource: { x: 4.6, y: 6.32, w: SLIDE.width - SLIDE.margin - 4.6, h: 0.3 },
  foot: { x: SLIDE.margin, y: 6.78, w: INNER - 1, h: 0.46 },
  page: { x: SLIDE.width - SLIDE.margin - 0.9, y: 6.78, w: 0.9, h: 0.46 },
} as const satisfies Record<string, Box>;

/** Sizes of letters in points, largest first: the first that fits is taken. */
export const SIZES = {
  titleInOneLine: [24, 22, 20],
  title: [24, 22, 20, 18, 16],
  words: [15, 14, 13, 12, 11, 10.5, 10],
  wordsAlone: [20, 18, 16, 15, 14, 13],
  small: [9, 8.5, 8, 7.5, 7],
  subtitle: [11, 10.5, 10, 9, 8],
} as const;

export const SPACING = { line: 1.28, afterEm: 0.55 } as const;
export const TIGHT = { line: 1.2, afterEm: 0 } as const;

export const pt = (inches: number): number => inches * 72;
