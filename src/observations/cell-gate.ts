import type { IssueType } from '../base/issue';
import { type Day, FREQUENCIES, isFigurePeriod, NO_DAY, parseDay, parsePeriod } from '../base/period';
import { Status } from '../base/status';
import { sayBoth, type Text } from '../base/text';
import type { CsvColumn } from './csv-columns';
import { parseStatus } from './csv-values';
import { type IssueLog, issueOf, ownText } from './issue-log';
import { DETAIL, EXPECTED } from './text';

/** A period as the columns hold it: index into FREQUENCIES, and the count within it. */
export interface PeriodSlot {
  readonly frequency: number;
  readonly period: number;
}

/** Cells that say the same in thousands of rows: each spelling is read once. */
export interface CellGate {
  /** Null (reported) when there is no such period, or the week ends on another day than the file's other weeks. */
  period(given: string, row: number): PeriodSlot | null;
  /** NO_DAY when empty; null (reported) when there is no such day. */
  knownOn(given: string, row: number): Day | null;
  /** Status byte, observed when empty; null (reported) when unknown. */
  status(given: string, row: number): number | null;
  /** Weekday on which the file's weeks end; 0 while there was none. */
  weekEndsOn(): number;
  /** Reports a fault of a cell; `{given}` in the detail is what stood there. */
  fault(type: IssueType, row: number, column: CsvColumn, given: string, expected: Text, detail: Text): void;
}

export function createCellGate(log: IssueLog): CellGate {
  const periods = new Map<string, PeriodSlot | null>();
  const days = new Map<string, Day | null>();
  let weekEndsOn = 0;

  function fault(type: IssueType, row: number, column: CsvColumn, given: string, expected: Text, detail: Text): void {
    if (!log.wants(type)) return;
    const words = sayBoth(detail, { given: given.slice(0, 60) });
    log.list(issueOf(type, 'fault', row, column, given, expected, words));
  }

  function period(given: string, row: number): PeriodSlot | null {
    let slot = periods.get(given);
    if (slot === undefined) {
      slot = readPeriod(given);
      periods.set(ownText(given), slot);
    }
    if (slot === null) fault('bad_period', row, 'period', given, EXPECTED.period, DETAIL.badPeriod);
    else if (slot.frequency < 0) {
      fault('bad_period', row, 'period', given, EXPECTED.weekday, DETAIL.otherWeekday);
      return null;
    }
    return slot;
  }

  /** Frequency −1 for a week that ends on another day than the file's first one. */
  function readPeriod(given: string): PeriodSlot | null {
    const parsed = parsePeriod(given);
    if (!parsed || !isFigurePeriod(parsed.frequency, parsed.period)) return null;
    const frequency = FREQUENCIES.indexOf(parsed.frequency);
    if (parsed.frequency !== 'week') return { frequency, period: parsed.period };
    // `2017-W05` is an ISO week: it ends on Sunday.
    const endsOn = parsed.weekEndsOn ?? 7;
    if (weekEndsOn === 0) weekEndsOn = endsOn;
    return { frequency: endsOn === weekEndsOn ? frequency : -1, period: parsed.period };
  }

  function knownOn(given: string, row: number): Day | null {
    if (given === '') return NO_DAY;
    let day = days.get(given);
    if (day === undefined) {
      day = parseDay(given);
      days.set(ownText(given), day);
    }
    if (day === null) fault('bad_known_on', row, 'known_on', given, EXPECTED.day, DETAIL.badKnownOn);
    return day;
  }

  function status(given: string, row: number): number | null {
    if (given === '') return Status.observed;
    const byte = parseStatus(given);
    if (byte === null) fault('unknown_status', row, 'status', given, EXPECTED.status, DETAIL.unknownStatus);
    return byte;
  }

  return { period, knownOn, status, weekEndsOn: () => weekEndsOn, fault };
}
