import type { IndicatorCatalogue } from '../base/indicators';
import { type Day, FREQUENCIES } from '../base/period';
import type { RegionTree } from '../base/regions';
import type { Batch } from '../observations/observations';
import { panelAsOf } from '../panel/as-of';
import { buildPanels } from '../panel/build';
import type { Panels } from '../panel/panel';
import { checkQuality } from '../panel/quality/check-quality';
import type { QualityReport } from '../panel/quality/quality';

/** What the checks say of a batch that is not loaded yet, held against the batches that it would join. */
export function qualityOfBatch(
  batch: Batch,
  joins: readonly Batch[],
  tree: RegionTree,
  catalogue: IndicatorCatalogue,
): QualityReport {
  const { panels } = buildPanels([...joins.filter((b) => b.id !== batch.id), batch], tree, catalogue);
  return checkQuality(panels, batch.id).report;
}

/** What the checks say of the loaded data, as known on a day. */
export function qualityOfPanels(panels: Panels, asOf: Day | null): QualityReport {
  const known: Panels = {};
  for (const frequency of FREQUENCIES) {
    const panel = panels[frequency];
    if (panel) known[frequency] = asOf === null ? panel : panelAsOf(panel, asOf);
  }
  return checkQuality(known, null).report;
}
