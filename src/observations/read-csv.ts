import { FREQUENCIES, formatPeriod, NO_DAY } from '../base/period';
import { Status } from '../base/status';
import { sayBoth } from '../base/text';
import { createCellGate, type PeriodSlot } from './cell-gate';
import { settleClaims } from './claims';
import { CSV_HEADER, type CsvColumn } from './csv-columns';
import { type Header, readHeader } from './csv-header';
import { parseDecimal, parseNumber } from './csv-values';
import { decodeBytes, type TextSink } from './decode';
import { append, createDraft, finishDraft } from './draft';
import { createIndicatorGate, type IndicatorSlot } from './indicator-gate';
import { createIssueLog, issueOf, ownText } from './issue-log';
import { createIndicatorNames } from './names/indicator-names';
import { createRegionNames } from './names/region-names';
import type { OpenBytes, ReadContext, ReadResult } from './read-result';
import { createRegionGate, NO_REGION } from './region-gate';
import { createCsvScanner, type CsvRecord, MAX_RECORD } from './scan-csv';
import { DETAIL, EXPECTED } from './text';
import { saysMissing } from './words/number-words';

const PREVIEW_ROWS = 8;
const PREVIEW_COLUMNS = 20;

/**
 * Reads the canonical long CSV (`region_code,region_name,indicator,period,value,unit,source[,known_on,status]`,
 * columns in any order). Streams: memory is that of the figures. Every fault is found before anything is said; a row
 * with a fault is held back, the others are taken. Of contradicting values the one in `choices` is taken. Never throws for what stands in the file.
 */
export async function readCsv(open: OpenBytes, context: ReadContext, options: CsvOptions = {}): Promise<ReadResult> {
  const { choices = {} } = options;
  const decoded = await decodeBytes(open, () => createCsvReader(context, choices), options.encoding);
  const read = (decoded.sink ?? createCsvReader(context, choices)).result(decoded.sink === null);
  const issueCounts: Record<string, number> = { ...read.issueCounts };
  for (const { type } of decoded.issues) issueCounts[type] = (issueCounts[type] ?? 0) + 1;
  const { digest, encoding, bytes } = decoded;
  return { ...read, digest, encoding, bytes, issues: [...decoded.issues, ...read.issues], issueCounts };
}

interface CsvOptions {
  /** Chosen row by `Conflict.key`. */
  readonly choices?: Readonly<Record<string, number>>;
  /** Label of an encoding; absent = detected. */
  readonly encoding?: string;
}

type CsvRead = Omit<ReadResult, 'digest' | 'encoding' | 'bytes'>;

interface CsvReader extends TextSink {
  /** `refused`: the file was no text; nothing is said about its rows. */
  result(refused: boolean): CsvRead;
}

function createCsvReader(context: ReadContext, choices: Readonly<Record<string, number>>): CsvReader {
  const log = createIssueLog();
  const regions = createRegionGate(context, log, createRegionNames);
  const indicators = createIndicatorGate(context, log, createIndicatorNames);
  const draft = createDraft();
  const preview: string[][] = [];
  let header: Header<CsvColumn> | null = null;
  let headerSeen = false;
  let rows = 0;
  let faulty = 0;
  let missing = 0;
  const cells = createCellGate(log);
  const sources = new Set<string>();

  // What the row before had: most rows repeat most of it, and a comparison costs less than a look-up.
  let lastCode = '';
  let lastName = '';
  let lastRegion = NO_REGION;
  let lastIndicator = '';
  let lastSlot: IndicatorSlot | null = null;
  let lastSource: string | null = null;

  function takeHeader(record: CsvRecord): void {
    headerSeen = true;
    const names = Array.from({ length: Math.min(record.count, 256) }, (_, k) => record.field(k));
    const found = readHeader(names, record.line, CSV_HEADER);
    header = found.header;
    for (const issue of found.issues) if (log.wants(issue.type)) log.list(issue);
  }

  function keepPreview(record: CsvRecord): void {
    const count = Math.min(record.count, PREVIEW_COLUMNS);
    preview.push(Array.from({ length: count }, (_, k) => ownText(record.field(k).slice(0, 60))));
  }

  function wrongLength(record: CsvRecord, expected: number): boolean {
    const { count, line } = record;
    const extra = Array.from({ length: Math.max(0, Math.min(count, 256) - expected) }, (_, k) =>
      record.field(expected + k),
    );
    if (count > expected && count <= 256 && extra.every((cell) => cell.trim() === '')) return false;
    const type = count < expected ? 'short_row' : 'long_row';
    if (log.wants(type)) {
      const words = { count, header: expected };
      const detail = sayBoth(count < expected ? DETAIL.shortRow : DETAIL.longRow, words);
      const given = record.text.slice(record.start[0]!, record.start[0]! + 80);
      log.list(issueOf(type, 'fault', line, '', given, sayBoth(EXPECTED.fields, words), detail));
    }
    return true;
  }

  const sameAt = (record: CsvRecord, k: number, last: string): boolean =>
    record.doubled[k] === 0 &&
    last.length === record.end[k]! - record.start[k]! &&
    record.text.startsWith(last, record.start[k]!);

  const cell = (record: CsvRecord, k: number): string => (k < 0 ? '' : record.field(k).trim());

  function regionOf(record: CsvRecord, at: Header<CsvColumn>['at'], row: number): number {
    const code = at.region_code;
    const name = at.region_name;
    if (lastRegion !== NO_REGION && sameAt(record, code, lastCode) && (name < 0 || sameAt(record, name, lastName))) {
      return lastRegion;
    }
    lastCode = record.field(code);
    lastName = name < 0 ? '' : record.field(name);
    lastRegion = regions.take(lastCode.trim(), lastName.trim(), row);
    return lastRegion;
  }

  function slotOf(record: CsvRecord, k: number, row: number): IndicatorSlot | null {
    if (lastSlot !== null && sameAt(record, k, lastIndicator)) return lastSlot;
    lastIndicator = record.field(k);
    lastSlot = indicators.take(lastIndicator.trim(), row);
    return lastSlot;
  }

  function noteSource(record: CsvRecord, k: number): void {
    if (k < 0 || sources.size > 1 || (lastSource !== null && sameAt(record, k, lastSource))) return;
    lastSource = record.field(k);
    sources.add(ownText(lastSource.trim()));
  }

  const placeOf = (region: number, slot: PeriodSlot): string =>
    `${regions.nameOf(region)} ${formatPeriod(FREQUENCIES[slot.frequency]!, slot.period, cells.weekEndsOn() || undefined)}`;

  /** One row. Every cell is looked at, so that all its faults are told at once. */
  function takeRow(record: CsvRecord, { at, names }: Header<CsvColumn>): void {
    const row = record.line;
    rows++;
    if (record.count !== names.length && wrongLength(record, names.length)) {
      faulty++;
      return;
    }
    const region = regionOf(record, at, row);
    const slot = slotOf(record, at.indicator, row);
    const period = cells.period(cell(record, at.period), row);
    const knownOn = at.known_on < 0 ? NO_DAY : cells.knownOn(cell(record, at.known_on), row);
    const status = at.status < 0 ? Status.observed : cells.status(cell(record, at.status), row);
    noteSource(record, at.source);
    let good = region !== NO_REGION && slot !== null && period !== null && knownOn !== null && status !== null;

    let value = parseDecimal(record.text, record.start[at.value]!, record.end[at.value]!);
    let gap = false;
    if (Number.isNaN(value)) {
      const given = record.field(at.value);
      const number = parseNumber(given);
      if (number !== null) value = number;
      else if (saysMissing(given)) gap = true;
      else {
        cells.fault('bad_value', row, 'value', given.trim(), EXPECTED.number, DETAIL.badValue);
        good = false;
      }
    }
    if (slot !== null && !gap && !Number.isNaN(value)) {
      const converted = at.unit < 0 ? value : indicators.inUnit(slot, cell(record, at.unit), value, row);
      if (converted === null) good = false;
      else if (indicators.inRange(slot, converted)) value = converted;
      else {
        indicators.refuseValue(
          slot,
          converted,
          row,
          region !== NO_REGION && period !== null ? placeOf(region, period) : '',
        );
        good = false;
      }
    }
    if (status === Status.expectedGap && !gap && good) {
      cells.fault('unknown_status', row, 'status', cell(record, at.status), EXPECTED.status, DETAIL.gapWithValue);
      good = false;
    }
    if (!good || region === NO_REGION || slot === null || period === null || knownOn === null || status === null) {
      faulty++;
      return;
    }
    if (gap && status !== Status.expectedGap) {
      missing++;
      if (log.wants('missing_value')) {
        const given = record.field(at.value);
        log.list(
          issueOf(
            'missing_value',
            'note',
            row,
            'value',
            given,
            EXPECTED.number,
            DETAIL.missingValue,
            placeOf(region, period),
          ),
        );
      }
      return;
    }
    indicators.sawFrequency(slot, FREQUENCIES[period.frequency]!);
    // Adding zero turns −0 into 0.
    append(draft, region, slot.index, period.frequency, period.period, gap ? NaN : value + 0, status, knownOn, row);
  }

  const scanner = createCsvScanner({
    onRecord(record) {
      if (preview.length < PREVIEW_ROWS) keepPreview(record);
      if (!headerSeen) takeHeader(record);
      else if (header) takeRow(record, header);
    },
    onBroken(line, start, why) {
      if (!headerSeen) headerSeen = true;
      else if (header) {
        rows++;
        faulty++;
      }
      if (!log.wants('malformed_csv')) return;
      const detail = why === 'quote' ? DETAIL.badQuote : sayBoth(DETAIL.endlessRow, { limit: MAX_RECORD });
      log.list(issueOf('malformed_csv', 'fault', line, '', start, EXPECTED.quotes, detail));
    },
  });

  function result(refused: boolean): CsvRead {
    const { repeats, conflicts, list } = settleClaims(draft, log, {
      regionCodes: regions.codes,
      regionName: regions.nameOf,
      indicatorIds: indicators.ids,
      weekEndsOn: cells.weekEndsOn(),
      choices,
      rowWords: (row) => row,
      column: 'value',
      alwaysIndicator: true,
    });
    if (!refused && !headerSeen && log.wants('empty_file')) {
      log.list(issueOf('empty_file', 'fault', 0, '', '', EXPECTED.content, DETAIL.emptyFile));
    } else if (header && rows === 0 && log.wants('empty_file')) {
      log.list(issueOf('empty_file', 'fault', 0, '', '', EXPECTED.rows, DETAIL.noRows));
    }
    const { issues, counts } = log.finish();
    return {
      observations: finishDraft(draft, regions.codes, indicators.ids, cells.weekEndsOn()),
      rows,
      taken: draft.length,
      held: faulty + conflicts,
      duplicates: repeats,
      missing,
      issues,
      issueCounts: counts,
      preview,
      needsRegions: regions.found.size > 0 && regions.codes.length === 0,
      regionsFound: [...regions.found].map(([code, name]) => ({ code, name })),
      source: sources.size === 1 ? [...sources][0]! : '',
      form: 'csv',
      understandings: [],
      conflicts: list,
      sheetNames: [],
      adHoc: indicators.adHoc(),
    };
  }

  return { write: scanner.write, end: scanner.end, result };
}
