import { type Assessment, gradedPanel } from '../assess';
import { defaultCatalogue, defaultRegionTree, loadCatalogue } from '../base/catalogue';
import type { Day, Period } from '../base/period';
import type { RegionTree } from '../base/regions';
import { sayBoth, type Text } from '../base/text';
import type { SeriesForm } from '../indicators/form';
import { prepare } from '../indicators/prepare';
import { chooseVersion, emptyBook, type RulesInForce } from '../levels/rule-book';
import type { Batch } from '../observations/observations';
import { extentOf, type ReadResult } from '../observations/read-result';
import { createSha256 } from '../observations/sha256';
import { buildPanels, lastKnownOn } from '../panel/build';
import type { Panel, Panels } from '../panel/panel';
import { assessInSlices } from './assess-in-slices';
import type { CallOptions, EngineCore, FileReading, ReadReport, SeriesQuery } from './engine-api';
import { coverageOf, revisionsIn } from './engine-coverage';
import { seriesOf } from './engine-series';
import { viewOf } from './engine-view';
import { readFeedOverTime } from './feed-over-time';
import { fetchPart } from './fetch-part';
import { type FileLike, fileBytes } from './file-bytes';
import { CONFIG_TEXT, ENGINE_TEXT } from './text';
import { TroubleError } from './trouble';

/** What is loaded: its batches, the panels made from them, and the present assessment. */
interface Loaded {
  readonly batches: readonly Batch[];
  readonly panels: Panels;
  readonly assessment: Assessment;
  /** Which version of the rules made it. */
  readonly rules: RulesInForce;
  /** Forms prepared for the indicator screen, beyond those that the rules read. */
  readonly shown: Map<string, Panel>;
}

/**
 * The engine with its state: batches that were read, the data that is loaded, the assessment of it. It knows no page
 * and no worker. A call that fails or is aborted leaves the state as it was.
 */
export function createEngine(today: () => Day): EngineCore {
  let book = emptyBook();
  /** Version that the address asks for. */
  let asked: string | null = null;
  const batches = new Map<string, Batch>();
  /** Trees of feeds, which bring their own; files share the one in `fileTree`. */
  const treeOf = new Map<string, RegionTree>();
  let fileTree: RegionTree | null = null;
  let catalogue = defaultCatalogue();
  let loaded: Loaded | null = null;

  const current = (): Loaded => {
    if (!loaded)
      throw new TroubleError({ what: ENGINE_TEXT.nothingLoaded, where: '', todo: ENGINE_TEXT.nothingLoadedTodo });
    return loaded;
  };

  /** The last call that changes what is loaded, or computes on it at length. */
  let turn: Promise<unknown> = Promise.resolve();
  /** Such calls let others in while they compute, but not one another: each finds what the one before has left. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const assessed = async (
    panels: Panels,
    of: readonly Batch[],
    asOf: Day | null,
    options: CallOptions,
  ): Promise<Loaded> => {
    const { version, rules } = chooseVersion(book, asked, asOf ?? today());
    const { ruleSet, scheme } = version;
    const assessment = await assessInSlices(panels, { ruleSet, scheme }, asOf, options);
    return { batches: of, panels, assessment, rules, shown: new Map() };
  };

  const remember = (
    result: ReadResult,
    name: string,
    title: Text | null,
    demonstration: boolean,
    takenOn: Day,
  ): void => {
    batches.set(result.digest, {
      id: result.digest,
      name,
      ...(title && { title }),
      source: result.source || name,
      takenOn,
      demonstration,
      observations: result.observations,
    });
  };

  /** With what the checks say of the figures, held against those of the files that they would join. */
  const withQuality = async (report: ReadReport, tree: RegionTree): Promise<ReadReport> => {
    const batch = batches.get(report.batchId);
    if (!batch || report.taken === 0) return report;
    const { qualityOfBatch } = await fetchPart(() => import('./engine-quality'));
    const files = loaded?.assessment.panel.tree === tree ? loaded.batches : [];
    const joins = files.some((b) => b.demonstration || treeOf.has(b.id)) ? [] : files;
    return { ...report, quality: qualityOfBatch(batch, joins, tree, catalogue) };
  };

  return {
    batch: (id) => batches.get(id) ?? null,
    putBatch: (batch) => void batches.set(batch.id, batch),
    regions: () => fileTree,
    putRegions(tree) {
      fileTree = tree;
    },

    async readFile(file: FileLike, reading, options) {
      const tree = fileTree ?? defaultRegionTree();
      const { signal, onProgress } = options;
      // What reads and understands files is not needed to show what is loaded.
      const { readFile } = await fetchPart(() => import('../observations/read-file'));
      const bytes = (): AsyncIterable<Uint8Array> => fileBytes(file, { ...(signal && { signal }) });
      const read = await readFile(
        bytes,
        file.name,
        { tree, catalogue },
        {
          ...reading,
          ...(signal && { signal }),
          ...(onProgress && { onProgress: (done: number) => onProgress(done, 'read') }),
          size: file.size,
        },
      );
      options.signal?.throwIfAborted();
      const result = toldApart(read, reading);
      remember(result, file.name, null, reading.demonstration ?? false, today());
      return withQuality(reportOf(result, file.name), tree);
    },

    async readRegions(file: FileLike | null, options) {
      if (!file) {
        fileTree = null;
        return { tree: null, issues: [] };
      }
      const { readRegions } = await fetchPart(() => import('../observations/read-regions'));
      const { tree, issues } = await readRegions(() => fileBytes(file, options));
      options.signal?.throwIfAborted();
      if (tree) fileTree = tree;
      return { tree, issues };
    },

    putRules(kept) {
      book = kept;
    },

    async useRules(id) {
      asked = id;
    },

    async useIndicators(json) {
      if (json === null) {
        catalogue = defaultCatalogue();
        return;
      }
      const { value, faults } = loadCatalogue(json);
      if (value) catalogue = value;
      else {
        const { path, words, expected } = faults[0]!;
        const what = sayBoth(CONFIG_TEXT.badIndicators, { path, expected: words ?? expected });
        throw new TroubleError({ what, where: 'config.json', todo: CONFIG_TEXT.todo });
      }
    },

    async readFeed(answers, options) {
      options.signal?.throwIfAborted();
      const { result, vintages } = await readFeedOverTime(answers, catalogue);
      options.signal?.throwIfAborted();
      if (result.tree) treeOf.set(result.digest, result.tree);
      remember(result, answers.name, result.title, answers.demonstration || result.demonstration, answers.takenOn);
      return { ...reportOf(result, answers.name), ...(vintages && { vintages }) };
    },

    load: (batchIds, asOf, options) =>
      inTurn(async () => {
        options.signal?.throwIfAborted();
        const chosen = batchIds.map((id) => {
          const batch = batches.get(id);
          if (!batch)
            throw new TroubleError({ what: ENGINE_TEXT.batchGone, where: id, todo: ENGINE_TEXT.batchGoneTodo });
          return batch;
        });
        options.onProgress?.(0, 'check');
        const tree =
          chosen.map((b) => treeOf.get(b.id)).find((t) => t !== undefined) ?? fileTree ?? defaultRegionTree();
        const { panels } = buildPanels(chosen, tree, catalogue);
        if (!gradedPanel(panels)) {
          throw new TroubleError({
            what: ENGINE_TEXT.noFigures,
            where: chosen.map((b) => b.name).join(', '),
            todo: ENGINE_TEXT.noFiguresTodo,
          });
        }
        loaded = await assessed(panels, chosen, asOf, options);
        return viewOf(loaded.assessment, loaded.rules);
      }),

    assess: (asOf, options) =>
      inTurn(async () => {
        const { panels, batches: of } = current();
        loaded = await assessed(panels, of, asOf, options);
        return viewOf(loaded.assessment, loaded.rules);
      }),

    async regionDetail(regionCode, period: Period) {
      const { assessment } = current();
      // The plan and the derivation weigh a fifth of the worker and are needed on the region screen alone.
      const { regionDetail } = await fetchPart(() => import('./engine-detail'));
      return regionDetail(assessment, regionCode, period);
    },

    async series(query: SeriesQuery) {
      return seriesOf(panelWith(current(), query.indicatorIds, query.form), query);
    },

    async leadLag(query) {
      const { leadLagOf } = await fetchPart(() => import('./engine-lead-lag'));
      return leadLagOf(query, (id, form) => panelWith(current(), [id], form));
    },

    async fingerprint() {
      const { levels, signals } = current().assessment;
      const { fingerprintOf } = await fetchPart(() => import('../levels/fingerprint'));
      return fingerprintOf(levels, signals);
    },

    async caseScale(query) {
      const { caseScale } = await fetchPart(() => import('./engine-case'));
      return caseScale(query, (ids, form) => panelWith(current(), ids, form));
    },

    async partners(regionCode, period) {
      const now = current();
      const { partners } = await fetchPart(() => import('./engine-case'));
      return partners(now.assessment, regionCode, period, (ids, form) => panelWith(now, ids, form));
    },

    async measureCourse(questions) {
      const { measureCourse } = await fetchPart(() => import('./engine-case'));
      return measureCourse(questions, (ids, form) => panelWith(current(), ids, form));
    },

    async keyGroups(regionCode, period) {
      const now = current();
      const { keyGroups } = await fetchPart(() => import('./engine-groups'));
      return keyGroups(now.assessment, regionCode, period, (ids, form) => panelWith(now, ids, form));
    },

    async measureEffect(question) {
      const now = current();
      const { measureEffect } = await fetchPart(() => import('./engine-effects'));
      return measureEffect(now.assessment, question, (id, form) => panelWith(now, [id], form));
    },

    async spells() {
      const { assessment } = current();
      const { spellsOf } = await fetchPart(() => import('../response/warnings/find-spells'));
      return spellsOf(assessment);
    },

    async outlook(query) {
      const now = current();
      const { outlookOf } = await fetchPart(() => import('../outlook/outlook-of'));
      return outlookOf(now.assessment, query, (id, form) => panelWith(now, [id], form));
    },

    async coverage() {
      return coverageOf(current().assessment.panel);
    },

    async revisions(period) {
      const { panel, asOf } = current().assessment;
      return revisionsIn(panel, period, asOf);
    },

    revisionView: (from, to, options) =>
      inTurn(async () => {
        const { panels, assessment } = current();
        const { revisionView } = await fetchPart(() => import('./engine-revisions'));
        return revisionView(panels, assessment.config, assessment, from, to, options);
      }),

    async quality() {
      const { panels, assessment } = current();
      const { qualityOfPanels } = await fetchPart(() => import('./engine-quality'));
      return qualityOfPanels(panels, assessment.asOf);
    },

    async previewRule(query, options) {
      const { assessment } = current();
      const { previewRule } = await fetchPart(() => import('./engine-rules'));
      return previewRule(assessment, query, options);
    },

    async backtest(query, focus, options) {
      const { panels, assessment } = current();
      const { backtest } = await fetchPart(() => import('./engine-backtest'));
      return backtest(panels, assessment, query, focus, options);
    },

    async calibrate(query, options) {
      const { panels, assessment } = current();
      const { calibrateRule } = await fetchPart(() => import('./engine-backtest'));
      return calibrateRule(panels, assessment, query, options);
    },

    whatIf: (scenario, focus, options) =>
      inTurn(async () => {
        const { panels, assessment } = current();
        const { whatIf } = await fetchPart(() => import('./engine-what-if'));
        return whatIf(panels, assessment, scenario, focus, options);
      }),

    async ruleTests(raw, options) {
      const { config } = current().assessment;
      const { ruleTests } = await fetchPart(() => import('./engine-rule-tests'));
      return ruleTests(raw, config, catalogue, options);
    },

    briefing: (query, options) =>
      inTurn(async () => {
        const { panels, assessment } = current();
        const { briefing } = await fetchPart(() => import('./engine-briefing'));
        return briefing(panels, assessment, query, options);
      }),

    async exportCsv() {
      const { batches: of, assessment } = current();
      const { batchesToCsv } = await fetchPart(() => import('../observations/to-csv'));
      return new Blob([batchesToCsv(of, assessment.panel.tree, assessment.panel.catalogue)], { type: 'text/csv' });
    },
  };
}

const READ_PLAINLY = JSON.stringify(['', [], {}, []]);

/** The same bytes read another way are another batch. */
function toldApart(
  result: ReadResult,
  { encoding = '', sheets = [], choices = {}, mappings = [], demonstration = false }: FileReading,
): ReadResult {
  const used = mappings.filter((m) => result.understandings.some((u) => u.signature === m.signature));
  const how = JSON.stringify([encoding, sheets, choices, used, ...(demonstration ? ['demonstration'] : [])]);
  if (how === READ_PLAINLY) return result;
  const sha = createSha256();
  sha.update(new TextEncoder().encode(how));
  return { ...result, digest: `${result.digest}.${sha.hex().slice(0, 12)}` };
}

/** The assessment's panel with one form of some indicators besides; made once for each set that is asked for. */
function panelWith(loaded: Loaded, indicatorIds: readonly string[], form: SeriesForm): Panel {
  const { panel, asOf } = loaded.assessment;
  const key = `${form} ${[...indicatorIds].sort().join(' ')}`;
  const ready = loaded.shown.get(key);
  if (ready) return ready;
  const needs = indicatorIds.map((indicator) => ({ indicator, form }));
  const made = prepare(panel, needs, asOf ?? lastKnownOn(panel));
  // The last few only: each holds columns of its own.
  if (loaded.shown.size >= 4) loaded.shown.delete(loaded.shown.keys().next().value!);
  loaded.shown.set(key, made);
  return made;
}

function reportOf(result: ReadResult, name: string): ReadReport {
  const { observations, digest, encoding, bytes, rows, taken, held, duplicates, issues, issueCounts } = result;
  return {
    batchId: digest,
    name,
    encoding,
    bytes,
    rows,
    taken,
    held,
    duplicates,
    ...extentOf(observations),
    issues,
    issueCounts,
    preview: result.preview,
    form: result.form,
    understandings: result.understandings,
    conflicts: result.conflicts,
    sheetNames: result.sheetNames,
    needsRegions: result.needsRegions,
    regionsFound: result.regionsFound,
  };
}
