import type { Issue, IssueType } from '../../base/issue';
import { FREQUENCIES, formatPeriod } from '../../base/period';
import type { Text } from '../../base/text';
import { createDraft, type Draft } from '../draft';
import { createIndicatorGate, type IndicatorGate } from '../indicator-gate';
import { createIssueLog, type IssueLog, issueOf, ownText } from '../issue-log';
import type { ReadContext } from '../read-result';

/** A figure's place in time, as the columns hold it. */
export interface Slot {
  readonly frequency: number;
  readonly period: number;
  /** The figure is the sum of the year so far. */
  readonly cumulative: boolean;
  /** Not empty: a span that no series has (上旬, 下半年). */
  readonly span: string;
  /** As the file has it. */
  readonly text: string;
}

/** What the tables of one file are taken into. */
export interface Taking {
  readonly context: ReadContext;
  readonly log: IssueLog;
  readonly draft: Draft;
  readonly indicators: IndicatorGate;
  readonly regionCodes: string[];
  readonly regionNames: string[];
  /** Codes and names as they stand in the file. */
  readonly regionsFound: Map<string, string>;
  readonly sources: Set<string>;
  /** Some region of the file is known. */
  anyRegion: boolean;
  rows: number;
  held: number;
  missing: number;
  weekEndsOn: number;
  /** Index of a region in the dictionaries. */
  regionIndex(code: string, name: string): number;
  /** Reports a matter of a figure; the indicator is named in the end when the file has several. */
  tell(type: IssueType, severity: Issue['severity'], place: Place, given: string, expected: Text, detail: Text): void;
  placeWords(region: number, frequency: number, period: number): string;
  /** Issues whose place names an indicator only among several. */
  readonly ofIndicator: Map<Issue, number>;
}

export interface Place {
  readonly row: number;
  readonly column: string;
  readonly where: string;
  /** Slot index, where the place is one of an indicator. */
  readonly indicator?: number;
}

export function createTaking(context: ReadContext): Taking {
  const log = createIssueLog();
  const regionCodes: string[] = [];
  const regionNames: string[] = [];
  const byCode = new Map<string, number>();
  const ofIndicator = new Map<Issue, number>();
  const taking: Taking = {
    context,
    log,
    draft: createDraft(),
    indicators: createIndicatorGate(context, log),
    regionCodes,
    regionNames,
    regionsFound: new Map(),
    sources: new Set(),
    anyRegion: false,
    rows: 0,
    held: 0,
    missing: 0,
    weekEndsOn: 0,
    ofIndicator,
    regionIndex(code, name) {
      let index = byCode.get(code);
      if (index === undefined) {
        index = regionCodes.length;
        byCode.set(ownText(code), index);
        regionCodes.push(ownText(code));
        regionNames.push(ownText(name));
      }
      return index;
    },
    tell(type, severity, place, given, expected, detail) {
      if (!log.wants(type)) return;
      const issue = issueOf(type, severity, place.row, place.column, given, expected, detail, place.where);
      log.list(issue);
      if (place.indicator !== undefined) ofIndicator.set(issue, place.indicator);
    },
    placeWords(region, frequency, period) {
      const name = regionNames[region] ?? '';
      return `${name} ${formatPeriod(FREQUENCIES[frequency]!, period, taking.weekEndsOn || undefined)}`.trim();
    },
  };
  return taking;
}
