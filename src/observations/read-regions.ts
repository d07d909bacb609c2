import type { Issue } from '../base/issue';
import { buildRegionTree, type RegionRow, type RegionTree } from '../base/regions';
import { sayBoth } from '../base/text';
import { type Header, readHeader } from './csv-header';
import { parseNumber } from './csv-values';
import { decodeBytes, type TextSink } from './decode';
import { createIssueLog, issueOf, ownText } from './issue-log';
import type { OpenBytes } from './read-result';
import { createCsvScanner, type CsvRecord, MAX_RECORD } from './scan-csv';
import { DETAIL, EXPECTED } from './text';
import { saysMissing } from './words/number-words';

export const REGION_COLUMNS = [
  'region_code',
  'region_name',
  'region_name_en',
  'level',
  'parent_code',
  'labour_force',
  'employed',
  'insured',
  'traits',
  'coal_steel_power_share',
  'promoted',
] as const;
type Column = (typeof REGION_COLUMNS)[number];

const SPEC = {
  columns: REGION_COLUMNS,
  required: ['region_code', 'region_name'],
  words: {
    region_code: ['code', 'adcode', '地区代码', '区划代码', '代码'],
    region_name: ['name', '地区', '地区名称', '名称'],
    parent_code: ['parent', '上级代码'],
    labour_force: ['labor_force', '劳动力'],
  },
} as const;

/** More lines than all towns of a country have: what is larger is no region table. */
const MOST_REGIONS = 60_000;

/**
 * A region table (CSV) as a tree. Only code and name are required; without parent codes all regions stand side by
 * side. With any fault there is no tree, and every fault is listed.
 */
export async function readRegions(open: OpenBytes): Promise<{ tree: RegionTree | null; issues: Issue[] }> {
  const decoded = await decodeBytes(open, createTableReader);
  if (!decoded.sink) return { tree: null, issues: [...decoded.issues] };
  const { rows, lines, issues } = decoded.sink.result();
  const all = [...decoded.issues, ...issues];
  if (all.some((i) => i.severity === 'fault')) return { tree: null, issues: all };
  const { tree, faults } = buildRegionTree(`file:${decoded.digest.slice(0, 12)}`, rows);
  for (const { row, column, given, detail } of faults) {
    const words = sayBoth(DETAIL.badRegionTable, { detail });
    all.push(issueOf('bad_region_table', 'fault', lines[row - 1] ?? 0, column, given, EXPECTED.region, words));
  }
  return { tree, issues: all };
}

interface TableReader extends TextSink {
  result(): { rows: readonly RegionRow[]; lines: readonly number[]; issues: Issue[] };
}

function createTableReader(): TableReader {
  const log = createIssueLog();
  const rows: RegionRow[] = [];
  const lines: number[] = [];
  let header: Header<Column> | null = null;
  let headerSeen = false;

  function takeRow(record: CsvRecord, { at, names }: Header<Column>): void {
    const cell = (column: Column): string => {
      const k = at[column];
      return k < 0 || k >= record.count ? '' : ownText(record.field(k).trim());
    };
    const number = (column: Column): number => {
      const given = cell(column);
      const value = parseNumber(given);
      if (value !== null && value >= 0 && Number.isFinite(value)) return value;
      if (!saysMissing(given) && log.wants('bad_region_table')) {
        const detail = sayBoth(DETAIL.badNumber, { given: given.slice(0, 60) });
        log.list(issueOf('bad_region_table', 'fault', record.line, column, given, EXPECTED.number, detail));
      }
      return NaN;
    };
    if (record.count < names.length && log.wants('short_row')) {
      const words = { count: record.count, header: names.length };
      const given = record.text.slice(record.start[0]!, record.start[0]! + 80);
      const expected = sayBoth(EXPECTED.fields, words);
      log.list(issueOf('short_row', 'fault', record.line, '', given, expected, sayBoth(DETAIL.shortRow, words)));
    }
    lines.push(record.line);
    rows.push({
      code: cell('region_code'),
      nameZh: cell('region_name'),
      nameEn: cell('region_name_en'),
      level: cell('level'),
      parentCode: cell('parent_code'),
      labourForce: number('labour_force'),
      employed: number('employed'),
      insured: number('insured'),
      traits: cell('traits')
        .split(';')
        .map((t) => t.trim())
        .filter((t) => t !== ''),
      coalSteelPowerShare: number('coal_steel_power_share'),
      promoted: ['true', '1', 'yes', '是'].includes(cell('promoted').toLowerCase()),
    });
  }

  const scanner = createCsvScanner({
    onRecord(record) {
      if (!headerSeen) {
        headerSeen = true;
        const cells = Array.from({ length: Math.min(record.count, 256) }, (_, k) => record.field(k));
        const found = readHeader<Column>(cells, record.line, SPEC);
        header = found.header;
        for (const issue of found.issues)
          if (log.wants(issue.type)) log.list({ ...issue, expected: expectedOf(issue) });
      } else if (header) {
        if (rows.length < MOST_REGIONS) takeRow(record, header);
        else if (log.wants('bad_region_table')) {
          const detail = sayBoth(DETAIL.tooManyRegions, { limit: MOST_REGIONS });
          log.list(issueOf('bad_region_table', 'fault', record.line, '', '', EXPECTED.regionHeader, detail));
        }
      }
    },
    onBroken(line, start) {
      headerSeen = true;
      const detail = sayBoth(DETAIL.endlessRow, { limit: MAX_RECORD });
      if (log.wants('malformed_csv'))
        log.list(issueOf('malformed_csv', 'fault', line, '', start, EXPECTED.quotes, detail));
    },
  });
  return {
    ...scanner,
    result() {
      if (!headerSeen && log.wants('empty_file')) {
        log.list(issueOf('empty_file', 'fault', 0, '', '', EXPECTED.regionHeader, DETAIL.emptyFile));
      }
      return { rows, lines, issues: log.finish().issues };
    },
  };
}

const expectedOf = (issue: Issue): Issue['expected'] =>
  issue.type === 'wrong_header' && issue.column === '' ? EXPECTED.regionHeader : issue.expected;
