import { type Frequency, parsePeriod } from '../base/period';
import type { Issue, IssueType } from '../base/issue';
import type { RegionTree } from '../base/regions';
import { sayBoth, type Text } from '../base/text';
import { type Header, readHeader } from '../observations/csv-header';
import { decodeBytes, type TextSink } from '../observations/decode';
import { createIssueLog, issueOf, ownText } from '../observations/issue-log';
import type { OpenBytes } from '../observations/read-result';
import { createCsvScanner, type CsvRecord, MAX_RECORD } from '../observations/scan-csv';
import { DETAIL, EXPECTED } from '../observations/text';
import type { EpisodeRow } from './events';
import { TEXT } from './text';

const COLUMNS = ['region_code', 'start', 'end', 'label'] as const;
type ColumnName = (typeof COLUMNS)[number];

const SPEC = {
  columns: COLUMNS,
  required: ['region_code', 'start', 'end'],
  words: { region_code: ['code', 'region', '地区代码'], start: ['from', 'begin', '开始'], end: ['to', '结束'] },
} as const;

/**
 * A file of episodes (CSV): `region_code,start,end` and perhaps `label`, periods of the graded frequency, both ends
 * included; region_code empty or `*`: every region. With any fault there are no episodes, and every fault is listed.
 */
export async function readEpisodes(
  open: OpenBytes,
  tree: RegionTree,
  frequency: Frequency,
): Promise<{ rows: EpisodeRow[] | null; issues: Issue[] }> {
  const decoded = await decodeBytes(open, () => createEpisodeReader(tree, frequency));
  if (!decoded.sink) return { rows: null, issues: [...decoded.issues] };
  const { rows, issues } = decoded.sink.result();
  const all = [...decoded.issues, ...issues];
  return { rows: all.some((i) => i.severity === 'fault') ? null : rows, issues: all };
}

interface EpisodeReader extends TextSink {
  result(): { rows: EpisodeRow[]; issues: Issue[] };
}

function createEpisodeReader(tree: RegionTree, frequency: Frequency): EpisodeReader {
  const log = createIssueLog();
  const rows: EpisodeRow[] = [];
  let header: Header<ColumnName> | null = null;
  let headerSeen = false;
  const fault = (type: IssueType, line: number, column: string, given: string, expected: Text, detail: Text): void => {
    if (log.wants(type)) log.list(issueOf(type, 'fault', line, column, given, expected, detail));
  };

  function takeRow(record: CsvRecord, { at, names }: Header<ColumnName>): void {
    if (record.count !== names.length) {
      const words = { count: record.count, header: names.length };
      const [type, detail] =
        record.count < names.length
          ? (['short_row', DETAIL.shortRow] as const)
          : (['long_row', DETAIL.longRow] as const);
      fault(type, record.line, '', '', sayBoth(EXPECTED.fields, words), sayBoth(detail, words));
      return;
    }
    const cell = (column: ColumnName): string => (at[column] < 0 ? '' : ownText(record.field(at[column]).trim()));
    const period = (column: 'start' | 'end'): number | null => {
      const parsed = parsePeriod(cell(column));
      if (parsed?.frequency === frequency) return parsed.period;
      fault('bad_period', record.line, column, cell(column), TEXT.period, TEXT.badPeriod);
      return null;
    };
    const code = cell('region_code');
    const everywhere = code === '' || code === '*';
    if (!everywhere && !tree.indexOf.has(code)) {
      fault('unknown_region', record.line, 'region_code', code, TEXT.knownRegion, TEXT.unknownRegion);
    }
    const first = period('start');
    const last = period('end');
    if (first === null || last === null) return;
    if (last < first) {
      fault('bad_period', record.line, 'end', cell('end'), TEXT.notBackwards, TEXT.backwards);
      return;
    }
    rows.push({ regionCode: everywhere ? null : code, first, last, name: cell('label') });
  }

  const scanner = createCsvScanner({
    onRecord(record) {
      if (headerSeen) {
        if (header) takeRow(record, header);
        return;
      }
      headerSeen = true;
      const cells = Array.from({ length: Math.min(record.count, 256) }, (_, k) => record.field(k));
      const found = readHeader<ColumnName>(cells, record.line, SPEC);
      header = found.header;
      for (const issue of found.issues) {
        if (!log.wants(issue.type)) continue;
        const whole = issue.type === 'wrong_header' && issue.column === '';
        log.list(whole ? { ...issue, expected: TEXT.episodeHeader } : issue);
      }
    },
    onBroken(line, start) {
      headerSeen = true;
      const detail = sayBoth(DETAIL.endlessRow, { limit: MAX_RECORD });
      fault('malformed_csv', line, '', start, EXPECTED.quotes, detail);
    },
  });
  return {
    ...scanner,
    result() {
      if (!headerSeen) fault('empty_file', 0, '', '', TEXT.episodeHeader, DETAIL.emptyFile);
      else if (header && rows.length === 0) fault('empty_file', 0, '', '', TEXT.episodeHeader, TEXT.noEpisodes);
      return { rows, issues: log.finish().issues };
    },
  };
}
