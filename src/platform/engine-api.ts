import type { IndicatorCatalogue } from '../base/indicators';
import type { Issue } from '../base/issue';
import type { Day, Frequency, Period } from '../base/period';
import type { RegionTree } from '../base/regions';
import type { LevelMove, PreviewQuery, RulePreview, WhatIf } from './rule-answers';
import type { RuleSeries } from '../levels/rule-series';
import type { RuleTestRun } from '../backtest/rule-tests';
import type { Scenario } from '../backtest/what-if';
import type { Levels } from '../levels/levels';
import type { RuleBook, RulesInForce } from '../levels/rule-book';
import type { RegionDerivation } from '../levels/derivation';
import type { Scheme } from '../levels/scheme';
import type { Briefing } from '../briefing/briefing';
import type { Batch, Observations } from '../observations/observations';
import type { Mapping } from '../observations/tables/mapping';
import type { Conflict, Understanding } from '../observations/tables/understanding';
import type { BatchInfo } from '../panel/panel';
import type { QualityReport } from '../panel/quality/quality';
import type { Course, CourseQuestion } from '../response/case/course';
import type { Partners } from '../response/case/partners';
import type { Scale } from '../response/case/scale';
import type { EffectAnswer, EffectQuestion } from '../response/effects/effect';
import type { Response } from '../response/plan';
import type { Spell } from '../response/warnings/spell';
import type { ResponseInput } from '../response/propose';
import type { Entry } from '../response/trail/entry';
import type { SeriesForm } from '../indicators/form';
import type { RuleSet, RuleSignals } from '../signals/rule';
import type { BackupContent } from './backup-content';
import type { Outlook, OutlookQuery } from '../outlook/outlook';
import type { KeyGroupsAnswer } from './engine-groups-api';
import type { ScaleQuery } from './engine-case-api';
import type { BriefingQuery } from './engine-briefing-api';
import type { Backtest, BacktestFocus, BacktestQuery, CalibrationQuery, Calibrations } from './engine-backtest-api';

/**
 * What the screens ask of the engine. The engine runs in a worker (engine.worker.ts); the page holds only
 * `AssessmentView`, so that a change of period or region never waits for the worker.
 * Every call takes an AbortSignal; long ones report progress.
 */
export interface EngineApi {
  /** Reads a file without loading it: what would be taken, what not, and why. The report's `batchId` is kept for `commit`. */
  readFile(file: File, reading: FileReading, options: CallOptions): Promise<ReadReport>;
  /** A region table (CSV): replaces the region tree of the data set being built, or null to go back to the built-in one. */
  readRegions(
    file: File | null,
    options: CallOptions,
  ): Promise<{ readonly tree: RegionTree | null; readonly issues: readonly Issue[] }>;
  /** The indicator list by which everything is read and graded from now on; null = the built-in one. A faulty one is refused. */
  useIndicators(json: unknown, options: CallOptions): Promise<void>;
  /** Loads feed answers (bytes as fetched) as batches at once. */
  readFeed(answers: FeedAnswers, options: CallOptions): Promise<ReadReport>;
  /** Makes the batches the current data (whole or not at all) and assesses it. */
  load(batchIds: readonly string[], asOf: Day | null, options: CallOptions): Promise<AssessmentView>;
  /** The version of the rules that grades from the next `load` or `assess` on; null = the one in force on the day. */
  useRules(id: string | null, options: CallOptions): Promise<void>;
  /** Same data, other day of knowledge. */
  assess(asOf: Day | null, options: CallOptions): Promise<AssessmentView>;
  regionDetail(regionCode: string, period: Period, options: CallOptions): Promise<RegionDetail>;
  series(query: SeriesQuery, options: CallOptions): Promise<readonly Series[]>;
  /** Does one indicator go before another? Null where the data lacks one of them. */
  leadLag(query: LeadLagQuery, options: CallOptions): Promise<LeadLag | null>;
  /** What is expected of an indicator in the next periods, how sure that is, and how good such forecasts were here. */
  outlook(query: OutlookQuery, options: CallOptions): Promise<Outlook>;
  coverage(options: CallOptions): Promise<Coverage>;
  /** SHA-256 of the present result: equal on every machine with the same figures and rules. */
  fingerprint(options: CallOptions): Promise<string>;
  /** Spells of warning of the present assessment, newest first. */
  spells(options: CallOptions): Promise<readonly Spell[]>;
  /** How many persons a warning concerns, from the figures up to a period. */
  caseScale(query: ScaleQuery, options: CallOptions): Promise<Scale>;
  /** Where there are openings for the seekers of a region: cross-region labour matching. */
  partners(regionCode: string, period: Period, options: CallOptions): Promise<Partners>;
  /** Indicators of accepted measures against what was expected of them, in the order of the questions. */
  measureCourse(questions: readonly CourseQuestion[], options: CallOptions): Promise<readonly Course[]>;
  /** Key groups and areas of 4.1–4.8, and progress on the year's targets, in a region and those right below it. */
  keyGroups(regionCode: string, period: Period, options: CallOptions): Promise<KeyGroupsAnswer>;
  /** Did an indicator of a region go another way than in comparable regions since a measure began? */
  measureEffect(question: EffectQuestion, options: CallOptions): Promise<EffectAnswer>;
  /** Values that became known or were revised since the previous period's end, newest first. */
  revisions(period: Period, options: CallOptions): Promise<readonly RevisionNote[]>;
  /** What was learnt after `from` until `to` (null = all that is known), and which levels it moved. */
  revisionView(from: Day, to: Day | null, options: CallOptions): Promise<RevisionView>;
  /** What the quality checks say of the present data, as known on its day. */
  quality(options: CallOptions): Promise<QualityReport>;
  /** What the levels would be under a scenario; nothing is kept. `focus`: region whose rules are sent in full, null = none. */
  whatIf(scenario: Scenario, focus: string | null, options: CallOptions): Promise<WhatIf>;
  /** Runs rule tests (docs/rule-tests.md) against the rules in force, as they came: faults are part of the answer. */
  ruleTests(raw: unknown, options: CallOptions): Promise<RuleTestRun>;
  /** Rules on the past, against what really happened; `focus`: the alarm that is looked at closely. */
  backtest(query: BacktestQuery, focus: BacktestFocus, options: CallOptions): Promise<Backtest>;
  /** Lines for one rule from its own past, with a part of it held out. */
  calibrate(query: CalibrationQuery, options: CallOptions): Promise<Calibrations>;
  /** What a draft of the rules would change in the present assessment, and one of its rules in detail. */
  previewRule(query: PreviewQuery, options: CallOptions): Promise<RulePreview>;
  /** The briefing to leadership that is asked for, from the present assessment. */
  briefing(query: BriefingQuery, options: CallOptions): Promise<Briefing>;
  /** Canonical long CSV of the present data, for a copy: tens of megabytes, which never come to the page. */
  exportCsv(options: CallOptions): Promise<Blob>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Fraction done, 0–1, and what is being done. */
  readonly onProgress?: (done: number, step: 'read' | 'check' | 'prepare' | 'detect' | 'grade') => void;
}

/** How a person wants a file read, where the reader's own judgement is corrected. */
export interface FileReading {
  /** Label of an encoding (`gb18030`); absent = detected. */
  readonly encoding?: string;
  /** Worksheets to take, by name; absent = all that are not hidden. */
  readonly sheets?: readonly string[];
  /** Corrections, applied to the tables whose layout they were made for. */
  readonly mappings?: readonly Mapping[];
  /** Chosen row by `Conflict.key`. */
  readonly choices?: Readonly<Record<string, number>>;
  /** Its figures are invented ones, as its package says: the mark stays on them. */
  readonly demonstration?: boolean;
}

/** A feed's answers by part; see docs/feed-contract.md. */
export interface FeedAnswers {
  readonly name: string;
  readonly demonstration: boolean;
  readonly takenOn: Day;
  readonly catalog: ArrayBuffer;
  readonly observations: readonly {
    readonly indicator: string;
    readonly body: ArrayBuffer;
    /** Full address that the answer came from. */
    readonly url?: string;
  }[];
  /** By full address: what the feed tells its versions by, for conditional requests. */
  readonly validators?: Readonly<Record<string, FeedValidator>>;
  /** Cells whose vintages differ from what these answers alone say, since earlier answers said otherwise. */
  readonly vintages?: Observations;
  /** The answers before these, for `readFeed` alone: what they said and these do not stays as an earlier vintage. */
  readonly before?: FeedAnswers;
}

export interface FeedValidator {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface ReadReport {
  readonly batchId: string;
  readonly name: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly rows: number;
  readonly taken: number;
  readonly held: number;
  readonly duplicates: number;
  readonly regions: number;
  readonly indicators: readonly string[];
  readonly frequencies: readonly { readonly frequency: Frequency; readonly first: string; readonly last: string }[];
  /** What the bytes turned out to be (`csv`, `xlsx`, `sdmx-csv` …), whatever the file is called. */
  readonly form: string;
  /** Every table of the file as it was understood; empty for the canonical form and feeds, which need no judgement. */
  readonly understandings: readonly Understanding[];
  readonly conflicts: readonly Conflict[];
  /** Worksheets of a workbook, in order; empty for other files. */
  readonly sheetNames: readonly string[];
  readonly issues: readonly Issue[];
  /** Issues by type, also those beyond the listed ones. */
  readonly issueCounts: Readonly<Record<string, number>>;
  /** First lines as they stand in the file, for the eye. */
  readonly preview: readonly (readonly string[])[];
  /** True when no region of the file is in the tree: a region table is needed first. */
  readonly needsRegions: boolean;
  /** Codes and names as they stand in the file, in file order: a flat region table can be made from them. */
  readonly regionsFound?: readonly { readonly code: string; readonly name: string }[];
  /** What the quality checks say of the figures that would be taken; absent for feeds, which are loaded at once. */
  readonly quality?: QualityReport;
  /** Of a feed: what must be kept beside its answers so that earlier vintages are not lost; absent = nothing. */
  readonly vintages?: Observations;
}

/** A batch's id begins with the digest of its file; what follows tells ways of reading it apart. */
export function fileOfBatch(batchId: string): string {
  return batchId.split('.', 1)[0]!;
}

/**
 * The engine where it runs (engine.ts): besides what the page asks, the way to its batches, so that its host
 * (engine-host.ts, in the worker) can keep them over a reload without sending figures through the page.
 */
export interface EngineCore extends EngineApi {
  /** A batch that was read or put back; null when there is none of this id. */
  batch(batchId: string): Batch | null;
  /** Puts a kept batch back, as if its file had just been read. */
  putBatch(batch: Batch): void;
  /** Region table in force for files (the last one read or put back); null = the built-in one. A feed brings its own. */
  regions(): RegionTree | null;
  putRegions(tree: RegionTree | null): void;
  /** All versions of the rules that are kept. */
  putRules(book: RuleBook): void;
}

/** What is kept in this browser, and is put back at the next start. */
export interface Kept {
  readonly source: 'files' | 'configured';
  /** Batches of the current data, oldest first. */
  readonly batchIds: readonly string[];
  /** Names of batches that could not be read back (a damaged store); they are not in `batchIds`. */
  readonly lost: readonly string[];
  /** The data set in use; its name is empty while it has none of its own. */
  readonly set: { readonly id: string; readonly name: string };
  /** Imports that the end of the browser cut off, told by the next start. Empty at all other times. */
  readonly interrupted: readonly Interrupted[];
  /** Bytes used and allowed in this browser, and whether it may throw the data away; null when it does not tell. */
  readonly room: { readonly used: number; readonly quota: number; readonly persistent: boolean } | null;
}

/** An import that was cut off: its files are in as a whole, or not at all. */
export interface Interrupted {
  readonly names: readonly string[];
  readonly whole: boolean;
}

/** Keeping data over a reload. Runs beside the engine (engine-host.ts). */
export interface KeepApi {
  /** Puts what is kept back into the engine; nothing is loaded yet. Null when nothing was ever kept. */
  restore(options: CallOptions): Promise<Kept | null>;
  /** Batches and region table of the engine into the store, as the current data: one transaction, whole or not at all. */
  keep(change: KeepChange, options: CallOptions): Promise<Kept>;
  /** Says that an import of these batches begins: should it be cut off, the next start tells how it ended. */
  beginImport(batchIds: readonly string[], options: CallOptions): Promise<string>;
  /** It is over, and the screen shows how; `mark` is what `beginImport` gave. */
  endImport(mark: string, options: CallOptions): Promise<void>;
  /** The last good answers of a feed, for when it cannot be reached. */
  keepFeed(url: string, answers: FeedAnswers, options: CallOptions): Promise<void>;
  lastFeed(url: string, options: CallOptions): Promise<FeedAnswers | null>;
  /** Data sets, their history and the remembered mappings. */
  keeping(options: CallOptions): Promise<Keeping>;
  /** Changes what is kept beside figures. What is in force afterwards is put back by `restore`. */
  changeKeeping(change: KeepingChange, options: CallOptions): Promise<void>;
  /** Papers of a kind, newest first. */
  papers(kind: Paper['kind'], options: CallOptions): Promise<readonly Paper[]>;
  /** Keeps a paper, whole or not at all; refused where it would overwrite what another tab wrote meanwhile. */
  putPaper(change: PaperChange, options: CallOptions): Promise<Paper>;
  dropPaper(kind: Paper['kind'], id: string, options: CallOptions): Promise<void>;
  /**
   * The next entries of the trail behind a number, oldest first: at most so many that reading them holds nobody up, and
   * none once there are no more. As they are kept, checked by whoever reads them.
   */
  trail(after: number, options: CallOptions): Promise<readonly Entry[]>;
  /** Puts an entry at the end of the trail, for good. Not taken when the last entry is not the one that it was sealed on. */
  appendTrail(entry: Entry, options: CallOptions): Promise<{ readonly taken: boolean }>;
  /** Everything that is kept, in one file; see backup.ts. */
  backup(options: CallOptions): Promise<Blob>;
  /** Brings in what a backup holds, beside what is there; checked whole before anything is written. */
  restoreBackup(file: Blob, by: string, options: CallOptions): Promise<BackupContent>;
}

/**
 * What people write in the product, apart from figures: saved rule sets, a draft, scenarios, rule tests. The body is
 * checked by whoever reads it. `at` is when it was written, in milliseconds since 1970.
 */
export interface Paper {
  /** `foreign-trail`: a trail from a backup that is neither a part of ours nor a continuation of it, or that is faulty. */
  readonly kind: 'rules' | 'draft' | 'scenario' | 'rule-tests' | 'foreign-trail' | 'briefing' | 'briefing-version';
  readonly id: string;
  readonly at: number;
  /** Who wrote it, as they call themselves; may be empty. */
  readonly by: string;
  readonly body: unknown;
}

/** A paper to be kept. `replaces`: the `at` of what it was made from, 0 = nothing; another tab's paper in between is not overwritten. */
export type PaperChange = Omit<Paper, 'at'> & { readonly replaces: number };

export interface KeptSet {
  readonly id: string;
  readonly name: string;
  readonly batches: readonly KeptBatch[];
  /** It has a region table of its own. */
  readonly ownRegions: boolean;
}

export interface KeptBatch {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who imported it, as they call themselves; empty when they do not say. */
  readonly by: string;
  /** How its tables were set right by hand. */
  readonly mappings: readonly Mapping[];
}

export type JournalKind =
  | 'import'
  | 'replace'
  | 'remove'
  | 'bring-back'
  | 'create-set'
  | 'rename-set'
  | 'delete-set'
  | 'restore-backup'
  | 'undo';

/** One change of one data set. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly kind: JournalKind;
  /** Files that came or went; for data sets, their name. */
  readonly names: readonly string[];
  readonly setName: string;
  /** Nothing has happened to the data set since, and all figures are still there: it can be undone. */
  readonly undoable: boolean;
}

/** A mapping that was set right by hand, for the next file of its layout. */
export interface KeptMapping {
  readonly mapping: Mapping;
  /** File that it was made for. */
  readonly name: string;
  readonly at: number;
  readonly by: string;
}

export interface Keeping {
  readonly sets: readonly KeptSet[];
  readonly current: string;
  /** Newest first. */
  readonly journal: readonly JournalEntry[];
  readonly mappings: readonly KeptMapping[];
}

export type KeepingChange =
  | { readonly kind: 'create-set'; readonly name: string; readonly by: string }
  | { readonly kind: 'rename-set'; readonly id: string; readonly name: string; readonly by: string }
  | { readonly kind: 'delete-set'; readonly id: string; readonly by: string }
  | { readonly kind: 'switch-set'; readonly id: string }
  /** Puts the data set of an entry back to what it was before it. */
  | { readonly kind: 'undo'; readonly seq: number; readonly by: string }
  | {
      readonly kind: 'keep-mappings';
      readonly mappings: readonly Mapping[];
      readonly name: string;
      readonly by: string;
    }
  | { readonly kind: 'drop-mapping'; readonly signature: string };

export interface KeepChange {
  readonly source: Kept['source'];
  /** Every batch that was kept leaves before `add` comes. */
  readonly replace: boolean;
  /** They come into a data set of their own, which is in force afterwards; the others stay as they are. Null = into the one in force. */
  readonly newSet: { readonly id: string; readonly name: string } | null;
  /** New batches: they stand last. */
  readonly add: readonly string[];
  /** Batches that were dropped and come back to their old place. */
  readonly back: readonly string[];
  /** Batches that leave; their figures stay while the history can bring them back. */
  readonly drop: readonly string[];
  /** Who does it, as they call themselves; may be empty. */
  readonly by: string;
  /** Of the import that this belongs to; null = of none. */
  readonly mark: string | null;
  /** By batch of `add`: how its tables were set right by hand. */
  readonly mappings: Readonly<Record<string, readonly Mapping[]>>;
}

/** The page's copy of an assessment: levels and signals, without the values. */
export interface AssessmentView {
  readonly asOf: Day | null;
  readonly demonstration: boolean;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly frequency: Frequency;
  readonly first: Period;
  readonly count: number;
  readonly weekEndsOn: number;
  /** The period to show first: the last one in which most regions have a level. */
  readonly latest: Period;
  readonly levels: Levels;
  readonly signals: readonly RuleSignals[];
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  /** Which version these rules are, and why that one graded. */
  readonly rules: RulesInForce;
  readonly batches: readonly BatchInfo[];
  /** Last day on which any value became known; null when no value carries one. */
  readonly lastKnownOn: Day | null;
  /** Indicators that the data has, in catalogue order. */
  readonly indicators: readonly string[];
  /** Share of due values that are there, per period (0–1), over the whole tree. */
  readonly coverageByPeriod: Float32Array;
  /** For the headline: series of a few root indicators over all periods. */
  readonly headline: readonly Series[];
}

export interface SeriesQuery {
  readonly regionCodes: readonly string[];
  readonly indicatorIds: readonly string[];
  readonly form: SeriesForm;
  /** Turned before it is sent: as it is, against the year before, against the period before, index to the first = 100. */
  readonly view: 'value' | 'yoy' | 'mom' | 'index';
}

export interface Series {
  readonly regionCode: string;
  readonly indicatorId: string;
  readonly form: SeriesForm;
  readonly view: SeriesQuery['view'];
  /** Unit of the shown values: the indicator's own, `points` for differences of rates, `percent` for relative changes. */
  readonly unit: string;
  readonly first: Period;
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly coverage: Float32Array | null;
}

export interface LeadLagQuery {
  readonly regionCode: string;
  readonly leading: string;
  readonly following: string;
}

/** Correlations of one series, k periods earlier, with another, for k = −most … most at index k + most. */
export interface LeadLag {
  readonly most: number;
  /** Fewer common periods than these give NaN. */
  readonly least: number;
  readonly correlations: Float64Array;
  /** The k of the strongest; null when none can be told. */
  readonly best: number | null;
  /** How the leading and the following series were turned. */
  readonly views: readonly [SeriesQuery['view'], SeriesQuery['view']];
}

/** All that the region screen shows of one region at one period. */
export interface RegionDetail {
  readonly regionCode: string;
  readonly period: Period;
  readonly derivation: RegionDerivation;
  /** Rules that apply here, with the statistic over time, for the small multiples with threshold bands. */
  readonly rules: readonly RuleSeries[];
  /** Supply and demand over time, where the data has them. */
  readonly supplyDemand: { readonly openings: Series; readonly seekers: Series; readonly ratio: Series } | null;
  /** What a plan is asked about this region: a page that has another plan in force or more facts asks `propose` again. */
  readonly responseInput: ResponseInput;
  /** By the shipped plan. Null at normal and insufficient. */
  readonly response: Response | null;
}

export interface Coverage {
  readonly indicators: readonly string[];
  /** Share of regions (of those that ever report it) with a value, indicator-major × period, 0–1; NaN when not due. */
  readonly share: Float32Array;
  /** Last period with a value, per indicator. */
  readonly last: readonly (Period | null)[];
  readonly values: number;
  readonly held: number;
}

export interface RevisionNote {
  readonly regionCode: string;
  readonly indicatorId: string;
  readonly period: Period;
  readonly before: number;
  readonly after: number;
  readonly knownOn: Day;
}

/** What was learnt between two days about periods that had ended on the first of them. */
export interface RevisionView {
  readonly from: Day;
  readonly to: Day | null;
  /** Values that were other before; values that were not there. */
  readonly revised: number;
  readonly arrived: number;
  /** The newest of both; values that were withdrawn are here, too. */
  readonly changes: readonly RevisionChange[];
  /** Levels that became another one; those that came out of insufficient data, or fell into it. */
  readonly moved: number;
  readonly graded: number;
  readonly moves: readonly LevelMove[];
}

export interface RevisionChange {
  readonly regionCode: string;
  readonly indicatorId: string;
  readonly frequency: Frequency;
  readonly period: Period;
  /** Null: there was none, or two contradicted each other. */
  readonly before: number | null;
  readonly beforeKnownOn: Day | null;
  readonly after: number | null;
  readonly afterKnownOn: Day | null;
}
