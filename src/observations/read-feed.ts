import type { IndicatorCatalogue } from '../base/indicators';
import {
  type Day,
  FREQUENCIES,
  formatPeriod,
  isFigurePeriod,
  NO_DAY,
  parseDay,
  parsePeriod,
  type Period,
} from '../base/period';
import type { RegionTree } from '../base/regions';
import { Status } from '../base/status';
import { sayBoth, type Text } from '../base/text';
import { parseStatus } from './csv-values';
import {
  type Answer,
  answerShape,
  type Catalog,
  catalogShape,
  cellName,
  contractFault,
  parseAnswer,
  treeOf,
} from './feed-contract';
import { append, createDraft, type Draft, finishDraft } from './draft';
import { settleDuplicates } from './duplicates';
import { createIndicatorGate, type IndicatorGate } from './indicator-gate';
import { createIssueLog, type IssueLog, issueOf } from './issue-log';
import type { ReadResult } from './read-result';
import { createRegionGate, NO_REGION, type RegionGate } from './region-gate';
import { createSha256 } from './sha256';
import { DETAIL, EXPECTED } from './text';

/** The answers of a feed as fetched. */
export interface FeedBytes {
  readonly name: string;
  readonly catalog: ArrayBuffer;
  readonly observations: readonly { readonly indicator: string; readonly body: ArrayBuffer }[];
}

export interface FeedResult extends ReadResult {
  /** Regions of the feed; null when its table is faulty (then nothing is taken). */
  readonly tree: RegionTree | null;
  readonly demonstration: boolean;
  /** Name of the feed in both languages; null when its catalogue is faulty. */
  readonly title: Text | null;
}

/** What one feed's answers are read into. */
interface Reading {
  readonly log: IssueLog;
  readonly regions: RegionGate;
  readonly indicators: IndicatorGate;
  readonly draft: Draft;
  readonly sources: Set<string>;
  /** Statements that are held: values, and parts of the frame around them. */
  faulty: number;
  weekEndsOn: number;
  /** Cells that are explicitly null, as `cellName` names them. */
  readonly nulls: Set<string> | null;
}

/**
 * Reads a feed's answers (contract `fengsui-feed/1`, docs/feed-contract.md). `row` of an observation is the number of
 * its series within the answer, from 1. A faulty value is held alone; an answer that breaks the contract is held whole,
 * a faulty catalogue or region table holds everything. Faults name the JSON path. `nulls`, where given, is filled with
 * the cells (feed-vintages.ts) that the feed explicitly has no value for.
 */
export function readFeed(
  answers: FeedBytes,
  catalogue: IndicatorCatalogue,
  nulls: Set<string> | null = null,
): FeedResult {
  const log = createIssueLog();
  const catalog = parseAnswer(answers.catalog, catalogShape, 'catalog', log);
  const tree = catalog ? treeOf(catalog, log) : null;
  const context = { tree, catalogue };
  const reading: Reading = {
    log,
    regions: createRegionGate(context, log),
    indicators: createIndicatorGate(context, log),
    draft: createDraft(),
    sources: new Set(),
    faulty: 0,
    weekEndsOn: 0,
    nulls,
  };
  if (tree) {
    for (const { indicator, body } of answers.observations) {
      const answer = parseAnswer(body, answerShape, indicator, log);
      if (answer) readAnswer(answer, reading);
    }
  }
  return finish(answers, catalog, tree, reading);
}

function readAnswer(answer: Answer, reading: Reading): void {
  const { log, regions, indicators, draft } = reading;
  const { indicator, unit, count } = answer;
  const broken = (path: string, given: string, expected: Text, detail: Text): void => {
    reading.faulty++;
    contractFault(log, `${indicator}${path}`, given, expected, detail);
  };
  const slot = indicators.take(indicator, 0);
  const frequency = FREQUENCIES.indexOf(answer.frequency);
  const start = parsePeriod(answer.first);
  if (!slot) {
    reading.faulty += answer.series.length;
    return;
  }
  const fits = (period: Period): boolean => isFigurePeriod(answer.frequency, period);
  if (
    !start ||
    start.frequency !== answer.frequency ||
    !fits(start.period) ||
    !fits(start.period + Math.max(0, count - 1))
  ) {
    broken('.first', answer.first, EXPECTED.period, sayBoth(DETAIL.badPeriod, { given: answer.first.slice(0, 60) }));
    return;
  }
  if (answer.published.length !== count) {
    const detail = sayBoth(DETAIL.otherCount, { given: answer.published.length, count });
    broken('.published', String(answer.published.length), sayBoth(EXPECTED.name, { name: String(count) }), detail);
    return;
  }
  if (start.frequency === 'week') reading.weekEndsOn ||= start.weekEndsOn ?? 7;
  reading.sources.add(answer.source);

  const dayAt = (text: string | null, path: string): Day => {
    if (text === null) return NO_DAY;
    const day = parseDay(text);
    if (day === null) broken(path, text, EXPECTED.day, sayBoth(DETAIL.badKnownOn, { given: text.slice(0, 60) }));
    return day ?? NO_DAY;
  };
  const published = answer.published.map((text, t) => dayAt(text, `.published[${t}]`));
  const rowOf = new Map(answer.series.map(({ region }, k) => [region, k] as const));

  /** Place of a (region, period) in the answer; null (reported) when it is not there. */
  const cellOf = (region: string, period: string, path: string): { row: number; t: number } | null => {
    const row = rowOf.get(region);
    const at = parsePeriod(period);
    const t = at?.frequency === answer.frequency ? at.period - start.period : -1;
    if (row === undefined) {
      broken(`${path}[0]`, region, EXPECTED.region, sayBoth(DETAIL.noSuchSeries, { given: region.slice(0, 60) }));
    } else if (t < 0 || t >= count) {
      broken(`${path}[1]`, period, EXPECTED.period, sayBoth(DETAIL.outsidePeriods, { given: period.slice(0, 60) }));
    } else return { row, t };
    return null;
  };
  const key = (cell: { row: number; t: number }): number => cell.row * count + cell.t;
  const late = new Map<number, Day>();
  answer.late?.forEach(([region, period, day], k) => {
    const cell = cellOf(region, period, `.late[${k}]`);
    if (cell) late.set(key(cell), dayAt(day, `.late[${k}][2]`));
  });
  const statuses = new Map<number, number>();
  answer.status?.forEach(([region, period, word], k) => {
    const cell = cellOf(region, period, `.status[${k}]`);
    const status = parseStatus(word);
    if (status === null) {
      broken(`.status[${k}][2]`, word, EXPECTED.status, sayBoth(DETAIL.unknownStatus, { given: word.slice(0, 60) }));
    } else if (cell) statuses.set(key(cell), status);
  });

  const regionOf = answer.series.map(({ region }, k) => regions.take(region, '', k + 1));

  /** One value or vintage: checked like a cell of a file. */
  const take = (row: number, t: number, given: unknown, status: number, knownOn: Day, path: string): void => {
    const region = regionOf[row]!;
    const gap = given === null && status === Status.expectedGap;
    if (given === null && !gap) {
      if (reading.nulls && region !== NO_REGION) {
        reading.nulls.add(cellName(regions.codes[region]!, indicator, frequency, start.period + t));
      }
      return;
    }
    if (region === NO_REGION) {
      reading.faulty++;
      return;
    }
    const period: Period = start.period + t;
    let value = NaN;
    if (!gap) {
      if (typeof given !== 'number') {
        const shown = String(JSON.stringify(given)).slice(0, 60);
        broken(path, shown, EXPECTED.number, sayBoth(DETAIL.badValue, { given: shown }));
        return;
      }
      const converted = indicators.inUnit(slot, unit, given, row + 1);
      if (converted === null || !indicators.inRange(slot, converted)) {
        const where = `${regions.nameOf(region)} ${formatPeriod(answer.frequency, period, start.weekEndsOn)}`;
        if (converted !== null) indicators.refuseValue(slot, converted, row + 1, where);
        reading.faulty++;
        return;
      }
      value = converted + 0;
    }
    append(draft, region, slot.index, frequency, period, value, status, knownOn, row + 1);
  };

  answer.revisions?.forEach(([region, period, value, day], k) => {
    const path = `.revisions[${k}]`;
    const cell = cellOf(region, period, path);
    if (cell) take(cell.row, cell.t, value, Status.observed, dayAt(day, `${path}[3]`), `${path}[2]`);
  });
  answer.series.forEach(({ region, values }, row) => {
    if (values.length !== count) {
      const detail = sayBoth(DETAIL.otherCount, { given: values.length, count });
      broken(
        `.series[${row}].values`,
        `${region}: ${values.length}`,
        sayBoth(EXPECTED.name, { name: String(count) }),
        detail,
      );
      return;
    }
    for (let t = 0; t < count; t++) {
      const cell = row * count + t;
      const knownOn = late.get(cell) ?? published[t]!;
      take(row, t, values[t], statuses.get(cell) ?? Status.observed, knownOn, `.series[${row}].values[${t}]`);
    }
  });
}

function finish(answers: FeedBytes, catalog: Catalog | null, tree: RegionTree | null, reading: Reading): FeedResult {
  const { log, regions, indicators, draft, sources } = reading;
  const where = (i: number): string =>
    `${regions.nameOf(draft.region[i]!)} ${formatPeriod(FREQUENCIES[draft.frequency[i]!]!, draft.period[i]!)} ${indicators.ids[draft.indicator[i]!]}`;
  const { repeats, conflicts } = settleDuplicates(
    draft,
    () => undefined,
    ({ first, second }) => {
      if (!log.wants('conflicting_duplicate')) return;
      const words = {
        first: draft.row[first]!,
        second: draft.row[second]!,
        a: draft.value[first]!,
        b: draft.value[second]!,
      };
      const detail = sayBoth(DETAIL.conflict, words);
      const given = `${words.a} / ${words.b}`;
      log.list(
        issueOf(
          'conflicting_duplicate',
          'fault',
          words.second,
          'values',
          given,
          EXPECTED.oneValue,
          detail,
          where(second),
        ),
      );
    },
  );
  const { issues, counts } = log.finish();
  const sha = createSha256();
  const bodies = [answers.catalog, ...answers.observations.map((o) => o.body)];
  for (const body of bodies) sha.update(new Uint8Array(body));
  return {
    tree,
    demonstration: catalog?.demonstration ?? false,
    title: catalog?.name ?? null,
    observations: finishDraft(draft, regions.codes, indicators.ids, reading.weekEndsOn),
    digest: sha.hex(),
    encoding: 'JSON',
    bytes: bodies.reduce((sum, b) => sum + b.byteLength, 0),
    rows: draft.length + reading.faulty + conflicts + repeats,
    taken: draft.length,
    held: reading.faulty + conflicts,
    duplicates: repeats,
    missing: 0,
    issues,
    issueCounts: counts,
    preview: [],
    needsRegions: false,
    regionsFound: [],
    source: sources.size === 1 ? [...sources][0]! : '',
    form: 'json-feed',
    understandings: [],
    conflicts: [],
    sheetNames: [],
    adHoc: [],
  };
}
