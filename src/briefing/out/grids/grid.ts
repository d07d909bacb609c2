/**
 * A table whose cells carry levels: level tape, heatmap and tiles on paper. PowerPoint and Word get it as a table of
 * their own, with the colour and always the numeral or the word.
 */
export interface Grid {
  /** Of the columns, relative to their sum. */
  readonly shares: readonly number[];
  readonly head: readonly (readonly GridCell[])[];
  readonly rows: readonly (readonly GridCell[])[];
  /** What the colours mean, in one line. */
  readonly legend: string;
}

export interface GridCell {
  readonly text: string;
  /** Level byte that the cell is filled with; null = no fill. */
  readonly level: number | null;
  readonly span?: number;
  readonly bold?: boolean;
  readonly align?: 'start' | 'center' | 'end';
  /** Written from bottom to top (from top to bottom in Chinese). */
  readonly upright?: boolean;
}

export const plainCell = (text: string, more: Partial<GridCell> = {}): GridCell => ({ text, level: null, ...more });
