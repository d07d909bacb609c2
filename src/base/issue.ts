import type { Text } from './text';

/**
 * What is wrong (or worth knowing) about data that came from outside, as a value.
 * `fault`: something was held back or refused; `note`: taken, but say so.
 * Wrong data is an Issue; a bug is an exception.
 */
export interface Issue {
  readonly type: IssueType;
  readonly severity: 'fault' | 'note';
  /** Line in the file, counted from 1 with the header; 0 when the whole file is meant. */
  readonly row: number;
  /** Column header, or empty when the whole row or file is meant. */
  readonly column: string;
  /** What was found, as it stood, cut to a readable length. */
  readonly given: string;
  /** What was expected instead. */
  readonly expected: Text;
  /** The matter in one sentence. */
  readonly detail: Text;
  /** Region and period in words where they are known ("包头市 2018-08"); otherwise the line. */
  readonly where: string;
}

export type IssueType =
  | 'empty_file'
  | 'not_text'
  | 'encoding'
  | 'wrong_header'
  | 'missing_column'
  | 'unknown_column'
  | 'short_row'
  | 'long_row'
  | 'malformed_csv'
  | 'unknown_region'
  | 'region_name_mismatch'
  | 'unknown_indicator'
  | 'bad_period'
  | 'bad_value'
  | 'missing_value'
  | 'out_of_range'
  | 'unknown_unit'
  | 'unit_mismatch'
  | 'unit_scale'
  | 'bad_known_on'
  | 'unknown_status'
  | 'exact_duplicate'
  | 'conflicting_duplicate'
  | 'revision'
  // Tables as people make them (observations/tables): what was seen, in the words of the file.
  | 'bom'
  | 'title_row'
  | 'unit_row'
  | 'subtotal_row'
  | 'blank_row'
  | 'footnote_row'
  | 'unread_row'
  | 'merged_header'
  | 'index_column'
  | 'trailing_columns'
  | 'thousands_separator'
  | 'mixed_dates'
  | 'excel_serial_date'
  | 'non_monthly_period'
  | 'cumulative_indicator'
  | 'form_mismatch'
  | 'structural_missing'
  | 'reversed_time'
  | 'negative_values'
  | 'not_understood'
  | 'hidden_sheet'
  | 'refused_workbook'
  | 'formula'
  | 'bad_region_table'
  | 'bad_contract'
  | 'too_many_issues';

/** Text of a foreign cell, safe to show in one line. Content is never interpreted as markup anywhere. */
export function quoteGiven(cell: string): string {
  const flat = cell.replace(/\s+/g, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat;
}
