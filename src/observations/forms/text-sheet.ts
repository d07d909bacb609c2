import { decodeText, type TextSink } from '../decode';
import type { OpenBytes } from '../read-result';
import { createCsvScanner } from '../scan-csv';
import type { Sheet, SheetRow } from '../tables/sheet';

/**
 * A delimited text as a sheet that is read anew at each scan: the rows of a large file are never held together.
 * `label`: of a decoder. Blank lines are rows, too.
 */
export function textSheet(open: OpenBytes, label: string, delimiter: string): Sheet {
  return {
    name: '',
    hidden: false,
    merges: [],
    date1904: false,
    async scan(onRow, signal) {
      await decodeText(open, label, rowSink(delimiter, onRow), signal);
    },
  };
}

/** Text to rows. A line whose quotes do not pair is handed out as one cell, as it stands. */
function rowSink(delimiter: string, onRow: (row: SheetRow) => void): TextSink {
  return createCsvScanner(
    {
      onRecord(record) {
        const count = Math.min(record.count, record.start.length);
        const cells: string[] = [];
        for (let k = 0; k < count; k++) cells.push(record.field(k));
        onRow({ line: record.line, cells });
      },
      onBroken: (line, start) => onRow({ line, cells: [start] }),
    },
    { delimiter, blanks: true },
  );
}
