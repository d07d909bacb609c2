import { emptyBook } from '../levels/rule-book';
import { nowMs } from './clock';
import type { EngineApi, EngineCore, KeepApi } from './engine-api';
import { fetchPart } from './fetch-part';
import type { BatchStore } from './storage';

/**
 * The engine and the store of its batches, side by side: in the worker, or in the page where there are no workers.
 * Figures go from one to the other here and never through the page.
 */
export function createEngineHost(core: EngineCore, store: BatchStore): EngineApi & KeepApi {
  /** The kept versions of the rules into the engine; without any there is nothing to fetch. */
  async function putRules(): Promise<void> {
    const papers = await store.papers('rules');
    if (papers.length === 0) core.putRules(emptyBook());
    else core.putRules(await (await fetchPart(() => import('./engine-book'))).readBook(papers));
  }

  return {
    readFile: core.readFile,
    readRegions: core.readRegions,
    useIndicators: core.useIndicators,
    readFeed: core.readFeed,
    load: core.load,
    useRules: core.useRules,
    assess: core.assess,
    regionDetail: core.regionDetail,
    series: core.series,
    leadLag: core.leadLag,
    outlook: core.outlook,
    coverage: core.coverage,
    fingerprint: core.fingerprint,
    spells: core.spells,
    caseScale: core.caseScale,
    partners: core.partners,
    measureCourse: core.measureCourse,
    measureEffect: core.measureEffect,
    keyGroups: core.keyGroups,
    revisions: core.revisions,
    revisionView: core.revisionView,
    quality: core.quality,
    previewRule: core.previewRule,
    backtest: core.backtest,
    calibrate: core.calibrate,
    whatIf: core.whatIf,
    ruleTests: core.ruleTests,
    briefing: core.briefing,
    exportCsv: core.exportCsv,
    async restore(options) {
      const stored = await store.read(core.batch);
      options.signal?.throwIfAborted();
      await putRules();
      options.signal?.throwIfAborted();
      if (!stored) return null;
      for (const batch of stored.batches) core.putBatch(batch);
      core.putRegions(stored.regions);
      return stored.kept;
    },
    keep: (change) => store.write(change, core.batch, core.regions(), nowMs()),
    beginImport: (ids) => store.beginImport(ids.map((id) => core.batch(id)?.name ?? id)),
    endImport: (mark) => store.endImport(mark),
    keepFeed: (url, answers) => store.writeFeed(url, answers),
    lastFeed: (url) => store.readFeed(url),
    keeping: () => store.readKeeping(),
    changeKeeping: (change) => store.writeKeeping(change, nowMs()),
    papers: (kind) => store.papers(kind),
    async putPaper(change) {
      const paper = await store.putPaper(change, nowMs());
      if (change.kind === 'rules') await putRules();
      return paper;
    },
    async dropPaper(kind, id) {
      await store.dropPaper(kind, id);
      if (kind === 'rules') await putRules();
    },
    trail: (after) => store.trail(after),
    appendTrail: (entry) => store.appendTrail(entry),
    backup: () => store.backup(),
    restoreBackup: (file, by) => store.restoreBackup(file, by, nowMs()),
  };
}
