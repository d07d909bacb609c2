import type { Issue } from '../../base/issue';
import type { Sheet } from '../tables/sheet';

/** What the bytes turned out to be, whatever the file is called. */
export type FileForm =
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'ods'
  | 'html'
  | 'json-feed'
  | 'json-stat'
  | 'json-rows'
  | 'sdmx-csv'
  | 'unknown';

export interface OpenedFile {
  readonly form: FileForm;
  /** As shown: `UTF-8`, `GB18030`, …; empty for workbooks. */
  readonly encoding: string;
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
  readonly bytes: number;
  /** What is to be said about the file as a whole; a fault means that there are no sheets. */
  readonly issues: readonly Issue[];
  readonly sheets: readonly Sheet[];
  /** The parsed text of `json-feed`. */
  readonly json?: unknown;
}

export const NOTHING_OPENED: OpenedFile = {
  form: 'unknown',
  encoding: '',
  digest: '',
  bytes: 0,
  issues: [],
  sheets: [],
};
