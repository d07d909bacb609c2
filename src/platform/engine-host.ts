import { nowMs } from './clock';
import type { EngineApi, EngineCore, KeepApi } from './engine-api';
import type { BatchStore } from './storage';

/**
 * The engine and the store of its batches, side by side: in the worker, or in the page where there are no workers.
 * Figures go from one to the other here and never through the page.
 */
export function createEngineHost(core: EngineCore, store: BatchStore): EngineApi & KeepApi {
  return {
    readFile: core.readFile,
    readRegions: core.readRegions,
    useIndicators: core.useIndicators,
    readFeed: core.readFeed,
    load: core.load,
    assess: core.assess,
    regionDetail: core.regionDetail,
    series: core.series,
    coverage: core.coverage,
    revisions: core.revisions,
    revisionView: core.revisionView,
    quality: core.quality,
    exportCsv: core.exportCsv,
    async restore(options) {
      const stored = await store.read(core.batch);
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
    putPaper: (change) => store.putPaper(change, nowMs()),
    dropPaper: (kind, id) => store.dropPaper(kind, id),
    backup: () => store.backup(),
    restoreBackup: (file, by) => store.restoreBackup(file, by, nowMs()),
  };
}
